/// Primitive `money`: prices that are set, or that imports pay more, and what someone pays for a lever.
package enum MoneyChange: Sendable, Hashable {
  /// A commodity's price before the shock is another than its file's, in USD per unit.
  case base(Int, price: Double)
  /// A commodity's price is set, in USD per unit.
  case commodity(Int, price: Double, window: Window)
  /// Foreign currency costs a region `depreciation` more, of which its imports in the table show
  /// `passThrough` and its exports raise prices by `exportPassThrough`; what is priced in USD a unit shows all.
  case imports(
    region: Int, depreciation: Double, passThrough: Double, exportPassThrough: Double,
    window: Window)
  /// A currency that is held while a line lasts.
  case swap(CurrencySwap)
  /// A part of what a region's imports cost more that its government pays.
  case shield(region: Int, share: Double, window: Window)
  /// A floor under a commodity's price, which producers answer.
  case floor(PriceFloor)
  /// What a lever costs someone.
  case cost(Payment)
}

/// A line of foreign currency that holds a depreciation under a cap while it lasts (LEVERS.md G).
package struct CurrencySwap: Sendable, Hashable {
  /// Region, in the table's order.
  package let region: Int
  /// Depreciation that it holds, a share.
  package let cap: Double
  /// The line, money of the table.
  package let line: Double
  /// What a point of depreciation held off draws of a day's imports, a share of each.
  package let drain: Double
  /// Cost of what is drawn, a share a year.
  package let spread: Double
  /// When.
  package let window: Window

  /// Makes a line.
  package init(
    region: Int, cap: Double, line: Double, drain: Double, spread: Double, window: Window
  ) {
    self.region = region
    self.cap = cap
    self.line = line
    self.drain = drain
    self.spread = spread
    self.window = window
  }
}

/// A price that producers of a zone are sure of (LEVERS.md E).
package struct PriceFloor: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The floor, USD a unit.
  package let level: Double
  /// Producers and buyers.
  package let zone: [Partner]
  /// Whether buyers pay it, and a levy on what others sell goes to their governments; else the
  /// governments pay members' producers.
  package let isPaidByBuyers: Bool
  /// Elasticity of members' capacity to what they are sure of, over the price before the shock.
  package let response: Double
  /// First day on which capacity answers.
  package let answersFrom: Int
  /// When.
  package let window: Window

  /// Makes a floor.
  package init(
    commodity: Int, level: Double, zone: [Partner], isPaidByBuyers: Bool, response: Double,
    answersFrom: Int, window: Window
  ) {
    self.commodity = commodity
    self.level = level
    self.zone = zone
    self.isPaidByBuyers = isPaidByBuyers
    self.response = response
    self.answersFrom = answersFrom
    self.window = window
  }
}
