import Diagnostics
import Files
import Foundation
import InputOutputTables
import Propagation
import Scenarios
import TestSupport
import Testing

/// Preset `ario` against runs of an independent program of the adaptive inventory family.
struct PresetArioTests {
  struct Case: Sendable, CustomStringConvertible {
    let run: String
    var inventory: [Double]?
    var restock: [Double]?
    var psi: Double?
    let tolerance: Double
    let capacityTolerance: Double
    let shocks: @Sendable (InputOutputTable) -> [any Lever]
    var description: String { run }

    init(
      _ run: String, inventory: [Double]? = nil, restock: [Double]? = nil, psi: Double? = nil,
      tolerance: Double = 1e-6, capacityTolerance: Double = 1e-6,
      _ shocks: @escaping @Sendable (InputOutputTable) -> [any Lever]
    ) {
      self.run = run
      self.inventory = inventory
      self.restock = restock
      self.psi = psi
      self.tolerance = tolerance
      self.capacityTolerance = capacityTolerance
      self.shocks = shocks
    }
  }

  /// An `arbitrary` event: the family's acts a day late and a day long.
  static func arbitrary(
    _ nodes: [String], _ loss: Double, day: Int, days: Int, _ recovery: Recovery
  ) -> @Sendable (InputOutputTable) -> [any Lever] {
    { table in
      [
        Capacity(
          nodes: nodes.compactMap { table.nodeLabels.firstIndex(of: $0) }, by: loss,
          window: Window(from: day + 1, days: days + 1, recovery: recovery))
      ]
    }
  }

  static func convex(_ tau: Double) -> Recovery {
    .exponential(over: 1 / (1 - pow(1 - 1 / tau, 4)))
  }

  static func rebuild(
    _ first: String, _ second: String, sectors: (String, String), factor: Double,
    household: (String, Double)? = nil
  ) -> @Sendable (InputOutputTable) -> [any Lever] {
    { table in
      let codes = table.sectors.map(\.code)
      let plan = Rebuild(
        over: 60,
        sectors: [
          .init(sector: codes.firstIndex(of: sectors.0) ?? 0, weight: 0.6),
          .init(sector: codes.firstIndex(of: sectors.1) ?? 0, weight: 0.4),
        ], factor: factor,
        households: household.map {
          [
            .init(
              column: table.finalDemandLabels.firstIndex(of: $0.0) ?? 0, amount: $0.1)
          ]
        } ?? [])
      let window = Window(from: 5, days: 10, recovery: .immediate)
      let bare = Rebuild(over: 60, sectors: plan.sectors, factor: factor, households: [])
      return [(first, 0.15, plan), (second, 0.2, bare)].map { label, share, plan in
        Destruction(
          nodes: [table.nodeLabels.firstIndex(of: label) ?? 0], by: share, window: window,
          rebuild: plan)
      }
    }
  }

  static let heavy = ["R2|manuf", "R2|elec"]
  static func heavyShocks(_ last: Double) -> @Sendable (InputOutputTable) -> [any Lever] {
    { table in
      arbitrary(heavy, 0.9, day: 10, days: 60, .linear(over: 60))(table)
        + arbitrary(["R2|mining"], last, day: 10, days: 60, .linear(over: 60))(table)
    }
  }

  static let bundled: [Case] = [
    Case("T2.s01_arb_linear", arbitrary(["R1|manuf"], 0.3, day: 5, days: 30, .linear(over: 60))),
    Case(
      "T2.s02_arb_concave", arbitrary(["R1|manuf"], 0.3, day: 5, days: 30, .logistic(over: 60))),
    Case("T2.s03_arb_convexe", arbitrary(["R1|manuf"], 0.3, day: 5, days: 30, convex(60))),
    Case("T2.s08_rebuild", rebuild("R1|manuf", "R1|elec", sectors: ("chem", "manuf"), factor: 1)),
    Case(
      "T2.s12_big_psi08_alt_inv10", inventory: [10], restock: [30], heavyShocks(0.95)),
    Case(
      "T2.s16_big_invdict_inf", inventory: [3, 7, 11, 15, 19, .infinity],
      restock: [5, 10, 15, 20, 25, 30], heavyShocks(0.95)),
    Case(
      "T2.s17_big_basemodel_inv10", inventory: [10], restock: [1], psi: 1, tolerance: 1e-3,
      capacityTolerance: 5e-3, heavyShocks(0.95)),
    Case("T2.s21_big_defaults", heavyShocks(0.9)),
  ]

  @Test(arguments: bundled) func trajectoriesAgree(_ reference: Case) throws {
    try check(reference, in: fixtures("ario"), ["production", "capacity", "orders_tot", "unmet"])
  }

  @Test(.enabled(if: sharedData("reference/ario") != nil), arguments: PresetArioCases.shared)
  func moreTrajectoriesAgree(_ reference: Case) throws {
    let folder = try #require(sharedData("reference/ario"))
    try check(reference, in: folder, ["production", "orders_tot", "unmet"])
  }

  private func check(_ reference: Case, in folder: String, _ series: [String]) throws {
    let prefix = String(reference.run.prefix(2))
    let z = try csv("\(folder)/\(prefix).Z.csv.gz")
    let y = try csv("\(folder)/\(prefix).Y.csv.gz")
    let accounts = try csv("\(folder)/\(prefix).xvk.csv.gz")
    let table = referenceTable(
      z: z, y: y, separator: "|", valueAdded: accounts.rows.map { Double($0[2]) ?? .nan })
    let sectors = table.sectors.count
    func spread(_ values: [Double]?) -> [Double]? {
      values.map { $0.count == 1 ? [Double](repeating: $0[0], count: sectors) : $0 }
    }
    let parameters = model(
      sectors, preset: .ario, inventory: spread(reference.inventory),
      restock: spread(reference.restock), psi: spread(reference.psi.map { [$0] }))
    let economy = Economy(table)
    let result = run(economy, [scenario(parameters, horizon: 365, reference.shocks(table))])[0]
    let scale = economy.output.max() ?? 1
    let n = table.nodeCount
    let all = [
      ("production", result.output, n, reference.tolerance),
      ("capacity", result.capacity, n, reference.capacityTolerance),
      ("orders_tot", result.orders, n, reference.tolerance),
      ("unmet", result.unmet, table.regions.count * sectors, reference.tolerance),
    ]
    for (name, values, width, tolerance) in all where series.contains(name) {
      let expected = rows(try csv("\(folder)/\(reference.run).\(name).csv.gz"))
      let worst = largestDifference(values, expected, width: width) / scale
      #expect(expected.count == 365 && worst <= tolerance, "\(name): \(worst)")
    }
  }
}
