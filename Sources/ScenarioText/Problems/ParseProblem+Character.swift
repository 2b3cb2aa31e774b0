package import Diagnostics

extension ParseProblem {
  /// Characters that cannot stand where they stand.
  package enum Character: WordedProblem, Hashable {
    /// A byte that is not part of UTF-8 text.
    case invalidUTF8(UInt8)
    /// The file begins with the mark of UTF-16.
    case utf16
    /// A control character or an unusual line break, as in `U+0007`.
    case control(Unicode.Scalar)
    /// A tab outside quotes.
    case tab
    /// A full-width space that looks like indentation or separation.
    case fullWidthSpace
    /// A full-width sign where only its half-width form has a meaning.
    case fullWidthSign(String, halfWidth: String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .invalidUTF8(let byte):
        let hex = hexadecimal(UInt32(byte), digits: 2)
        return Wording(
          "not-utf8", en: "byte `\\x\(hex)` is not UTF-8 text",
          ja: "バイト `\\x\(hex)` は UTF-8 の文字ではありません",
          helpEn: "save the file as UTF-8", helpJa: "ファイルを UTF-8 で保存してください")
      case .utf16:
        return Wording(
          "not-utf8", en: "the file is UTF-16", ja: "ファイルが UTF-16 です",
          helpEn: "save the file as UTF-8", helpJa: "ファイルを UTF-8 で保存してください")
      case .control(let scalar):
        let name = hexadecimal(scalar.value, digits: 4)
        return Wording(
          "control-character", en: "the character U+\(name) cannot stand in a file",
          ja: "文字 U+\(name) はファイルに書けません",
          helpEn: "delete it, or write it as `\\u\(name)` inside double quotes",
          helpJa: "削除するか、二重引用符の中に `\\u\(name)` と書いてください")
      case .tab:
        return Wording(
          "tab", en: "a tab stands where only spaces can", ja: "空白しか使えない所にタブがあります",
          helpEn: "use spaces", helpJa: "空白を使ってください")
      case .fullWidthSpace:
        return Wording(
          "full-width-space", en: "a full-width space stands where it cannot be seen",
          ja: "見えない位置に全角空白があります",
          helpEn: "use half-width spaces, or quote the value if the space belongs to it",
          helpJa: "半角空白を使ってください。値の一部なら引用符で囲んでください")
      case .fullWidthSign(let sign, let halfWidth):
        return Wording(
          "full-width-sign", en: "`\(sign)` is full-width", ja: "`\(sign)` が全角です",
          helpEn: "write `\(halfWidth)`, or quote the text if the sign belongs to it",
          helpJa: "半角で `\(halfWidth)` と書くか、文字どおりなら引用符で囲んでください")
      }
    }
  }
}
