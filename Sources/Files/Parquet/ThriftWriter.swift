/// Writes values in Thrift's compact protocol, of which Parquet's headers are made.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []

  /// A value of a field.
  indirect enum Value {
    case int32(Int)
    case int64(Int)
    case binary([UInt8])
    case text(String)
    case list([Value])
    case structure([(Int, Value)])

    /// The compact protocol's number of the type.
    fileprivate var type: UInt8 {
      switch self {
      case .int32: 5
      case .int64: 6
      case .binary, .text: 8
      case .list: 9
      case .structure: 12
      }
    }
  }

  /// A structure's bytes; fields in rising order.
  static func bytes(of fields: [(Int, Value)]) -> [UInt8] {
    var writer = ThriftWriter()
    writer.write(.structure(fields))
    return writer.bytes
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .int32(let number), .int64(let number):
      variable(UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
    case .binary(let content):
      variable(UInt64(content.count))
      bytes += content
    case .text(let text): write(.binary(Array(text.utf8)))
    case .list(let values):
      let type = values.first?.type ?? 12
      if values.count < 15 {
        bytes.append(UInt8(values.count) << 4 | type)
      } else {
        bytes.append(0xF0 | type)
        variable(UInt64(values.count))
      }
      for value in values { write(value) }
    case .structure(let fields):
      var last = 0
      for (number, value) in fields {
        precondition((1...15).contains(number - last), "ThriftWriter: field \(number)")
        bytes.append(UInt8(number - last) << 4 | value.type)
        last = number
        write(value)
      }
      bytes.append(0)
    }
  }

  private mutating func variable(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
