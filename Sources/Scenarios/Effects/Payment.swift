/// What a lever costs someone: an entry of the ledger (LEVERS.md I), USD; a receipt is less than 0.
package struct Payment: Sendable, Hashable {
  /// Who pays.
  package enum Payer: Sendable, Hashable {
    /// A country's government.
    case government(Partner)
    /// A country's users of the commodity.
    case buyers(Partner)
    /// A country's consumers.
    case consumers(Partner)

    /// The country.
    package var partner: Partner {
      switch self {
      case .government(let partner), .buyers(let partner), .consumers(let partner): partner
      }
    }

    /// As reports and files write it, such as `government:JPN`.
    package var name: String {
      switch self {
      case .government(let partner): "government:\(partner.code)"
      case .buyers(let partner): "buyers:\(partner.code)"
      case .consumers(let partner): "consumers:\(partner.code)"
      }
    }
  }

  /// What the amount follows.
  package enum Basis: Sendable, Hashable {
    /// A share of the base price on each unit that the lever has moved to other origins, and whether it
    /// is paid abroad.
    case moved(premium: Double, isAbroad: Bool)
    /// The same where too little could be moved: prices of what was rise until the rest is not wanted.
    case scarce(premium: Double?)
    /// A share of the base price on each unit of use that the lever saves.
    case saved(premium: Double)
    /// Days of use at the base price, once, before the first day.
    case purchase(days: Double)
    /// A share a year of the value of days of use at the base price.
    case holding(days: Double, perYear: Double)
    /// An amount in USD, in equal parts on the days of the window.
    case total(Double)
    /// (strike − P) on a quantity a day while the price is under the strike, `upside` of it above.
    case difference(strike: Double, quantity: Double, upside: Double)
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who pays.
  package let payer: Payer
  /// What the amount follows.
  package let basis: Basis
  /// The importer whose moves, savings or stocks it follows; nil where it follows none.
  package let importer: Partner?
  /// When; a window of `total` has days.
  package let window: Window

  /// Makes a payment.
  package init(
    commodity: Int, payer: Payer, basis: Basis, importer: Partner? = nil, window: Window
  ) {
    self.commodity = commodity
    self.payer = payer
    self.basis = basis
    self.importer = importer
    self.window = window
  }
}
