package import Diagnostics
internal import InputOutputTables

extension ScenarioProblem {
  /// Keys and kinds of values.
  package enum Shape: WordedProblem, Hashable {
    /// A key that the group does not have; its group, a near one, all of them.
    case unknownKey(String, group: String, suggestion: String?, known: [String])
    /// A kind of shock or response that does not exist.
    case unknownKind(String, group: String, suggestion: String?, known: [String])
    /// A key that must be given, and an example of its value.
    case missingKey(String, group: String, example: String)
    /// One of a key and of others that take its place together must be given; an example of each.
    case missingOneOf(String, [String], group: String, examples: [String])
    /// A mapping is needed, such as the example.
    case needsMapping(String, example: String)
    /// A list is needed, such as the example.
    case needsList(String, example: String)
    /// One value is needed, such as the example.
    case needsOneValue(String, example: String)
    /// The same where a list stands.
    case needsOneOfList(String, example: String)
    /// An entry with no or several kinds.
    case needsOneKind(group: String, found: [String], known: [String])
    /// Nothing is written.
    case empty(String, example: String)
    /// Two keys that exclude each other.
    case bothGiven(String, String)

    /// The problem's code and its sentences.
    package var wording: Wording {
      switch self {
      case .unknownKey(let key, let group, let suggestion, let known):
        unknown("key", ("keys", "キー"), key, group, suggestion, known)
      case .unknownKind(let key, let group, let suggestion, let known):
        unknown("kind", ("kinds", "種類"), key, group, suggestion, known)
      case .missingKey(let key, let group, let example):
        Wording(
          "missing-key", en: "`\(key)` is missing\(group.isEmpty ? "" : " in `\(group)`")",
          ja: "\(group.isEmpty ? "" : "`\(group)` に")`\(key)` がありません",
          helpEn: "write for example `\(key): \(example)`", helpJa: "例: `\(key): \(example)`")
      case .missingOneOf(let key, let others, let group, let examples):
        missing(key, others, group, examples)
      case .needsMapping(let key, let example):
        needs("mapping", key, example, "keys with values", "キーと値の組")
      case .needsList(let key, let example): needs("list", key, example, "a list", "リスト")
      case .needsOneValue(let key, let example):
        needs("one-value", key, example, "one value", "一つの値")
      case .needsOneOfList(let key, let example):
        Wording(
          "needs-one-value", en: "`\(key)` takes one value", ja: "`\(key)` には一つの値を書きます",
          helpEn: "write an entry for each of the list, with `\(example)` for example",
          helpJa: "一つずつ項目を分けて書いてください。例: `\(example)`")
      case .needsOneKind(let group, let found, let known):
        Wording(
          "one-kind",
          en:
            "an entry of `\(group)` says one kind, not \(found.isEmpty ? "none" : ScenarioProblem.list(found))",
          ja: "`\(group)` の一項目に書ける種類は一つです",
          helpEn: "the kinds are \(ScenarioProblem.list(known))",
          helpJa: "種類は \(ScenarioProblem.list(known))")
      case .empty(let key, let example):
        Wording(
          "empty-value", en: "`\(key)` has no value", ja: "`\(key)` に値がありません",
          helpEn: "write for example `\(example)`", helpJa: "例: `\(example)`")
      case .bothGiven(let one, let other):
        Wording(
          "both-given", en: "`\(one)` and `\(other)` exclude each other",
          ja: "`\(one)` と `\(other)` は同時に使えません",
          helpEn: "keep one of them", helpJa: "どちらか一方だけにしてください")
      }
    }

    private func missing(
      _ key: String, _ others: [String], _ group: String, _ examples: [String]
    ) -> Wording {
      let names = others.map { "`\($0)`" }
      let written = examples.map { "`\($0)`" }
      return Wording(
        "missing-key",
        en: "`\(group)` has neither `\(key)` nor \(names.joined(separator: " and "))",
        ja: "`\(group)` に `\(key)` も \(names.joined(separator: "・")) もありません",
        helpEn: "write for example \(written.joined(separator: " or "))",
        helpJa: "例: \(written.joined(separator: " または "))")
    }

    private func unknown(
      _ what: String, _ words: (en: String, ja: String), _ key: String, _ group: String,
      _ suggestion: String?, _ known: [String]
    ) -> Wording {
      let near = ScenarioProblem.didYouMean(suggestion)
      let place = group.isEmpty ? "" : " in `\(group)`"
      let placeJa = group.isEmpty ? "" : "`\(group)` に"
      let list = ScenarioProblem.list(known)
      return Wording(
        "unknown-" + what, en: "unknown \(what) `\(key)`\(place)" + near.en,
        ja: "\(placeJa)`\(key)` という\(words.ja)はありません" + near.ja,
        helpEn: "the \(words.en) are \(list)", helpJa: "使える\(words.ja): \(list)")
    }

    private func needs(
      _ code: String, _ key: String, _ example: String, _ en: String, _ ja: String
    ) -> Wording {
      Wording(
        "needs-" + code, en: "`\(key)` takes \(en)", ja: "`\(key)` には\(ja)を書きます",
        helpEn: "write for example `\(example)`", helpJa: "例: `\(example)`")
    }
  }

  /// What follows an unknown name if a near one is known.
  static func didYouMean(_ suggestion: String?) -> Bilingual {
    guard let suggestion else { return Bilingual("", "") }
    return Bilingual("; did you mean `\(suggestion)`?", "。`\(suggestion)` ですか")
  }
}
