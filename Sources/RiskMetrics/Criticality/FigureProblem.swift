package import Diagnostics
internal import InputOutputTables

/// What can be wrong with a file of figures: trade flows, governance, materials.
package enum FigureProblem: WordedProblem, Hashable {
  /// A cell that must not be empty.
  case empty(column: String)
  /// A number outside its range.
  case outOfRange(cell: String, column: String, lowest: Double, highest: Double)
  /// A cell that is none of the words accepted.
  case unknownWord(String, column: String, accepted: [String])
  /// A cell that is no year.
  case notAYear(String)
  /// The same thing twice.
  case twice(String)
  /// A file without figures of the year asked for.
  case noFigures(of: String)

  /// The problem's code and its sentences.
  package var wording: Wording {
    switch self {
    case .empty(let column):
      Wording(
        "empty-figure", en: "the cell of column `\(column)` is empty",
        ja: "列 `\(column)` のセルが空です",
        helpEn: "every row needs it", helpJa: "すべての行に必要です")
    case .outOfRange(let cell, let column, let lowest, let highest):
      Wording(
        "figure-out-of-range", en: "`\(cell)` is no value of `\(column)`",
        ja: "`\(cell)` は `\(column)` の値ではありません",
        helpEn: "it lies between \(Self.plain(lowest)) and \(Self.plain(highest))",
        helpJa: "\(Self.plain(lowest)) から \(Self.plain(highest)) までの数です")
    case .unknownWord(let cell, let column, let accepted):
      Wording(
        "unknown-word", en: "`\(cell)` is no value of `\(column)`",
        ja: "`\(cell)` は `\(column)` の値ではありません",
        helpEn: "accepted: \(accepted.joined(separator: ", "))",
        helpJa: "使える値: \(accepted.joined(separator: ", "))")
    case .notAYear(let cell):
      Wording(
        "not-a-year", en: "`\(cell)` is no year", ja: "`\(cell)` は年ではありません",
        helpEn: "write four digits, such as 2024", helpJa: "2024 のように4桁で書きます")
    case .twice(let name):
      Wording(
        "figure-twice", en: "`\(name)` stands twice", ja: "`\(name)` が二度あります")
    case .noFigures(let year):
      Wording(
        "no-figures", en: "the file has no figures of `\(year)`",
        ja: "ファイルに `\(year)` の数値がありません")
    }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
