package import Diagnostics

extension ParseProblem {
  /// Mistakes in the path of an override.
  package enum Path: WordedProblem, Hashable {
    /// The path cannot be read, as written.
    case unreadable(String)
    /// An override without an equals sign.
    case missingEquals
    /// An index past the end of a list: its path and its number of items.
    case noSuchItem(path: String, count: Int)
    /// A key asked of something that is no mapping: its path and what is there.
    case notMapping(path: String, found: Found)
    /// An index asked of something that is no list: its path and what is there.
    case notSequence(path: String, found: Found)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .unreadable(let text):
        Wording(
          "path", en: "`\(text)` is not a path", ja: "`\(text)` はパスとして読めません",
          helpEn: "write keys and positions as in `shocks[0].closure.for`",
          helpJa: "`shocks[0].closure.for` のようにキーと番号で書いてください")
      case .missingEquals:
        Wording(
          "path-without-value", en: "no value is given", ja: "値がありません",
          helpEn: "write `path=value`", helpJa: "`パス=値` と書いてください")
      case .noSuchItem(let path, let count): noSuchItem(path, count)
      case .notMapping(let path, let found):
        Wording(
          "not-a-mapping",
          en:
            "\(path.isEmpty ? "the file" : "`\(path)`") holds no keys: it is \(found.text(in: .en))",
          ja: "\(path.isEmpty ? "ファイル" : "`\(path)`") はキーを持ちません（\(found.text(in: .ja))）",
          helpEn: found.isSequence ? "choose an item, as in `\(path)[0]`" : "set `\(path)` itself",
          helpJa: found.isSequence
            ? "`\(path)[0]` のように項目を選んでください" : "`\(path)` 自体を設定してください")
      case .notSequence(let path, let found): notSequence(path, found)
      }
    }

    private func notSequence(_ path: String, _ found: Found) -> Wording {
      let en = "\(path.isEmpty ? "the file" : "`\(path)`") is no list: it is \(found.text(in: .en))"
      let ja =
        "\(path.isEmpty ? "ファイル" : "`\(path)`") はリストではありません（\(found.text(in: .ja))）"
      guard found == .nothing else { return Wording("not-a-list", en: en, ja: ja) }
      return Wording(
        "not-a-list", en: en, ja: ja, helpEn: "`\(path)[+]` adds an item",
        helpJa: "`\(path)[+]` で項目を加えられます")
    }

    private func noSuchItem(_ path: String, _ count: Int) -> Wording {
      let list = path.isEmpty ? "the list" : "`\(path)`"
      let items = count == 1 ? "1 item" : "\(count) items"
      let positions =
        switch count {
        case 0: (en: "", ja: "")
        case 1: (en: "its position is 0; ", ja: "番号は 0 です。")
        default:
          (
            en: "positions run from 0 to \(count - 1); ",
            ja: "番号は 0 から \(count - 1) までです。"
          )
        }
      return Wording(
        "no-such-item", en: "\(list) has \(items)",
        ja: "\(path.isEmpty ? "リスト" : "`\(path)`") の項目は \(count) 個です",
        helpEn: positions.en + "`\(path)[+]` adds an item",
        helpJa: positions.ja + "`\(path)[+]` で項目を加えられます")
    }
  }

  /// What stands at a path.
  package enum Found: Sendable, Hashable {
    /// Nothing.
    case nothing
    /// A text.
    case text(String)
    /// A list of so many items.
    case sequence(Int)
    /// A mapping with these keys.
    case mapping([String])

    var isSequence: Bool {
      if case .sequence = self { true } else { false }
    }

    func text(in language: Language) -> String {
      switch (self, language) {
      case (.nothing, .en): "empty"
      case (.nothing, .ja): "空です"
      case (.text(let text), .en): "the text `\(text)`"
      case (.text(let text), .ja): "文字列 `\(text)` です"
      case (.sequence(let count), .en): "a list of \(count)"
      case (.sequence(let count), .ja): "\(count) 項目のリストです"
      case (.mapping(let keys), .en):
        "a mapping of " + keys.map { "`\($0)`" }.joined(separator: ", ")
      case (.mapping(let keys), .ja): keys.map { "`\($0)`" }.joined(separator: "、") + " を持ちます"
      }
    }
  }
}
