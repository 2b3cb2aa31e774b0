package import Diagnostics

extension ParseProblem {
  /// Mistakes inside one scalar.
  package enum Scalar: WordedProblem, Hashable {
    /// A quote without its partner.
    case unclosedQuote(String)
    /// A backslash sequence that has no meaning, as written.
    case badEscape(String)
    /// A number in an escape that is no character, as written.
    case badCodePoint(String)
    /// A plain scalar that begins with a sign of the syntax.
    case indicator(String)
    /// A plain scalar in brackets that other readers of YAML take apart.
    case needsQuotes(String)
    /// Something other than `-`, `+` and a digit 1 to 9 after `|` or `>`.
    case blockHeader(String)
    /// A blank line before a block's text that is longer than the text's indentation.
    case blankLineTooLong
    /// A key longer than readers of YAML accept.
    case keyTooLong(limit: Int)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .unclosedQuote(let quote):
        Wording(
          "unclosed-quote", en: "the quote `\(quote)` is not closed",
          ja: "引用符 `\(quote)` が閉じられていません",
          helpEn: "close it on the same line", helpJa: "同じ行で閉じてください")
      case .badEscape(let text):
        Wording(
          "bad-escape", en: "`\(text)` means nothing inside double quotes",
          ja: "`\(text)` は二重引用符の中で意味を持ちません",
          helpEn: "write `\\\\` for a backslash, or use single quotes",
          helpJa: "円記号（バックスラッシュ）は `\\\\` と書くか、一重引用符を使ってください")
      case .badCodePoint(let text):
        Wording(
          "bad-code-point", en: "`\(text)` is not a character",
          ja: "`\(text)` に当たる文字はありません",
          helpEn: "write 2, 4 or 8 hexadecimal digits after `\\x`, `\\u` or `\\U`",
          helpJa: "`\\x`、`\\u`、`\\U` の後に 16 進数を 2、4、8 桁書いてください")
      case .indicator(let sign):
        Wording(
          "indicator", en: "a value without quotes cannot begin with `\(sign)`",
          ja: "引用符のない値は `\(sign)` で始められません",
          helpEn: "quote the value", helpJa: "値を引用符で囲んでください")
      case .needsQuotes(let text):
        Wording(
          "needs-quotes", en: "`\(text)` cannot stand in brackets without quotes",
          ja: "`\(text)` は括弧の中では引用符が必要です",
          helpEn: "quote it", helpJa: "引用符で囲んでください")
      case .blockHeader(let text): blockHeader(text)
      case .blankLineTooLong: blankLineTooLong
      case .keyTooLong(let limit):
        Wording(
          "key-too-long", en: "the key is longer than \(limit) bytes",
          ja: "キーが \(limit) バイトを超えています")
      }
    }

    private func blockHeader(_ text: String) -> Wording {
      Wording(
        "block-header", en: "`\(text)` cannot follow `|` or `>`",
        ja: "`\(text)` は `|` や `>` の後に書けません",
        helpEn: "write `-` or `+`, a digit 1 to 9, or nothing, and the text on the next lines",
        helpJa: "`-`、`+`、1〜9 の数字だけを書き、本文は次の行から書いてください")
    }

    private var blankLineTooLong: Wording {
      Wording(
        "blank-line-too-long", en: "a blank line before this text has more spaces than the text",
        ja: "この本文の前の空行に、本文の字下げより多い空白があります",
        helpEn: "delete the spaces of the blank line", helpJa: "空行の空白を削除してください")
    }
  }
}
