import Diagnostics
import Quantities
package import ScenarioText
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
      let pairs = correlations(group["correlation"], of: vary)
    else { return nil }
    if !SampleDesign.allows(draws, sampling), let field = group["draws"] {
      report(ScenarioProblem.Chance.sobolDraws(draws), at: field.place)
      return nil
    }
    return Uncertainty(
      draws: draws, seed: seed, sampling: sampling, vary: vary, events: events,
      correlations: pairs, dependence: dependence)
  }

  /// The entries of a field's mapping, each read; nil if any could not be.
  private mutating func entries<Value>(
    _ field: Field?, _ read: (inout ScenarioReader, Node.Entry, Key) -> Value?
  ) -> [Value]? {
    guard let field else { return nil }
    guard let entries = field.node.mapping else {
      report(
        ScenarioProblem.Shape.needsMapping(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return nil
    }
    let found = entries.compactMap { read(&self, $0, field.key) }
    return found.count == entries.count ? found : nil
  }

  private mutating func vary(_ field: Field?, of document: Document) -> [Uncertainty.Varied]? {
    entries(field) { $0.varied($1, $2, of: document) }
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
    entries(field) { reader, entry, _ in reader.event(entry, of: document) }
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
    _ field: Field?, of vary: [Uncertainty.Varied]
  ) -> [Uncertainty.Pair]? {
    let rows = entries(field) { reader, entry, key -> [Uncertainty.Pair]? in
      guard let partners = entry.value.mapping else {
        reader.report(
          ScenarioProblem.Shape.needsMapping(entry.key, example: Self.line(key)),
          at: entry.value.place)
        return nil
      }
      let found = partners.compactMap { reader.pair(entry, $0, of: vary) }
      return found.count == partners.count ? found : nil
    }
    guard let field, let pairs = rows?.flatMap({ $0 }) else { return nil }
    let matrix = pairs.map { ($0.first, $0.second, $0.value) }
    if !pairs.isEmpty, Correlation(matrix, variables: vary.count) == nil {
      report(ScenarioProblem.Chance.impossibleCorrelation, at: field.place)
      return nil
    }
    return pairs
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
  /// Indices of the items of a list at the top.
  func items(of list: String) -> Range<Int> { (root[list]?.list ?? []).indices }

  /// The document without some entries of its lists.
  package func leavingOut(_ entries: [EntryPath]) -> Document {
    var document = self
    for list in Set(entries.map({ $0.list })).sorted() {
      guard case .mapping(var top) = document.root.content,
        let place = top.firstIndex(where: { $0.key == list }), let items = top[place].value.list
      else { continue }
      let gone = Set(entries.filter { $0.list == list }.map { $0.index })
      let kept = items.indices.filter { !gone.contains($0) }.map { items[$0] }
      top[place].value = Node(.sequence(kept), at: top[place].value.place)
      document.root = Node(.mapping(top), at: document.root.place)
    }
    return document
  }
}
