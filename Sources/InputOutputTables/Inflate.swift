internal import CZlib

/// Unpacks gzip (RFC 1952); the one file that calls zlib.
package enum Inflate {
  /// So many bytes may come out: a small file that unpacks to more is damaged or hostile.
  package static let largestOutput = 4 << 30

  /// True if the bytes start as gzip does.
  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The content of a whole gzip file of one or more members; nil if it is damaged or cut short.
  package static func gunzip(_ bytes: [UInt8], atMost limit: Int = largestOutput) -> [UInt8]? {
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
    while output.count <= limit {
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
