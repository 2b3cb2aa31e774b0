/// Reads decimal numbers from bytes, correctly rounded.
///
/// A mantissa below 2^53 and a power of ten up to 10^22 are exact doubles, so that one product or
/// quotient rounds once (Clinger 1990); up to 19 digits go to `LongDecimal`, and everything else to
/// the standard parser.
package enum NumberParser {
  /// The number that fills a range of bytes (`-12.5e3`); nil if the bytes are no decimal number.
  ///
  /// Infinite if it is beyond the largest double.
  package static func parse(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Double? {
    var scan = Scan()
    guard scan.read(bytes, range) else { return nil }
    if let value = scan.exactValue ?? scan.longValue { return value }
    return Double(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
  }

  /// The number that a text is; nil if it is no decimal number.
  package static func parse(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return parse(bytes.span, 0..<bytes.count)
  }

  fileprivate static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// Sign, digits and exponent of a decimal number.
private struct Scan {
  private var isNegative = false
  private var mantissa: UInt64 = 0
  private var significantDigits = 0
  private var exponent = 0

  /// Reads the whole range; false if it is not a decimal number.
  mutating func read(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    let end = range.upperBound
    if i < end, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
      isNegative = bytes[i] == UInt8(ascii: "-")
      i += 1
    }
    let first = i
    readDigits(bytes, &i, end)
    var digits = i - first
    if i < end, bytes[i] == UInt8(ascii: ".") {
      i += 1
      let fraction = i
      readDigits(bytes, &i, end)
      exponent -= i - fraction
      digits += i - fraction
    }
    guard digits > 0 else { return false }
    return i == end || readExponent(bytes, &i, end)
  }

  private mutating func readDigits(_ bytes: borrowing Span<UInt8>, _ i: inout Int, _ end: Int) {
    while i < end {
      let digit = bytes[i] &- UInt8(ascii: "0")
      guard digit < 10 else { return }
      if significantDigits < 19 {
        mantissa = mantissa * 10 + UInt64(digit)
      }
      if significantDigits > 0 || digit > 0 { significantDigits += 1 }
      i += 1
    }
  }

  private mutating func readExponent(
    _ bytes: borrowing Span<UInt8>, _ i: inout Int, _ end: Int
  ) -> Bool {
    guard bytes[i] == UInt8(ascii: "e") || bytes[i] == UInt8(ascii: "E") else { return false }
    i += 1
    var isNegative = false
    if i < end, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
      isNegative = bytes[i] == UInt8(ascii: "-")
      i += 1
    }
    let first = i
    var value = 0
    while i < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[i]) {
      value = min(value * 10 + Int(bytes[i] - UInt8(ascii: "0")), 1_000_000)
      i += 1
    }
    exponent += isNegative ? -value : value
    return i > first && i == end
  }

  /// The value where one rounding suffices; nil where it does not.
  var exactValue: Double? {
    guard significantDigits <= 19, mantissa < 1 << 53, abs(exponent) <= 22 else { return nil }
    let power = NumberParser.powersOfTen[abs(exponent)]
    let size = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    return isNegative ? -size : size
  }

  /// The value of up to 19 digits; nil where the standard parser must decide.
  var longValue: Double? {
    guard significantDigits <= 19 else { return nil }
    let size = LongDecimal.value(mantissa, exponent: exponent)
    return isNegative ? size.map { -$0 } : size
  }
}
