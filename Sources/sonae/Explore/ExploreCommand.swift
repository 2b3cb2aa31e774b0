import ArgumentParser
import Diagnostics
import Explorer
import Files
import Foundation

/// `sonae explore`: a page on this machine that runs a scenario again with every change.
struct ExploreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open a page of sliders that runs a scenario again with every change.",
    discussion: """
      sonae explore hormuz-2026
      The page is served to this machine alone and needs no network. Every number is what \
      `sonae run --set …` prints; the page shows that command. Ctrl-C ends.
      """)

  @Argument(help: "A scenario file, or the name of a bundled scenario.")
  var file: String

  @OptionGroup var options: ScenarioOptions

  @Option(help: "The port on 127.0.0.1; 0: any that is free.")
  var port = 8750

  @Option(
    help: ArgumentHelp(
      "Write the page to a file that needs no server, with the engine and its tables inside.",
      valueName: "file"))
  var page: String?

  @Flag(inversion: .prefixedNo, help: "Open the page in the browser.")
  var open = true

  func validate() throws {
    if !(0...65_535).contains(port) {
      throw ValidationError("--port must be from 0 to 65535, not \(port)")
    }
  }

  func run() async throws {
    let interrupt = Interrupt()
    try await Terminal.refusing(in: options.language ?? .en) {
      let explorer = try ScenarioExplorer(file, options)
      Terminal.warn(explorer.warnings.filter { $0.severity == .warning }, in: explorer.language)
      if let page {
        return try NewFile.write(Array(try explorer.page().utf8), to: page)
      }
      let server = try await PageServer(explorer, port: port)
      Terminal.note(Self.greeting(server.address).text(in: explorer.language))
      if open { Browser.open(server.address) }
      await interrupt.wait()
      await server.stop()
    }
  }

  private static func greeting(_ address: String) -> Bilingual {
    Bilingual("The page is at \(address) (Ctrl-C ends)", "ページ：\(address)（Ctrl-Cで終了）")
  }
}

/// Waits for SIGINT or SIGTERM.
private struct Interrupt {
  private let asked: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  /// Listens from now on.
  init() {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    asked = stream
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
  }

  /// Returns once one has come.
  func wait() async {
    for await _ in asked { return }
  }
}

/// The reader's browser.
private enum Browser {
  /// Opens an address where there is a desktop; does nothing elsewhere.
  static func open(_ address: String) {
    #if os(macOS)
      let command = ["open", address]
    #else
      let environment = ProcessInfo.processInfo.environment
      guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
      let command = ["xdg-open", address]
    #endif
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
