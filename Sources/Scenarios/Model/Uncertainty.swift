import Quantities

/// What varies at random over the draws of an ensemble.
package struct Uncertainty: Sendable, Hashable {
  /// Number of draws, at least 1.
  package let draws: Int
  /// Seed of the random numbers.
  package let seed: Int
  /// What varies, in the file's order.
  package let vary: [Varied]

  /// Makes an uncertainty.
  package init(draws: Int, seed: Int, vary: [Varied]) {
    self.draws = draws
    self.seed = seed
    self.vary = vary
  }

  /// A path of the file and the distribution of its value.
  package struct Varied: Sendable, Hashable {
    /// The path, such as `shocks[0].closure.for`.
    package let path: String
    /// The distribution, in `unit`.
    package let distribution: Distribution
    /// Name of the unit that the distribution counts in; empty for a plain number.
    package let unit: String
    /// Whether only whole numbers make sense, such as days in force.
    package let isWhole: Bool

    /// Makes a varied value.
    package init(path: String, distribution: Distribution, unit: String, isWhole: Bool) {
      self.path = path
      self.distribution = distribution
      self.unit = unit
      self.isWhole = isWhole
    }

    /// A drawn value as the file would state it, such as `45 days`.
    package func text(of value: Double) -> String {
      (Unit.named(unit) ?? .one).text(of: isWhole ? value.rounded() : value)
    }
  }

  /// A distribution of one number.
  package enum Distribution: Sendable, Hashable {
    /// Every value between low and high alike.
    case uniform(low: Double, high: Double)
    /// Rising from low to the mode and falling to high.
    case triangular(low: Double, mode: Double, high: Double)
    /// The bell curve of a mean and a standard deviation.
    case normal(mean: Double, deviation: Double)
  }
}
