internal import Scenarios

/// Parameters of varieties, chain and adaptation of a batch, the scenario innermost (MODEL2.md).
struct VarietyColumns: Sendable {
  /// c·k by product and user sector, S × S × m; 0 where a product has no varieties.
  private(set) var stops: [Double] = []
  /// k − 1 by product, S × m; 0 where a product has no varieties.
  private(set) var curve: [Double] = []
  /// χ·c by product and user sector, S × S × m; 0 where a product has no varieties.
  private(set) var chain: [Double] = []
  /// Share of the way to a lost variety's bite in a step, min(1, Δt/ϑ), by product and user sector.
  /// S × S × m.
  private(set) var biting: [Double] = []
  /// The same of a node's own shortage until its customers see it, by the node's product. S × m.
  private(set) var showing: [Double] = []
  /// Share of the way to full adaptation in a step, Δt/A, by product. S × m.
  private(set) var adapting: [Double] = []
  /// Share g_max of a lost supply that is replaced in the end, m.
  let replaceable: [Double]
  /// Whether starved suppliers of a product limit a user sector in any scenario, S × S.
  private(set) var starves: [Bool] = []
  /// Whether lost varieties of a product limit a user sector in any scenario, 1 or 0, S × S.
  private(set) var cuts: [Int32] = []

  /// Lays the models of a batch side by side; nil if they have no varieties.
  init?(_ models: [ModelParameters], products: Int) {
    let all = models.compactMap { model in model.variety.map { (model, $0) } }
    guard !all.isEmpty else { return nil }
    precondition(all.count == models.count, "VarietyColumns: models with and without varieties")
    replaceable = all.map { $0.1.replaceable }
    for p in 0..<products {
      for (model, variety) in all { append(model, variety, product: p) }
      for user in 0..<products {
        for (model, variety) in all {
          append(model, variety, product: p, user: user, products: products)
        }
      }
    }
    let width = all.count
    for first in stride(from: 0, to: stops.count, by: width) {
      starves.append(chain[first..<first + width].contains { $0 > 0 })
      cuts.append(stops[first..<first + width].contains { $0 > 0 } ? 1 : 0)
    }
  }

  /// Whether a product has varieties that limit any user in any scenario.
  func hasVarieties(_ p: Int, products: Int) -> Bool {
    cuts[p * products..<(p + 1) * products].contains(1)
  }

  private mutating func append(
    _ model: ModelParameters, _ variety: VarietyParameters, product p: Int
  ) {
    let reach = Self.reach(model, variety, product: p)
    curve.append(reach > 0 ? reach - 1 : 0)
    showing.append(model.step / Self.bufferDays(model, product: p))
    adapting.append(min(1, model.step / variety.adaptationDays[p]))
  }

  private mutating func append(
    _ model: ModelParameters, _ variety: VarietyParameters, product p: Int, user: Int,
    products: Int
  ) {
    let reach = Self.reach(model, variety, product: p)
    let criticality = model.tableCriticality[p * products + user]
    stops.append(criticality * reach)
    chain.append(reach > 0 ? variety.chain * criticality : 0)
    let cover = Self.bufferDays(model, product: p, cover: variety.cover[user])
    biting.append(model.step / cover)
  }

  /// k; 0 for a product that is never short.
  private static func reach(
    _ model: ModelParameters, _ variety: VarietyParameters, product p: Int
  ) -> Double {
    model.inventoryDays[p].isFinite ? variety.reach[p] : 0
  }

  /// ϑ = max(Δt, (1 − ψ)·n·v): days of stock above the level at which the product binds.
  private static func bufferDays(
    _ model: ModelParameters, product p: Int, cover: Double = 1
  ) -> Double {
    let days = max(model.inventoryDays[p], model.step)
    guard days.isFinite else { return model.step }
    return max(model.step, (1 - model.psi[p]) * days * cover)
  }
}
