package import Files
package import Statistics

/// Every result of an ensemble, ready to be summed up.
package struct EnsembleResults: Sendable {
  /// What the ensemble is.
  package let plan: EnsemblePlan
  /// Values of an outcome by run, [outcome][run]; nil where there is none.
  private var values: [EnsembleDesign.Part: [[Double?]]]
  /// Values of a variable by draw, [variable][draw].
  package private(set) var drawn: [[Double]]
  /// Between what each kept series lies day by day; empty until it is known.
  package var fans: [PathQuantiles] = []

  /// Starts with no runs.
  package init(_ plan: EnsemblePlan) {
    self.plan = plan
    values = [:]
    drawn = plan.variables.map { _ in [] }
  }

  /// Takes the table of a part's next block.
  package mutating func add(_ part: EnsembleDesign.Part, _ columns: [ParquetColumn]) {
    let first = 1 + plan.variables.count
    precondition(columns.count == first + plan.outcomes.count, "EnsembleResults: other columns")
    var known = values.removeValue(forKey: part) ?? plan.outcomes.map { _ in [] }
    for index in known.indices { known[index] += columns[first + index].numbers }
    values[part] = known
    guard part == .draws else { return }
    for index in drawn.indices { drawn[index] += columns[1 + index].numbers.map { $0 ?? 0 } }
  }

  /// Number of draws so far.
  package var draws: Int { values[.draws]?.first?.count ?? 0 }

  /// An outcome by draw.
  package func draws(_ outcome: Int) -> [Double?] { values[.draws]?[outcome] ?? [] }

  /// What is known of an outcome; nil if no draw has it.
  package func summary(_ outcome: Int) -> OutcomeSummary? {
    let all = draws(outcome)
    let sample = known(all, .draws, outcome, never: .infinity)
    guard !sample.isEmpty else { return nil }
    // Parts are of all draws; of some alone none is left.
    let parts =
      sample.count == plan.draws ? SampleDesign.parts(plan.method, draws: plan.draws) : nil
    return OutcomeSummary(plan.outcomes[outcome], sample, draws: all.count, parts: parts)
  }

  /// Whether the rule that ends the drawing is met; false without one.
  package var isPreciseEnough: Bool {
    guard let rule = plan.stopping,
      let index = plan.outcomes.firstIndex(where: { $0.name == rule.outcome }),
      let relative = summary(index)?.precision(rule.share)?.relative
    else { return false }
    return relative <= rule.relative
  }

  /// What each variable does to an outcome.
  package func drivers(_ outcome: Int) -> [Driver] {
    let indices = numbers(.indices, outcome).map(sobolIndices) ?? []
    let swings = values[.swings]?[outcome] ?? []
    let sample = numbers(.draws, outcome)
    return plan.variables.indices.map { variable in
      let ends = 1 + 2 * variable
      return Driver(
        variable: plan.variables[variable],
        index: indices.isEmpty ? nil : indices[variable],
        low: swings.indices.contains(ends) ? swings[ends] : nil,
        high: swings.indices.contains(ends + 1) ? swings[ends + 1] : nil,
        rankCorrelation: sample.map { spearman(drawn[variable], $0) })
    }
  }

  /// Elementary effects of every variable on an outcome, over the whole of its range; empty without
  /// trajectories, or where a run has no number.
  package func elementaryEffects(_ outcome: Int) -> [MorrisDesign.Effect] {
    guard plan.trajectories > 0, let results = numbers(.screening, outcome) else { return [] }
    let design = MorrisDesign(
      variables: plan.variables.count, trajectories: plan.trajectories, seed: UInt64(plan.seed))
    return results.count == design.runs
      ? design.effects(results, levels: plan.variables.map(\.levels)) : []
  }

  /// Shapley effects of every variable on an outcome; empty without walks, where a run has no number, or where
  /// nothing varies.
  package func shapleyEffects(_ outcome: Int) -> [ShapleyDesign.Effect] {
    guard plan.walks > 0, let results = numbers(.shapley, outcome) else { return [] }
    let design = ShapleyDesign(
      variables: plan.variables.count, walks: plan.walks, seed: UInt64(plan.seed))
    return results.count == design.runs ? design.effects(results) : []
  }

  /// The file's own value of an outcome.
  package func own(_ outcome: Int) -> Double? { values[.swings]?[outcome].first ?? nil }

  private func sobolIndices(_ results: [Double]) -> [SobolIndex] {
    let seed = UInt64(plan.seed)
    let design = SaltelliDesign(
      .sobol, base: plan.indexRows, variables: plan.variables.count, seed: seed)
    return results.count == design.runs ? design.indices(results, seed: seed) : []
  }

  /// The numbers that a part's runs gave; `never` stands for a day that does not come in a run that has other
  /// numbers of the region.
  private func known(
    _ all: [Double?], _ part: EnsembleDesign.Part, _ outcome: Int, never: Double
  ) -> [Double] {
    guard plan.outcomes[outcome].kind == .day else { return all.compactMap(\.self) }
    let others = plan.outcomes.indices.filter {
      plan.outcomes[$0].region == plan.outcomes[outcome].region
        && ![.day, .optionalDay].contains(plan.outcomes[$0].kind)
    }.compactMap { values[part]?[$0] }
    return all.indices.compactMap { run in
      let isComputed = others.isEmpty || others.contains { $0[run] != nil }
      return all[run] ?? (isComputed ? never : nil)
    }
  }

  /// Numbers of every run of a part, a day that does not come counted as the horizon's last; nil if any is
  /// missing.
  private func numbers(_ part: EnsembleDesign.Part, _ outcome: Int) -> [Double]? {
    guard let all = values[part]?[outcome], !all.isEmpty else { return nil }
    let found = known(all, part, outcome, never: Double(plan.horizon))
    return found.count == all.count ? found : nil
  }
}

extension ParquetColumn {
  /// The numbers; none of a column of whole numbers.
  package var numbers: [Double?] { if case .numbers(let values) = values { values } else { [] } }
}
