internal import Commodities
internal import Quantities

/// A price that follows another overlay's: π = 1 + ε·(π'(t − lag) − 1) (LEVERS.md G).
struct PriceLink: Sendable {
  /// Index of the overlay that is followed; its buyers pay one price.
  let leader: Int
  /// Whether each scenario prices that one, m.
  let isNamed: [Bool]
  /// ε.
  let elasticity: Double
  /// Days behind it.
  let lagDays: Int

  /// What the price of an overlay follows; nil if nothing, or if the other is not in the batch or has no
  /// one price of its own.
  init?(of index: Int, _ overlays: [Overlay], _ commodities: [Commodity]) {
    guard let link = commodities[overlays[index].commodity].price.link,
      let elasticity = link.elasticity.value, let lag = link.lag.value,
      let leader = overlays.firstIndex(where: { commodities[$0.commodity].name == link.leader }),
      overlays[leader].market != nil, overlays[leader].priceCount == 1
    else { return nil }
    self.leader = leader
    isNamed = overlays[leader].isNamed.indices.map { overlays[leader].isPriced(in: $0) }
    self.elasticity = elasticity
    lagDays = Int(lag.rounded())
  }
}

extension EffectCompiler {
  /// Lets prices follow others, once all that scenarios say of prices is known.
  mutating func linkPrices() {
    for index in overlays.indices {
      overlays[index].link = PriceLink(of: index, overlays, commodities)
    }
  }
}

extension InventoryModel {
  /// Moves prices that follow others, once all others are known.
  func followPrices(_ state: inout State, at moment: Moment) {
    for index in batch.overlays.indices {
      guard let link = batch.overlays[index].link else { continue }
      let slot = link.lagDays > 0 ? moment.slot(inDays: link.lagDays) * width : 0
      for k in 0..<width where link.isNamed[k] {
        let today = state.overlays[link.leader].price[k]
        var seen = today
        if link.lagDays > 0 {
          seen = state.overlays[index].followed[slot + k]
          state.overlays[index].followed[slot + k] = today
        }
        guard stated(k, batch.overlays[index], day: moment.day) == nil else { continue }
        state.overlays[index].price[k] = max(0, 1 + link.elasticity * (seen - 1))
      }
    }
  }
}
