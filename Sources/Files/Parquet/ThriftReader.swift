/// Reads values in Thrift's compact protocol; nil where the bytes hold none.
struct ThriftReader {
  private let bytes: [UInt8]
  /// Where the next value starts.
  private(set) var position: Int

  /// A value, kept as far as Parquet's headers need it.
  indirect enum Value {
    case integer(Int)
    case binary([UInt8])
    case list([Value])
    case structure([Int: Value])

    /// A field of a structure; nil if it is none, or has none of the number.
    subscript(field: Int) -> Value? {
      if case .structure(let fields) = self { fields[field] } else { nil }
    }

    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var items: [Value]? { if case .list(let values) = self { values } else { nil } }
    var text: String? {
      if case .binary(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
  }

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next structure.
  mutating func structure(depth: Int = 0) -> Value? {
    var fields: [Int: Value] = [:]
    var last = 0
    while let head = byte() {
      if head == 0 { return .structure(fields) }
      let step = Int(head >> 4)
      if step == 0 {
        guard let number = integer() else { return nil }
        last = number
      } else {
        last += step
      }
      guard let value = value(head & 15, depth: depth) else { return nil }
      fields[last] = value
    }
    return nil
  }

  private mutating func value(_ type: UInt8, depth: Int) -> Value? {
    // Deeper than any header is no header.
    guard depth < 16 else { return nil }
    switch type {
    case 1, 2: return .integer(type == 1 ? 1 : 0)
    case 3: return byte().map { .integer(Int($0)) }
    case 4, 5, 6: return integer().map { .integer($0) }
    case 8:
      guard let count = variable(), count <= bytes.count - position else { return nil }
      defer { position += Int(count) }
      return .binary(Array(bytes[position..<position + Int(count)]))
    case 9, 10: return list(depth: depth)
    case 12: return structure(depth: depth + 1)
    default: return nil
    }
  }

  private mutating func list(depth: Int) -> Value? {
    guard let head = byte() else { return nil }
    var count = UInt64(head >> 4)
    if count == 15 {
      guard let longer = variable() else { return nil }
      count = longer
    }
    guard count <= bytes.count - position else { return nil }
    var values: [Value] = []
    for _ in 0..<count {
      guard let value = value(head & 15, depth: depth + 1) else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private mutating func integer() -> Int? {
    variable().map { Int(bitPattern: UInt($0 >> 1)) ^ -Int($0 & 1) }
  }

  private mutating func variable() -> UInt64? {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = byte() else { return nil }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
    }
    return nil
  }

  private mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }
}
