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
      received = [Double](repeating: 0, count: days * overlay.countries.count)
      receivedAbroad = received
      restraint = received
      price = [Double](
        repeating: 0, count: overlay.hasPrice ? days * overlay.priceCount : 0)
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

  /// Takes note of a step: a day's flows are the mean of its steps, its stock is the last step's.
  package mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    let unmet = batch.links.imports.indices.map { state.unmet(ofImport: $0, batch) }
    for k in trajectories.indices {
      // Static: a method of `self` would hold a second reference and copy what it changes.
      Self.recordNodes(&trajectories[k], k, moment, state, batch)
      Self.recordUnmet(&trajectories[k], k, moment, state, batch, ofImports: unmet)
      for index in batch.overlays.indices {
        Self.record(
          &trajectories[k].overlays[index], k, moment, state.overlays[index],
          batch.overlays[index], width: batch.width)
      }
      if moment.isFirstOfDay, stockDays.contains(moment.day) {
        Self.recordStocks(&trajectories[k], k, state.stock, day: moment.day, batch)
      }
    }
  }

  private static func recordStocks(
    _ t: inout Trajectory, _ k: Int, _ stock: borrowing AlignedArray, day: Int,
    _ batch: CompiledBatch
  ) {
    let economy = batch.economy
    let n = economy.nodeCount
    var values = [Double](repeating: 0, count: economy.productCount * n)
    for p in 0..<economy.productCount {
      for i in 0..<n {
        values[p * n + economy.order[i]] = stock[(p * n + i) * batch.width + k]
      }
    }
    t.stocks.append((day, values))
  }

  private static func recordNodes(
    _ t: inout Trajectory, _ k: Int, _ moment: Moment, _ state: borrowing State,
    _ batch: CompiledBatch
  ) {
    let n = batch.economy.nodeCount
    let row = moment.day * n
    for i in 0..<n {
      let here = i * batch.width + k
      let there = row + batch.economy.order[i]
      t.output[there] += state.output[here] * moment.share
      t.capacity[there] += state.capacity[here] * moment.share
      t.orders[there] += state.intermediateDemand[here] * moment.share
    }
  }

  private static func recordUnmet(
    _ t: inout Trajectory, _ k: Int, _ moment: Moment, _ state: borrowing State,
    _ batch: CompiledBatch, ofImports touched: [[Double]]
  ) {
    let economy = batch.economy
    let products = economy.productCount
    var unmet = [Double](repeating: 0, count: economy.regionCount * products)
    for i in 0..<economy.nodeCount {
      for b in 0..<economy.regionCount {
        let missing = 1 - state.finalShare(of: i, in: b, scenario: k, batch)
        guard missing != 0 else { continue }
        unmet[b * products + economy.product[i]] += economy.regionalFinalDemand[i, b] * missing
      }
    }
    for (p, place) in (batch.columns?.place ?? []).enumerated() {
      guard let place else { continue }
      for b in 0..<economy.regionCount {
        let cell = (place * economy.regionCount + b) * batch.width + k
        unmet[b * products + p] = state.columns.unmet[cell]
      }
    }
    for (index, link) in batch.links.imports.enumerated() where batch.links.touches(k, link) {
      unmet[link.region * products + link.product] = touched[index][k]
    }
    let row = moment.day * unmet.count
    for (cell, value) in unmet.enumerated() { t.unmet[row + cell] += value * moment.share }
  }

  private static func record(
    _ series: inout Trajectory.OverlaySeries, _ k: Int, _ moment: Moment, _ state: OverlayState,
    _ overlay: Overlay, width: Int
  ) {
    for (b, importer) in overlay.importers.enumerated() {
      let cell = moment.day * overlay.countries.count + importer.whole
      let part = importer.use / overlay.countryUse(of: importer.whole)
      series.received[cell] += state.received[b * width + k] * moment.share
      series.receivedAbroad[cell] += state.receivedAbroad[b * width + k] * moment.share
      series.restraint[cell] += part * state.restraint[b * width + k] * moment.share
      series.released[cell] += state.released[b * width + k] * moment.share
      series.shortfall[cell] += state.shortfall[b * width + k] * moment.share
      let stock = importer.users.reduce(0) { $0 + state.stock[$1 * width + k] }
      series.stock[cell] = importer.whole == b ? stock : series.stock[cell] + stock
    }
    guard !series.price.isEmpty else { return }
    for p in 0..<overlay.priceCount {
      series.price[moment.day * overlay.priceCount + p] += state.price[p * width + k] * moment.share
    }
  }
}
