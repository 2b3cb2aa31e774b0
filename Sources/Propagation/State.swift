internal import InputOutputTables
internal import LinearAlgebra

/// The state of every scenario of a batch on one day, owned by one `Simulation`.
///
/// Arrays are [node][scenario] or [product][node][scenario], product-major, the scenario innermost.
/// Flows are money per day of the table; stocks are days' worth of money.
package struct State: ~Copyable {
  /// Output x, n × m.
  package internal(set) var output: [Double]
  /// Capacity κ = x0·(1 − δ)·α, n × m.
  package internal(set) var capacity: [Double]
  /// Overproduction α, n × m.
  package internal(set) var overproduction: [Double]
  /// Loss of capacity δ, share, n × m.
  package internal(set) var loss: [Double]
  /// Demand asked of each node, D, n × m.
  package internal(set) var demand: [Double]
  /// Its part from industry, n × m.
  package internal(set) var intermediateDemand: [Double]
  /// Its part from rebuilding, n × m.
  package internal(set) var rebuildingDemand: [Double]
  /// Wanted output x*, n × m.
  package internal(set) var wanted: [Double]
  /// Output over wanted output that inputs allow, n × m.
  package internal(set) var limit: [Double]
  /// Product that limits output most; from S on an overlay; −1: none. n × m, empty if not traced.
  package internal(set) var limitingProduct: [Int32]
  /// Demand to stock for, min(D', κ), n × m.
  var goal: [Double]
  /// Delivered share q of all orders, n × m.
  package internal(set) var deliveredShare: [Double]
  /// Delivered share of industry's orders, n × m.
  var intermediateShare: [Double]
  /// Delivered share of final demand, n × m.
  package internal(set) var finalShare: [Double]
  /// Smoothed delivered share q̄, n × m.
  var smoothedShare: [Double]
  /// Weight w of each supplier in orders, n × m; empty where suppliers are not weighed.
  var weight: [Double]
  /// What suppliers ship per unit of share, q∘w of the day's orders, n × m; empty likewise.
  var shippedShare: [Double]
  /// Inventories S, S × n × m, money.
  package internal(set) var stock: [Double]
  /// Orders o; after `ask` the orders over open renormalised shares. S × n × m.
  var orders: [Double]
  /// Output that stocks allow, by class of criticality: rows of `CriticalityClasses.coverStart` × m.
  var cover: [Double]
  /// Openness λ of restricted links, cells × m.
  var openness: [Double]
  /// Openness on the day of the orders under delivery, cells × m.
  var openBefore: [Double]
  /// Industry's flows that restrictions take out of the day's demand, cells × m.
  var withheld: [Double]
  /// Redirected share ρ, imports × m.
  var redirected: [Double]
  /// Whether the import was restricted the day before, 0 or 1, imports × m.
  var wasRestricted: [Double]
  /// Factor on final demand, imports × m.
  package internal(set) var demandFactor: [Double]
  /// Final flows asked in touched imports, supplier rows × m.
  package internal(set) var finalFlow: [Double]
  /// Shipments that wait at reviews.
  var delayed: [Double]
  /// What remains to be rebuilt, G, columns × n, money.
  var rebuilding: [Double]
  /// Overlay commodities.
  package internal(set) var overlays: [OverlayState]
  /// Received per unit of orders, E, by the users of one block, nodes × m.
  var received: [Double]
  /// Sums of weighted shares Σ T·w of the users of one block, nodes × m; empty like `weight`.
  var weightSum: [Double]

  /// The state before the first day (MODEL.md section 4): full stocks, baseline orders.
  init(_ batch: CompiledBatch, tracingLimits: Bool) {
    let economy = batch.economy
    let m = batch.width
    let cells = economy.nodeCount * m
    let zero = [Double](repeating: 0, count: cells)
    let one = [Double](repeating: 1, count: cells)
    let x0 = economy.output
    output = x0.flatMap { [Double](repeating: $0, count: m) }
    capacity = output
    wanted = output
    goal = output
    overproduction = one
    loss = zero
    demand = zero
    intermediateDemand = zero
    rebuildingDemand = batch.rebuilding.isEmpty ? [] : zero
    limit = one
    limitingProduct = [Int32](repeating: -1, count: tracingLimits ? cells : 0)
    deliveredShare = one
    intermediateShare = one
    finalShare = one
    let isWeighted = batch.conventions.isWeighted
    smoothedShare = isWeighted ? one : []
    weight = smoothedShare
    shippedShare = smoothedShare
    let longest = (batch.blocks.map(\.paddedCount).max() ?? 0) * m
    received = [Double](repeating: 0, count: longest)
    weightSum = isWeighted ? received : []
    cover = [Double](repeating: .greatestFiniteMagnitude, count: batch.classes.coverRows * m)
    stock = [Double](repeating: 0, count: economy.productCount * cells)
    // The products read a few rows after the last and use none.
    orders = [Double](repeating: 0, count: stock.count + PackedShares.rows * m)
    let links = batch.links
    openness = [Double](repeating: 1, count: links.cells.count * m)
    openBefore = openness
    withheld = [Double](repeating: 0, count: openness.count)
    redirected = [Double](repeating: 0, count: links.imports.count * m)
    wasRestricted = redirected
    demandFactor = [Double](repeating: 1, count: links.imports.count * m)
    finalFlow = [Double](repeating: 0, count: links.flowCount * m)
    delayed = [Double](repeating: 0, count: links.ringCount)
    rebuilding = [Double](repeating: 0, count: batch.rebuilding.count * economy.nodeCount)
    overlays = batch.overlays.map { OverlayState($0, width: m, baseline: x0) }
    fill(batch)
    fillFinalFlows(batch)
  }

  private mutating func fillFinalFlows(_ batch: CompiledBatch) {
    for link in batch.links.imports {
      for (row, i) in batch.economy.suppliers(of: link.product).enumerated() {
        let usual = batch.economy.regionalFinalDemand[i, link.region]
        for k in 0..<batch.width { finalFlow[(link.flowOffset + row) * batch.width + k] = usual }
      }
    }
  }

  private mutating func fill(_ batch: CompiledBatch) {
    let economy = batch.economy
    let parameters = batch.parameters
    let classes = batch.classes
    let m = batch.width
    for p in 0..<economy.productCount {
      for j in 0..<economy.nodeCount {
        let use = economy.requirements[p, j] * economy.output[j]
        let inverse = batch.inverseRequirements[p * economy.nodeCount + j]
        let u = economy.product[j]
        let users = economy.suppliers(of: u)
        let rank = Int(classes.classOf[p * economy.productCount + u])
        let row = classes.coverStart[u] + rank * users.count + j - users.lowerBound
        for k in 0..<m {
          let cell = (p * economy.nodeCount + j) * m + k
          orders[cell] = use
          stock[cell] = parameters.targetDays[p * m + k] * use
          guard inverse > 0 else { continue }
          cover[row * m + k] = min(
            cover[row * m + k], stock[cell] * inverse * parameters.perBindingDay[p * m + k])
        }
      }
    }
  }
}

extension State {
  /// Bytes of one scenario's state: stocks and orders, and some twenty values a node.
  static func bytesPerScenario(of economy: Economy) -> Int {
    (2 * economy.productCount + 20) * economy.nodeCount * MemoryLayout<Double>.stride
  }
}
