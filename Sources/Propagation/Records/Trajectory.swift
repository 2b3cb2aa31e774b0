package import InputOutputTables
internal import LinearAlgebra

/// Daily series of one scenario in the table's order, money of the table per day.
package struct Trajectory: Sendable {
  /// Daily series of one overlay, importer by importer.
  package struct OverlaySeries: Sendable {
    /// Received a day, units, [day][importer].
    package internal(set) var received: [Double]
    /// Received from abroad a day, units, [day][importer].
    package internal(set) var receivedAbroad: [Double]
    /// Users' restraint, share of use, [day][importer].
    package internal(set) var restraint: [Double]
    /// Price over its base, [day][price]; empty where none is computed.
    package internal(set) var price: [Double]
    /// Released from stockpiles a day, units, [day][importer].
    package internal(set) var released: [Double]
    /// Physical shortfall before releases a day, units, [day][importer].
    package internal(set) var shortfall: [Double]
    /// Users' stocks at the end of the day, units, [day][importer].
    package internal(set) var stock: [Double]

    init(_ overlay: Overlay, days: Int) {
      received = [Double](repeating: 0, count: days * overlay.importers.count)
      receivedAbroad = received
      restraint = received
      price = [Double](
        repeating: 1, count: overlay.market == nil ? 0 : days * overlay.priceCount)
      released = received
      shortfall = received
      stock = received
    }
  }

  /// Number of days.
  package let days: Int
  /// Output, [day][node].
  package internal(set) var output: [Double]
  /// Capacity, [day][node].
  package internal(set) var capacity: [Double]
  /// Industry's orders asked of each node, [day][node].
  package internal(set) var orders: [Double]
  /// Positive final demand not met, [day][region][product].
  package internal(set) var unmet: [Double]
  /// Days on which a product (from S on: an overlay) limited a node most, [node][product]; none where
  /// limits are not traced.
  package internal(set) var limitedDays: [Int32]
  /// Overlays in the batch's order.
  package internal(set) var overlays: [OverlaySeries]
  /// Inventories S at the start of the days asked for, [day][product][node] in the table's order.
  package internal(set) var stocks: [(day: Int, values: [Double])] = []

  init(_ batch: CompiledBatch) {
    let n = batch.economy.nodeCount
    days = batch.horizon
    output = [Double](repeating: 0, count: days * n)
    capacity = output
    orders = output
    let pairs = batch.economy.regionCount * batch.economy.productCount
    unmet = [Double](repeating: 0, count: days * pairs)
    limitedDays = [Int32](
      repeating: 0, count: n * (batch.economy.productCount + batch.overlays.count))
    overlays = batch.overlays.map { OverlaySeries($0, days: batch.horizon) }
  }
}

extension Trajectory {
  /// Bytes of one scenario's trajectory, without overlays and inventories.
  package static func bytes(of economy: Economy, days: Int) -> Int {
    let daily = 3 * economy.nodeCount + economy.regionCount * economy.productCount
    return days * daily * MemoryLayout<Double>.stride
  }
}

/// Records the daily series of every scenario of a batch.
package struct TrajectoryRecorder: Observer {
  /// One trajectory a scenario.
  package private(set) var trajectories: [Trajectory]

  /// Days at whose start inventories are recorded.
  private let stockDays: Set<Int>

  /// Makes room for a batch's whole run; inventories are recorded at the start of `stockDays`.
  package init(_ batch: CompiledBatch, stockDays: Set<Int> = []) {
    trajectories = (0..<batch.width).map { _ in Trajectory(batch) }
    self.stockDays = stockDays
  }

  private mutating func recordStocks(
    _ stock: borrowing AlignedArray, day: Int, batch: CompiledBatch
  ) {
    let economy = batch.economy
    let n = economy.nodeCount
    for k in trajectories.indices {
      var values = [Double](repeating: 0, count: economy.productCount * n)
      for p in 0..<economy.productCount {
        for i in 0..<n {
          values[p * n + economy.order[i]] = stock[(p * n + i) * batch.width + k]
        }
      }
      trajectories[k].stocks.append((day, values))
    }
  }

  /// Takes note of a day.
  package mutating func observe(day: Int, state: borrowing State, batch: CompiledBatch) {
    for k in trajectories.indices {
      recordNodes(&trajectories[k], k, day: day, state: state, batch: batch)
      recordUnmet(&trajectories[k], k, day: day, state: state, batch: batch)
      for index in batch.overlays.indices {
        record(
          &trajectories[k].overlays[index], k, day: day, state: state.overlays[index],
          overlay: batch.overlays[index], width: batch.width)
      }
    }
    if stockDays.contains(day) { recordStocks(state.stock, day: day, batch: batch) }
  }

  private func recordNodes(
    _ t: inout Trajectory, _ k: Int, day: Int, state: borrowing State, batch: CompiledBatch
  ) {
    let n = batch.economy.nodeCount
    let limits = batch.economy.productCount + batch.overlays.count
    for i in 0..<n {
      let here = i * batch.width + k
      let there = batch.economy.order[i]
      t.output[day * n + there] = state.output[here]
      t.capacity[day * n + there] = state.capacity[here]
      t.orders[day * n + there] = state.intermediateDemand[here]
      guard !state.limitingProduct.isEmpty else { continue }
      let product = Int(state.limitingProduct[here])
      if product >= 0 { t.limitedDays[there * limits + product] += 1 }
    }
  }

  private func recordUnmet(
    _ t: inout Trajectory, _ k: Int, day: Int, state: borrowing State, batch: CompiledBatch
  ) {
    let economy = batch.economy
    let row = day * economy.regionCount * economy.productCount
    for i in 0..<economy.nodeCount {
      let missing = 1 - state.finalShare[i * batch.width + k]
      guard missing != 0 else { continue }
      for b in 0..<economy.regionCount {
        t.unmet[row + b * economy.productCount + economy.product[i]] +=
          economy.regionalFinalDemand[i, b] * missing
      }
    }
    for (index, link) in batch.links.imports.enumerated() {
      var unmet = 0.0
      let factor = state.demandFactor[index * batch.width + k]
      for (offset, i) in economy.suppliers(of: link.product).enumerated() {
        let wanted = economy.regionalFinalDemand[i, link.region] * factor
        let asked = state.finalFlow[(link.flowOffset + offset) * batch.width + k]
        unmet += wanted - asked * state.finalShare[i * batch.width + k]
      }
      t.unmet[row + link.region * economy.productCount + link.product] = unmet
    }
  }

  private func record(
    _ series: inout Trajectory.OverlaySeries, _ k: Int, day: Int, state: OverlayState,
    overlay: Overlay, width: Int
  ) {
    for (b, importer) in overlay.importers.enumerated() {
      let cell = day * overlay.importers.count + b
      series.received[cell] = state.received[b * width + k]
      series.receivedAbroad[cell] = state.receivedAbroad[b * width + k]
      series.restraint[cell] = state.restraint[b * width + k]
      series.released[cell] = state.released[b * width + k]
      series.shortfall[cell] = state.shortfall[b * width + k]
      series.stock[cell] = importer.users.reduce(0) { $0 + state.stock[$1 * width + k] }
    }
    guard !series.price.isEmpty else { return }
    for p in 0..<overlay.priceCount {
      series.price[day * overlay.priceCount + p] = state.price[p * width + k]
    }
  }
}
