internal import Commodities
internal import Quantities
internal import Scenarios

/// What more capacity of ways around a closed chokepoint is worth, beside the best plan of a release.
package struct BypassWorth: Sendable, Hashable {
  /// The chokepoint's own name.
  package let chokepoint: String
  /// Loss that a unit a day more saves, on the full model, expected, money of the table.
  package let saved: Double
  /// Use that it saves from being unmet, on the chain alone, the programme solved again, expected, units.
  package let unmet: Double

  /// What is tried, a share of the commodity's flow through the chokepoint.
  static let step = 0.01
}

/// A chokepoint that some case closes to a commodity, and what is tried at it.
struct WideningTrial {
  let chokepoint: String
  /// Units a day more.
  let rate: Double
  private let index: Int
  private let commodity: Commodity

  /// Those of all cases, in the order of the file; without those whose flow is not known.
  static func all(
    _ cases: [DecisionCase], commodity index: Int, _ commodities: [Commodity]
  ) -> [WideningTrial] {
    let commodity = commodities[index]
    var found: [WideningTrial] = []
    for closure in cases.flatMap(\.scenario.levers).compactMap({ $0.lever.as(Closure.self) })
    where !found.contains(where: { $0.chokepoint == closure.chokepoint }) {
      let strait = commodity.chokepoints.first { $0.name == closure.chokepoint }
      guard let flow = strait?.flow.value, flow > 0 else { continue }
      found.append(
        WideningTrial(
          chokepoint: closure.chokepoint, rate: BypassWorth.step * flow, index: index,
          commodity: commodity))
    }
    return found
  }

  /// A scenario with that much more.
  func scenario(_ scenario: Scenario) -> Scenario {
    scenario.with(
      scenario.levers.map { entry in
        guard let closure = entry.lever.as(Closure.self), closure.chokepoint == chokepoint else {
          return entry
        }
        return LeverEntry(
          closure.widened(by: rate, for: commodity, at: index), list: entry.list,
          index: entry.index, place: entry.place)
      })
  }
}
