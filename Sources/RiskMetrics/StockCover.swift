/// Days that a stock lasts, and what it was divided by: three bases that must never be mixed.
///
/// Japan in November 2023: national stock of 137 days of consumption is 116 days of net imports.
package struct StockCover: Sendable, Hashable {
  /// What the stock was divided by.
  package enum Denominator: Sendable, Hashable {
    /// Use a day, as domestic law counts it.
    case consumption
    /// Net imports a day, as the International Energy Agency counts them.
    case netImports
    /// Imports a day from the source that is cut.
    case lostImports(from: String)
  }

  /// Days of cover; nil if the denominator is 0, so that the stock lasts for ever.
  package let days: Double?
  /// What the stock was divided by.
  package let denominator: Denominator

  /// Divides a usable stock by a flow a day of the same unit, neither negative.
  package init(stock: Double, perDay flow: Double, _ denominator: Denominator) {
    precondition(stock >= 0 && flow >= 0, "StockCover: \(stock) over \(flow)")
    days = flow > 0 ? stock / flow : nil
    self.denominator = denominator
  }
}

/// A stock that must bridge a lost part of supply (MODEL.md section 3).
package struct SupplyCut: Sendable, Hashable {
  /// Usable stock, units.
  package let stock: Double
  /// Use, units a day.
  package let dailyUse: Double
  /// Lost share of supply, 0 to 1.
  package let lostShare: Double

  /// Makes a cut.
  package init(stock: Double, dailyUse: Double, lostShare: Double) {
    precondition(stock >= 0 && dailyUse >= 0, "SupplyCut: \(stock), \(dailyUse) a day")
    precondition((0...1).contains(lostShare), "SupplyCut: \(lostShare) is no share")
    self.stock = stock
    self.dailyUse = dailyUse
    self.lostShare = lostShare
  }

  /// Days of cover in terms of consumption.
  package var daysOfCover: StockCover {
    StockCover(stock: stock, perDay: dailyUse, .consumption)
  }

  /// Time to survive, TTS = stock / (lost share × use), days; nil if nothing is lost.
  package var timeToSurvive: Double? {
    let lost = lostShare * dailyUse
    return lost > 0 ? stock / lost : nil
  }

  /// Whether the stock is gone before supply is back: TTS < TTR, days.
  package func isExposed(timeToRecover: Double) -> Bool {
    timeToSurvive.map { $0 < timeToRecover } ?? false
  }
}
