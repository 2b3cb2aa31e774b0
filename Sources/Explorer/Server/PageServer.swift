internal import Diagnostics
internal import Files
internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Synchronization

/// Serves the page of one scenario on this machine's loopback address, and to nobody else.
package final class PageServer: Sendable {
  /// The port that is served.
  package let port: Int
  private let server: HTTPServer
  private let running: Task<Void, Never>

  /// Opens a port, 0: any that is free, and serves; throws why it cannot.
  package init(_ exploring: any Exploring, port: Int) async throws {
    let opened = Shared<Int?>(nil)
    let handler = PageHandler(exploring: exploring, port: { opened.value })
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: UInt16(clamping: port)), timeout: 3_600,
      logger: .disabled, handler: handler)
    let failure = Shared<(any Error)?>(nil)
    running = Task {
      do { try await server.run() } catch { failure.value = error }
    }
    self.server = server
    while true {
      if case .ip4(_, let found)? = await server.listeningAddress {
        self.port = Int(found)
        opened.value = Int(found)
        return
      }
      if let error = failure.value { throw Self.refusal(error, port: port) }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// The address of the page.
  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Ends; what is being answered is dropped.
  package func stop() async {
    await server.stop()
    running.cancel()
  }

  /// Why a port cannot be opened.
  private static func refusal(_ error: any Error, port: Int) -> any Error {
    guard case SocketError.failed(_, let code, _)? = error as? SocketError else { return error }
    let why = SystemError(code: code)
    let problem: ExplorerProblem =
      why.isTaken
      ? .taken(port: port)
      : .closed(port: port, why: Bilingual(why.reason(in: .en), why.reason(in: .ja)))
    return DiagnosticList([Diagnostic(.error, problem)])
  }
}

/// A value that several tasks share.
private final class Shared<Value: Sendable>: Sendable {
  private let stored: Mutex<Value>

  init(_ value: Value) { stored = Mutex(value) }

  var value: Value {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}
