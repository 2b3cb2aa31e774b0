import Commodities
import Diagnostics
import InputOutputTables
import ScenarioText
import Scenarios

/// A scenario file with everything that it names loaded.
struct ScenarioFile: Sendable {
  let source: Source
  /// The folder that paths of the file start from; nil of a bundled scenario.
  private(set) var folder: String?
  private(set) var document: Document
  let table: InputOutputTable
  let commodities: [Commodity]
  let decoded: DecodedScenario
  /// What the reader should know whatever the scenario's values are: of the table and of the command.
  private(set) var standing: [Diagnostic]
  /// The file on each economy of its list, in order; empty without a list.
  private(set) var economies: [EconomyEntry] = []
  /// Draws of `uncertainty` that are run beside the file's own values; 0: none.
  private(set) var rangeDraws = 0
  /// The scenario as written, then its variants.
  private(set) var runs: [(name: String?, scenario: Scenario)]

  /// A document on what is loaded; throws every mistake at once.
  init(_ document: Document, on loaded: LoadedScenario) throws(DiagnosticList) {
    let reading = Reading(
      source: loaded.source, document: document, commodities: loaded.commodities,
      defaults: loaded.defaults)
    if document.root["economies"] == nil {
      try self.init(reading, on: loaded.tables[0].loaded)
    } else {
      (self, economies) = try reading.onEach(loaded.tables)
      self.document = document
    }
    folder = loaded.folder
    add(loaded.warnings)
  }

  /// A file on one economy; throws every mistake at once.
  init(_ reading: Reading, on loaded: LoadedTable) throws(DiagnosticList) {
    source = reading.source
    document = reading.document
    commodities = reading.commodities
    table = loaded.table
    decoded = try ScenarioDecoder.decode(
      reading.document, names: Names(loaded.table, reading.commodities),
      defaults: reading.defaults)
    runs = [(nil, decoded.base)] + decoded.variants.map { ($0.name, $0.scenario) }
    standing = loaded.warnings + ScenarioFile.notDrawn(decoded, reading.document)
  }

  /// Adds what the reader should know.
  mutating func add(_ remarks: [Diagnostic]) { standing += remarks }

  /// What the reader should know although nothing is wrong.
  var warnings: [Diagnostic] { standing + decoded.warnings }

  /// A plain run draws nothing at random: said where the file asks for it.
  private static func notDrawn(
    _ decoded: DecodedScenario, _ document: Document
  ) -> [Diagnostic] {
    guard decoded.uncertainty != nil else { return [] }
    return [Diagnostic(.warning, RunProblem.notDrawn, at: document.root["uncertainty"]?.place)]
  }

  /// Draws of a run whose command names no number: enough for a 5% and a 95% point with an error.
  static let usualRangeDraws = 64

  /// The file with so many draws run beside it on each of its economies, where it says what varies.
  func drawing(_ count: Int? = nil) -> ScenarioFile {
    var file = self
    let varies = decoded.uncertainty.map { !$0.vary.isEmpty || !$0.events.isEmpty } ?? false
    file.rangeDraws = varies ? count ?? ScenarioFile.usualRangeDraws : 0
    if file.rangeDraws > 0 {
      file.standing.removeAll { $0.problem.code == RunProblem.notDrawn.code }
    } else if let count, count > 0 {
      file.standing.append(Diagnostic(.warning, RunProblem.nothingToDraw))
    }
    file.economies = economies.map { entry in
      if case .other(let name, let other) = entry {
        .other(name, other.drawing(count))
      } else {
        entry
      }
    }
    return file
  }

  /// Fewest days of any run.
  private var commonDays: Int { runs.map { $0.scenario.horizon }.min() ?? 1 }

  /// Days that all runs have, where some have more; else nil.
  var cutDays: Int? {
    let days = commonDays
    return runs.contains { $0.scenario.horizon > days } ? days : nil
  }

  /// All runs over the days that they have in common; none if that is all that they have.
  var cutRuns: [(name: String?, scenario: Scenario)] {
    guard let days = cutDays else { return [] }
    return runs.map { ($0.name, $0.scenario.lasting(days)) }
  }

  /// The messages of one severity as sentences of a report.
  func sentences(_ severity: Diagnostic.Severity) -> [Bilingual] {
    ScenarioFile.sentences(warnings.filter { $0.severity == severity })
  }

  /// Messages as sentences of a report, in the order of their places.
  static func sentences(_ messages: [Diagnostic]) -> [Bilingual] {
    messages.sortedByPlace().map { $0.sentence }
  }

  /// What a study says besides its numbers: the file's and the runs' warnings and notes, and what its models
  /// are known to do.
  func saying(
    _ messages: [Diagnostic], of scenarios: [Scenario]
  ) -> (warnings: [Bilingual], remarks: [Bilingual]) {
    let own = { (severity: Diagnostic.Severity) in
      self.sentences(severity)
        + ScenarioFile.sentences(messages.filter { $0.severity == severity })
    }
    return (
      own(.warning) + StabilityWording.sentences(scenarios.map { $0.model }, table: table),
      own(.note)
    )
  }

  /// Said where only one economy of a list is used.
  var ofOneEconomy: [Diagnostic] {
    guard economies.count > 1, let first = economies.first(where: { $0.isThis }) else { return [] }
    return [Diagnostic(.warning, RunProblem.oneEconomy(first.name))]
  }

  /// The file as written alone, without its variants, over its first days.
  func base(lasting days: Int) -> ScenarioFile {
    var file = self
    file.runs = [(nil, decoded.base.lasting(days))]
    file.economies = []
    file.standing += ofOneEconomy
    return file
  }

  /// The parsed file with the command line's changes; dated entries keep their form as written.
  static func document(
    _ source: Source, economy: String?, settings: [String], asWritten: Bool = false
  ) throws(DiagnosticList) -> Document {
    var document = try Parser.parse(source)
    if !asWritten { document = try Timeline.expanded(document) }
    if let economy {
      document = try document.leavingOut("economies").setting(
        path: "economy", value: Source(name: "--economy", text: quoted(economy)))
    }
    for setting in settings {
      // One of the two replaces the other, as `--economy` does.
      if setting.hasPrefix("economies") { document = document.leavingOut("economy") }
      if setting.hasPrefix("economy=") { document = document.leavingOut("economies") }
      document = try document.setting(Source(name: "--set", text: setting))
    }
    return document
  }

  /// A text as a scalar in quotes.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

}
