import Foundation
import Synchronization

/// A headless browser that a test steers over its debugging pipe: messages of JSON, a zero byte after each.
actor Chromium {
  /// Where the browser is installed; nil if it is not.
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Messages of the console that are errors, exceptions, and files that did not load.
  private(set) var errors: [String] = []
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let inbox = Inbox()
  private var received = Data()
  private var lastID = 0
  private var session: String?

  /// Starts a browser on an address, its own folder for everything it keeps.
  init(_ address: String, folder: String) async throws {
    guard let path = Self.path else { throw CancellationError() }
    inbox.fill(from: output.fileHandleForReading)
    process.executableURL = URL(filePath: "/bin/sh")
    // Descriptors 3 and 4 are the debugging pipe; a browser that hangs ends by itself.
    process.arguments = [
      "-c",
      """
      exec timeout 900 '\(path)' --headless=new --no-sandbox --disable-gpu --no-first-run \
      --user-data-dir='\(folder)' --remote-debugging-pipe about:blank \
      3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null
      """,
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let target = try await call("Target.createTarget", ["url": "about:blank"])["targetId"]
    let attached = try await call(
      "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Runtime", "Log", "Page"] { _ = try await call("\(domain).enable", [:]) }
    _ = try await call("Page.navigate", ["url": address])
  }

  /// Ends the browser.
  func close() async throws {
    session = nil
    _ = try? await call("Browser.close", [:])
    // `waitUntilExit` would spin a run loop that a task's thread has not.
    for _ in 0..<2_000 where process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    process.terminate()
  }

  /// Sets the size of the window, CSS pixels.
  func resize(_ width: Int, _ height: Int) async throws {
    _ = try await call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Loads the page again.
  func reload() async throws { _ = try await call("Page.reload", [:]) }

  /// The value of an expression as text.
  func value(_ expression: String) async throws -> String {
    let found = try await call(
      "Runtime.evaluate",
      ["expression": "String(\(expression))", "returnByValue": true, "awaitPromise": true])
    if let details = found["exceptionDetails"] { errors.append("\(details)") }
    return (found["result"] as? [String: Any])?["value"] as? String ?? ""
  }

  /// Forgets errors that a test has brought about.
  func forgive(_ text: String) { errors.removeAll { $0.contains(text) } }

  /// Waits until an expression is true, asking so many times; false if it does not come to that.
  func comes(_ expression: String, asking times: Int = 600) async throws -> Bool {
    for _ in 0..<times {
      if try await value(expression) == "true" { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  private func call(_ method: String, _ parameters: [String: Any]) async throws -> [String: Any] {
    lastID += 1
    let id = lastID
    var message: [String: Any] = ["id": id, "method": method, "params": parameters]
    message["sessionId"] = session
    let bytes = try JSONSerialization.data(withJSONObject: message)
    try input.fileHandleForWriting.write(contentsOf: bytes + [0])
    while true {
      let answer = try await next()
      note(answer)
      if answer["id"] as? Int == id { return answer["result"] as? [String: Any] ?? [:] }
    }
  }

  /// Keeps what is an error.
  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Runtime.exceptionThrown": errors.append("\(parameters)")
    case "Runtime.consoleAPICalled" where parameters["type"] as? String == "error":
      errors.append("\(parameters)")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any] ?? [:]
      if entry["level"] as? String == "error" { errors.append("\(entry)") }
    default: break
    }
  }

  private func next() async throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = received[received.startIndex..<end]
        received = Data(received[(end + 1)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let (data, isClosed) = inbox.take()
      if data.isEmpty {
        if isClosed { throw CocoaError(.fileReadUnknown) }
        try await Task.sleep(for: .milliseconds(5))
      }
      received += data
    }
  }
}

/// What a pipe has delivered and nobody has taken.
private final class Inbox: Sendable {
  private let state = Mutex<(data: Data, isClosed: Bool)>((Data(), false))

  /// Reads to the end, on a thread of its own: one that waits for a browser is one that a server has not.
  func fill(from handle: FileHandle) {
    Thread { [self] in
      while true {
        let data = handle.availableData
        state.withLock { state in
          state.data += data
          state.isClosed = data.isEmpty
        }
        if data.isEmpty { return }
      }
    }.start()
  }

  /// Takes what is there; whether nothing more will come.
  func take() -> (data: Data, isClosed: Bool) {
    state.withLock { state in
      defer { state.data = Data() }
      return state
    }
  }
}
