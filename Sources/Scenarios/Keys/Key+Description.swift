package import Diagnostics
import Quantities

extension Key {
  /// What it means without what follows the first comma, colon, semicolon, bracket or stop.
  package var gist: Bilingual {
    Bilingual(Self.head(of: meaning.en, ",:;("), Self.head(of: meaning.ja, "、。：(（"))
  }

  private static func head(of text: String, _ ends: String) -> String {
    let head = text.prefix { !ends.contains($0) }
    return head.last == " " ? String(head.dropLast()) : String(head)
  }

  /// The name below the key in a path such as `model.inventory.C`; nil where the path is the key's own.
  package func named(in path: String) -> String? {
    let general = KeyTable.general(path)
    return general.hasPrefix(self.path + ".")
      ? String(general.dropFirst(self.path.count + 1)) : nil
  }

  /// What the value is, in words.
  package func typeText(in language: Language) -> String {
    let text = type.text.text(in: language)
    let choices = words.map { "`\($0)`" }.joined(separator: language == .en ? ", " : "・")
    if words.isEmpty { return text }
    if type == .choice { return choices }
    return text + (language == .en ? ", or " : "、または ") + choices
  }

  /// Names of the units that its numbers are read in, the usual one first; empty if it takes none.
  package var units: [String] {
    dimensions.flatMap { $0 == .number ? [] : Unit.names(of: $0) }
  }

  /// Its default in words; nil if it has none.
  package func standardText(in language: Language) -> String? {
    switch presence {
    case .required where alternatives.isEmpty: language == .en ? "required" : "必須"
    case .required:
      language == .en
        ? "required without \(alternativesText)" : "\(alternativesText) を書かなければ必須"
    case .optional: nil
    case .standard: standardByPreset(in: language)
    }
  }

  /// The defaults of the presets in which it has an effect, the first plainly where that is `sonae`.
  private func standardByPreset(in language: Language) -> String {
    let values = presets.compactMap { preset in standard(preset).map { (preset.rawValue, $0) } }
    guard let first = values.first else { return "" }
    let others = values.dropFirst().filter { $0.1 != first.1 }
      .map { language == .en ? "preset \($0.0) `\($0.1)`" : "\($0.0) では `\($0.1)`" }
    let only = presets.count < ModelParameters.Preset.allCases.count
    let names = presets.map { "`\($0.rawValue)`" }
    switch language {
    case .en:
      return (["`\(first.1)`"] + others).joined(separator: ", ")
        + (only ? "; preset " + names.joined(separator: " and ") + " only" : "")
    case .ja:
      let rest = others.isEmpty ? "" : "(" + others.joined(separator: "、") + ")"
      return "`\(first.1)`" + rest + (only ? "。" + names.joined(separator: "・") + "のみ" : "")
    }
  }

  /// The keys that take its place.
  var alternativesText: String { alternatives.map { "`\($0)`" }.joined(separator: ", ") }

  /// The range of its numbers in words; nil if they have none.
  package func rangeText(in language: Language) -> String? {
    guard let bounds, let dimension = dimensions.first ?? (type == .moment ? .number : nil) else {
      return nil
    }
    let low = dimension.text(bounds.low)
    let high = bounds.high == .infinity ? nil : dimension.text(bounds.high)
    switch (language, high) {
    case (.en, let high?): return "\(low) to \(high)"
    case (.ja, let high?): return "\(low) 〜 \(high)"
    case (.en, nil): return bounds.isOpen ? "more than \(low)" : "\(low) or more"
    case (.ja, nil): return bounds.isOpen ? "\(low) より大きい値" : "\(low) 以上"
    }
  }
}

extension ValueType {
  /// The type in words.
  var text: Bilingual {
    switch self {
    case .group: Bilingual("keys with values", "キーと値の組")
    case .kinds: Bilingual("list of entries, each of one kind", "一項目に一つの種類を書いたリスト")
    case .text: Bilingual("text", "文字列")
    case .texts: Bilingual("text or list of texts", "文字列またはそのリスト")
    case .wholeNumber: Bilingual("whole number", "整数")
    case .quantity([.number, .share]): Bilingual("number or percentage", "数値または百分率")
    case .quantity: Bilingual("number with unit", "単位付きの数値")
    case .wholeDays: Bilingual("whole number of days", "整数の日数")
    case .date: Bilingual("date", "日付")
    case .moment: Bilingual("`day 12` or date", "`day 12` または日付")
    case .flag: Bilingual("`true` or `false`", "`true` または `false`")
    case .choice: Bilingual("one of the words", "決まった語")
    case .recovery: Bilingual("recovery path", "回復の経路")
    case .trigger: Bilingual("condition", "条件")
    case .name(let kind): kind.word
    case .names(let kind):
      Bilingual("list: \(kind.word.en)", "\(kind.word.ja)のリスト")
    case .amounts(let kind, _):
      Bilingual("mapping: \(kind.word.en) to number with unit", "\(kind.word.ja)ごとの単位付き数値")
    case .perProduct:
      Bilingual("number, or mapping of products to numbers", "数値、または製品ごとの数値")
    case .criticality:
      Bilingual(
        "number, or mapping of products to numbers or to users' numbers",
        "数値、または製品ごと・使用者ごとの数値")
    case .distributions: Bilingual("mapping: path to distribution", "パスごとの分布")
    case .probabilities: Bilingual("mapping: path of an entry to share", "項目のパスごとの割合")
    case .correlations:
      Bilingual("mapping: path to mapping of path to number", "パスの組ごとの数値")
    case .overrides: Bilingual("mapping: name to changes", "名前ごとの変更")
    }
  }
}
