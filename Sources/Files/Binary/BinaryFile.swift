#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reads a file in order; the one file that reads through the C library.
package struct BinaryReader: ~Copyable {
  private let descriptor: Int32

  /// Opens a file; nil if the system does not let us.
  package init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next `count` bytes, fewer at the end; nil if reading fails.
  package mutating func bytes(_ count: Int) -> [UInt8]? {
    var length: Int? = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      length = unsafe Self.fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor)
      filled = length ?? 0
    }
    return length == nil ? nil : bytes
  }

  /// The next `count` numbers in the machine's own form; nil if there are fewer.
  package mutating func numbers(_ count: Int) -> [Double]? {
    var isWhole = false
    let numbers = unsafe [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      isWhole = unsafe Self.fill(raw, from: descriptor) == raw.count
      filled = isWhole ? count : 0
    }
    return isWhole ? numbers : nil
  }

  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) -> Int? {
    var filled = 0
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let got = unsafe read(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
      if got < 0 { return nil }
      if got == 0 { break }
      filled += got
    }
    return filled
  }
}
