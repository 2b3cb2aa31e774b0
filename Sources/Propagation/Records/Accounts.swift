package import InputOutputTables
internal import LinearAlgebra

/// What one scenario's run comes to: sums kept day by day within its own horizon, money of the table.
package struct Accounts: Sendable {
  /// Number of days: the scenario's horizon.
  package let days: Int
  /// Output lost by node in the table's order, Σ over days of x0 − x.
  package let outputLoss: [Double]
  /// What of it could have been made and was not asked for, or all of a gain, by node.
  package let demandLoss: [Double]
  /// What of it could not have been made with every input at hand, by node; the rest is for want of inputs.
  package let capacityLoss: [Double]
  /// Positive final demand not met, [region][product].
  package let unmet: [Double]
  /// Shares of wanted output that were not made, summed over the steps in which a product (from S on: an
  /// overlay) limited a node most, [node][product]; empty where limits are not traced.
  package let limitedOutput: [Float]
  /// Value added lost in each quarter of the run (`Quarters`), [quarter][region].
  package let valueAddedLoss: [[Double]]
  /// Output over baseline by region.
  package let regions: [OutputPath]
  /// Overlays in the batch's order.
  package let overlays: [OverlayAccounts]
  /// What levers cost whom, in the levers' order.
  package let ledger: [LedgerLine]
}

/// What one scenario's run comes to in one overlay, by importer; units of the commodity.
package struct OverlayAccounts: Sendable {
  /// Received from abroad a day, units, [day][importer]: prices are put on it day by day.
  package internal(set) var receivedAbroad: [Double]
  /// Price over its base, [day][price]; empty where none is computed.
  package internal(set) var price: [Double]
  /// What of baseline purchases could not reach the market, units a day, [day][price]; as `price`.
  package internal(set) var blocked: [Double]
  /// Users' restraint over the horizon, days of use, [importer].
  package internal(set) var restraint: [Double]
  /// Released from stockpiles over the horizon, [importer].
  package internal(set) var released: [Double]
  /// Physical shortfall before releases over the horizon, [importer].
  package internal(set) var shortfall: [Double]
  /// Lowest stock of users at the end of a day, [importer].
  package internal(set) var lowestStock: [Double]
  /// The first day that has it, [importer].
  package internal(set) var lowestDay: [Int]
  /// Days that end with users' stock under the minimum operating stock, [importer].
  package internal(set) var shortDays: [Int]
  /// The first of them, [importer]; nil if there is none.
  package internal(set) var firstShortDay: [Int?]
  /// Stock of users at the end of the latest day, [importer].
  package internal(set) var latestStock: [Double]

  init(_ overlay: Overlay, days: Int) {
    let countries = overlay.countries.count
    receivedAbroad = [Double](repeating: 0, count: countries * days)
    price = [Double](repeating: 0, count: overlay.hasPrice ? overlay.priceCount * days : 0)
    blocked = price
    released = [Double](repeating: 0, count: countries)
    restraint = released
    shortfall = released
    lowestStock = [Double](repeating: .infinity, count: countries)
    lowestDay = [Int](repeating: 0, count: countries)
    shortDays = lowestDay
    firstShortDay = [Int?](repeating: nil, count: countries)
    latestStock = released
  }

  /// Adds a step of a scenario within its horizon.
  mutating func add(
    _ moment: Moment, _ state: borrowing OverlayState, _ overlay: Overlay, scenario k: Int,
    width: Int
  ) {
    let countries = overlay.countries.count
    for (b, importer) in overlay.importers.enumerated() {
      let cell = b * width + k
      let country = importer.whole
      let part = importer.use / overlay.countryUse(of: country)
      receivedAbroad[moment.day * countries + country] +=
        moment.share * state.receivedAbroad[cell]
      restraint[country] += moment.share * state.restraint[cell] * part
      released[country] += moment.share * state.released[cell]
      shortfall[country] += moment.share * state.shortfall[cell]
    }
    if moment.isLastOfDay {
      for b in overlay.countries {
        close(moment, of: b, state, overlay, scenario: k, width: width)
      }
    }
    guard !price.isEmpty else { return }
    for p in 0..<overlay.priceCount {
      let cell = moment.day * overlay.priceCount + p
      price[cell] += moment.share * state.price[p * width + k]
      blocked[cell] += moment.share * state.blocked[p * width + k]
    }
  }

  /// Takes what an importer's users have in store at the end of a day.
  private mutating func close(
    _ moment: Moment, of b: Int, _ state: borrowing OverlayState, _ overlay: Overlay,
    scenario k: Int, width: Int
  ) {
    var stock = 0.0
    var isShort = false
    for member in overlay.members(of: b) {
      let part = overlay.importers[member]
      var own = 0.0
      for u in part.users { own += state.stock[u * width + k] }
      // Listed buyers go short on their own; who needs no minimum needs what a step uses.
      isShort = isShort || own < max(part.minimumDays, moment.share) * part.use * (1 - 1e-9)
      stock += own
    }
    latestStock[b] = stock
    if stock < lowestStock[b] {
      lowestStock[b] = stock
      lowestDay[b] = moment.day
    }
    if isShort {
      shortDays[b] += 1
      if firstShortDay[b] == nil { firstShortDay[b] = moment.day }
    }
  }
}

extension Accounts {
  /// Bytes of one scenario's accounts, without overlays.
  package static func bytes(of economy: Economy, days: Int, tracingLimits: Bool) -> Int {
    let sums = 5 * economy.nodeCount + (2 + Quarters.count(in: days)) * economy.regionCount
    let paths = economy.regionCount * MemoryLayout<OutputPath>.stride
    let limits = tracingLimits ? economy.nodeCount * economy.productCount : 0
    return sums * MemoryLayout<Double>.stride + paths + limits * MemoryLayout<Int32>.stride
  }
}
