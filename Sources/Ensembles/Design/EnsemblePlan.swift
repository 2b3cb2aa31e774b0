package import RiskMetrics
package import Statistics

/// What an ensemble is, as `ensemble.json` says it: enough to sum up its blocks without the scenario.
package struct EnsemblePlan: Sendable, Hashable, Codable {
  /// A variable, in words.
  package struct Variable: Sendable, Hashable, Codable {
    /// The path in the file.
    package let path: String
    /// The unit that its column counts in; empty for a plain number, and for an event.
    package let unit: String
    /// Number of values that a list has, two of an event; nil of a range.
    package let levels: Int?
    /// The value at the low end of its swing, three digits of it.
    package let low: String
    /// The value at the high end of its swing, three digits of it.
    package let high: String

    /// Tells of a variable.
    package init(_ variable: EnsembleVariable) {
      path = variable.path
      unit = if case .number(_, let unit, _) = variable.law { unit } else { "" }
      levels = variable.levels
      low = variable.words(for: variable.swing(isHigh: false))
      high = variable.words(for: variable.swing(isHigh: true))
    }

    /// Whether it is an event: its values are 0 and 1.
    package var isEvent: Bool { low == "no" && high == "yes" }
  }

  /// A rule that ends the drawing.
  package struct Stopping: Sendable, Hashable, Codable {
    /// Name of the outcome.
    package let outcome: String
    /// The quantile.
    package let share: Double
    /// Half width of its 95% interval over the estimate at which the draws suffice.
    package let relative: Double

    /// Makes a rule.
    package init(outcome: String, share: Double, relative: Double) {
      self.outcome = outcome
      self.share = share
      self.relative = relative
    }
  }

  /// What stands in two languages.
  package struct Sentence: Sendable, Hashable, Codable {
    /// English.
    package let en: String
    /// Japanese.
    package let ja: String

    /// Makes a sentence.
    package init(en: String, ja: String) {
      self.en = en
      self.ja = ja
    }
  }

  /// Schema of the file.
  package private(set) var schema = "sonae.ensemble/4"
  /// Version of the program.
  package let version: String
  /// Title of the scenario.
  package let title: Sentence
  /// Digest of everything that the runs depend on: document, economy, distributions, version.
  package let fingerprint: String
  /// What readers call economy, regions, commodities and variables.
  package let names: EnsembleNames
  /// Unit of its money.
  package let moneyUnit: String
  /// Calendar date of day 0; nil if the file gives none.
  package let start: String?
  /// Days of the file's run.
  package let horizon: Int
  /// Language of the report, by its code.
  package let language: String
  /// Seed.
  package let seed: Int
  /// Most draws.
  package let draws: Int
  /// How the draws fill their space, by its name in files.
  package let sampling: String
  /// Rows of the design of indices; 0: none.
  package let indexRows: Int
  /// Trajectories of elementary effects; 0: none.
  package let trajectories: Int
  /// Walks of Shapley effects; 0: none.
  package let walks: Int
  /// Whether variables are correlated, so that nothing tells them apart but their swings.
  package let isCorrelated: Bool
  /// When fewer draws suffice; nil: all are made.
  package let stopping: Stopping?
  /// What varies.
  package let variables: [Variable]
  /// What every run gives.
  package let outcomes: [Outcome]
  /// What is kept of every draw's days.
  package let paths: [PathSeries]
  /// The days on which it is kept.
  package let pathDays: [Int]
  /// What the reader must know before trusting the numbers.
  package let warnings: [Sentence]

  /// Makes a plan; without `paths` no days are kept.
  package init(
    version: String, title: Sentence, fingerprint: String, names: EnsembleNames,
    moneyUnit: String, start: String?, horizon: Int, language: String, design: EnsembleDesign,
    stopping: Stopping?, outcomes: [Outcome], paths: PathReading?, warnings: [Sentence]
  ) {
    self.version = version
    self.title = title
    self.fingerprint = fingerprint
    self.names = names
    self.moneyUnit = moneyUnit
    self.start = start
    self.horizon = horizon
    self.language = language
    seed = Int(design.seed)
    draws = design.draws
    sampling = design.sample.method.rawValue
    indexRows = design.indices?.base ?? 0
    trajectories = design.screening?.trajectories.count ?? 0
    walks = design.shapley?.walks ?? 0
    isCorrelated = design.isCorrelated
    self.stopping = stopping
    variables = design.variables.map(Variable.init)
    self.outcomes = outcomes
    self.paths = paths?.series ?? []
    pathDays = paths?.days ?? []
    self.warnings = warnings
  }

  /// How the draws fill their space.
  package var method: SamplingMethod { SamplingMethod(rawValue: sampling) ?? .monteCarlo }

  /// The outcome that drivers explain, the first region's loss of GDP; nil if no run gives it.
  package var mainOutcome: Int? { outcomes.firstIndex { $0.measure == .gdpLossShare } }

  /// Runs of a part.
  package func runs(of part: EnsembleDesign.Part) -> Int {
    EnsembleDesign.runs(
      of: part, draws: draws, variables: variables.count, indexRows: indexRows,
      trajectories: trajectories, walks: walks)
  }

  /// Runs of all parts.
  package var runs: Int {
    EnsembleDesign.Part.allCases.reduce(0) { $0 + runs(of: $1) }
  }
}
