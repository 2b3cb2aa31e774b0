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
