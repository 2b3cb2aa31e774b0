internal import CZlib

/// Unpacks gzip (RFC 1952); with `GzipStream` and `Deflate` the one file that calls zlib.
package enum Inflate {
  /// True if the bytes start as gzip does.
  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The content of a whole gzip file of one or more members; nil if it is damaged or cut short, or
  /// more comes out than the limit or than such a file holds.
  package static func gunzip(_ bytes: [UInt8], atMost limit: Int = Limits.tableFile) -> [UInt8]? {
    guard !bytes.isEmpty, bytes.count <= Int(UInt32.max) else { return nil }
    var stream = unsafe z_stream()
    let window = 15 + 16  // the largest window, gzip framing only
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, Int32(window), ZLIB_VERSION, size) == Z_OK else {
      return nil
    }
    defer { unsafe inflateEnd(&stream) }
    var output: [UInt8] = []
    var input = bytes
    let complete = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      return unsafe unpackMembers(&stream, into: &output, atMost: limit)
    }
    return complete ? output : nil
  }

  private static func unpackMembers(
    _ stream: inout z_stream, into output: inout [UInt8], atMost limit: Int
  ) -> Bool {
    let size = unsafe Int(stream.avail_in)
    while output.count <= limit {
      let taken = unsafe size - Int(stream.avail_in)
      if Limits.isBomb(unpacked: output.count, packed: taken) { return false }
      switch unsafe unpackChunk(&stream, into: &output) {
      case Z_STREAM_END:
        if unsafe stream.avail_in == 0 { return output.count <= limit }
        guard unsafe inflateReset(&stream) == Z_OK else { return false }
      case Z_OK:
        continue
      default:
        return false
      }
    }
    return false
  }

  private static func unpackChunk(_ stream: inout z_stream, into output: inout [UInt8]) -> Int32 {
    let size = 1 << 18
    var status = Z_OK
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe stream.next_out = buffer.baseAddress
      unsafe stream.avail_out = UInt32(size)
      status = unsafe inflate(&stream, Z_NO_FLUSH)
      count = unsafe size - Int(stream.avail_out)
    }
    output += chunk
    return status
  }
}

/// Packs as gzip.
package enum Deflate {
  /// Bytes as one member of gzip, as small as zlib makes them; the same bytes for the same content.
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let status = unsafe deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(status == Z_OK, "Deflate: zlib has no memory")
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    let most = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: most) { output, count in
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(most)
        _ = unsafe deflate(&stream, Z_FINISH)
      }
      count = unsafe most - Int(stream.avail_out)
    }
  }
}

/// Reads a file in pieces, unpacking it if it is gzip.
@safe package struct GzipStream: ~Copyable {
  private let file: gzFile
  private var unpacked = 0

  /// Opens a file; nil if the system does not let us.
  package init?(_ path: String) {
    guard let opened = unsafe gzopen(path, "rb") else { return nil }
    unsafe gzbuffer(opened, 1 << 18)
    unsafe file = opened
  }

  deinit { unsafe gzclose(file) }

  /// Appends up to `count` bytes; returns how many, 0 at the end, nil if the file is damaged or cut short.
  package mutating func read(_ count: Int, into buffer: inout [UInt8]) -> Int? {
    var status: Int32 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      status = unsafe gzread(file, bytes.baseAddress, UInt32(count))
      filled = Int(max(0, status))
    }
    var failure: Int32 = Z_OK
    _ = unsafe gzerror(file, &failure)
    guard status >= 0, failure == Z_OK || failure == Z_STREAM_END else { return nil }
    buffer += piece
    unpacked += piece.count
    return piece.count
  }

  /// Whether more came out so far than such a file holds.
  package var isBomb: Bool {
    unsafe gzdirect(file) == 0
      && Limits.isBomb(unpacked: unpacked, packed: Int(gzoffset(file)))
  }
}
