internal import Foundation

/// The standard normal distribution.
package enum NormalDistribution {
  /// Probability Φ(x) of a value up to x.
  package static func probability(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// The value Φ⁻¹(p) that a share p in (0, 1) does not pass.
  ///
  /// Wichura (1988), algorithm AS 241, PPND16: about 1 part in 10¹⁶.
  package static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "NormalDistribution: no quantile of \(p)")
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * polynomial(central.above, r) / polynomial(central.below, r)
    }
    let r = (-log(min(p, 1 - p))).squareRoot()
    let (above, below) = r <= 5 ? near : far
    let s = r <= 5 ? r - 1.6 : r - 5
    let value = polynomial(above, s) / polynomial(below, s)
    return q < 0 ? -value : value
  }

  /// A polynomial by Horner's rule, the constant first.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  private static let central: (above: [Double], below: [Double]) = (
    [
      3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
      45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ],
    [
      1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
      21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
    ]
  )
  private static let near: (above: [Double], below: [Double]) = (
    [
      1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055,
      3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177,
      0.0227238449892691845833, 7.7454501427834140764e-4,
    ],
    [
      1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
      0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4,
      1.05075007164441684324e-9,
    ]
  )
  private static let far: (above: [Double], below: [Double]) = (
    [
      6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358,
      0.29656057182850489123, 0.026532189526576123093, 0.0012426609473880784386,
      2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1, 0.59983220655588793769, 0.1369298809227358053, 0.0148753612908506148525,
      7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
      2.04426310338993978564e-15,
    ]
  )
}
