internal import InputOutputTables
internal import LinearAlgebra

/// Keeps the accounts of every scenario of a batch while it runs; no day's values are kept.
///
/// Arrays are [node][scenario] or [region][scenario] like the state's, so that a day is added in one
/// pass over them.
package struct AccountsRecorder: Observer {
  /// Output lost, n × m.
  var lost: [Double]
  /// What of it was not asked for, n × m.
  var notAsked: [Double]
  /// What of it was beyond capacity, n × m.
  var notAble: [Double]
  /// Days of final demand that each node did not serve, Σ of 1 − q, n × m.
  var unserved: [Double]
  /// Output of the day by region, R × m.
  var made: [Double]
  /// Length of the step in days, 0 after a scenario's horizon, m.
  var weight: [Double]
  private let horizons: [Int]
  /// Baseline output a day by region.
  private let baseline: [Double]
  private var paths: [OutputPath]
  /// Value added per unit of output, by node.
  private let valueAddedShare: [Double]
  /// Value added lost since the first day at the end of each quarter, [quarter][region][scenario].
  private var quarters: [Double]
  /// Final demand not met in touched imports, imports × m.
  private var touched: [Double]
  /// Room for one import's final demand not met, and for what it wants, m.
  private var unmet: [Double]
  private var wanted: [Double]
  /// Final demand not met of products that are asked column by column, as `FinalColumnsState.unmet`.
  private var missed: [Double]
  /// Limited days, [node][product][scenario]; empty if not traced.
  private var limited: [Float]
  /// What limited each node last, [node][scenario]; −1 before anything has. Its days stand in `latest`, next
  /// to those of other nodes, until something else limits the node: mostly one product does for long.
  private var limiting: [Int32]
  private var latest: [Float]
  /// Overlays, [overlay][scenario].
  private var overlays: [OverlayAccounts]
  /// What levers cost whom.
  private var ledger: LedgerRecorder

  /// Opens the accounts of a batch; `tracingLimits` as its simulation has it.
  package init(_ batch: CompiledBatch, tracingLimits: Bool) {
    let economy = batch.economy
    let m = batch.width
    horizons = batch.horizons
    lost = [Double](repeating: 0, count: economy.nodeCount * m)
    notAsked = lost
    notAble = lost
    unserved = lost
    made = [Double](repeating: 0, count: economy.regionCount * m)
    weight = [Double](repeating: 0, count: m)
    baseline = economy.regionNodes.map { $0.reduce(0) { $0 + economy.output[$1] } }
    paths = [OutputPath](repeating: OutputPath(), count: economy.regionCount * m)
    valueAddedShare = economy.output.indices.map {
      economy.output[$0] > 0 ? economy.valueAdded[$0] / 365 / economy.output[$0] : 0
    }
    let quarterCount = Quarters.count(in: batch.horizons.max() ?? 0)
    quarters = [Double](repeating: 0, count: quarterCount * economy.regionCount * m)
    touched = [Double](repeating: 0, count: batch.links.imports.count * m)
    unmet = [Double](repeating: 0, count: m)
    wanted = unmet
    let columns = batch.columns?.productCount ?? 0
    missed = [Double](repeating: 0, count: columns * economy.regionCount * m)
    let limits = economy.nodeCount * (economy.productCount + batch.overlays.count)
    limited = [Float](repeating: 0, count: tracingLimits ? limits * m : 0)
    limiting = [Int32](repeating: -1, count: tracingLimits ? economy.nodeCount * m : 0)
    latest = [Float](repeating: 0, count: limiting.count)
    ledger = LedgerRecorder(batch)
    overlays = batch.overlays.flatMap { overlay in
      batch.horizons.map { OverlayAccounts(overlay, days: $0) }
    }
  }

  /// Adds a step.
  package mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    for k in weight.indices { weight[k] = moment.day < horizons[k] ? moment.share : 0 }
    if moment.isFirstOfDay { for cell in made.indices { made[cell] = 0 } }
    addNodes(state, batch.economy)
    addTouched(state, batch)
    addMissed(state)
    // Read in place: a copy of an overlay or of its state would count references to all its arrays.
    for index in batch.overlays.indices {
      for k in weight.indices where batch.overlays[index].isNamed[k] && weight[k] > 0 {
        overlays[index * weight.count + k].add(
          moment, state.overlays[index], batch.overlays[index], scenario: k, width: weight.count)
      }
    }
    ledger.add(moment, state, batch, weight: weight)
    guard moment.isLastOfDay else { return }
    closeDay(moment.day)
    closeQuarters(moment.day, batch.economy)
    if !limited.isEmpty { addLimits(state, batch) }
  }

  private mutating func addTouched(_ state: borrowing State, _ batch: CompiledBatch) {
    for (index, link) in batch.links.imports.enumerated() {
      state.takeUnmet(ofImport: index, batch, into: &unmet, room: &wanted)
      for k in batch.links.touching[link.scenarios] where weight[k] > 0 {
        touched[index * weight.count + k] += weight[k] * unmet[k]
      }
    }
  }

  private mutating func addMissed(_ state: borrowing State) {
    for row in 0..<missed.count / weight.count {
      for k in weight.indices {
        missed[row * weight.count + k] +=
          weight[k] * state.columns.unmet[row * weight.count + k]
      }
    }
  }

  private mutating func closeDay(_ day: Int) {
    let m = weight.count
    for region in baseline.indices {
      for k in 0..<m where weight[k] > 0 {
        let cell = region * m + k
        let share = baseline[region] > 0 ? made[cell] / baseline[region] : 1
        paths[cell].take(share, day: day, of: horizons[k])
      }
    }
  }

  /// Sums what is lost up to now where a quarter of a scenario ends.
  private mutating func closeQuarters(_ day: Int, _ economy: Economy) {
    let m = weight.count
    for k in 0..<m where weight[k] > 0 {
      let quarter = Quarters.count(in: day + 1) - 1
      guard Quarters.end(of: quarter, in: horizons[k]) == day + 1 else { continue }
      for i in 0..<economy.nodeCount {
        quarters[(quarter * economy.regionCount + economy.region[i]) * m + k] +=
          lost[i * m + k] * valueAddedShare[i]
      }
    }
  }

  /// Adds what a step's limits take of wanted output to the product that limits most.
  private mutating func addLimits(_ state: borrowing State, _ batch: CompiledBatch) {
    let m = weight.count
    let limits = batch.economy.productCount + batch.overlays.count
    let varies = batch.varieties != nil
    for i in 0..<batch.economy.nodeCount {
      for k in 0..<m where weight[k] > 0 {
        let cell = i * m + k
        let product = state.limitingProduct[cell]
        guard product >= 0 else { continue }
        var left = state.limit[cell]
        if varies { left = min(left, state.variety.allowed[cell]) }
        if limiting[cell] != product {
          turn(cell, to: Int(product)) { (i * limits + $0) * m + k }
        }
        latest[cell] += Float(1 - left)
      }
    }
  }

  /// Puts away the days of what limited a node so far, and takes out those of what limits it now.
  private mutating func turn(_ cell: Int, to product: Int, place: (Int) -> Int) {
    if limiting[cell] >= 0 { limited[place(Int(limiting[cell]))] = latest[cell] }
    latest[cell] = limited[place(product)]
    limiting[cell] = Int32(product)
  }
}

extension AccountsRecorder {
  /// The accounts of one column of the batch.
  package func accounts(of k: Int, _ batch: CompiledBatch) -> Accounts {
    let m = weight.count
    let economy = batch.economy
    return Accounts(
      days: horizons[k], outputLoss: economy.position.map { lost[$0 * m + k] },
      demandLoss: economy.position.map { notAsked[$0 * m + k] },
      capacityLoss: economy.position.map { notAble[$0 * m + k] },
      unmet: unmet(k, batch), limitedOutput: limitedOutput(k, economy),
      valueAddedLoss: valueAddedLoss(k),
      regions: baseline.indices.map { paths[$0 * m + k] },
      overlays: batch.overlays.indices.map { overlays[$0 * m + k] },
      ledger: ledger.lines(of: k, batch))
  }

  /// Limited days, [node][product], nodes in the table's order; empty if not traced.
  private func limitedOutput(_ k: Int, _ economy: Economy) -> [Float] {
    let m = weight.count
    let limits = limited.count / (m * economy.nodeCount)
    guard limits > 0 else { return [] }
    return economy.position.flatMap { i in
      (0..<limits).map {
        limiting[i * m + k] == $0 ? latest[i * m + k] : limited[(i * limits + $0) * m + k]
      }
    }
  }

  /// Value added lost in each quarter, [quarter][region].
  private func valueAddedLoss(_ k: Int) -> [[Double]] {
    let regions = baseline.count
    return (0..<Quarters.count(in: horizons[k])).map { quarter in
      (0..<regions).map { region in
        let place = { (quarter: Int) in
          (quarter * regions + region) * weight.count + k
        }
        return quarters[place(quarter)] - (quarter > 0 ? quarters[place(quarter - 1)] : 0)
      }
    }
  }

  private func unmet(_ k: Int, _ batch: CompiledBatch) -> [Double] {
    let economy = batch.economy
    let products = economy.productCount
    let m = weight.count
    var unmet = [Double](repeating: 0, count: economy.regionCount * products)
    for i in 0..<economy.nodeCount {
      let missing = unserved[i * m + k]
      guard missing != 0 else { continue }
      for b in 0..<economy.regionCount {
        unmet[b * products + economy.product[i]] += economy.regionalFinalDemand[i, b] * missing
      }
    }
    for (p, place) in (batch.columns?.place ?? []).enumerated() {
      guard let place else { continue }
      for b in 0..<economy.regionCount {
        unmet[b * products + p] = missed[(place * economy.regionCount + b) * m + k]
      }
    }
    for (index, link) in batch.links.imports.enumerated() where batch.links.touches(k, link) {
      unmet[link.region * products + link.product] = touched[index * m + k]
    }
    return unmet
  }
}
