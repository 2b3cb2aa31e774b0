#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Calls of the system on files and folders; with `Descriptor` the room's one file that calls the C library.
package enum FileSystem {
  /// What lies at a path.
  package struct About: Sendable, Hashable {
    /// Kinds of things that a path leads to.
    package enum Kind: Sendable {
      case file, folder, link, other
    }

    /// What it is.
    package let kind: Kind
    /// Bytes of a file.
    package let size: Int
    /// Who owns it.
    package let owner: UInt32
    /// Permissions: the last twelve bits.
    package let permissions: UInt32
    /// When it was last changed, seconds since 1970.
    package let modified: Int
    let device: UInt64
    let inode: UInt64
  }

  /// What lies at a path; nil if there is nothing, or it cannot be looked at.
  package static func about(_ path: String, followingLinks: Bool = true) -> About? {
    guard !path.utf8.contains(0) else { return nil }
    var found = stat()
    let status = unsafe followingLinks ? stat(path, &found) : lstat(path, &found)
    return status == 0 ? About(found) : nil
  }

  /// Whether anything, a link too, lies at a path; throws if nothing ever can.
  static func isTaken(_ path: String) throws(SystemError) -> Bool {
    var found = stat()
    if unsafe lstat(path, &found) == 0 { return true }
    if errno == ENOENT || errno == ENOTDIR { return false }
    throw SystemError(code: errno)
  }

  /// The user that this program acts for.
  package static var user: UInt32 { UInt32(geteuid()) }

  /// Makes a folder; throws if anything lies there.
  static func makeFolder(_ path: String, permissions: UInt32 = 0o777) throws(SystemError) {
    try check(unsafe mkdir(path, mode_t(permissions)))
  }

  static func setPermissions(_ permissions: UInt32, of path: String) {
    _ = unsafe chmod(path, mode_t(permissions))
  }

  /// Gives a file or folder another name in one step; a file or an empty folder there is replaced.
  static func rename(_ path: String, to target: String) throws(SystemError) {
    #if canImport(Darwin)
      try check(unsafe Darwin.rename(path, target))
    #else
      try check(unsafe Glibc.rename(path, target))
    #endif
  }

  #if !canImport(Darwin)
    private typealias Rename =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32

    /// The C library's `renameat2`, which its headers show to GNU sources alone.
    private static var renameat2: Rename? {
      guard let found = unsafe dlsym(nil, "renameat2") else { return nil }
      return unsafe unsafeBitCast(found, to: Rename.self)
    }
  #endif

  /// Lets two names trade places in one step; false where the file system cannot.
  static func exchange(_ one: String, _ other: String) throws(SystemError) -> Bool {
    #if canImport(Darwin)
      let status = unsafe renamex_np(one, other, UInt32(RENAME_SWAP))
    #else
      guard let renameat2 = unsafe Self.renameat2 else { return false }
      let status = unsafe renameat2(AT_FDCWD, one, AT_FDCWD, other, 2)  // RENAME_EXCHANGE
    #endif
    if status != 0, [EINVAL, ENOSYS, ENOTSUP].contains(errno) { return false }
    try check(status)
    return true
  }

  /// Gives a file a name that nothing has yet.
  static func renameToFree(_ path: String, _ target: String) throws(SystemError) {
    try check(unsafe link(path, target))
    removeFile(path)
  }

  /// Removes an empty folder; false if it is none.
  @discardableResult
  static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// The path without links and `..`; nil if it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  static func check(_ status: Int32) throws(SystemError) {
    if status != 0 { throw SystemError(code: errno) }
  }
}

extension FileSystem.About {
  fileprivate init(_ found: stat) {
    switch found.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(found.st_size)
    owner = UInt32(found.st_uid)
    permissions = UInt32(found.st_mode & 0o7777)
    #if canImport(Darwin)
      modified = found.st_mtimespec.tv_sec
    #else
      modified = found.st_mtim.tv_sec
    #endif
    device = UInt64(truncatingIfNeeded: found.st_dev)
    inode = UInt64(truncatingIfNeeded: found.st_ino)
  }
}

/// An open file or folder; closed when it goes out of use.
struct Descriptor: ~Copyable {
  private let number: Int32

  /// Opens a folder that is no link.
  init(folder path: String) throws(SystemError) {
    number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if number < 0 { throw SystemError(code: errno) }
  }

  /// Opens a file that is no link, without waiting for anything.
  init(existing path: String) throws(SystemError) {
    number = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if number < 0 { throw SystemError(code: errno) }
  }

  /// Makes a file for writing; throws if anything lies there, a link too.
  init(newFile path: String, permissions: UInt32) throws(SystemError) {
    number = unsafe open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(permissions))
    if number < 0 { throw SystemError(code: errno) }
  }

  deinit { if number >= 0 { close(number) } }

  /// Takes the lock of a file or folder, which ends with the program; false if another has it.
  func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }

  /// Waits until everything is on the disk.
  func sync() throws(SystemError) {
    // Some file systems cannot sync a folder; what they keep is theirs to say.
    if fsync(number) != 0, errno != EINVAL, errno != ENOTSUP { throw SystemError(code: errno) }
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    try unsafe bytes.span.bytes.withUnsafeBytes { buffer throws(SystemError) in
      try unsafe write(buffer)
    }
  }

  func write(_ numbers: [Double]) throws(SystemError) {
    try unsafe numbers.span.bytes.withUnsafeBytes { buffer throws(SystemError) in
      try unsafe write(buffer)
    }
  }

  private func write(_ buffer: UnsafeRawBufferPointer) throws(SystemError) {
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
      #if canImport(Darwin)
        let wrote = unsafe Darwin.write(number, rest.baseAddress, min(rest.count, 1 << 30))
      #else
        let wrote = unsafe Glibc.write(number, rest.baseAddress, min(rest.count, 1 << 30))
      #endif
      if wrote < 0, errno == EINTR { continue }
      if wrote <= 0 { throw SystemError(code: wrote == 0 ? ENOSPC : errno) }
      done += wrote
    }
  }
}

/// Removes a file; nothing happens if there is none.
package func removeFile(_ path: String) { _ = unsafe unlink(path) }
