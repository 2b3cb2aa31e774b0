package import Statistics

/// Every run of an ensemble, each a function of its place alone: draws, the design of sensitivity indices,
/// and one variable at a time at its ends.
package struct EnsembleDesign: Sendable {
  /// The parts of an ensemble.
  package enum Part: String, Sendable, Hashable, CaseIterable {
    /// The draws.
    case draws
    /// Rows of the design of Sobol' indices.
    case indices
    /// The file as it stands, then each variable at its low and at its high end, the others as the file has
    /// them.
    case swings
    /// Trajectories of elementary effects, one variable moved at a time.
    case screening
    /// Walks of Shapley effects, from one point to another.
    case shapley
  }

  /// What varies.
  package let variables: [EnsembleVariable]
  /// Number of draws.
  package let draws: Int
  /// Seed.
  package let seed: UInt64
  /// The draws in the unit cube.
  package let sample: SampleDesign
  /// The design of indices; nil: none is made.
  package let indices: SaltelliDesign?
  /// Trajectories of elementary effects; nil: none are made.
  package let screening: MorrisDesign?
  /// Walks of Shapley effects; nil: none are made.
  package let shapley: ShapleyDesign?
  /// Draws that are in another order so that ranks correlate; empty otherwise.
  private let reordered: [[Double]]
  private let correlation: Correlation?
  private let isCopula: Bool

  /// Shares at which a variable swings: 5% and 95%.
  package static let swingShares = (low: 0.05, high: 0.95)

  /// Makes a design; `indexRows` rows of A and B, 0 or a power of two from 8; `trajectories` of elementary
  /// effects and `walks` of Shapley effects, 0 or at least 2.
  package init(
    _ variables: [EnsembleVariable], draws: Int, seed: UInt64, sampling: SamplingMethod,
    correlation: Correlation? = nil, isCopula: Bool = true, indexRows: Int,
    trajectories: Int = 0, walks: Int = 0
  ) {
    self.variables = variables
    self.draws = draws
    self.seed = seed
    self.correlation = correlation
    self.isCopula = isCopula
    let sample = SampleDesign(sampling, draws: draws, variables: variables.count, seed: seed)
    self.sample = sample
    indices =
      indexRows > 0 && !variables.isEmpty
      ? SaltelliDesign(.sobol, base: indexRows, variables: variables.count, seed: seed) : nil
    screening =
      trajectories > 0 && !variables.isEmpty
      ? MorrisDesign(variables: variables.count, trajectories: trajectories, seed: seed) : nil
    shapley =
      walks > 0 && !variables.isEmpty
      ? ShapleyDesign(variables: variables.count, walks: walks, seed: seed) : nil
    reordered =
      correlation.map { correlation in
        isCopula
          ? [] : correlation.reordered((0..<draws).map { sample.point($0) }, seed: seed)
      } ?? []
  }

  /// Whether variables are correlated.
  package var isCorrelated: Bool { correlation != nil }

  /// Rows of the design of indices that cost about as many runs as the draws: a power of two from 8.
  package static func usualIndexRows(draws: Int, variables: Int) -> Int {
    var rows = 8
    while rows * 2 * (variables + 2) <= draws { rows *= 2 }
    return rows
  }

  /// Runs of a part of an ensemble.
  package static func runs(
    of part: Part, draws: Int, variables: Int, indexRows: Int, trajectories: Int = 0,
    walks: Int = 0
  ) -> Int {
    switch part {
    case .draws: draws
    case .indices: variables == 0 ? 0 : indexRows * (variables + 2)
    case .swings: variables == 0 ? 0 : 2 * variables + 1
    case .screening: variables == 0 ? 0 : trajectories * (variables + 1)
    case .shapley: variables == 0 ? 0 : walks * (variables + 1)
    }
  }

  /// Values of the variables in a run; nil where the file's own stands.
  package func values(_ part: Part, _ run: Int) -> [Double?] {
    switch part {
    case .draws: zip(variables, point(run)).map { $0.value($1) }
    case .indices: zip(variables, indices?.point(run) ?? []).map { $0.value($1) }
    case .screening: zip(variables, screening?.point(run) ?? []).map { $0.screened($1) }
    case .shapley: zip(variables, shapley?.point(run) ?? []).map { $0.value($1) }
    case .swings:
      variables.indices.map { variable in
        guard run > 0, (run - 1) / 2 == variable else { return nil }
        return variables[variable].swing(isHigh: run % 2 == 0)
      }
    }
  }

  private func point(_ draw: Int) -> [Double] {
    if !reordered.isEmpty { return reordered[draw] }
    let point = sample.point(draw)
    return isCopula ? correlation?.copula(point) ?? point : point
  }
}

extension EnsembleVariable {
  /// The value at one end: 5% and 95%; of an event whether it happens.
  package func swing(isHigh: Bool) -> Double {
    if case .event = law { return isHigh ? 1 : 0 }
    let shares = EnsembleDesign.swingShares
    return value(isHigh ? shares.high : shares.low)
  }
}
