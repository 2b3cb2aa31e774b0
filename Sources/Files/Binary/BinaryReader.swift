/// Reads a file in order.
package struct BinaryReader: ~Copyable {
  private let file: Descriptor

  /// Opens a file; nil if the system does not let us.
  package init?(_ path: String) {
    guard let file = try? Descriptor(reading: path) else { return nil }
    self.file = file
  }

  /// The next `count` bytes, fewer at the end; nil if reading fails.
  package mutating func bytes(_ count: Int) -> [UInt8]? { try? file.bytes(count) }

  /// The next `count` numbers in the machine's own form; nil if there are fewer.
  package mutating func numbers(_ count: Int) -> [Double]? { try? file.numbers(count) }
}
