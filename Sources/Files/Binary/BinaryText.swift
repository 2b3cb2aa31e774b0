/// Texts and whole numbers as bytes, in the order that `BinaryFields` reads them.
package struct BinaryText {
  /// The bytes so far.
  package var bytes: [UInt8] = []

  /// Starts with no bytes.
  package init() {}

  /// Adds a whole number: eight bytes, the lowest first.
  package mutating func append(_ number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// Adds a text: its length and its UTF-8.
  package mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes += Array(text.utf8)
  }

  /// Adds texts: their number and each of them.
  package mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  /// Adds whole numbers: how many and each of them.
  package mutating func append(_ numbers: [Int]) {
    append(numbers.count)
    for number in numbers { append(number) }
  }
}
