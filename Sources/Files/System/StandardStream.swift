/// Standard output and standard error.
package enum StandardStream: Int32, Sendable {
  /// Where results go.
  case output = 1
  /// Where everything else goes.
  case error = 2

  /// Makes ready to write: a reader who goes away and a file that may not grow are errors like
  /// others, and a stream that was closed from the start is no other file's number.
  package static func prepare() {
    CLibrary.ignoreWriteSignals()
    for number in 0...2 as ClosedRange<Int32> { CLibrary.occupy(number) }
  }

  /// Writes everything; throws if the stream takes no more.
  package func write(_ text: String) throws(SystemError) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      do throws(SystemError) {
        done += try CLibrary.write(bytes.span, from: done, to: rawValue)
      } catch {
        guard error.isForNow else { throw error }
        CLibrary.waitUntilReady(rawValue)
      }
    }
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { CLibrary.isTerminal(rawValue) }

  /// The terminal's columns; nil if it is none, or does not say.
  package var columns: Int? { isTerminal ? CLibrary.columns(rawValue) : nil }
}
