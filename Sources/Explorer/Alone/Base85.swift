/// Bytes as text in 85 characters of ASCII: five for every four bytes, as Ascii85 has them, without `<`, so
/// that they end no element.
enum Base85 {
  /// The text of bytes; the last group of n bytes is n + 1 characters.
  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 4 * 5 + 5)
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let count = min(4, bytes.count - start)
      var value: UInt32 = 0
      for place in start..<start + 4 {
        value = value << 8 | UInt32(place < bytes.count ? bytes[place] : 0)
      }
      var unit: UInt32 = 52_200_625  // 85⁴
      for _ in 0...count {
        text.append(character(of: UInt8(value / unit)))
        value %= unit
        unit /= 85
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// From `(` to `|`; `~` stands for `<`.
  private static func character(of digit: UInt8) -> UInt8 {
    let character = digit + UInt8(ascii: "(")
    return character == UInt8(ascii: "<") ? UInt8(ascii: "~") : character
  }
}
