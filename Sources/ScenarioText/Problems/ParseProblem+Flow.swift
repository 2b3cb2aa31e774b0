package import Diagnostics

extension ParseProblem {
  /// Mistakes inside `[…]` and `{…}`.
  package enum Flow: WordedProblem, Hashable {
    /// A bracket that is not closed on its line.
    case unclosed(String)
    /// A closing bracket of the wrong kind, and the one that is open.
    case mismatched(String, expected: String)
    /// A closing bracket that closes nothing.
    case unopened(String)
    /// Two commas, or a comma at the start.
    case missingItem
    /// Two items without a comma.
    case missingComma

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .unclosed(let bracket):
        Wording(
          "unclosed-bracket", en: "`\(bracket)` is not closed on its line",
          ja: "`\(bracket)` が同じ行で閉じられていません",
          helpEn: "close it on the same line, or write one item a line without brackets",
          helpJa: "同じ行で閉じるか、括弧を使わずに一行に一項目ずつ書いてください")
      case .mismatched(let bracket, let expected):
        Wording(
          "mismatched-bracket", en: "`\(bracket)` stands where `\(expected)` is open",
          ja: "`\(expected)` で閉じるところに `\(bracket)` があります",
          helpEn: "write `\(expected)`", helpJa: "`\(expected)` と書いてください")
      case .unopened(let bracket):
        Wording(
          "unopened-bracket", en: "`\(bracket)` closes nothing",
          ja: "`\(bracket)` に対応する開き括弧がありません",
          helpEn: "delete it, or quote the value that it belongs to",
          helpJa: "削除するか、値の一部なら引用符で囲んでください")
      case .missingItem:
        Wording(
          "missing-item", en: "nothing stands before the comma", ja: "コンマの前に何もありません",
          helpEn: "delete the comma, or write `\"\"` for an empty value",
          helpJa: "コンマを削除するか、空の値なら `\"\"` と書いてください")
      case .missingComma:
        Wording(
          "missing-comma", en: "a comma is missing before this item",
          ja: "この項目の前にコンマがありません",
          helpEn: "write `[a, b]` or `{a: 1, b: 2}`",
          helpJa: "`[a, b]` や `{a: 1, b: 2}` のように書いてください")
      }
    }
  }
}
