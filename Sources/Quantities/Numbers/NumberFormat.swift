/// The one place where numbers become text: rounded for readers, exact for files.
package enum NumberFormat {
  /// What stands for a number that is not there.
  package static let missing = "—"

  /// A number for readers; one that is not zero never reads as zero (`<0.001%`).
  package static func rounded(_ value: Double, as style: NumberStyle) -> String {
    rounded(DecimalDigits(value), as: style)
  }

  /// A whole number for readers, every digit shown.
  package static func rounded(_ value: Int, as style: NumberStyle = .count) -> String {
    let number = DecimalDigits(value)
    let text = number.plain(decimals: 0, grouped: style.unsigned != .days)
    return sign(of: number, in: style) + text
  }

  /// A number for files: the shortest form that reads back to the same Double; −0 is written `0`.
  package static func exact(_ value: Double) -> String {
    precondition(value.isFinite, "NumberFormat: \(value) cannot be written to a file")
    let text = value == 0 ? "0" : value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number with a fixed count of decimals, as axes of charts need it.
  package static func fixed(_ value: Double, decimals: Int, as style: NumberStyle) -> String {
    let isPercent = style == .percent
    let number = DecimalDigits(value).scaled(byTenTo: isPercent ? 2 : 0)
    let shown = number.rounded(decimals: decimals)
    let text = shown.plain(decimals: decimals, grouped: style.unsigned != .days)
    return sign(of: shown, in: style) + text + (isPercent ? "%" : "")
  }

  private static func rounded(_ value: DecimalDigits, as style: NumberStyle) -> String {
    let kind = style.unsigned
    let number = kind == .percent ? value.scaled(byTenTo: 2) : value
    let unit = style == .percent ? "%" : ""
    if number.isZero { return "0" + unit }
    if let bound = bound(above: number, as: kind) {
      return (number.isNegative ? ">" : "<") + sign(of: number, in: style) + bound + unit
    }
    return sign(of: number, in: style) + magnitude(of: number, as: kind) + unit
  }

  private static func magnitude(of number: DecimalDigits, as kind: NumberStyle) -> String {
    if kind == .count || kind == .days {
      let whole = number.rounded(decimals: 0)
      return whole.exponent > 15
        ? whole.scientific
        : whole.plain(decimals: 0, grouped: kind == .count)
    }
    if number.exponent > 15 { return number.scientific }
    let decimals = decimals(of: number.rounded(keeping: 3), as: kind)
    let kept = min(3, number.exponent + decimals)
    return number.rounded(keeping: kept).plain(decimals: decimals, grouped: true)
  }

  /// Decimals that show three digits; a percentage has two from 0.1% on and three below.
  private static func decimals(of short: DecimalDigits, as kind: NumberStyle) -> Int {
    let significant = max(0, 3 - short.exponent)
    return kind == .percent ? min(significant, short.exponent >= 0 ? 2 : 3) : significant
  }

  /// The smallest number that a style shows, where the number is not zero and lies below it.
  private static func bound(above number: DecimalDigits, as kind: NumberStyle) -> String? {
    switch kind {
    case .percent: number.exponent < -2 ? "0.001" : nil
    case .count, .days: number.rounded(decimals: 0).isZero ? "1" : nil
    case .significant, .change: number.exponent < -5 ? "0.000001" : nil
    }
  }

  private static func sign(of number: DecimalDigits, in style: NumberStyle) -> String {
    number.isZero ? "" : number.isNegative ? "−" : style.isChange ? "+" : ""
  }
}
