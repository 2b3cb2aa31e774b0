import Diagnostics
import Quantities
import ScenarioText
import Statistics

extension ScenarioReader {
  /// What varies; nil if the file says nothing.
  mutating func uncertainty(_ field: Field?, of document: Document) -> Uncertainty? {
    guard let group = group(field) else { return nil }
    let draws = wholeNumber(group["draws"])
    let seed = wholeNumber(group["seed"])
    let sampling: SamplingMethod? = choice(group["sampling"])
    let dependence: Uncertainty.Dependence? = choice(group["dependence"])
    let vary = vary(group["vary"], of: document)
    let events = events(group["events"], of: document)
    guard let draws, let seed, let sampling, let dependence, let vary, let events,
      let pairs = correlations(group["correlation"], of: vary, in: document)
    else { return nil }
    if !SampleDesign.allows(draws, sampling), let field = group["draws"] {
      report(ScenarioProblem.Chance.sobolDraws(draws), at: field.place)
      return nil
    }
    return Uncertainty(
      draws: draws, seed: seed, sampling: sampling, vary: vary, events: events,
      correlations: pairs, dependence: dependence)
  }

  /// The entries of a field's mapping, each read; nil if any could not be. What a list's entry that is off says
  /// is left out, and told.
  private mutating func entries<Value>(
    _ field: Field?, of document: Document,
    _ read: (inout ScenarioReader, Node.Entry, Key) -> Value?
  ) -> [Value]? {
    guard let field else { return nil }
    guard let entries = field.node.mapping else {
      report(
        ScenarioProblem.Shape.needsMapping(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return nil
    }
    let known = entries.filter { entry in
      guard let off = document.entryThatIsOff(entry.key) else { return true }
      warn(ScenarioProblem.Chance.entryIsOff(entry.key, entry: off), at: entry.keyPlace)
      return false
    }
    let found = known.compactMap { read(&self, $0, field.key) }
    return found.count == known.count ? found : nil
  }

  private mutating func vary(_ field: Field?, of document: Document) -> [Uncertainty.Varied]? {
    entries(field, of: document) { $0.varied($1, $2, of: document) }
  }

  private mutating func varied(
    _ entry: Node.Entry, _ key: Key, of document: Document
  ) -> Uncertainty.Varied? {
    if entry.key.contains("[+]") {
      report(ScenarioProblem.Chance.nothingThere(entry.key), at: entry.keyPlace)
      return nil
    }
    guard let numeric = KeyTable.numericKey(at: entry.key) else {
      report(ScenarioProblem.Chance.notNumeric(entry.key), at: entry.keyPlace)
      return nil
    }
    do throws(DiagnosticList) {
      _ = try document.setting(path: entry.key, at: entry.keyPlace, value: entry.value)
    } catch {
      report(error)
      return nil
    }
    guard let text = text(entry.value, key) else { return nil }
    return law(text, numeric, at: entry.value.place).map {
      Uncertainty.Varied(
        path: entry.key, law: $0.law, unit: $0.unit.name, isWhole: numeric.isWhole)
    }
  }

  private mutating func events(_ field: Field?, of document: Document) -> [Uncertainty.Event]? {
    entries(field, of: document) { reader, entry, _ in reader.event(entry, of: document) }
  }

  private mutating func event(
    _ entry: Node.Entry, of document: Document
  ) -> Uncertainty.Event? {
    guard let place = EntryPath(entry.key), document.items(of: place.list).contains(place.index)
    else {
      report(ScenarioProblem.Chance.noEntry(entry.key), at: entry.keyPlace)
      return nil
    }
    let key = Key(
      "events", .quantity([.share, .number]), in: .share, example: "30%", "", "")
    return number(entry.value, key).map {
      Uncertainty.Event(path: entry.key, probability: $0)
    }
  }

  private mutating func correlations(
    _ field: Field?, of vary: [Uncertainty.Varied], in document: Document
  ) -> [Uncertainty.Pair]? {
    let rows = entries(field, of: document) { reader, entry, key -> [Uncertainty.Pair]? in
      guard let partners = entry.value.mapping else {
        reader.report(
          ScenarioProblem.Shape.needsMapping(entry.key, example: Self.line(key)),
          at: entry.value.place)
        return nil
      }
      let known = partners.filter { document.entryThatIsOff($0.key) == nil }
      let found = known.compactMap { reader.pair(entry, $0, of: vary) }
      return found.count == known.count ? found : nil
    }
    guard let field, let pairs = rows?.flatMap({ $0 }) else { return nil }
    if let second = pairs.indices.first(where: { Self.contradicts(pairs[$0], pairs[..<$0]) }) {
      let paths = [pairs[second].first, pairs[second].second].map { vary[$0].path }
      report(ScenarioProblem.Chance.correlatedTwice(paths[0], paths[1]), at: field.place)
      return nil
    }
    let matrix = pairs.map { ($0.first, $0.second, $0.value) }
    if !pairs.isEmpty, Correlation(matrix, variables: vary.count) == nil {
      report(ScenarioProblem.Chance.impossibleCorrelation, at: field.place)
      return nil
    }
    return pairs
  }

  /// Whether one of the pairs before states another coefficient of the same two.
  private static func contradicts(
    _ pair: Uncertainty.Pair, _ before: ArraySlice<Uncertainty.Pair>
  ) -> Bool {
    before.contains {
      Set([$0.first, $0.second]) == Set([pair.first, pair.second]) && $0.value != pair.value
    }
  }

  private mutating func pair(
    _ first: Node.Entry, _ second: Node.Entry, of vary: [Uncertainty.Varied]
  ) -> Uncertainty.Pair? {
    var indices: [Int] = []
    for entry in [first, second] {
      guard let index = vary.firstIndex(where: { $0.path == entry.key }) else {
        report(ScenarioProblem.Chance.notVaried(entry.key), at: entry.keyPlace)
        return nil
      }
      indices.append(index)
    }
    if indices[0] == indices[1] {
      report(ScenarioProblem.Chance.withItself(first.key), at: second.keyPlace)
      return nil
    }
    let key = Key(
      "correlation", .quantity([.number]), in: Key.Bounds(-1, 1), example: "0.5", "", "")
    return number(second.value, key).map { Uncertainty.Pair(indices[0], indices[1], $0) }
  }
}

/// The path of an entry of a list at the top, such as `shocks[1]`.
package struct EntryPath: Sendable, Hashable {
  /// The list.
  package let list: String
  /// The entry, from 0.
  package let index: Int

  /// Nil if a text is no such path.
  package init?(_ text: String) {
    guard let open = text.firstIndex(of: "["), text.last == "]",
      let index = Int(text[text.index(after: open)...].dropLast()), index >= 0,
      LeverList(rawValue: String(text[..<open])) != nil
    else { return nil }
    list = String(text[..<open])
    self.index = index
  }
}

extension Document {
  /// The path of the list's entry that a path lies in, such as `shocks[1]`, if that entry is off.
  func entryThatIsOff(_ path: String) -> String? {
    guard let end = path.firstIndex(of: "]") else { return nil }
    let entry = String(path[...end])
    guard EntryPath(entry) != nil else { return nil }
    return node(at: entry)?.text == LeverEntry.off ? entry : nil
  }

  /// Indices of the items of a list at the top.
  func items(of list: String) -> Range<Int> { (root[list]?.list ?? []).indices }
}
