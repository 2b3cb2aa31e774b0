/// Reads texts and whole numbers from bytes; nil where the bytes hold none.
package struct BinaryFields {
  private let bytes: [UInt8]
  private var position = 0

  /// Starts at the first byte.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next whole number.
  package mutating func integer() -> Int? {
    guard position + 8 <= bytes.count else { return nil }
    var bits: UInt64 = 0
    for i in 0..<8 { bits |= UInt64(bytes[position + i]) << UInt64(8 * i) }
    position += 8
    return Int(Int64(bitPattern: bits))
  }

  /// The next text.
  package mutating func string() -> String? {
    guard let count = integer(), count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  /// The next list of texts.
  package mutating func strings() -> [String]? {
    guard let count = integer(), count >= 0, count <= bytes.count - position else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count {
      guard let text = string() else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// The next list of whole numbers.
  package mutating func integers() -> [Int]? {
    guard let count = integer(), count >= 0, count <= bytes.count - position else { return nil }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = integer() else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
