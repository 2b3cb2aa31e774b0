/// Reads the Parquet files that `ParquetWriter` writes; anything else is nil.
package enum ParquetReader {
  /// The columns of a whole file, or those of them that are named; nil if it is damaged, or of another kind.
  package static func columns(
    _ file: [UInt8], named wanted: Set<String>? = nil
  ) -> [ParquetColumn]? {
    let mark = ParquetWriter.mark
    guard file.count >= 12, file.starts(with: mark), file.suffix(4) == mark[...] else { return nil }
    let length = Int(number(file, at: file.count - 8, bytes: 4))
    guard length <= file.count - 12 else { return nil }
    var reader = ThriftReader(file, at: file.count - 8 - length)
    guard let footer = reader.structure(), let schema = footer[2]?.items,
      let groups = footer[4]?.items
    else { return nil }
    let leaves = schema.dropFirst()
    var columns: [ParquetColumn] = []
    for (index, leaf) in leaves.enumerated() {
      guard let name = leaf[4]?.text, let type = leaf[1]?.integer else { return nil }
      guard wanted?.contains(name) ?? true else { continue }
      var integers: [Int] = []
      var numbers: [Double?] = []
      for group in groups {
        guard let chunks = group[1]?.items, chunks.indices.contains(index),
          let about = chunks[index][3],
          let packing = about[4]?.integer.flatMap(ParquetWriter.Packing.init),
          let offset = about[9]?.integer,
          let page = page(file, at: offset, packing)
        else { return nil }
        if type == 2 {
          guard let found = whole(page) else { return nil }
          integers += found
        } else {
          guard let found = optional(page) else { return nil }
          numbers += found
        }
      }
      columns.append(ParquetColumn(name, type == 2 ? .integers(integers) : .numbers(numbers)))
    }
    return columns
  }

  private typealias Page = (bytes: [UInt8], values: Int)

  private static func page(
    _ file: [UInt8], at offset: Int, _ packing: ParquetWriter.Packing
  ) -> Page? {
    guard (0..<file.count).contains(offset) else { return nil }
    var reader = ThriftReader(file, at: offset)
    guard let header = reader.structure(), let whole = header[2]?.integer,
      let size = header[3]?.integer, size >= 0, packing != .none || size == whole,
      let values = header[5]?[1]?.integer, values >= 0, header[5]?[2]?.integer == 0,
      size <= file.count - reader.position
    else { return nil }
    let packed = Array(file[reader.position..<reader.position + size])
    guard packing == .zstandard else { return (packed, values) }
    return Zstandard.unpacked(packed, count: whole).map { ($0, values) }
  }

  private static func whole(_ page: Page) -> [Int]? {
    let bytes = page.bytes
    guard page.values <= bytes.count, bytes.count == 8 * page.values else { return nil }
    return (0..<page.values).map {
      Int(bitPattern: UInt(number(bytes, at: 8 * $0, bytes: 8)))
    }
  }

  private static func optional(_ page: Page) -> [Double?]? {
    let bytes = page.bytes
    guard bytes.count >= 4 else { return nil }
    let length = Int(number(bytes, at: 0, bytes: 4))
    let groups = page.values / 8 + (page.values % 8 == 0 ? 0 : 1)
    guard length >= groups, length <= bytes.count - 4 else { return nil }
    let levels = bytes[4 + length - groups..<4 + length]
    var place = 4 + length
    var values: [Double?] = []
    values.reserveCapacity(page.values)
    for row in 0..<page.values {
      guard levels[levels.startIndex + row / 8] >> UInt8(row % 8) & 1 == 1 else {
        values.append(nil)
        continue
      }
      guard place + 8 <= bytes.count else { return nil }
      values.append(Double(bitPattern: number(bytes, at: place, bytes: 8)))
      place += 8
    }
    return place == bytes.count ? values : nil
  }

  /// A number of some bytes, the lowest first.
  private static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> UInt64 {
    var number: UInt64 = 0
    for byte in 0..<count { number |= UInt64(bytes[place + byte]) << UInt64(8 * byte) }
    return number
  }
}
