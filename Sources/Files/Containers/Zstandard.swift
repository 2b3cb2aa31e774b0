internal import CZstd

/// Frames of Zstandard (RFC 8878); the one file that calls libzstd.
///
/// What is packed is the same bytes wherever the library is of one version, and unpacks to the same bytes
/// everywhere.
package enum Zstandard {
  /// The library's usual level.
  private static let level: Int32 = 3

  /// Some bytes as a frame that states their number.
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = unsafe ZSTD_compress(buffer.baseAddress, bound, bytes, bytes.count, level)
      precondition(ZSTD_isError(count) == 0, "Zstandard: error \(count)")
    }
  }

  /// The content of a frame, `count` bytes; nil if it is damaged, or holds another number of them.
  package static func unpacked(_ frame: [UInt8], count: Int) -> [UInt8]? {
    guard count >= 0, !Limits.isBomb(unpacked: count, packed: frame.count),
      unsafe ZSTD_getFrameContentSize(frame, frame.count) == UInt64(count)
    else { return nil }
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let size = unsafe ZSTD_decompress(buffer.baseAddress, count, frame, frame.count)
      isWhole = ZSTD_isError(size) == 0 && size == count
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }
}
