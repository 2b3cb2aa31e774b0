/// Why a text is no quantity of the accepted dimensions.
package enum QuantityFault: Error, Sendable, Hashable {
  /// Nothing is written.
  case empty
  /// It does not start with a number.
  case notANumber
  /// NaN, an infinity, or beyond what a Double holds.
  case notFinite
  /// Digits in groups, and the text without them.
  case thousandsSeparator(String)
  /// A comma where a point belongs, and the text with a point.
  case decimalComma(String)
  /// Full-width characters, and the text without them.
  case wideCharacters(String)
  /// A number alone where a unit is needed.
  case missingUnit
  /// A unit that does not exist.
  case unknownUnit(String)
  /// A unit of another dimension.
  case wrongUnit(Unit)
}
