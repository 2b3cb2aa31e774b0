import Diagnostics
import InputOutputTables

/// What can go wrong with the files that a command names.
enum FileProblem: Problem {
  case noScenario(String, suggestion: String?, bundled: [String])
  case unreadable(String)
  case failed(String)
  case unsaid(SystemError)
  case unknownTable(String, known: [String], suggestion: String?)

  var code: String {
    switch self {
    case .noScenario: "no-scenario"
    case .unreadable: "unreadable-file"
    case .failed: "failed"
    case .unsaid: "cannot-print"
    case .unknownTable: "unknown-table"
    }
  }

  func message(in language: Language) -> String {
    switch (self, language) {
    case (.noScenario(let name, _, _), .en): "there is no scenario `\(name)`"
    case (.noScenario(let name, _, _), .ja): "シナリオ `\(name)` はありません"
    case (.unreadable(let path), .en): "`\(path)` cannot be read"
    case (.unreadable(let path), .ja): "`\(path)` を読み込めません"
    case (.failed(let reason), .en): "the command failed: \(reason)"
    case (.failed(let reason), .ja): "処理に失敗しました：\(reason)"
    case (.unsaid(let error), .en): "the result could not be printed: \(error.reason(in: .en))"
    case (.unsaid(let error), .ja): "結果を出力できませんでした：\(error.reason(in: .ja))"
    case (.unknownTable(let name, _, _), .en): "there is no table `\(name)`"
    case (.unknownTable(let name, _, _), .ja): "表 `\(name)` はありません"
    }
  }

  func help(in language: Language) -> String? {
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
    case (.unknownTable(_, let known, let near), .en):
      near.map { "did you mean `\($0)`?" } ?? "the tables are \(known.joined(separator: ", "))"
    case (.unknownTable(_, let known, let near), .ja):
      near.map { "`\($0)` の誤りではありませんか" } ?? "表は \(known.joined(separator: "、")) です"
    }
  }
}
