internal import Foundation

/// Rank correlation between variables: a matrix, symmetric, with ones on its diagonal.
package struct Correlation: Sendable, Hashable {
  /// The matrix, row by row.
  package let matrix: [[Double]]
  /// Lower factor of the copula's matrix.
  private let factor: [[Double]]
  private let rankFactor: [[Double]]

  /// Makes a correlation from pairs of variables; nil if no variables can be correlated so.
  package init?(_ pairs: [(Int, Int, Double)], variables: Int) {
    var matrix = (0..<variables).map { i in (0..<variables).map { i == $0 ? 1.0 : 0 } }
    for (i, j, value) in pairs {
      matrix[i][j] = value
      matrix[j][i] = value
    }
    // Spearman's ρ of a normal copula of correlation r is 6/π·asin(r/2) (Pearson 1907).
    let normal = matrix.indices.map { i in
      matrix.indices.map { i == $0 ? 1 : 2 * sin(.pi * matrix[i][$0] / 6) }
    }
    guard let factor = cholesky(normal), let rankFactor = cholesky(matrix) else { return nil }
    self.matrix = matrix
    self.factor = factor
    self.rankFactor = rankFactor
  }

  /// A point of the unit cube whose coordinates have the rank correlation: the Gaussian copula.
  package func copula(_ point: [Double]) -> [Double] {
    let scores = point.map { NormalDistribution.quantile($0) }
    return factor.enumerated().map { i, row in
      // What depends on no other stays as it is, to the last bit.
      if row[..<i].allSatisfy({ $0 == 0 }) { return point[i] }
      let z = (0...i).reduce(0) { $0 + row[$1] * scores[$1] }
      return min(max(NormalDistribution.probability(z), 0x1p-60), 1 - 0x1p-53)
    }
  }

  /// Columns of a sample put into an order in which their ranks correlate (Iman and Conover 1982).
  ///
  /// The values of each column stay what they are; the first column keeps its order. `sample`:
  /// [draw][variable], more draws than variables.
  package func reordered(_ sample: [[Double]], seed: UInt64) -> [[Double]] {
    let draws = sample.count
    let philox = Philox(seed: seed)
    let scores = (1...draws).map { NormalDistribution.quantile(Double($0) / Double(draws + 1)) }
    let mixed = matrix.indices.map { variable -> [Double] in
      let order =
        variable == 0
        ? ranks(sample.map { $0[0] })
        : philox.order(
          of: draws, variable: Philox.variable(variable, of: .orders) | 1 << 48)
      return order.map { scores[$0] }
    }
    guard let own = cholesky(correlation(mixed)) else { return sample }
    var result = sample
    for variable in matrix.indices {
      // Row of P·Q⁻¹, where P Pᵀ is wanted and Q Qᵀ is there.
      let row = solved(own, transposedFor: rankFactor[variable])
      let wanted = (0..<draws).map { draw in
        row.indices.reduce(0) { $0 + row[$1] * mixed[$1][draw] }
      }
      let values = sample.map { $0[variable] }.sorted()
      for (draw, rank) in ranks(wanted).enumerated() { result[draw][variable] = values[rank] }
    }
    return result
  }
}

/// Ranks from 0; equal values in their order.
func ranks(_ values: [Double]) -> [Int] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = [Int](repeating: 0, count: values.count)
  for (rank, index) in order.enumerated() { ranks[index] = rank }
  return ranks
}

/// Pearson correlations of columns.
private func correlation(_ columns: [[Double]]) -> [[Double]] {
  columns.map { a in columns.map { pearson(a, $0) } }
}

/// Lower factor L of L Lᵀ; nil if the matrix is not positive definite.
private func cholesky(_ matrix: [[Double]]) -> [[Double]]? {
  var lower = matrix.map { $0.map { _ in 0.0 } }
  for i in matrix.indices {
    for j in 0...i {
      let rest = (0..<j).reduce(matrix[i][j]) { $0 - lower[i][$1] * lower[j][$1] }
      if i == j {
        guard rest > 1e-12 else { return nil }
        lower[i][i] = rest.squareRoot()
      } else {
        lower[i][j] = rest / lower[j][j]
      }
    }
  }
  return lower
}

/// The row x of x·Q = p for a lower Q.
private func solved(_ q: [[Double]], transposedFor p: [Double]) -> [Double] {
  var x = [Double](repeating: 0, count: p.count)
  for j in p.indices.reversed() {
    let known = (j + 1..<p.count).reduce(p[j]) { $0 - x[$1] * q[$1][j] }
    x[j] = known / q[j][j]
  }
  return x
}
