import LinearAlgebra

/// Nodes whose output is too small beside what they buy or sell to be divided by.
///
/// Coefficients are flows over output. As output goes to 0 while flows stay they grow beyond all
/// bounds, and one such node would decide every inverse and every mean over nodes, although at an
/// output of 0 it has no coefficients at all. The limit is on the ratio, not on the size of the
/// output: small economies have small sectors, but no producer spends ten times its sales. In the
/// published tables that were looked at the largest ratio is below 2 (1.44 in the United States').
/// Where imports are a negative column, sales hold imported products and say nothing of output: 32
/// times in Japan's mining; then purchases alone are compared.
package enum SilentNodes {
  /// A node whose inputs, or sales to producers, are more than so many times its output is silent.
  package static let largestRatio = 10.0

  /// Which nodes have no output above 0, or flows beyond the limit, n.
  static func find(_ use: Matrix, output: [Double], final: [FinalDemandKind]) -> [Bool] {
    zip(output, flows(use, final: final)).map { $0 <= 0 || $1 > largestRatio * $0 }
  }

  /// The larger of what each node buys and what it sells to producers, sizes of cells added up, n.
  static func flows(_ use: Matrix, final: [FinalDemandKind]) -> [Double] {
    let n = use.rows
    var (sold, bought) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    let cells = use.elements.span
    for i in 0..<n {
      var sum = 0.0
      for j in 0..<n {
        let size = abs(cells[i * n + j])
        sum += size
        bought[j] += size
      }
      sold[i] = sum
    }
    return final.contains(.imports) ? bought : zip(sold, bought).map { max($0, $1) }
  }
}
