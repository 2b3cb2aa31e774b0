internal import CZip

/// A file in a zip archive.
package struct ZipMember: Sendable, Hashable {
  /// Its path in the archive.
  package let name: String
  /// Bytes when unpacked.
  package let size: Int
}

/// Reads one member of a zip archive in pieces; the one file that calls libzip.
@safe package struct ZipStream: ~Copyable {
  private let archive: OpaquePointer
  private let member: OpaquePointer
  /// Bytes of the member as it is packed, at most the archive's.
  private let packed: Int
  private var unpacked = 0

  /// Opens a member by its path in the archive; nil if the archive is damaged or has none.
  package init?(_ path: String, member name: String) {
    var failure: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &failure) else { return nil }
    guard let member = unsafe zip_fopen(archive, name, 0) else {
      unsafe zip_discard(archive)
      return nil
    }
    var about = unsafe zip_stat_t()
    _ = unsafe zip_stat(archive, name, 0, &about)
    packed = min(Int(clamping: unsafe about.comp_size), FileSystem.about(path)?.size ?? 0)
    unsafe self.archive = archive
    unsafe self.member = member
  }

  deinit {
    unsafe zip_fclose(member)
    unsafe zip_discard(archive)
  }

  /// Appends up to `count` bytes; returns how many, 0 at the end, nil if the member is damaged.
  package mutating func read(_ count: Int, into buffer: inout [UInt8]) -> Int? {
    var status: Int64 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      status = unsafe zip_fread(member, bytes.baseAddress, zip_uint64_t(count))
      filled = Int(max(0, status))
    }
    guard status >= 0 else { return nil }
    buffer += piece
    unpacked += piece.count
    return piece.count
  }

  /// Whether more came out so far than such a member holds.
  package var isBomb: Bool { Limits.isBomb(unpacked: unpacked, packed: packed) }

  /// The files of an archive in its order; nil if it is no sound zip archive.
  package static func members(of path: String) -> [ZipMember]? {
    var failure: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &failure) else { return nil }
    defer { unsafe zip_discard(archive) }
    let count = unsafe max(0, zip_get_num_entries(archive, 0))
    return (0..<zip_uint64_t(count)).compactMap { index in
      var about = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, index, 0, &about) == 0,
        let name = unsafe about.name
      else { return nil }
      return unsafe ZipMember(name: String(cString: name), size: Int(clamping: about.size))
    }
  }
}
