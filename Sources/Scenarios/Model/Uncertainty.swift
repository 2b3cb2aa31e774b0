internal import Quantities
package import Statistics

/// What varies at random over the draws of an ensemble.
package struct Uncertainty: Sendable, Hashable {
  /// Number of draws, at least 1.
  package let draws: Int
  /// Seed of the random numbers.
  package let seed: Int
  /// How the draws fill the space of what varies.
  package let sampling: SamplingMethod
  /// What varies, in the file's order.
  package let vary: [Varied]
  /// Entries that happen in some of the draws, in the file's order.
  package let events: [Event]
  /// Rank correlations between what varies.
  package let correlations: [Pair]
  /// How correlation is made.
  package let dependence: Dependence

  /// Makes an uncertainty.
  package init(
    draws: Int, seed: Int, sampling: SamplingMethod = .monteCarlo, vary: [Varied],
    events: [Event] = [], correlations: [Pair] = [], dependence: Dependence = .copula
  ) {
    self.draws = draws
    self.seed = seed
    self.sampling = sampling
    self.vary = vary
    self.events = events
    self.correlations = correlations
    self.dependence = dependence
  }

  /// A path of the file and the distribution of its value.
  package struct Varied: Sendable, Hashable {
    /// The path, such as `shocks[0].closure.for`.
    package let path: String
    /// The distribution, in `unit`.
    package let law: Law
    /// Name of the unit that the distribution counts in; empty for a plain number.
    package let unit: String
    /// Whether only whole numbers make sense, such as days in force.
    package let isWhole: Bool

    /// Makes a varied value.
    package init(path: String, law: Law, unit: String, isWhole: Bool) {
      self.path = path
      self.law = law
      self.unit = unit
      self.isWhole = isWhole
    }

    /// A drawn value as the file would state it, such as `45 days`.
    package func text(of value: Double) -> String {
      (Unit.named(unit) ?? .one).text(of: rounded(value))
    }

    /// A drawn value, whole where it must be.
    package func rounded(_ value: Double) -> Double { isWhole ? value.rounded() : value }
  }

  /// Where a distribution comes from.
  package enum Law: Sendable, Hashable {
    /// The file states it.
    case stated(Distribution)
    /// Observations: a CSV file, its path as the scenario file writes it, and the name of a column.
    case column(file: String, name: String)
  }

  /// An entry of a list that happens with a probability, independently of everything else.
  package struct Event: Sendable, Hashable {
    /// The entry's path, such as `shocks[1]`.
    package let path: String
    /// Probability, 0 to 1.
    package let probability: Double

    /// Makes an event.
    package init(path: String, probability: Double) {
      self.path = path
      self.probability = probability
    }
  }

  /// A rank correlation between two varied values.
  package struct Pair: Sendable, Hashable {
    /// Index into `vary` of the one.
    package let first: Int
    /// Index into `vary` of the other.
    package let second: Int
    /// Spearman's coefficient, between −1 and 1.
    package let value: Double

    /// Makes a pair.
    package init(_ first: Int, _ second: Int, _ value: Double) {
      self.first = first
      self.second = second
      self.value = value
    }
  }

  /// How correlation is made.
  package enum Dependence: String, Sendable, Hashable, CaseIterable {
    /// Each draw by itself, through a Gaussian copula.
    case copula
    /// Draws put into another order until their ranks correlate (Iman and Conover 1982).
    case ranks
  }
}
