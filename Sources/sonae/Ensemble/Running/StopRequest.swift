import Dispatch
import Foundation
import Synchronization

/// Whether the system or the user asks the program to end: SIGTERM, SIGINT and SIGUSR1 alike.
///
/// The piece of work under way is finished; a second SIGINT ends at once.
enum StopRequest {
  /// With what a program ends that has work left and can go on where it was.
  static let exitCode: Int32 = 75

  private static let isAsked = Atomic(false)
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Starts to listen.
  static func listen() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      sources = [SIGTERM, SIGINT, SIGUSR1].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
          let wasAsked = isAsked.exchange(true, ordering: .relaxed)
          if wasAsked, number == SIGINT { Foundation.exit(exitCode) }
        }
        source.resume()
        return source
      }
    }
  }

  /// Whether it was asked.
  static var isThere: Bool { isAsked.load(ordering: .relaxed) }
}
