/// Writes tables of numbers as Parquet files: PLAIN pages, packed by Zstandard or as they are.
///
/// The same table is the same bytes wherever libzstd is of one version. Where machines may differ in it,
/// `ParquetColumn.digest` says whether tables are the same.
/// Apache Parquet format, version 1 data pages; minima and maxima of every row group, so that readers pass
/// over those that they do not need.
package enum ParquetWriter {
  /// The first and last bytes of a file.
  static let mark = Array("PAR1".utf8)

  /// How pages are packed, by the format's number.
  package enum Packing: Int, Sendable, CaseIterable {
    /// As they are.
    case none = 0
    /// Each a frame of Zstandard.
    case zstandard = 6
  }

  /// A whole file; columns of the same number of rows, `rowsPerGroup` of them in a row group.
  package static func bytes(
    _ columns: [ParquetColumn], rowsPerGroup: Int = 65_536, packing: Packing = .zstandard,
    metadata: [(String, String)] = []
  ) -> [UInt8] {
    let count = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == count }, "ParquetWriter: uneven columns")
    var file = mark
    var groups: [ThriftWriter.Value] = []
    for first in stride(from: 0, to: count, by: rowsPerGroup) {
      let rows = first..<min(first + rowsPerGroup, count)
      let start = file.count
      let chunks = columns.map { chunk($0.rows(rows), packing, in: &file) }
      groups.append(
        .structure([
          (1, .list(chunks)), (2, .int64(file.count - start)), (3, .int64(rows.count)),
        ]))
    }
    let footer = ThriftWriter.bytes(of: self.footer(columns, count, groups, metadata))
    return file + footer + littleEndian(UInt32(footer.count)) + mark
  }

  private static func footer(
    _ columns: [ParquetColumn], _ rows: Int, _ groups: [ThriftWriter.Value],
    _ metadata: [(String, String)]
  ) -> [(Int, ThriftWriter.Value)] {
    let root = ThriftWriter.Value.structure([(4, .text("schema")), (5, .int32(columns.count))])
    let order = ThriftWriter.Value.structure([(1, .structure([]))])
    return [
      (1, .int32(1)), (2, .list([root] + columns.map { $0.schema })), (3, .int64(rows)),
      (4, .list(groups)),
      (5, .list(metadata.map { .structure([(1, .text($0.0)), (2, .text($0.1))]) })),
      (6, .text("sonae")), (7, .list(columns.map { _ in order })),
    ]
  }

  /// Appends a column's page and tells of it.
  private static func chunk(
    _ column: ParquetColumn, _ packing: Packing, in file: inout [UInt8]
  ) -> ThriftWriter.Value {
    let page = column.page
    let packed = packing == .zstandard ? Zstandard.packed(page) : page
    let header = ThriftWriter.bytes(of: [
      (1, .int32(0)), (2, .int32(page.count)), (3, .int32(packed.count)),
      (
        5,
        .structure([(1, .int32(column.count)), (2, .int32(0)), (3, .int32(3)), (4, .int32(3))])
      ),
    ])
    let offset = file.count
    file += header
    file += packed
    let about: [(Int, ThriftWriter.Value)] = [
      (1, .int32(column.type)), (2, .list([.int32(0), .int32(3)])),
      (3, .list([.text(column.name)])), (4, .int32(packing.rawValue)), (5, .int64(column.count)),
      (6, .int64(header.count + page.count)), (7, .int64(header.count + packed.count)),
      (9, .int64(offset)),
      (12, .structure(column.statistics)),
    ]
    return .structure([(2, .int64(offset)), (3, .structure(about))])
  }

  fileprivate static func append<Number: FixedWidthInteger>(
    _ number: Number, to bytes: inout [UInt8]
  ) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  fileprivate static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }
}

extension ParquetColumn {
  /// SHA-256 of a table's names and values, however it is packed and cut into row groups: 64 hexadecimal
  /// digits.
  package static func digest(_ columns: [ParquetColumn]) -> String {
    var digest = StreamingDigest()
    for column in columns {
      var head = Array(column.name.utf8) + [0, UInt8(column.type)]
      ParquetWriter.append(Int64(column.count), to: &head)
      digest.add(head)
      digest.add(column.page)
    }
    return digest.finish()
  }

  /// Physical type: INT64 or DOUBLE.
  fileprivate var type: Int { if case .integers = values { 2 } else { 5 } }

  /// The column in the file's schema: required whole numbers, optional numbers.
  fileprivate var schema: ThriftWriter.Value {
    let isOptional = if case .numbers = values { 1 } else { 0 }
    return .structure([(1, .int32(type)), (3, .int32(isOptional)), (4, .text(name))])
  }

  /// The values: which are there (definition levels, bit-packed), then those.
  fileprivate var page: [UInt8] {
    switch values {
    case .integers(let values):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(8 * values.count)
      for value in values { ParquetWriter.append(Int64(value), to: &bytes) }
      return bytes
    case .numbers(let values):
      let groups = (values.count + 7) / 8
      var levels = Self.variable(groups << 1 | 1)
      for group in 0..<groups {
        var byte: UInt8 = 0
        for bit in 0..<8 where group * 8 + bit < values.count {
          if values[group * 8 + bit] != nil { byte |= 1 << UInt8(bit) }
        }
        levels.append(byte)
      }
      var bytes = ParquetWriter.littleEndian(UInt32(levels.count)) + levels
      bytes.reserveCapacity(bytes.count + 8 * values.count)
      for case let value? in values { ParquetWriter.append(value.bitPattern, to: &bytes) }
      return bytes
    }
  }

  /// Number of missing values, maximum, minimum.
  fileprivate var statistics: [(Int, ThriftWriter.Value)] {
    switch values {
    case .integers(let values):
      guard let low = values.min(), let high = values.max() else { return [(3, .int64(0))] }
      return [
        (3, .int64(0)), (5, .binary(ParquetWriter.littleEndian(Int64(high)))),
        (6, .binary(ParquetWriter.littleEndian(Int64(low)))),
      ]
    case .numbers(let values):
      let present = values.compactMap { $0 }
      let missing = values.count - present.count
      guard let low = present.min(), let high = present.max() else {
        return [(3, .int64(missing))]
      }
      // The format asks for +0 as a maximum and −0 as a minimum.
      let ends = (low == 0 ? -0.0 : low, high == 0 ? 0.0 : high)
      return [
        (3, .int64(missing)), (5, .binary(ParquetWriter.littleEndian(ends.1.bitPattern))),
        (6, .binary(ParquetWriter.littleEndian(ends.0.bitPattern))),
      ]
    }
  }

  private static func variable(_ number: Int) -> [UInt8] {
    var rest = number
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
