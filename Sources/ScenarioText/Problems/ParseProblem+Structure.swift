package import Diagnostics

extension ParseProblem {
  /// Lines that do not fit together.
  package enum Structure: WordedProblem, Hashable {
    /// A line that belongs to nothing above it.
    case indentation
    /// A line without a colon among keys, as written.
    case keyWithoutColon(String)
    /// A colon without the space that makes it one, and how to write it.
    case colonWithoutSpace(String)
    /// A list item among keys.
    case itemAmongKeys
    /// A key, or another text, among list items.
    case keyAmongItems
    /// A list item on the line of its key.
    case itemAfterKey
    /// A second `: ` in one line.
    case colonInValue
    /// A colon with nothing before it.
    case missingKey
    /// Text after the end of a value, as written.
    case textAfterValue(String)
    /// A key that the mapping already has, and the line where.
    case duplicateKey(String, line: Int)
    /// More levels than are read.
    case tooDeep(limit: Int)
    /// More mistakes than are shown.
    case more(shown: Int)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .indentation, .itemAmongKeys, .keyAmongItems, .itemAfterKey, .tooDeep: position
      case .keyWithoutColon, .colonWithoutSpace, .colonInValue, .missingKey: colon
      case .textAfterValue(let text):
        Wording(
          "text-after-value", en: "`\(text)` stands after the end of the value",
          ja: "値の後に `\(text)` があります",
          helpEn: "quote the whole value, or put a space before `#` for a comment",
          helpJa: "値全体を引用符で囲むか、注釈なら `#` の前に空白を入れてください")
      case .duplicateKey(let key, let line):
        Wording(
          "duplicate-key", en: "`\(key)` already stands in line \(line)",
          ja: "`\(key)` は \(line) 行目にもあります",
          helpEn: "keep one of the two", helpJa: "どちらか一つにしてください")
      case .more(let shown):
        Wording(
          "more", en: "there are more mistakes than the \(shown) shown",
          ja: "誤りはここに示した \(shown) 件のほかにもあります")
      }
    }

    private var position: Wording {
      switch self {
      case .itemAmongKeys:
        Wording(
          "item-among-keys", en: "a list item stands among keys",
          ja: "キーの並びの中にリストの項目があります",
          helpEn: "put the list under a key of its own", helpJa: "リストは専用のキーの下に書いてください")
      case .keyAmongItems:
        Wording(
          "key-among-items", en: "a list item must begin with `- `",
          ja: "リストの項目は `- ` で始めてください",
          helpEn: "begin the line with `- `, or indent it to belong to the item above",
          helpJa: "行頭に `- ` を書くか、上の項目に属するよう字下げしてください")
      case .itemAfterKey:
        Wording(
          "item-after-key", en: "a list cannot begin on the line of its key",
          ja: "リストはキーと同じ行から始められません",
          helpEn: "begin the list on the next line, or write `[a, b]`",
          helpJa: "次の行から書くか、`[a, b]` と書いてください")
      case .tooDeep(let limit):
        Wording(
          "too-deep", en: "more than \(limit) levels are nested", ja: "入れ子が \(limit) 段を超えています")
      default:
        Wording(
          "indentation", en: "the line's indentation fits nothing above it",
          ja: "この行の字下げは上のどの行とも合いません",
          helpEn: "align it with the lines that it belongs to, or quote a value of several lines",
          helpJa: "同じまとまりの行と字下げをそろえるか、複数行の値は引用符で囲んでください")
      }
    }

    private var colon: Wording {
      switch self {
      case .keyWithoutColon(let text):
        Wording(
          "key-without-colon", en: "`\(text)` has no `: ` among keys",
          ja: "`\(text)` に `: ` がありません",
          helpEn: "write `key: value`", helpJa: "`キー: 値` の形で書いてください")
      case .colonWithoutSpace(let form):
        Wording(
          "colon-without-space", en: "a space is missing after the colon",
          ja: "コロンの後に空白がありません",
          helpEn: "write `\(form)`", helpJa: "`\(form)` と書いてください")
      case .missingKey:
        Wording(
          "missing-key", en: "no key stands before the colon", ja: "コロンの前にキーがありません",
          helpEn: "write `key: value`", helpJa: "`キー: 値` の形で書いてください")
      default:
        Wording(
          "colon-in-value", en: "a second `: ` stands in one line",
          ja: "一つの行に `: ` が二つあります",
          helpEn: "quote the value, or write a mapping as `{key: value}`",
          helpJa: "値を引用符で囲むか、マッピングなら `{キー: 値}` と書いてください")
      }
    }
  }
}
