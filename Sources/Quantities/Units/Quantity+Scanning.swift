extension Quantity {
  /// Where the number at the start of a text ends: sign, digits, point, digits, exponent; 0 if none.
  static func numberEnd(in bytes: [UInt8]) -> Int {
    var end = 0
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") {
      end += 1
    }
    let whole = digits(in: bytes, from: end)
    end += whole
    var fraction = 0
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      fraction = digits(in: bytes, from: end + 1)
      if fraction > 0 { end += 1 + fraction }
    }
    guard whole + fraction > 0 else { return 0 }
    return end + exponent(in: bytes, from: end)
  }

  /// How many digits stand in a row.
  private static func digits(in bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count else { return 0 }
    return bytes[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
  }

  /// Length of `e-3`; 0 if there is no whole exponent.
  private static func exponent(in bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "e") else { return 0 }
    var end = start + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") {
      end += 1
    }
    let count = digits(in: bytes, from: end)
    return count > 0 ? end + count - start : 0
  }

  /// What a comma, or digits after a space, say about the number; nil if neither follows it.
  static func separatorFault(in text: String, after end: Int) -> QuantityFault? {
    let bytes = Array(text.utf8)
    guard end < bytes.count else { return nil }
    switch bytes[end] {
    case UInt8(ascii: ","):
      if groups(in: bytes, from: end, by: bytes[end]) {
        return .thousandsSeparator(ungrouped(bytes, by: bytes[end]))
      }
      guard digits(in: bytes, from: end + 1) > 0 else { return .notANumber }
      return .decimalComma(String(text.map { $0 == "," ? "." : $0 }))
    case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "'"):
      guard groups(in: bytes, from: end, by: bytes[end]) else { return nil }
      return .thousandsSeparator(ungrouped(bytes, by: bytes[end]))
    case UInt8(ascii: "."):
      return .notANumber
    default:
      return nil
    }
  }

  /// Whether a separator and exactly three digits follow.
  private static func groups(in bytes: [UInt8], from start: Int, by separator: UInt8) -> Bool {
    guard start < bytes.count, bytes[start] == separator else { return false }
    return digits(in: bytes, from: start + 1) == 3
  }

  /// The text without the separators between its groups of digits.
  private static func ungrouped(_ bytes: [UInt8], by separator: UInt8) -> String {
    var bytes = bytes
    var end = numberEnd(in: bytes)
    while groups(in: bytes, from: end, by: separator) {
      bytes.remove(at: end)
      end = numberEnd(in: bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with full-width characters made narrow; nil if it has none.
  ///
  /// U+FF01…U+FF5E are ASCII shifted by 0xFEE0; the ideographic space and the minus sign as well.
  package static func narrowed(_ text: String) -> String? {
    var found = false
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        found = true
        result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000:
        found = true
        result.append(" ")
      case 0x2212:
        found = true
        result.append("-")
      default:
        result.append(scalar)
      }
    }
    return found ? String(result) : nil
  }
}
