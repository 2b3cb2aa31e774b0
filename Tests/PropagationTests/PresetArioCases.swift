import InputOutputTables
import Propagation
import Scenarios

/// Runs on the larger, weakly coupled table of the shared reference data.
enum PresetArioCases {
  typealias Case = PresetArioTests.Case

  static let shared: [Case] = [
    Case("T1.s00_noshock") { _ in [] },
    Case("T1.s01_arb_linear", small(.linear(over: 60))),
    Case("T1.s05_arb_step", small(.linear(over: 1))),
    Case("T1.s06_capital_recover_linear", { recovery($0, [first]) }),
    Case("T1.s08_rebuild", rebuild(factor: 1, household: nil)),
    Case(
      "T1.s09_rebuild_households_factor15",
      rebuild(factor: 1.5, household: ("reg1|Final consumption expenditure by households", 2e6))),
    Case("T1.s10_two_overlapping_recover", { recovery($0, [first, second]) }),
    Case(
      "T1.s10b_two_overlapping_arb_PATCHED",
      { table in
        small(.linear(over: 60))(table)
          + capacity(table, [("reg1|manufactoring", 0.5), ("reg2|mining", 0.4)], 20, 15, convex)
      }),
    Case("T1.s12_big_psi08_alt_inv10", inventory: [10], restock: [30], heavy(0.95)),
    Case(
      "T1.s16_big_invdict_inf", inventory: [3, 7, 11, 15, 19, 23, 27, .infinity],
      restock: [5, 10, 15, 20, 25, 30, 35, 40], heavy(0.95)),
    Case(
      "T1.s19_big_inv20_tau10_alt", inventory: [20], restock: [10], tolerance: 1e-3,
      heavy(0.9)),
  ]

  static let convex = PresetArioTests.convex(40)

  static func small(_ recovery: Recovery) -> @Sendable (InputOutputTable) -> [any Lever] {
    { capacity($0, [("reg1|manufactoring", 0.3)], 5, 30, recovery) }
  }

  static func heavy(_ mining: Double) -> @Sendable (InputOutputTable) -> [any Lever] {
    { table in
      capacity(
        table,
        [("reg2|manufactoring", 0.9), ("reg2|electricity", 0.9), ("reg2|mining", mining)], 10,
        60, .linear(over: 60))
    }
  }

  /// An `arbitrary` event: the family's acts a day late and a day long.
  static func capacity(
    _ table: InputOutputTable, _ losses: [(String, Double)], _ day: Int, _ days: Int,
    _ recovery: Recovery
  ) -> [any Lever] {
    losses.map { label, share in
      Capacity(
        nodes: [table.nodeLabels.firstIndex(of: label) ?? 0], by: share,
        window: Window(from: day + 1, days: days + 1, recovery: recovery))
    }
  }

  typealias Event = (losses: [(String, Double)], day: Int, days: Int, recovery: Recovery)

  static var first: Event {
    ([("reg1|manufactoring", 0.25), ("reg1|electricity", 0.4)], 5, 10, .linear(over: 90))
  }

  static var second: Event {
    ([("reg1|manufactoring", 0.3), ("reg2|mining", 0.4)], 20, 15, convex)
  }

  static func recovery(_ table: InputOutputTable, _ events: [Event]) -> [any Lever] {
    events.flatMap { event in
      event.losses.map { label, share in
        Destruction(
          nodes: [table.nodeLabels.firstIndex(of: label) ?? 0], by: share,
          window: Window(from: event.day, days: event.days + 1, recovery: event.recovery),
          rebuild: nil)
      }
    }
  }

  static func rebuild(factor: Double, household: (String, Double)?)
    -> @Sendable (InputOutputTable) -> [any Lever]
  {
    PresetArioTests.rebuild(
      "reg1|manufactoring", "reg1|electricity", sectors: ("construction", "manufactoring"),
      factor: factor, household: household)
  }
}
