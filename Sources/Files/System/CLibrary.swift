#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The C library's calls on paths, open files and terminals, in Swift's values; the one file that
/// makes them.
///
/// A call that fails throws the system's number at once, before anything else can change it.
enum CLibrary {
  /// How a file is opened; none of these follows a link but `reading`.
  enum Opening {
    /// A file that is there.
    case reading
    /// A folder.
    case folder
    /// A file that is there, without waiting for anything.
    case existing
    /// A file that is not there yet, for writing, with permissions.
    case new(permissions: UInt32)
    /// A file that is not there yet, for writing and reading by its owner alone.
    case scratch
  }

  /// A call's result; throws if it is below 0.
  @discardableResult
  private static func checked(_ result: Int32) throws(SystemError) -> Int32 {
    if result < 0 { throw SystemError(code: errno) }
    return result
  }

  /// So many bytes are asked for or handed over in one call.
  private static let largestPiece = 1 << 30
}

// MARK: - Open files

extension CLibrary {
  static func open(_ path: String, _ opening: Opening) throws(SystemError) -> Int32 {
    let (flags, mode): (Int32, UInt32) =
      switch opening {
      case .reading: (O_RDONLY, 0)
      case .folder: (O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0)
      case .existing: (O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0)
      case .new(let permissions): (O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions)
      case .scratch: (O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
      }
    #if canImport(Darwin)
      return try checked(unsafe Darwin.open(path, flags | O_CLOEXEC, mode_t(mode)))
    #else
      return try checked(unsafe Glibc.open(path, flags | O_CLOEXEC, mode_t(mode)))
    #endif
  }

  /// Makes a file for writing and reading, and takes its name away.
  static func openNameless(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = try open(path, .scratch)
    do throws(SystemError) { try removeFile(path) } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
      Darwin.close(descriptor)
    #else
      Glibc.close(descriptor)
    #endif
  }

  /// The next `count` bytes, fewer at the end.
  static func bytes(_ count: Int, from descriptor: Int32) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      (filled, failure) = unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor)
    }
    if let failure { throw failure }
    return bytes
  }

  /// The next `count` numbers in the machine's own form, or those from a byte of the file on, wherever
  /// reading is; nil if there are fewer.
  static func numbers(
    _ count: Int, at place: Int? = nil, from descriptor: Int32
  ) throws(SystemError) -> [Double]? {
    var failure: SystemError?
    let numbers = unsafe [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      let result = unsafe fill(raw, at: place, from: descriptor)
      filled = result.count == raw.count ? count : 0
      failure = result.failure
    }
    if let failure { throw failure }
    return numbers.count == count ? numbers : nil
  }

  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, at place: Int? = nil, from descriptor: Int32
  ) -> (count: Int, failure: SystemError?) {
    var filled = 0
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let size = min(rest.count, largestPiece)
      let got =
        if let place {
          unsafe pread(descriptor, rest.baseAddress, size, off_t(place + filled))
        } else {
          unsafe read(descriptor, rest.baseAddress, size)
        }
      if got < 0, errno == EINTR { continue }
      if got < 0 { return (0, SystemError(code: errno)) }
      if got == 0 { break }
      filled += got
    }
    return (filled, nil)
  }

  /// Writes values in the machine's own form from one of their bytes on; returns how many bytes were
  /// taken, 1 or more.
  static func write<Value: BitwiseCopyable>(
    _ values: Span<Value>, from start: Int, to descriptor: Int32
  ) throws(SystemError) -> Int {
    while true {
      let (wrote, code) = unsafe values.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        let count = min(rest.count, largestPiece)
        #if canImport(Darwin)
          return (unsafe Darwin.write(descriptor, rest.baseAddress, count), errno)
        #else
          return (unsafe Glibc.write(descriptor, rest.baseAddress, count), errno)
        #endif
      }
      if wrote > 0 { return wrote }
      if wrote == 0 || code != EINTR { throw SystemError(code: wrote == 0 ? ENOSPC : code) }
    }
  }

  /// Waits until everything is on the disk, as far as the file system can say.
  static func sync(_ descriptor: Int32) throws(SystemError) {
    if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP { throw SystemError(code: errno) }
  }

  /// Takes the lock of an open file or folder; false if another has it.
  static func lock(_ descriptor: Int32) -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}

// MARK: - Paths

extension CLibrary {
  /// What lies at a path; throws if there is nothing, or it cannot be looked at.
  static func status(
    _ path: String, followingLinks: Bool
  ) throws(SystemError) -> FileSystem.About {
    var found = stat()
    try checked(unsafe followingLinks ? stat(path, &found) : lstat(path, &found))
    let kind: FileSystem.About.Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    #if canImport(Darwin)
      let modified = found.st_mtimespec.tv_sec
    #else
      let modified = found.st_mtim.tv_sec
    #endif
    return FileSystem.About(
      kind: kind, size: Int(found.st_size), owner: UInt32(found.st_uid),
      permissions: UInt32(found.st_mode & 0o7777), modified: modified,
      device: UInt64(truncatingIfNeeded: found.st_dev),
      inode: UInt64(truncatingIfNeeded: found.st_ino))
  }

  static var user: UInt32 { UInt32(geteuid()) }

  static func makeFolder(_ path: String, permissions: UInt32) throws(SystemError) {
    try checked(unsafe mkdir(path, mode_t(permissions)))
  }

  static func setPermissions(_ permissions: UInt32, of path: String) throws(SystemError) {
    try checked(unsafe chmod(path, mode_t(permissions)))
  }

  static func move(_ path: String, to target: String) throws(SystemError) {
    try checked(unsafe rename(path, target))
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
    try checked(status)
    return true
  }

  /// Gives a file a second name, which nothing has yet.
  static func link(_ path: String, as other: String) throws(SystemError) {
    #if canImport(Darwin)
      try checked(unsafe Darwin.link(path, other))
    #else
      try checked(unsafe Glibc.link(path, other))
    #endif
  }

  static func removeFile(_ path: String) throws(SystemError) { try checked(unsafe unlink(path)) }

  static func removeFolder(_ path: String) throws(SystemError) { try checked(unsafe rmdir(path)) }

  /// The path without links and `..`.
  static func resolved(_ path: String) throws(SystemError) -> String {
    guard let found = unsafe realpath(path, nil) else { throw SystemError(code: errno) }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}

// MARK: - Standard streams

extension CLibrary {
  /// Lets writing to a pipe without a reader, or beyond the limit of a file's size, fail with an error
  /// and not end the program.
  static func ignoreWriteSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Opens a closed standard stream for reading nothing, so that writing to it still fails.
  static func occupy(_ stream: Int32) {
    guard fcntl(stream, F_GETFD) < 0 else { return }
    if let opened = try? open("/dev/null", .reading), opened != stream { close(opened) }
  }

  static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

  /// The columns of a terminal; nil if it does not say.
  static func columns(_ stream: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Waits up to a second until a stream takes more.
  static func waitUntilReady(_ stream: Int32) {
    var state = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&state, 1, 1000)
  }
}
