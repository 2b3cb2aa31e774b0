package import Diagnostics
internal import Scenarios

/// One value of a scenario that a reader may change.
package struct Control: Sendable, Hashable {
  /// How it is changed.
  package enum Kind: Sendable, Hashable {
    /// By a slider; the text is `prefix`, a number and `suffix`. `number` is nil while a word stands there.
    case number(Double?, SliderRange, prefix: String, suffix: String, start: Double)
    /// On a calendar.
    case date
    /// One of its words.
    case choice
    /// True or false.
    case flag
    /// As text.
    case text
  }

  /// The path of the value, as `--set` takes it.
  package let path: String
  /// What of the path its group does not say.
  package let name: String
  /// How it is changed.
  package let kind: Kind
  /// The value as text.
  package let value: String
  /// Whether the file, or a change, states it; else it is a default.
  package let isGiven: Bool
  /// The key.
  package let key: KeyWords
}

/// What a page says of a key.
package struct KeyWords: Sendable, Hashable {
  /// What it means.
  package let meaning: Bilingual
  /// Its default, range and units in words; empty where it has none.
  package let limits: Bilingual
  /// Words that it takes instead of a number, or all of a choice.
  package let words: [String]

  /// Takes them from the table of keys.
  init(_ key: Key) {
    meaning = key.meaning
    words = key.words
    limits = Bilingual(Self.limits(of: key, in: .en), Self.limits(of: key, in: .ja))
  }

  private static func limits(of key: Key, in language: Language) -> String {
    let labels = language == .en ? ["default", "range", "units"] : ["既定", "範囲", "単位"]
    let units = key.units.prefix(4).joined(separator: ", ")
    let texts = [
      key.standardText(in: language), key.rangeText(in: language), units.isEmpty ? nil : units,
    ]
    let colon = language == .en ? ": " : "："
    return zip(labels, texts).compactMap { label, text in text.map { label + colon + $0 } }
      .joined(separator: language == .en ? "; " : "、")
  }
}

/// Values that belong together: the model, or one entry of a list.
package struct ControlGroup: Sendable, Hashable {
  /// The path, such as `shocks[0]`; empty for what stands at the top.
  package let path: String
  /// The entry's kind, such as `closure`, or `model`; empty for what stands at the top.
  package let kind: String
  /// Whether it is an entry that may be switched off.
  package let isEntry: Bool
  /// Whether the entry is off.
  package let isOff: Bool
  /// What the file's comments before it say, its sources above all.
  package let source: String
  /// Its values in the file's order, then defaults.
  package let controls: [Control]
}
