package import Diagnostics

/// One run that a page asks for.
package struct RunRequest: Sendable, Hashable {
  /// How much of the answer is computed.
  package enum Extent: String, Sendable, Codable {
    /// The scenario as changed, of volumes and prices alone: what follows a slider.
    case quick
    /// Everything that `sonae run` computes, and the paths of every case.
    case full
  }

  /// A change as `--set` takes it.
  package struct Change: Sendable, Hashable, Codable {
    /// The path, such as `shocks[0].closure.for`.
    package let path: String
    /// The value as the file would state it.
    package let value: String

    /// Makes a change.
    package init(path: String, value: String) {
      self.path = path
      self.value = value
    }

    /// The change as the command line has it.
    package var setting: String { path + "=" + value }
  }

  /// The page that asks: a later request of the same page takes the place of an earlier one.
  package let page: String
  /// Changes in their order.
  package let changes: [Change]
  /// How much is computed.
  package let extent: Extent
  /// The language of sentences that come in one alone.
  package let language: Language

  /// Makes a request.
  package init(
    page: String = "", changes: [Change] = [], extent: Extent = .full, language: Language = .en
  ) {
    self.page = page
    self.changes = changes
    self.extent = extent
    self.language = language
  }

  /// Most changes of a request, and most bytes of one.
  package static let most = (changes: 1_000, bytes: 20_000)

  /// The request, if a page may make it; throws why not.
  package func checked() throws(DiagnosticList) -> RunRequest {
    let longest = changes.map { $0.path.utf8.count + $0.value.utf8.count }.max() ?? 0
    guard changes.count <= Self.most.changes, longest <= Self.most.bytes, page.utf8.count <= 64
    else { throw DiagnosticList([Diagnostic(.error, ExplorerProblem.tooMuch)]) }
    let fixed = changes.filter { Self.fixed.contains($0.root) }
    guard fixed.isEmpty else {
      throw DiagnosticList(fixed.map { Diagnostic(.error, ExplorerProblem.fixed($0.path)) })
    }
    return self
  }

  /// Keys that a page may not change: it keeps one table and one catalogue, and opens no other file.
  private static let fixed: Set<String> = ["sonae", "economy", "economies", "commodities"]
}

extension RunRequest.Change {
  /// The key at the top that the path goes through, without quotes.
  fileprivate var root: String {
    if let quote = path.first, quote == "\"" || quote == "'" {
      return String(path.dropFirst().prefix { $0 != quote })
    }
    return String(path.prefix { $0 != "." && $0 != "[" && $0 != "=" })
  }
}
