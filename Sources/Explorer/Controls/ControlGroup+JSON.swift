internal import Diagnostics
package import Reporting

extension ControlGroup {
  /// The group as a page takes it.
  package var json: JSON {
    [
      "path": .string(path), "kind": .string(kind), "words": both(LeverWords.kind(named: kind)),
      "is_entry": .bool(isEntry),
      "is_off": .bool(isOff), "source": .string(source),
      "controls": .array(controls.map { $0.json }),
    ]
  }
}

extension Control {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      JSON.Member("path", .string(path)), JSON.Member("name", .string(name)),
      JSON.Member("value", .string(value)), JSON.Member("is_given", .bool(isGiven)),
      JSON.Member("kind", .string(word)), JSON.Member("meaning", both(key.meaning)),
      JSON.Member("limits", both(key.limits)),
      JSON.Member("words", .array(key.words.map { .string($0) })),
    ]
    if case .number(let number, let range, let prefix, let suffix, let start) = kind {
      members += [
        JSON.Member("number", .number(number)), JSON.Member("start", .number(start)),
        JSON.Member("low", .number(range.low)), JSON.Member("high", .number(range.high)),
        JSON.Member("step", .number(range.step)), JSON.Member("prefix", .string(prefix)),
        JSON.Member("suffix", .string(suffix)),
      ]
    }
    return .object(members)
  }

  private var word: String {
    switch kind {
    case .number: "number"
    case .date: "date"
    case .choice: "choice"
    case .flag: "flag"
    case .text: "text"
    }
  }

}

private func both(_ words: Bilingual) -> JSON {
  ["en": .string(words.en), "ja": .string(words.ja)]
}
