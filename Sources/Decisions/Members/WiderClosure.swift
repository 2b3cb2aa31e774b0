internal import Commodities
internal import Quantities
internal import Scenarios

/// A closure with a wider way around it for one commodity: the closure's own `bypass` counts for all.
struct WiderClosure: Lever {
  let closure: Closure
  /// Index into the commodity catalogue.
  let commodity: Int
  /// Share of the flow that goes around besides, 0 to 1.
  let more: Double

  func effects(in context: LeverContext) -> [Effect] {
    closure.effects(in: context).map { effect in
      guard case .open(let blockage) = effect,
        case .route(commodity, _, _) = blockage.links
      else { return effect }
      return .open(
        Blockage(
          links: blockage.links, share: blockage.share,
          relief: min(1, blockage.relief + more), window: blockage.window,
          listed: blockage.listed, spread: blockage.spread))
    }
  }
}

extension Scenario {
  /// The same with wider ways around every closed strait of a commodity, by a share of the flow through it, and
  /// how many units a day that is; nil where none of its straits is closed.
  func widening(
    _ commodity: Int, by share: Double, _ commodities: [Commodity]
  ) -> (scenario: Scenario, units: Double)? {
    var units = 0.0
    let changed = levers.map { entry -> LeverEntry in
      guard let closure = entry.lever as? Closure,
        let strait = commodities[commodity].chokepoints.first(where: {
          $0.name == closure.chokepoint
        }), let flow = strait.flow.value, flow > 0
      else { return entry }
      units += share * flow
      return LeverEntry(
        WiderClosure(closure: closure, commodity: commodity, more: share), list: entry.list,
        index: entry.index, place: entry.place)
    }
    return units > 0 ? (with(changed), units) : nil
  }
}
