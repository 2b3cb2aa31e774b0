/// How a column's numbers read in reports; files always hold them at full precision.
package indirect enum NumberStyle: Sendable, Hashable, Codable {
  /// Three significant digits, thousands grouped: `1,230`, `0.0457`.
  case significant
  /// A share (1 is all) in percent: `12.3%`, `0.32%`, `<0.001%`.
  case percent
  /// A whole number, thousands grouped.
  case count
  /// Days, whole and not grouped.
  case days
  /// A difference of numbers of a style, with its sign; shares differ by percentage points.
  case change(NumberStyle)

  /// The style without its sign.
  package var unsigned: NumberStyle {
    if case .change(let style) = self { style.unsigned } else { self }
  }

  /// Whether a positive number carries a plus sign.
  package var isChange: Bool {
    if case .change = self { true } else { false }
  }
}
