internal import Foundation

/// A distribution of one number, drawn by its quantile function.
package enum Distribution: Sendable, Hashable {
  /// A value and its weight, above 0.
  package struct Atom: Sendable, Hashable {
    /// The value.
    package let value: Double
    /// The weight, relative to the others.
    package let weight: Double

    /// Makes an atom.
    package init(_ value: Double, weight: Double) {
      self.value = value
      self.weight = weight
    }
  }

  /// Every value between low and high alike.
  case uniform(low: Double, high: Double)
  /// Every ratio between low and high alike; low is above 0.
  case logUniform(low: Double, high: Double)
  /// Rising from low to the mode and falling to high.
  case triangular(low: Double, mode: Double, high: Double)
  /// A smooth hump between low and high: a beta with shapes 1 + 4(mode − low)/(high − low) and
  /// 1 + 4(high − mode)/(high − low) (Malcolm, Roseboom, Clark and Fazar 1959).
  case pert(low: Double, mode: Double, high: Double)
  /// The bell curve of a mean and a standard deviation, cut to the values within.
  case normal(mean: Double, deviation: Double, within: ClosedRange<Double>)
  /// The logarithm is normal: a median and the standard deviation of the logarithm, cut to the values
  /// within.
  case logNormal(median: Double, deviation: Double, within: ClosedRange<Double>)
  /// A beta with shapes α and β stretched from low to high.
  case beta(alpha: Double, beta: Double, low: Double, high: Double)
  /// One of some values, by weight, in rising order; at least one.
  case discrete([Atom])
  /// One of some observations in rising order, each as likely; at least one.
  case empirical([Double])

  /// The value that a share u in (0, 1) of the draws does not pass.
  package func quantile(_ u: Double) -> Double {
    precondition(u > 0 && u < 1, "Distribution: no quantile of \(u)")
    switch self {
    case .uniform(let low, let high): return low + u * (high - low)
    case .logUniform(let low, let high): return Self.held(low * pow(high / low, u), low...high)
    case .triangular(let low, let mode, let high): return Self.triangle(u, low, mode, high)
    case .pert(let low, let mode, let high):
      let shape = BetaDistribution(
        alpha: 1 + 4 * (mode - low) / (high - low), beta: 1 + 4 * (high - mode) / (high - low))
      return low + (high - low) * shape.quantile(u)
    case .normal(let mean, let deviation, let within):
      return Self.held(mean + deviation * score(u), within)
    case .logNormal(let median, let deviation, let within):
      return Self.held(median * exp(deviation * score(u)), within)
    case .beta(let alpha, let beta, let low, let high):
      return low + (high - low) * BetaDistribution(alpha: alpha, beta: beta).quantile(u)
    case .discrete(let atoms): return Self.atom(u, atoms)
    case .empirical(let values): return values[min(values.count - 1, Int(u * Double(values.count)))]
    }
  }

  private static func triangle(_ u: Double, _ low: Double, _ mode: Double, _ high: Double)
    -> Double
  {
    let left = (mode - low) / (high - low)
    return u < left
      ? low + (u * (high - low) * (mode - low)).squareRoot()
      : high - ((1 - u) * (high - low) * (high - mode)).squareRoot()
  }

  /// The bounds of a cut bell curve in standard deviations from its middle; nil of other distributions.
  private var scores: (low: Double, high: Double)? {
    switch self {
    case .normal(let mean, let deviation, let within):
      return (
        (within.lowerBound - mean) / deviation, (within.upperBound - mean) / deviation
      )
    case .logNormal(let median, let deviation, let within):
      let low = within.lowerBound <= 0 ? -Double.infinity : log(within.lowerBound / median)
      return (low / deviation, log(within.upperBound / median) / deviation)
    default: return nil
    }
  }

  /// Whether the range of a cut bell curve lies where the tail's probabilities still have digits.
  package var reachesItsRange: Bool {
    guard let scores else { return true }
    return scores.low <= 30 && scores.high >= -30
  }

  private func score(_ u: Double) -> Double {
    scores.map { Self.score(u, from: $0.low, to: $0.high) } ?? 0
  }

  /// Number of values that a list has; nil where it has none.
  package var levels: Int? {
    switch self {
    case .discrete(let atoms): atoms.count
    case .empirical(let values): values.count
    default: nil
    }
  }

  /// One of the values of a list, in rising order and whatever their weights.
  package func level(_ index: Int) -> Double? {
    switch self {
    case .discrete(let atoms): atoms[index].value
    case .empirical(let values): values[index]
    default: nil
    }
  }

  /// A standard normal score between two bounds; the upper tail is reached through the lower, which
  /// has the digits.
  private static func score(_ u: Double, from low: Double, to high: Double) -> Double {
    if low > 0 { return -score(1 - u, from: -high, to: -low) }
    let below = NormalDistribution.probability(low)
    let share = below + u * (NormalDistribution.probability(high) - below)
    guard share > 0, share < 1 else { return share <= 0 ? low : high }
    return NormalDistribution.quantile(share)
  }

  private static func held(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }

  private static func atom(_ u: Double, _ atoms: [Atom]) -> Double {
    let mark = u * atoms.reduce(0) { $0 + $1.weight }
    var passed = 0.0
    for atom in atoms {
      passed += atom.weight
      if mark < passed { return atom.value }
    }
    return atoms[atoms.count - 1].value
  }
}
