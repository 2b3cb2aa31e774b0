import Diagnostics
import Ensembles
import Files
import InputOutputTables
import Propagation
import Quantities
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios
import Statistics

/// An ensemble that was asked for: the file with everything that it draws.
struct EnsembleRequest: Sendable {
  let file: ScenarioFile
  let economy: Economy
  let design: EnsembleDesign
  let plan: EnsemblePlan
  let reading: OutcomeReading
  let paths: PathReading
  let draw: ScenarioDraw

  /// Reads a file and what the command line changes; throws every mistake at once.
  init(_ name: String, _ options: ScenarioOptions, _ ensemble: EnsembleOptions) throws {
    let file = try ScenarioFile(name, options)
    let defaults = try SectorDefaults.bundled()
    let scenario = file.decoded.base
    let stated =
      file.decoded.uncertainty ?? Uncertainty(draws: 1000, seed: 1, vary: [])
    economy = Economy(file.table)
    let reach = try Reach.refusing(scenario, in: economy, commodities: file.commodities)
    let variables = try EnsembleRequest.variables(
      stated, file, defaults: ensemble.bundledRanges ? defaults : nil)
    if variables.isEmpty { throw refusal(.nothingVaries) }
    let isCorrelated = !stated.correlations.isEmpty
    let draws = ensemble.draws ?? stated.draws
    let sampling = ensemble.sampling ?? stated.sampling
    guard SampleDesign.allows(draws, sampling) else {
      throw DiagnosticList([Diagnostic(.error, ScenarioProblem.Chance.sobolDraws(draws))])
    }
    if isCorrelated, stated.dependence == .ranks, draws <= variables.count {
      throw refusal(
        .tooFewForRanks(draws: draws, variables: variables.count),
        at: file.document.root["uncertainty"]?["dependence"]?.place)
    }
    let usual = EnsembleDesign.usualIndexRows(draws: draws, variables: variables.count)
    design = EnsembleDesign(
      variables, draws: draws, seed: UInt64(ensemble.seed ?? stated.seed), sampling: sampling,
      correlation: isCorrelated
        ? Correlation(
          stated.correlations.map { ($0.first, $0.second, $0.value) }, variables: variables.count)
        : nil,
      isCopula: stated.dependence == .copula,
      indexRows: isCorrelated ? 0 : ensemble.indices ?? usual,
      trajectories: isCorrelated ? 0 : ensemble.trajectories,
      walks: isCorrelated ? 0 : ensemble.shapley)
    reading = OutcomeReading(scenario, table: file.table, commodities: file.commodities)
    let chosen = scenario.report.regions
    paths = PathReading(
      scenario, regions: chosen.isEmpty ? [0] : chosen, table: file.table,
      commodities: file.commodities)
    draw = ScenarioDraw(
      file.document, variables: variables, names: Names(file.table, file.commodities),
      defaults: defaults)
    let outcomes = reading.outcomes
    let stopping = try ensemble.until.map {
      try StoppingText.read($0, outcomes: outcomes, sampling: sampling)
    }
    plan = EnsemblePlan(
      version: Version.current,
      title: .init(en: scenario.title, ja: scenario.titleJa ?? scenario.title),
      fingerprint: EnsembleRequest.fingerprint(file, design),
      names: EnsembleRequest.names(file, design, outcomes, paths),
      moneyUnit: file.table.description.moneyUnit,
      start: scenario.start?.description, horizon: scenario.horizon,
      language: file.language(options).rawValue, design: design,
      stopping: stopping, outcomes: outcomes, paths: paths,
      warnings: EnsembleRequest.warnings(file, reach, isCorrelated: isCorrelated))
    self.file = file
  }

  /// What is known before the first draw.
  private static func warnings(
    _ file: ScenarioFile, _ reach: Reach, isCorrelated: Bool
  ) -> [EnsemblePlan.Sentence] {
    let own = (file.warnings + file.ofOneEconomy + reach.messages).filter {
      $0.severity == .warning && $0.problem.code != RunProblem.notDrawn.code
    }
    let indices =
      isCorrelated ? [Diagnostic(.warning, EnsembleProblem.indicesWithCorrelation)] : []
    let variants =
      file.decoded.variants.isEmpty
      ? []
      : [
        Diagnostic(
          .warning, EnsembleProblem.variantsNotDrawn,
          at: file.document.root["variants"]?.place)
      ]
    return ScenarioFile.sentences(own + variants + indices).map { .init(en: $0.en, ja: $0.ja) }
  }

  /// Digest of everything that the runs depend on.
  private static func fingerprint(_ file: ScenarioFile, _ design: EnsembleDesign) -> String {
    let bare = file.document.leavingOut("variants").leavingOut("uncertainty")
    let parts = [
      Version.current, treeJSON(bare.root), file.table.description.sha256,
      design.variables.map { "\($0)" }.joined(separator: "\n"),
      "\(file.decoded.uncertainty.map { "\($0.correlations) \($0.dependence)" } ?? "")",
    ]
    return sha256Hex(Array(parts.joined(separator: "\u{0}").utf8))
  }
}

// MARK: - Draws for others

extension EnsembleRequest {
  /// The scenarios of so many independent draws of a file's `uncertainty`, by its own seed: of the scenario
  /// as written, then of each variant over the same draws where they are asked for; [case][draw].
  static func scenarios(
    _ file: ScenarioFile, _ stated: Uncertainty, draws: Int, ofVariants: Bool = false
  ) throws -> [[Scenario]] {
    let variables = try variables(stated, file, defaults: nil)
    let correlation =
      stated.correlations.isEmpty
      ? nil
      : Correlation(
        stated.correlations.map { ($0.first, $0.second, $0.value) }, variables: variables.count)
    let design = EnsembleDesign(
      variables, draws: draws, seed: UInt64(stated.seed), sampling: .monteCarlo,
      correlation: correlation, isCopula: stated.dependence == .copula, indexRows: 0)
    let values = (0..<draws).map { design.values(.draws, $0) }
    let names = Names(file.table, file.commodities)
    let defaults = try SectorDefaults.bundled()
    let cases = ofVariants ? file.decoded.variants.map(\.document) : []
    return try ([nil] + cases).map { variant in
      let draw = ScenarioDraw(
        file.document, variant: variant, variables: variables, names: names, defaults: defaults)
      return try values.map { values throws(DiagnosticList) in
        do throws(DiagnosticList) {
          return try draw.scenario(values).scenario
        } catch {
          throw EnsembleEvaluation.refused(values, variables, error)
        }
      }
    }
  }
}

// MARK: - Variables

extension EnsembleRequest {
  private static func variables(
    _ stated: Uncertainty, _ file: ScenarioFile, defaults: SectorDefaults?
  ) throws -> [EnsembleVariable] {
    var mistakes: [Diagnostic] = []
    var variables: [EnsembleVariable] = []
    for varied in stated.vary {
      do throws(DiagnosticList) {
        let distribution = try Self.distribution(varied, file)
        variables.append(
          EnsembleVariable(
            path: varied.path,
            law: .number(distribution, unit: varied.unit, isWhole: varied.isWhole)))
      } catch {
        mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    variables += stated.events.compactMap { event in
      EntryPath(event.path).map {
        EnsembleVariable(path: event.path, law: .event($0, probability: event.probability))
      }
    }
    guard let defaults else { return variables }
    let isMoved = !file.decoded.base.movedCommodities(file.commodities).isEmpty
    return variables
      + BundledRanges.variables(
        file.decoded.base, document: file.document, table: file.table, defaults: defaults,
        movesCommodities: isMoved, besides: Set(variables.map(\.path)))
  }

  private static func distribution(
    _ varied: Uncertainty.Varied, _ file: ScenarioFile
  ) throws(DiagnosticList) -> Distribution {
    switch varied.law {
    case .stated(let distribution): return distribution
    case .column(let name, let column):
      let place = file.document.root["uncertainty"]?["vary"]?[varied.path]?.place
      let path =
        name.hasPrefix("/") ? name : (file.folder.map { "\($0)/\(name)" } ?? name)
      guard let source = try Source.readable(path) else {
        throw refusal(.noObservations(name, column: nil), at: place)
      }
      let table = try CSVTable(source)
      guard let index = table.column(column) else {
        throw refusal(.noObservations(name, column: column), at: place)
      }
      let values = try Self.observations(table, index, varied)
      if values.isEmpty { throw refusal(.noObservations(name, column: nil), at: place) }
      return .empirical(values.sorted())
    }
  }

  /// Numbers of a column in the variable's unit, each within what the key takes.
  private static func observations(
    _ table: CSVTable, _ column: Int, _ varied: Uncertainty.Varied
  ) throws(DiagnosticList) -> [Double] {
    guard let key = KeyTable.numericKey(at: varied.path) else { return [] }
    let unit = Unit.named(varied.unit) ?? .one
    var mistakes: [Diagnostic] = []
    var values: [Double] = []
    for (row, cells) in table.rows.enumerated() {
      let read = try? key.quantity(cells[column])
      if let read, key.key.bounds?.contains(read.base) ?? true {
        values.append(unit.number(fromBase: read.base))
      } else {
        mistakes.append(
          Diagnostic(
            .error,
            EnsembleProblem.badObservation(
              cells[column], path: varied.path, example: key.key.example),
            at: table.place(row: row, column: column)))
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(Array(mistakes.prefix(20))) }
    return values
  }
}

/// The refusal of an ensemble.
func refusal(_ problem: EnsembleProblem, at place: Place? = nil) -> DiagnosticList {
  DiagnosticList([Diagnostic(.error, problem, at: place)])
}
