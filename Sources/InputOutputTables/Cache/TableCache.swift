import Diagnostics
import Files
import LinearAlgebra

/// A table in binary, so that the next start is fast.
///
/// A cache holds the key that its maker gave: what the table was read from, such as the digests of
/// its files. Another key, another version of this layout, a number that no table may have or a
/// damaged file reads as no cache.
package enum TableCache {
  /// Changes whenever the layout or what a table holds changes.
  static let version = 3
  private static let magic = Array("SONAETAB".utf8)
  private static let headerLength = 48

  /// A table as it was kept, and the remarks that belong to it.
  package struct Entry: Sendable {
    /// The table.
    package let table: InputOutputTable
    /// Texts that the maker kept with it.
    package let notes: [String]
  }

  /// Reads a cache; nil if there is none of this key, version and machine, or it is damaged.
  package static func read(_ path: String, key: String) -> Entry? {
    guard let about = FileSystem.about(path), var file = BinaryReader(path),
      let header = file.bytes(headerLength), header.count == headerLength,
      header.starts(with: magic)
    else { return nil }
    var fields = BinaryFields(Array(header.dropFirst(magic.count)))
    guard fields.integer() == version, let length = fields.integer(),
      let count = fields.integer(), let textSum = fields.integer(), let sum = fields.integer(),
      length >= 0, count >= 0, length < 1 << 32, count < 1 << 40,
      about.size == headerLength + length + 8 * count,
      let text = file.bytes(length), checksum(text) == textSum
    else { return nil }
    return entry(&file, BinaryFields(text), numbers: count, checksum: sum, key: key)
  }

  /// Writes a cache; false if the system does not let us.
  @discardableResult
  package static func write(
    _ table: InputOutputTable, notes: [String] = [], key: String, to path: String
  ) -> Bool {
    var text = BinaryText()
    text.append(key)
    text.append(notes)
    text.append(table)
    let parts = [
      table.intermediateUse.elements, table.finalDemand.elements, table.primaryInputs.elements,
      table.grossOutput,
    ]
    var header = BinaryText()
    header.bytes = magic
    header.append(version)
    header.append(text.bytes.count)
    header.append(parts.reduce(0) { $0 + $1.count })
    header.append(checksum(text.bytes))
    header.append(parts.reduce(0) { checksum($1, after: $0) })
    do throws(DiagnosticList) {
      var file = try NewFile(path, permissions: 0o600)
      try file.append(header.bytes)
      try file.append(text.bytes)
      for part in parts { try file.append(part) }
      try file.finish(durably: false)
      return true
    } catch {
      return false
    }
  }

  private static func entry(
    _ file: inout BinaryReader, _ text: BinaryFields, numbers: Int, checksum sum: Int, key: String
  ) -> Entry? {
    var text = text
    guard text.string() == key, let notes = text.strings(), let shape = TableShape(&text) else {
      return nil
    }
    let n = shape.nodeLabels.count
    let sizes = [
      n * n, n * shape.finalDemandLabels.count, n * shape.primaryInputLabels.count, n,
    ]
    guard sizes.reduce(0, +) == numbers else { return nil }
    var parts: [[Double]] = []
    for size in sizes {
      guard let part = file.numbers(size), areSound(part) else { return nil }
      parts.append(part)
    }
    guard parts.reduce(0, { checksum($1, after: $0) }) == sum else { return nil }
    return Entry(table: shape.table(parts), notes: notes)
  }

  /// Whether every number is one that a table may have: NaN is not.
  private static func areSound(_ numbers: [Double]) -> Bool {
    numbers.allSatisfy { abs($0) <= Limits.number }
  }

  /// A hash of 64-bit words: every step is one-to-one, so that one changed number always shows.
  private static func checksum(_ numbers: [Double], after start: Int) -> Int {
    var hash = UInt64(bitPattern: Int64(start)) &+ UInt64(numbers.count)
    let span = numbers.span
    for i in span.indices {
      hash = (hash ^ span[i].bitPattern) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash)
  }

  /// The FNV-1a hash of bytes (Fowler, Noll and Vo).
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash)
  }
}
