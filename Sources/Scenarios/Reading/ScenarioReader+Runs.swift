import Diagnostics
import Quantities
import ScenarioText

extension ScenarioReader {
  /// What the report shows.
  mutating func reportOptions(_ field: Field?) -> ReportOptions? {
    guard let group = group(field) else { return nil }
    let regions = regions(group["regions"])
    let tables = tables(group["tables"])
    let languages = texts(group["language"])
    if let field = group["language"], let languages {
      for language in languages where !field.key.words.contains(language) {
        reportWord(language, field)
        return nil
      }
    }
    let discount = number(group["discount"])
    let probability = number(group["probability"])
    guard let regions, let tables, let languages, let discount,
      group["probability"] == nil || probability != nil
    else { return nil }
    return ReportOptions(
      regions: regions, tables: tables, languages: languages, probability: probability,
      discount: discount)
  }

  /// Tables by name; none stands for all of them.
  private mutating func tables(_ field: Field?) -> [ReportTable]? {
    guard let field, let names = texts(field) else { return nil }
    if names == ["all"] { return [] }
    let nodes = field.node.list ?? [field.node]
    let found = zip(names, nodes).compactMap { name, node -> ReportTable? in
      if let table = ReportTable(rawValue: name) { return table }
      let known = ReportTable.allCases.map(\.rawValue)
      report(
        ScenarioProblem.Amount.notAChoice(
          name, key: field.key.name, accepted: ["all"] + known,
          suggestion: nearest(name, in: known)), at: node.place)
      return nil
    }
    return found.count == names.count ? found : nil
  }

  /// The texts of a list, or one text.
  mutating func texts(_ field: Field?) -> [String]? {
    guard let field else { return nil }
    guard case .sequence(let nodes) = field.node.content else { return text(field).map { [$0] } }
    if nodes.isEmpty {
      report(
        ScenarioProblem.Shape.empty(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return nil
    }
    let texts = nodes.compactMap { text($0, field.key) }
    return texts.count == nodes.count ? texts : nil
  }

  /// What varies; nil if the file says nothing.
  mutating func uncertainty(_ field: Field?, of document: Document) -> Uncertainty? {
    guard let group = group(field) else { return nil }
    let draws = wholeNumber(group["draws"])
    let seed = wholeNumber(group["seed"])
    let vary = vary(group["vary"], of: document)
    guard let draws, let seed, let vary else { return nil }
    return Uncertainty(draws: draws, seed: seed, vary: vary)
  }

  private mutating func vary(_ field: Field?, of document: Document) -> [Uncertainty.Varied]? {
    guard let field else { return nil }
    guard let entries = field.node.mapping else {
      report(
        ScenarioProblem.Shape.needsMapping(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return nil
    }
    let found = entries.compactMap { varied($0, field.key, of: document) }
    return found.count == entries.count ? found : nil
  }

  private mutating func varied(
    _ entry: Node.Entry, _ key: Key, of document: Document
  ) -> Uncertainty.Varied? {
    if entry.key.contains("[+]") {
      report(ScenarioProblem.Combination.nothingThere(entry.key), at: entry.keyPlace)
      return nil
    }
    guard let numeric = KeyTable.numericKey(at: entry.key) else {
      report(ScenarioProblem.Combination.notNumeric(entry.key), at: entry.keyPlace)
      return nil
    }
    do throws(DiagnosticList) {
      _ = try document.setting(path: entry.key, at: entry.keyPlace, value: entry.value)
    } catch {
      report(error)
      return nil
    }
    guard let text = text(entry.value, key) else { return nil }
    return distribution(text, numeric, at: entry.value.place).map {
      Uncertainty.Varied(
        path: entry.key, distribution: $0.0, unit: $0.unit.name, isWhole: numeric.isWhole)
    }
  }

  /// `uniform(30 days, 120 days)`, counted in the unit of its first number.
  private mutating func distribution(
    _ text: String, _ numeric: NumericKey, at place: Place
  ) -> (Uncertainty.Distribution, unit: Unit)? {
    let counts = ["uniform": 2, "triangular": 3, "normal": 2]
    guard let open = text.firstIndex(of: "("), text.last == ")",
      let count = counts[String(text[..<open])]
    else {
      report(ScenarioProblem.Combination.notADistribution(text), at: place)
      return nil
    }
    let inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard parts.count == count else {
      report(ScenarioProblem.Combination.notADistribution(text), at: place)
      return nil
    }
    let isNormal = text.hasPrefix("normal")
    let spread = Key(
      numeric.key.path, numeric.key.type, in: .positive, example: numeric.key.example, "", "")
    let values = parts.enumerated().compactMap { index, part in
      quantity(
        part, isNormal && index == 1 ? spread : numeric.key, in: numeric.dimensions, at: place)
    }
    guard values.count == count,
      let unit = (try? Quantity(parts[0], accepting: numeric.dimensions))?.unit
    else { return nil }
    return distribution(text, values.map { unit.number(fromBase: $0) }, at: place).map {
      ($0, unit)
    }
  }

  private mutating func distribution(
    _ text: String, _ values: [Double], at place: Place
  ) -> Uncertainty.Distribution? {
    let isOrdered = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
    if text.hasPrefix("normal") { return .normal(mean: values[0], deviation: values[1]) }
    guard isOrdered, values[0] < values[values.count - 1] else {
      report(ScenarioProblem.Combination.distributionOrder(text), at: place)
      return nil
    }
    return text.hasPrefix("uniform")
      ? .uniform(low: values[0], high: values[1])
      : .triangular(low: values[0], mode: values[1], high: values[2])
  }
}
