/// Days that a stock lasts, and what it was divided by: three bases that must never be mixed.
///
/// Japan in November 2023: national stock of 137 days of consumption is 116 days of net imports.
package struct StockCover: Sendable, Hashable {
  /// What the stock was divided by.
  package enum Denominator: Sendable, Hashable {
    /// Use a day, as domestic law counts it.
    case consumption
    /// Imports a day, exports not taken off.
    case imports
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
