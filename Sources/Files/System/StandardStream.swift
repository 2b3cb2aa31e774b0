#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Standard output and standard error; the one file that calls the C library for them.
package enum StandardStream: Int32, Sendable {
  /// Where results go.
  case output = 1
  /// Where everything else goes.
  case error = 2

  /// Makes ready to write: a reader who goes away is an error like others, and a stream that was
  /// closed from the start is no other file's number.
  package static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    for number in 0...2 as ClosedRange<Int32> where fcntl(number, F_GETFD) < 0 {
      // For reading only, so that writing to it still fails.
      let opened = unsafe open("/dev/null", O_RDONLY)
      if opened >= 0, opened != number { close(opened) }
    }
  }

  /// Writes everything; throws if the stream takes no more.
  package func write(_ text: String) throws(SystemError) {
    try unsafe Array(text.utf8).span.bytes.withUnsafeBytes { buffer throws(SystemError) in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        #if canImport(Darwin)
          let wrote = unsafe Darwin.write(rawValue, rest.baseAddress, rest.count)
        #else
          let wrote = unsafe Glibc.write(rawValue, rest.baseAddress, rest.count)
        #endif
        if wrote < 0, errno == EINTR { continue }
        if wrote < 0, errno == EAGAIN {
          waitUntilReady()
          continue
        }
        if wrote <= 0 { throw SystemError(code: wrote == 0 ? ENOSPC : errno) }
        done += wrote
      }
    }
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The terminal's columns; nil if it is none, or does not say.
  package var columns: Int? {
    var size = winsize()
    guard isTerminal, unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  private func waitUntilReady() {
    var state = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&state, 1, 1000)
  }
}
