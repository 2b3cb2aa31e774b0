package import Diagnostics
internal import Files
package import Reporting

/// A page that needs no server: one file with the explorer, the engine as WebAssembly, and the tables that
/// its scenario is read from.
///
/// It runs its own script and its own engine, and asks for nothing elsewhere.
package struct AlonePage: Sendable {
  /// The scenario as `sonae explore` opens it.
  private let opening: JSON
  /// What the engine opens: the scenario's name, its file's name and text, `--economy`, every `--set`.
  private let command: [String]
  private let files: [(path: String, bytes: [UInt8])]

  /// Makes the page of a scenario on bundled economies; `economy` and `settings` are the command line's.
  package init(
    _ source: Source, named name: String, economy: String?, settings: [String],
    economies: [String], opening: JSON
  ) {
    self.opening = opening
    command =
      [name, source.name, String(decoding: source.bytes, as: UTF8.self), economy ?? ""] + settings
    let folders =
      ["commodities", "concordances", "countries", "defaults"]
      + economies.map { "economies/" + $0 }
    files = folders.flatMap { BundledData.paths(in: $0) }.compactMap(Self.file)
  }

  /// The engine as this program was built with it; nil: without.
  package static var engine: [UInt8]? { BundledData.bytes(of: ".build/page/engine.wasm") }

  /// A table, unpacked: the browser unpacks all of them at once.
  private static func file(_ path: String) -> (path: String, bytes: [UInt8])? {
    guard let bytes = BundledData.bytes(of: path) else { return nil }
    if path.hasSuffix(".csv") { return (path, bytes) }
    guard path.hasSuffix(".csv.gz"), let content = Inflate.gunzip(bytes) else { return nil }
    return (String(path.dropLast(3)), content)
  }

  /// The page with an engine; ends with a line feed.
  package func html(engine: [UInt8]) -> String {
    let packed = files.map { PackedNumbers.bytes(of: $0.bytes) }
    let carried = zip(files, packed).map { $1 ?? $0.bytes }
    let list = files.indices.map { index -> JSON in
      [
        .string(files[index].path), .integer(carried[index].count),
        .bool(packed[index] != nil),
      ]
    }
    let about: JSON = [
      "opening": opening, "command": .array(command.map { .string($0) }), "list": .array(list),
    ]
    let parts = [
      Self.part("about", Array(about.compact.utf8)),
      Self.part("files", carried.flatMap { $0 }), Self.part("engine", engine),
      "<script type=\"module\">\(Self.script)</script>", "</body>",
    ]
    return Self.text("explorer.html")
      .replacing("<link rel=\"icon\" href=\"/favicon.svg\">", with: Self.policy)
      .replacing(
        "<link rel=\"stylesheet\" href=\"/explorer.css\">", with: "<style>\(Self.style)</style>"
      )
      .replacing("<script type=\"module\" src=\"/explorer.js\"></script>\n", with: "")
      .replacing("</body>", with: parts.joined(separator: "\n"))
  }

  /// An element that holds bytes, packed.
  private static func part(_ id: String, _ bytes: [UInt8]) -> String {
    "<script type=\"text/plain\" id=\"carried-\(id)\">\(Base85.text(of: Deflate.gzip(bytes)))</script>"
  }

  private static var policy: String {
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      + "script-src 'sha256-\(sha256Base64(Array(script.utf8)))' 'wasm-unsafe-eval'; "
      + "style-src 'sha256-\(sha256Base64(Array(style.utf8)))'; img-src data: blob:; "
      + "base-uri 'none'; form-action 'none'\">\n<link rel=\"icon\" href=\"data:,\">"
  }

  private static let style = text("explorer.css")

  /// The explorer's modules as one, those that others need first.
  private static let script: String = [
    "words", "state", "engine", "charts", "saving", "changes", "controls", "results", "pictures",
    "asking", "explorer",
  ].map { joinable(text($0 + ".js")) }.joined()

  /// A module without its imports, which stand in the same script, and without the mark of its exports.
  private static func joinable(_ module: String) -> String {
    module.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("import ") }
      .map { $0.hasPrefix("export ") ? String($0.dropFirst(7)) : String($0) }
      .joined(separator: "\n")
  }

  private static func text(_ name: String) -> String {
    String(decoding: BundledData.bytes(of: "explorer/" + name) ?? [], as: UTF8.self)
  }
}
