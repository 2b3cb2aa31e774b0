package import Diagnostics

extension ParseProblem {
  /// Parts of YAML that a scenario does not use.
  package enum Feature: WordedProblem, Hashable {
    /// An anchor, as written.
    case anchor(String)
    /// An alias, as written.
    case alias(String)
    /// A tag, as written.
    case tag(String)
    /// A line that begins with `%`.
    case directive
    /// A second document, or the mark of a document's end.
    case severalDocuments(String)
    /// Content on the line of `---`.
    case contentAfterMarker
    /// A key that is not a one-line scalar.
    case complexKey

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .anchor(let text):
        quoting(text, "anchor", en: "anchors are not used here", ja: "アンカーは使えません")
      case .alias(let text):
        quoting(text, "alias", en: "aliases are not used here", ja: "エイリアスは使えません")
      case .tag(let text):
        quoting(text, "tag", en: "tags are not used here", ja: "タグは使えません")
      case .directive:
        Wording(
          "directive", en: "directives are not used here", ja: "ディレクティブは使えません",
          helpEn: "delete the line", helpJa: "この行を削除してください")
      case .severalDocuments(let mark):
        Wording(
          "several-documents", en: "`\(mark)` would begin another document",
          ja: "`\(mark)` は別の文書の始まりになります",
          helpEn: "keep one document in a file", helpJa: "一つのファイルに文書は一つにしてください")
      case .contentAfterMarker:
        Wording(
          "content-after-marker", en: "nothing can follow `---` or `...` on its line",
          ja: "`---` や `...` の行にはほかに何も書けません",
          helpEn: "move the rest to the next line", helpJa: "続きを次の行に移してください")
      case .complexKey:
        Wording(
          "complex-key", en: "a key must be a text on one line",
          ja: "キーは一行の文字列でなければなりません",
          helpEn: "write `key: value`", helpJa: "`キー: 値` の形で書いてください")
      }
    }

    private func quoting(_ text: String, _ code: String, en: String, ja: String) -> Wording {
      let quoted = "'" + text.replacing("'", with: "''") + "'"
      return Wording(
        code, en: en, ja: ja,
        helpEn: "if the text is meant, quote it: `\(quoted)`",
        helpJa: "文字どおりの値なら引用符で囲んでください: `\(quoted)`")
    }
  }
}
