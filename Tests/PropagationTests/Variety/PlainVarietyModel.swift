import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios

/// MODEL2.md's step written from the page alone, plain and slow: every matrix dense, one scenario.
///
/// Capacity losses, bans and changes of demand on the table; no overlays, no rebuilding.
struct PlainVarietyModel {
  let economy: Economy
  let model: ModelParameters
  let varieties: VarietyParameters
  let shocks: [any Lever]

  var stock: [[Double]]
  var orders: [[Double]]
  var alpha: [Double]
  var output: [Double]
  var capacity: [Double]
  /// φ by product and user.
  var atHand: [[Double]]
  /// r̄ and g by node.
  var seen: [Double]
  var replaced: [Double]
  /// h by supplier and importing region.
  var linkReplaced: [[Double]]

  /// The day's δ, λ and factors on final demand by supplier's product and region.
  var loss: [Double] = []
  var openness: [[Double]] = []
  var factor: [[Double]] = []
  var movedNode: [Double] = []
  var movedLink: [[Double]] = []
  /// Industry's orders on each node, D's part.
  var industry: [Double] = []

  var n: Int { economy.nodeCount }
  var products: Range<Int> { 0..<economy.productCount }
  var step: Double { model.step }

  init?(_ economy: Economy, _ model: ModelParameters, _ shocks: [any Lever]) {
    guard let varieties = model.variety else { return nil }
    self.economy = economy
    self.model = model
    self.varieties = varieties
    self.shocks = shocks
    let use = (0..<economy.productCount).map { p in
      (0..<economy.nodeCount).map { economy.requirements[p, $0] * economy.output[$0] }
    }
    orders = use
    stock = use.indices.map { p in
      let days = max(model.inventoryDays[p], model.step)
      return use[p].map { days.isFinite ? days * $0 : 0 }
    }
    alpha = economy.output.map { _ in 1 }
    output = economy.output
    capacity = economy.output
    atHand = use.map { $0.map { _ in 1 } }
    seen = alpha
    replaced = alpha.map { _ in 0 }
    linkReplaced = economy.output.map { _ in economy.regionNodes.map { _ in 0 } }
  }

  func days(_ p: Int) -> Double { max(model.inventoryDays[p], step) }
  func reach(_ p: Int) -> Double { model.inventoryDays[p].isFinite ? varieties.reach[p] : 0 }
  func criticality(_ p: Int, _ j: Int) -> Double {
    model.inventoryDays[p].isFinite
      ? model.tableCriticality[p * economy.productCount + economy.product[j]] : 0
  }
  func share(_ i: Int, _ j: Int) -> Double { economy.supplierShares[i, j] }
  func closeness(_ step: Double, _ time: Double) -> Double { min(1, step / time) }

  /// Daily output, capacity and industry's orders, node by node in the economy's order.
  mutating func run(days: Int) -> [(output: [Double], capacity: [Double], orders: [Double])] {
    let steps = Int((1 / step).rounded())
    return (0..<days).map { day in
      var sums = [[Double]](repeating: [Double](repeating: 0, count: n), count: 3)
      for _ in 0..<steps {
        shock(day)
        advance()
        for (index, values) in [output, capacity, industry].enumerated() {
          for i in 0..<n { sums[index][i] += values[i] * step }
        }
      }
      return (sums[0], sums[1], sums[2])
    }
  }

  /// Step 1: δ, λ, demand, and what buyers have moved of each.
  mutating func shock(_ day: Int) {
    loss = [Double](repeating: 0, count: n)
    openness = loss.map { _ in economy.regionNodes.map { _ in 1 } }
    factor = products.map { _ in economy.regionNodes.map { _ in 1 } }
    for shock in shocks {
      switch shock {
      case let shock as Capacity:
        guard case .nodes(let nodes, _) = shock.place else { continue }
        for node in nodes {
          let i = economy.position[node]
          loss[i] = max(loss[i], shock.by * shock.window.intensity(on: day))
        }
      case let shock as Ban: close(shock, day)
      case let shock as Demand:
        for p in shock.sectors {
          for b in shock.regions { factor[p][b] *= 1 + shock.by * shock.window.intensity(on: day) }
        }
      default: preconditionFailure("PlainVarietyModel: a shock that it does not know")
      }
    }
    move()
  }

  private mutating func close(_ ban: Ban, _ day: Int) {
    let closed = ban.by * (1 - ban.leak) * ban.window.intensity(on: day)
    for product in ban.products {
      guard case .sector(let p) = product, let from = ban.exporter.region else { continue }
      for i in economy.suppliers(of: p) where economy.region[i] == from {
        for b in economy.regionNodes.indices
        where b != from && (ban.importer == nil || ban.importer?.region == b) {
          openness[i][b] *= 1 - closed
        }
      }
    }
  }

  private mutating func move() {
    movedNode = [Double](repeating: 0, count: n)
    movedLink = openness.map { $0.map { _ in 0 } }
    for i in 0..<n {
      let p = economy.product[i]
      var others = 0.0
      var struck = 0.0
      for k in economy.suppliers(of: p) where k != i {
        others += economy.output[k]
        struck += loss[k] * economy.output[k]
      }
      movedNode[i] = min(replaced[i], loss[i]) * (others > 0 ? 1 - struck / others : 0)
      for b in economy.regionNodes.indices {
        var bought = 0.0
        var given = 0.0
        for k in economy.suppliers(of: p) where k != i {
          let purchases = purchases(k, b)
          bought += purchases
          given += purchases * openness[k][b] * (1 - loss[k])
        }
        let closed = max(0, 1 - openness[i][b])
        movedLink[i][b] = min(linkReplaced[i][b], closed) * (bought > 0 ? given / bought : 0)
      }
    }
  }

  private func purchases(_ i: Int, _ b: Int) -> Double {
    let p = economy.product[i]
    return economy.regionNodes[b].reduce(economy.regionalFinalDemand[i, b]) {
      $0 + economy.requirements[p, $1] * economy.output[$1] * share(i, $1)
    }
  }

  /// Step 2: M of a buyer in a region, from its usual shares of suppliers.
  func flows(_ usual: [Double], suppliers: Range<Int>, region b: Int) -> [Double] {
    let left = zip(suppliers, usual).map { $1 * (1 - movedNode[$0]) }
    let sum = left.reduce(0, +)
    let weighed = left.map { sum > 1e-12 ? $0 / sum : 0 }
    let open = zip(suppliers, weighed).map { $1 * openness[$0][b] }
    let moved = zip(suppliers, weighed).reduce(0) { $0 + $1.1 * movedLink[$1.0][b] }
    let all = open.reduce(0, +)
    return open.map { $0 + (all > 1e-12 ? moved * $0 / all : 0) }
  }
}
