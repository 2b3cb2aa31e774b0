internal import Foundation

/// The beta distribution on (0, 1) with shapes α and β, both above 0.
package struct BetaDistribution: Sendable, Hashable {
  /// Shape α: weight of the upper end.
  package let alpha: Double
  /// Shape β: weight of the lower end.
  package let beta: Double

  /// Makes a distribution.
  package init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && beta > 0, "BetaDistribution: shapes \(alpha), \(beta)")
    self.alpha = alpha
    self.beta = beta
  }

  /// Probability Iₓ(α, β) of a value up to x: the regularised incomplete beta function.
  package func probability(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(
      alpha * log(x) + beta * log1p(-x) + logGamma(alpha + beta) - logGamma(alpha)
        - logGamma(beta))
    return x < (alpha + 1) / (alpha + beta + 2)
      ? front * Self.fraction(x, alpha, beta) / alpha
      : 1 - front * Self.fraction(1 - x, beta, alpha) / beta
  }

  /// The value that a share p in (0, 1) does not pass, by bisection to the last bit.
  package func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "BetaDistribution: no quantile of \(p)")
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if probability(middle) < p { low = middle } else { high = middle }
    }
  }

  /// Continued fraction of the incomplete beta function by Lentz's method (NIST DLMF 8.17.22).
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}

/// ln Γ(x) of x above 0: Stirling's series after raising x to 10 or more (NIST DLMF 5.11.1).
private func logGamma(_ x: Double) -> Double {
  var x = x
  var product = 1.0
  while x < 10 {
    product *= x
    x += 1
  }
  let r = 1 / (x * x)
  let series =
    (1.0 / 12 + r
      * (-1.0 / 360 + r
        * (1.0 / 1260 + r
          * (-1.0 / 1680 + r
            * (1.0 / 1188
              + r * (-691.0 / 360_360 + r / 156))))))
    / x
  return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
}

/// Student's t distribution.
package enum StudentDistribution {
  /// The value t that |T| does not pass with a probability, of `freedom` ≥ 1 degrees of freedom.
  package static func bound(of probability: Double, freedom: Int) -> Double {
    precondition(freedom >= 1, "StudentDistribution: \(freedom) degrees of freedom")
    let x = BetaDistribution(alpha: Double(freedom) / 2, beta: 0.5).quantile(1 - probability)
    return (Double(freedom) * (1 - x) / x).squareRoot()
  }
}
