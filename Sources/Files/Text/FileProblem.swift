package import Diagnostics

/// What can go wrong with the files that a command names.
package enum FileProblem: Problem {
  /// No scenario of a name, neither a file nor bundled.
  case noScenario(String, suggestion: String?, bundled: [String])
  /// A file that is not there or may not be read.
  case unreadable(String)
  /// A file that would be overwritten.
  case exists(String)
  /// Anything else, in the system's words.
  case failed(String)

  /// A stable name in kebab-case.
  package var code: String {
    switch self {
    case .noScenario: "no-scenario"
    case .unreadable: "unreadable-file"
    case .exists: "file-exists"
    case .failed: "failed"
    }
  }

  /// The message in a language.
  package func message(in language: Language) -> String {
    switch (self, language) {
    case (.noScenario(let name, _, _), .en): "there is no scenario `\(name)`"
    case (.noScenario(let name, _, _), .ja): "シナリオ `\(name)` はありません"
    case (.unreadable(let path), .en): "`\(path)` cannot be read"
    case (.unreadable(let path), .ja): "`\(path)` を読み込めません"
    case (.exists(let path), .en): "`\(path)` is already there"
    case (.exists(let path), .ja): "`\(path)` はすでに存在します"
    case (.failed(let reason), .en): "the command failed: \(reason)"
    case (.failed(let reason), .ja): "処理に失敗しました：\(reason)"
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
    case (.exists, .en): "choose another name, or remove it first"
    case (.exists, .ja): "別の名前にするか、先に削除してください"
    case (.failed, _): nil
    }
  }
}
