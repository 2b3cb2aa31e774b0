/// A table's money unit: a scale and a currency, read from words such as `million USD`.
package struct MoneyUnit: Sendable, Hashable {
  /// Units of currency in one unit of the table.
  package let scale: Double
  /// Currency code, such as `USD`.
  package let currency: String

  /// Reads a unit; nil if it is not a scale and a three-letter currency.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let last = words.last, last.count == 3, last == last.uppercased() else { return nil }
    let scales = ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12]
    switch words.count {
    case 1: scale = 1
    case 2:
      guard let known = scales[words[0].lowercased()] else { return nil }
      scale = known
    default: return nil
    }
    currency = last
  }

  /// One unit of the table in USD; nil for another currency: no exchange rate is assumed.
  package var inUSD: Double? { currency == "USD" ? scale : nil }
}
