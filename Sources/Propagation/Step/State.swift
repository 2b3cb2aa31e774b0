internal import InputOutputTables
package import LinearAlgebra

/// The state of every scenario of a batch on one day, owned by one `Simulation`.
///
/// Arrays are [node][scenario] or [product][node][scenario], product-major, the scenario innermost.
/// Flows are money per day of the table; stocks are days' worth of money.
package struct State: ~Copyable {
  /// Output x, n × m.
  package internal(set) var output: AlignedArray
  /// Capacity κ = x0·(1 − δ)·α, n × m.
  package internal(set) var capacity: AlignedArray
  /// Overproduction α, n × m.
  package internal(set) var overproduction: AlignedArray
  /// Loss of capacity δ, share, n × m.
  package internal(set) var loss: AlignedArray
  /// Demand asked of each node, D, n × m.
  package internal(set) var demand: AlignedArray
  /// Its part from industry, n × m.
  package internal(set) var intermediateDemand: AlignedArray
  /// Its part from rebuilding, n × m.
  package internal(set) var rebuildingDemand: AlignedArray
  /// Wanted output x*, n × m.
  package internal(set) var wanted: AlignedArray
  /// Output over wanted output that inputs allow, n × m.
  package internal(set) var limit: AlignedArray
  /// Product that limits output most; from S on an overlay; −1: none. n × m, empty if not traced.
  package internal(set) var limitingProduct: [Int32]
  /// Demand to stock for, min(D', κ), n × m.
  var goal: AlignedArray
  /// Delivered share q of all orders, n × m.
  package internal(set) var deliveredShare: AlignedArray
  /// Delivered share of industry's orders, n × m.
  var intermediateShare: AlignedArray
  /// Delivered share of final demand, n × m.
  package internal(set) var finalShare: AlignedArray
  /// Smoothed delivered share q̄, n × m.
  var smoothedShare: AlignedArray
  /// Weight w of each supplier in orders, n × m; empty where suppliers are not weighed.
  var weight: AlignedArray
  /// What suppliers ship per unit of share, q∘w of the day's orders, n × m; empty likewise.
  var shippedShare: AlignedArray
  /// The same as it reaches users.
  var shipments: ShipmentState
  /// Inventories S, S × n × m, money.
  package internal(set) var stock: AlignedArray
  /// Orders o; after `ask` the orders over open renormalised shares. S × n × m.
  var orders: AlignedArray
  /// Output that stocks allow, by class of criticality: rows of `CriticalityClasses.coverStart` × m.
  var cover: AlignedArray
  /// Openness λ of restricted links, cells × m.
  var openness: [Double]
  /// Openness on the day of the orders under delivery, cells × m.
  var openBefore: [Double]
  /// Whether any link of an import is less than open, and whether one was on the day of the orders under
  /// delivery; by import.
  var isStopped: [Bool]
  var wasStopped: [Bool]
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
  /// Final demand by column; empty where all of it is as in the table.
  var columns: FinalColumnsState
  /// Final demand of touched imports while it turns to others.
  var moved: MovedColumnState
  /// Bills over GDP that spending follows, s, [region][scenario]; empty without an income effect.
  var billShare: [Double]
  /// What suppliers that are short send to whom.
  var service: ServiceState
  /// Varieties, starved suppliers and adaptation; empty where stocks of any origin stand for one another.
  package internal(set) var variety: VarietyState
  /// Received per unit of orders, E, by the users of one block, nodes × m.
  var received: AlignedArray
  /// Sums of weighted shares Σ T·w of the users of one block, nodes × m; empty like `weight`.
  var weightSum: AlignedArray
  /// What adds up orders beside the run, if anything does.
  let second: SecondThread

  /// The state before the first day (MODEL.md section 4): full stocks, baseline orders.
  init(_ batch: CompiledBatch, tracingLimits: Bool, hasSecondThread: Bool = false) {
    second = SecondThread(starting: hasSecondThread)
    let economy = batch.economy
    let m = batch.width
    let cells = economy.nodeCount * m
    let isWeighted = batch.conventions.isWeighted
    let weighted = isWeighted ? cells : 0
    let baseline = economy.output.flatMap { [Double](repeating: $0, count: m) }
    output = AlignedArray(baseline)
    capacity = AlignedArray(baseline)
    wanted = AlignedArray(baseline)
    goal = AlignedArray(baseline)
    overproduction = AlignedArray(repeating: 1, count: cells)
    loss = AlignedArray(repeating: 0, count: cells)
    demand = AlignedArray(repeating: 0, count: cells)
    intermediateDemand = AlignedArray(repeating: 0, count: cells)
    rebuildingDemand = AlignedArray(repeating: 0, count: batch.rebuilding.isEmpty ? 0 : cells)
    limit = AlignedArray(repeating: 1, count: cells)
    limitingProduct = [Int32](repeating: -1, count: tracingLimits ? cells : 0)
    deliveredShare = AlignedArray(repeating: 1, count: cells)
    intermediateShare = AlignedArray(repeating: 1, count: cells)
    finalShare = AlignedArray(repeating: 1, count: cells)
    smoothedShare = AlignedArray(repeating: 1, count: weighted)
    weight = AlignedArray(repeating: 1, count: weighted)
    shippedShare = AlignedArray(repeating: 1, count: weighted)
    shipments = ShipmentState(batch)
    let longest = (batch.blocks.map { $0.paddedCount }.max() ?? 0) * m
    received = AlignedArray(repeating: 0, count: longest)
    weightSum = AlignedArray(repeating: 0, count: isWeighted ? longest : 0)
    columns = FinalColumnsState(batch)
    moved = MovedColumnState(batch)
    service = ServiceState(batch)
    billShare = [Double](
      repeating: 0, count: batch.income == nil ? 0 : economy.regionCount * m)
    variety = VarietyState(batch, longestBlock: longest, tracingLimits: tracingLimits)
    cover = AlignedArray(
      repeating: .greatestFiniteMagnitude, count: batch.classes.coverRows * m)
    stock = AlignedArray(repeating: 0, count: economy.productCount * cells)
    // The products read a few rows after the last and use none.
    orders = AlignedArray(
      repeating: 0, count: economy.productCount * cells + PackedShares.rows * m)
    let links = batch.links
    openness = [Double](repeating: 1, count: links.cells.count * m)
    openBefore = openness
    isStopped = [Bool](repeating: false, count: links.imports.count)
    wasStopped = isStopped
    withheld = [Double](repeating: 0, count: openness.count)
    redirected = [Double](repeating: 0, count: links.imports.count * m)
    wasRestricted = redirected
    demandFactor = [Double](repeating: 1, count: links.imports.count * m)
    finalFlow = [Double](repeating: 0, count: links.flowCount * m)
    let stepsPerDay = batch.conventions.stepsPerDay
    delayed = [Double](repeating: 0, count: links.ringCount * stepsPerDay)
    rebuilding = [Double](repeating: 0, count: batch.rebuilding.count * economy.nodeCount)
    overlays = batch.overlays.map {
      OverlayState($0, width: m, baseline: economy.output, stepsPerDay: stepsPerDay)
    }
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
          guard inverse > 0, rank >= 0 else { continue }
          cover[row * m + k] = min(
            cover[row * m + k], stock[cell] * inverse * parameters.perBindingDay[p * m + k])
        }
      }
    }
  }
}

extension State {
  /// Bytes of one scenario's state at most: stocks, orders and varieties, and some 25 values a node.
  static func bytesPerScenario(of economy: Economy) -> Int {
    (3 * economy.productCount + 25) * economy.nodeCount * MemoryLayout<Double>.stride
  }
}
