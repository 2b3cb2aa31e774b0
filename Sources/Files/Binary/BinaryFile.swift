#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Size and time of a file: what tells that it is still the same.
package struct FileStamp: Sendable, Hashable {
  /// Bytes.
  package let size: Int
  /// When it was last changed, nanoseconds since 1970.
  package let modified: Int

  /// Looks at a file, following links; nil if there is none.
  package init?(_ path: String) {
    var about = stat()
    guard unsafe stat(path, &about) == 0 else { return nil }
    size = Int(about.st_size)
    #if canImport(Darwin)
      modified = about.st_mtimespec.tv_sec * 1_000_000_000 + about.st_mtimespec.tv_nsec
    #else
      modified = about.st_mtim.tv_sec * 1_000_000_000 + about.st_mtim.tv_nsec
    #endif
  }
}

/// Reads a file in order; with `BinaryWriter` and `FileStamp` the one file that calls the C library.
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

/// Writes a new file in order; a failure is remembered and told by `finish`.
package struct BinaryWriter: ~Copyable {
  private let descriptor: Int32
  private var isSound = true

  /// Makes the file or empties it; nil if the system does not let us.
  package init?(_ path: String) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends bytes.
  package mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe put($0) }
  }

  /// Appends numbers in the machine's own form.
  package mutating func append(_ numbers: [Double]) {
    unsafe numbers.withUnsafeBytes { unsafe put($0) }
  }

  private mutating func put(_ buffer: UnsafeRawBufferPointer) {
    var done = 0
    while isSound, done < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
      let wrote = unsafe write(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
      if wrote <= 0 { isSound = false } else { done += wrote }
    }
  }

  /// False if anything failed; `durably` waits until everything is on the disk.
  package mutating func finish(durably: Bool) -> Bool {
    if isSound, durably { isSound = fsync(descriptor) == 0 }
    return isSound
  }
}

/// Gives a file its final name in one step, replacing an old one; false if that fails.
package func renameFile(_ path: String, to target: String) -> Bool {
  unsafe rename(path, target) == 0
}

/// Removes a file; nothing happens if there is none.
package func removeFile(_ path: String) { _ = unsafe unlink(path) }
