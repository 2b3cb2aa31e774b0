package import Diagnostics

/// What can go wrong with the files that a command names.
package enum FileProblem: Problem {
  /// No scenario of a name, neither a file nor bundled.
  case noScenario(String, suggestion: String?, bundled: [String])
  /// A file that is not there or may not be read.
  case unreadable(String)
  /// Anything else, in the system's words.
  case failed(String)
  /// A result that standard output did not take.
  case unsaid(SystemError)

  /// A stable name in kebab-case.
  package var code: String {
    switch self {
    case .noScenario: "no-scenario"
    case .unreadable: "unreadable-file"
    case .failed: "failed"
    case .unsaid: "cannot-print"
    }
  }

  /// The message in a language.
  package func message(in language: Language) -> String {
    switch (self, language) {
    case (.noScenario(let name, _, _), .en): "there is no scenario `\(name)`"
    case (.noScenario(let name, _, _), .ja): "シナリオ `\(name)` はありません"
    case (.unreadable(let path), .en): "`\(path)` cannot be read"
    case (.unreadable(let path), .ja): "`\(path)` を読み込めません"
    case (.failed(let reason), .en): "the command failed: \(reason)"
    case (.failed(let reason), .ja): "処理に失敗しました：\(reason)"
    case (.unsaid(let error), .en): "the result could not be printed: \(error.reason(in: .en))"
    case (.unsaid(let error), .ja): "結果を出力できませんでした：\(error.reason(in: .ja))"
    }
  }

  /// The way out in a language, nil if the message says it.
  package func help(in language: Language) -> String? {
    switch (self, language) {
    case (.noScenario(_, let near?, _), .en): "did you mean `\(near)`?"
    case (.noScenario(_, let near?, _), .ja): "`\(near)` の誤りではありませんか"
    case (.noScenario(_, nil, let known), .en):
      "give the path of a file, or a bundled name: \(known.joined(separator: ", "))"
    case (.noScenario(_, nil, let known), .ja):
      "ファイルのパスか同梱シナリオ名を指定してください：\(known.joined(separator: "、"))"
    case (.unreadable, .en): "check the path and its permissions"
    case (.unreadable, .ja): "パスと権限を確認してください"
    case (.failed, _): nil
    case (.unsaid, .en): "give standard output a place that can be written, or use --output DIR"
    case (.unsaid, .ja): "標準出力を書き込める場所にするか、--output DIR を使ってください"
    }
  }
}
