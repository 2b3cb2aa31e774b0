package import InputOutputTables
internal import LinearAlgebra

/// What one scenario's run comes to: sums kept day by day within its own horizon, money of the table.
package struct Accounts: Sendable {
  /// Number of days: the scenario's horizon.
  package let days: Int
  /// Output lost by node in the table's order, Σ over days of x0 − x.
  package let outputLoss: [Double]
  /// Positive final demand not met, [region][product].
  package let unmet: [Double]
  /// Days on which a product (from S on: an overlay) limited a node most, [node][product]; empty where
  /// limits are not traced.
  package let limitedDays: [Int32]
  /// Output over baseline by region.
  package let regions: [OutputPath]
  /// Overlays in the batch's order.
  package let overlays: [OverlayAccounts]
}

/// What one scenario's run comes to in one overlay, by importer; units of the commodity.
package struct OverlayAccounts: Sendable {
  /// Received from abroad a day, units, [day][importer]: prices are put on it day by day.
  package internal(set) var receivedAbroad: [Double]
  /// Price over its base, [day][price]; empty where none is computed.
  package internal(set) var price: [Double]
  /// Users' restraint over the horizon, days of use, [importer].
  package internal(set) var restraint: [Double]
  /// Released from stockpiles over the horizon, [importer].
  package internal(set) var released: [Double]
  /// Physical shortfall before releases over the horizon, [importer].
  package internal(set) var shortfall: [Double]
  /// Lowest stock of users at the end of a day, [importer].
  package internal(set) var lowestStock: [Double]
  /// Stock of users at the end of the latest day, [importer].
  package internal(set) var latestStock: [Double]

  init(_ overlay: Overlay, days: Int) {
    let importers = overlay.importers.count
    receivedAbroad = [Double](repeating: 0, count: importers * days)
    price = [Double](repeating: 0, count: overlay.market == nil ? 0 : overlay.priceCount * days)
    released = [Double](repeating: 0, count: importers)
    restraint = released
    shortfall = released
    lowestStock = [Double](repeating: .infinity, count: importers)
    latestStock = released
  }

  /// Adds a step of a scenario within its horizon.
  mutating func add(
    _ moment: Moment, _ state: borrowing OverlayState, _ overlay: Overlay, scenario k: Int,
    width: Int
  ) {
    let importers = overlay.importers.count
    for b in 0..<importers {
      let cell = b * width + k
      receivedAbroad[moment.day * importers + b] += moment.share * state.receivedAbroad[cell]
      restraint[b] += moment.share * state.restraint[cell]
      released[b] += moment.share * state.released[cell]
      shortfall[b] += moment.share * state.shortfall[cell]
      guard moment.isLastOfDay else { continue }
      var stock = 0.0
      for u in overlay.importers[b].users { stock += state.stock[u * width + k] }
      latestStock[b] = stock
      lowestStock[b] = min(lowestStock[b], stock)
    }
    guard !price.isEmpty else { return }
    for p in 0..<overlay.priceCount {
      price[moment.day * overlay.priceCount + p] += moment.share * state.price[p * width + k]
    }
  }
}

extension Accounts {
  /// Bytes of one scenario's accounts, without overlays.
  package static func bytes(of economy: Economy, tracingLimits: Bool) -> Int {
    let sums = 3 * economy.nodeCount + 2 * economy.regionCount
    let paths = economy.regionCount * MemoryLayout<OutputPath>.stride
    let limits = tracingLimits ? economy.nodeCount * economy.productCount : 0
    return sums * MemoryLayout<Double>.stride + paths + limits * MemoryLayout<Int32>.stride
  }
}
