package import Diagnostics

/// The table of keys as text for readers.
package enum KeyReference {
  /// What a key means, with its units, default, range and example; several keys if the name fits several.
  ///
  /// The name is a path, with or without indices, or the end of one such as `closure.by`.
  package static func explain(
    _ name: String, in language: Language
  ) throws(DiagnosticList) -> String {
    let found = keys(named: name)
    if found.isEmpty { throw unknown(name) }
    if found.count > 1 { return list(found, in: language) }
    let below = KeyTable.keys(of: found[0].path) + KeyTable.keys(of: found[0].path + "[]")
    let text = describe(found[0], in: language)
    return below.isEmpty ? text : text + "\n" + list(below, in: language)
  }

  /// Every key as Markdown, a table for each group.
  package static func markdown(_ language: Language) -> String {
    var groups: [String] = []
    for key in KeyTable.keys where !groups.contains(key.parent) { groups.append(key.parent) }
    let title = language == .en ? "# Keys of a scenario file" : "# シナリオファイルのキー"
    let sections = groups.map { group in
      let heading = group.isEmpty ? (language == .en ? "Top" : "最上位") : "`\(group)`"
      return "## \(heading)\n\n" + table(KeyTable.keys(of: group), in: language)
    }
    return ([title] + sections).joined(separator: "\n\n") + "\n"
  }

  /// Whether a name is a key's, or the end of one.
  package static func knows(_ name: String) -> Bool { !keys(named: name).isEmpty }

  /// The key of a path, else every key whose path ends in the name.
  private static func keys(named name: String) -> [Key] {
    let name = KeyTable.general(name)
    if let key = KeyTable.key(at: name) { return [key] }
    let plain = name.filter { $0 != "[" && $0 != "]" }
    return KeyTable.keys.filter { key in
      let path = key.path.filter { $0 != "[" && $0 != "]" }
      return path == plain || path.hasSuffix("." + plain)
    }
  }

  private static func unknown(_ name: String) -> DiagnosticList {
    let paths = KeyTable.keys.map { key in key.path.filter { $0 != "[" && $0 != "]" } }
    let names = KeyTable.keys.map { $0.name }
    return DiagnosticList([
      Diagnostic(
        .error,
        ScenarioProblem.Shape.unknownKey(
          name, group: "", suggestion: nearest(name, in: names) ?? nearest(name, in: paths),
          known: KeyTable.keys(of: "").map { $0.name }))
    ])
  }

  private static func describe(_ key: Key, in language: Language) -> String {
    let labels =
      language == .en
      ? ["value", "units", "default", "range", "instead of", "example"]
      : ["値", "単位", "既定値", "範囲", "代わり", "例"]
    let values = [
      key.typeText(in: language), key.units.isEmpty ? nil : key.units.joined(separator: ", "),
      key.standardText(in: language), key.rangeText(in: language),
      key.alternatives.isEmpty ? nil : key.alternativesText,
      key.example.isEmpty ? nil : "`\(key.name): \(key.example)`",
    ]
    let lines = zip(labels, values).compactMap { label, value in
      value.map { "  \(label): \($0)" }
    }
    return ([key.path, "  " + key.meaning.text(in: language)] + lines).joined(separator: "\n")
      + "\n"
  }

  private static func list(_ keys: [Key], in language: Language) -> String {
    keys.map { key in
      "  \(key.path): \(key.meaning.text(in: language))\(facts(of: key, in: language))\n"
    }.joined()
  }

  /// Units, default and range of a key on the line that tells its meaning; nothing where it has none.
  private static func facts(of key: Key, in language: Language) -> String {
    let units = key.units.prefix(3).joined(separator: ", ") + (key.units.count > 3 ? ", …" : "")
    let standard = key.standardText(in: language).map {
      if case .standard = key.presence { return language == .en ? "default \($0)" : "既定値 \($0)" }
      return $0
    }
    let facts = [units.isEmpty ? nil : units, standard, key.rangeText(in: language)].compactMap(
      { $0 })
    if facts.isEmpty { return "" }
    return language == .en
      ? " [" + facts.joined(separator: "; ") + "]" : "［" + facts.joined(separator: "、") + "］"
  }

  private static func table(_ keys: [Key], in language: Language) -> String {
    let header =
      language == .en
      ? "| key | value | units | default | range | meaning |"
      : "| キー | 値 | 単位 | 既定値 | 範囲 | 意味 |"
    let rows = keys.map { key in
      let cells = [
        "`\(key.name)`", key.typeText(in: language), key.units.joined(separator: ", "),
        key.standardText(in: language) ?? "", key.rangeText(in: language) ?? "",
        key.meaning.text(in: language),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return ([header, "|---|---|---|---|---|---|"] + rows).joined(separator: "\n")
  }
}
