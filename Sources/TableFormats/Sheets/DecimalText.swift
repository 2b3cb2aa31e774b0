/// Writes numbers in the shortest form that reads back to the same double.
package struct DecimalText {
  /// What was written.
  package var bytes: [UInt8] = []

  /// Writes nothing yet.
  package init() {}

  private static let powers = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a number without exponent where few decimals do, else in the standard form.
  ///
  /// The first k with round(x 10^k) / 10^k = x gives the fewest decimals: below 2^53 both steps
  /// round once (Clinger 1990), so that the quotient is what a reader will get.
  package mutating func append(_ value: Double) {
    let size = abs(value)
    if size == 0 { return bytes.append(UInt8(ascii: "0")) }
    if size < 1e15 {
      for decimals in 0..<Self.powers.count {
        let scaled = size * Self.powers[decimals]
        guard scaled < 4_503_599_627_370_496 else { break }
        let whole = scaled.rounded()
        if whole / Self.powers[decimals] == size, whole > 0 {
          if value < 0 { bytes.append(UInt8(ascii: "-")) }
          return append(UInt64(whole), decimals: decimals)
        }
      }
    }
    let text = value.description
    bytes += (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8
  }

  private mutating func append(_ number: UInt64, decimals: Int) {
    let start = bytes.count
    var rest = number
    var written = 0
    while rest > 0 || written <= decimals {
      if written == decimals, decimals > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    }
    bytes[start...].reverse()
  }

  /// Appends a text as a cell: in quotes where RFC 4180 or the reader's trimming asks for them.
  package mutating func append(cell text: String) {
    let needsQuotes =
      text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x09].contains($0) }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes else {
      bytes += Array(text.utf8)
      return
    }
    bytes += Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
  }

  /// Appends one byte as it is.
  package mutating func append(byte: UInt8) { bytes.append(byte) }
}
