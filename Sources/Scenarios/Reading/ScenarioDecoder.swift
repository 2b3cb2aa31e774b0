package import Diagnostics
import InputOutputTables
package import ScenarioText

/// Turns a document into a validated scenario of one economy.
package enum ScenarioDecoder {
  /// The validated scenario; throws every mistake of the file at once, each with its place.
  package static func decode(
    _ document: Document, names: Names, defaults: SectorDefaults
  ) throws(DiagnosticList) -> DecodedScenario {
    let (base, variants, uncertainty, messages) = read(document, names, defaults)
    guard let base, !messages.contains(where: { $0.severity == .error }) else {
      throw DiagnosticList(messages.filter { $0.severity != .warning })
    }
    return DecodedScenario(
      base: base, variants: variants, uncertainty: uncertainty, warnings: messages)
  }

  /// Everything to say of a document; without names, only what needs no economy.
  package static func check(
    _ document: Document, names: Names?, defaults: SectorDefaults
  ) -> [Diagnostic] {
    read(document, names, defaults).messages
  }

  /// The economies of a document, at least one, so that they can be loaded before the rest is read.
  package static func economies(of document: Document) throws(DiagnosticList) -> [String] {
    if let node = document.root["economy"], document.root["economies"] != nil {
      throw DiagnosticList([
        Diagnostic(
          .error, ScenarioProblem.Shape.bothGiven("economy", "economies"), at: node.place)
      ])
    }
    if let node = document.root["economies"] {
      var names: [String] = []
      for item in node.list ?? [node] {
        let name = try economy(item, "economies")
        guard !names.contains(name) else {
          throw DiagnosticList([
            Diagnostic(.error, ScenarioProblem.Name.twice(.economy, name), at: item.place)
          ])
        }
        names.append(name)
      }
      if !names.isEmpty { return names }
      throw DiagnosticList([
        Diagnostic(
          .error, ScenarioProblem.Name.none(.economy, key: "economies"), at: node.place)
      ])
    }
    guard let node = document.root["economy"] else { return [EconomyLoader.standard] }
    return [try economy(node, "economy")]
  }

  /// Folders of commodities that a document names, with their places, so that they can be loaded
  /// before the rest is read; what is no text is left to that.
  package static func commodityFolders(of document: Document) -> [(path: String, place: Place?)] {
    guard let node = document.root["commodities"] else { return [] }
    return (node.list ?? [node]).compactMap { item in item.text.map { ($0, item.place) } }
  }

  /// One economy's name.
  private static func economy(_ node: Node, _ name: String) throws(DiagnosticList) -> String {
    if let text = node.text, !text.isEmpty { return text }
    let example = KeyTable.key(name).map(ScenarioReader.line) ?? ""
    let problem: ScenarioProblem.Shape =
      node.text == nil ? .needsOneValue(name, example: example) : .empty(name, example: example)
    throw DiagnosticList([Diagnostic(.error, problem, at: node.place)])
  }

  private typealias Reading = (
    base: Scenario?, variants: [DecodedScenario.Variant], uncertainty: Uncertainty?,
    messages: [Diagnostic]
  )

  private static func read(
    _ document: Document, _ names: Names?, _ defaults: SectorDefaults
  ) -> Reading {
    var reader = ScenarioReader(
      names: names, defaults: defaults, preset: KeyTable.preset(of: document))
    guard let group = reader.open(document.root, "", at: start(of: document)) else {
      return (nil, [], nil, reader.messages)
    }
    let base = reader.scenario(group)
    let uncertainty = reader.uncertainty(group["uncertainty"], of: document)
    var messages = reader.messages
    var variants: [DecodedScenario.Variant] = []
    let changed = Variants.documents(document, group["variants"])
    messages += changed.messages
    for variant in changed.documents where messages.count <= 4 * ScenarioReader.mostMistakes {
      let (scenario, new) = scenario(of: variant.document, names, defaults)
      messages += new
      if let scenario {
        variants.append(
          .init(name: variant.name, document: variant.document, scenario: scenario))
      }
    }
    return (base, variants, uncertainty, bounded(distinct(messages).sortedByPlace()))
  }

  private static func scenario(
    of document: Document, _ names: Names?, _ defaults: SectorDefaults
  ) -> (Scenario?, [Diagnostic]) {
    var reader = ScenarioReader(
      names: names, defaults: defaults, preset: KeyTable.preset(of: document))
    let group = reader.open(document.root, "", at: start(of: document))
    return (group.flatMap { reader.scenario($0) }, reader.messages)
  }

  /// The point where a document starts.
  private static func start(of document: Document) -> Place {
    let offset = document.root.place.range.lowerBound
    return Place(source: document.root.place.source, range: offset..<offset)
  }

  /// As many mistakes as a reader wants to see at once; a note says that there are more.
  private static func bounded(_ messages: [Diagnostic]) -> [Diagnostic] {
    let most = ScenarioReader.mostMistakes
    guard messages.count(where: { $0.severity == .error }) > most else { return messages }
    var shown = 0
    let kept = messages.filter {
      if $0.severity == .error { shown += 1 }
      return $0.severity != .error || shown <= most
    }
    return kept + [Diagnostic(.note, ParseProblem.Structure.more(shown: most))]
  }

  /// The messages without those that variants repeat.
  private static func distinct(_ messages: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Said> = []
    return messages.filter {
      seen.insert(Said(place: $0.place, text: $0.problem.message(in: .en))).inserted
    }
  }

  private struct Said: Hashable {
    let place: Place?
    let text: String
  }
}

extension ScenarioReader {
  /// The scenario of a document's root, without its variants.
  mutating func scenario(_ group: Group) -> Scenario? {
    _ = wholeNumber(group["sonae"])
    let title = text(group["title"])
    let titleJa = text(group["title_ja"])
    let economy = text(group["economy"]) ?? texts(group["economies"])?.first
    start = date(group["start"])
    let days = wholeDays(group["horizon"])
    horizon = days ?? .max
    let model = model(group["model"])
    let levers = LeverList.allCases.flatMap { self.levers(of: $0, group[$0.rawValue]) }
    requireDisjointLists(levers)
    remarkOnEachOther(levers.compactMap { $0 })
    let report = reportOptions(group["report"])
    guard let title, let economy, let days, let model, let report,
      !levers.contains(where: { $0 == nil }),
      !messages.contains(where: { $0.severity == .error })
    else { return nil }
    return Scenario(
      title: title, titleJa: titleJa, economy: economy, start: start, horizon: days,
      model: model, levers: levers.compactMap { $0 }, report: report)
  }
}
