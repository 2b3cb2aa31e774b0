package import Diagnostics
internal import Files
package import LinearAlgebra

/// A matrix to be brought to new row and column totals, as near to the old one as possible.
package struct Balancing: Sendable {
  /// The matrix that comes nearest, and how near it came.
  package struct Result: Sendable {
    /// The new matrix, of the old one's shape; zeros stay zero and signs stay.
    package let matrix: Matrix
    /// Row multipliers r.
    package let rowFactors: [Double]
    /// Column multipliers s.
    package let columnFactors: [Double]
    /// Rounds of rows and columns.
    package let rounds: Int
    /// Largest gap of a row or column, relative to its total (or to a billionth of all totals).
    package let gap: Double
    /// Label of the row or column with the largest gap.
    package let worst: String
  }

  /// The matrix, m x n.
  package let matrix: Matrix
  /// New totals u of the rows, m.
  package let rowTotals: [Double]
  /// New totals v of the columns, n.
  package let columnTotals: [Double]
  /// Labels of the rows for messages, m.
  package let rowLabels: [String]
  /// Labels of the columns for messages, n.
  package let columnLabels: [String]

  /// Makes a task; shapes must agree.
  package init(
    _ matrix: Matrix, rowTotals: [Double], columnTotals: [Double], rowLabels: [String],
    columnLabels: [String]
  ) {
    precondition(rowTotals.count == matrix.rows && rowLabels.count == matrix.rows)
    precondition(columnTotals.count == matrix.columns && columnLabels.count == matrix.columns)
    self.matrix = matrix
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
  }

  /// RAS, r̂·A·ŝ (Stone 1961; Bacharach 1970): rows and columns scaled in turn until margins are met.
  ///
  /// Throws if cells are negative, the sums differ, a total cannot be made, or rounds run out.
  package func ras(
    tolerance: Double = 1e-10, rounds limit: Int = 2_000
  ) throws(DiagnosticList) -> Result {
    let negative = matrix.elements.count { $0 < 0 }
    if negative > 0 {
      throw DiagnosticList([
        Diagnostic(.error, BalancingProblem.negativeCells(count: negative))
      ])
    }
    try checkTotals()
    var r = [Double](repeating: 1, count: matrix.rows)
    var s = [Double](repeating: 1, count: matrix.columns)
    var state = (gap: Double.infinity, worst: "")
    for round in 1...max(1, limit) {
      let sold = matrix.times(s)
      for i in r.indices { r[i] = sold[i] > 0 ? rowTotals[i] / sold[i] : 1 }
      let bought = matrix.transposedTimes(r)
      for j in s.indices { s[j] = bought[j] > 0 ? columnTotals[j] / bought[j] : 1 }
      let made = zip(matrix.times(s), r).map { $0 * $1 }
      state = worstGap(rows: made, columns: zip(bought, s).map { $0 * $1 })
      if state.gap <= tolerance {
        var result = matrix
        for i in r.indices {
          for j in s.indices { result[i, j] = r[i] * matrix[i, j] * s[j] }
        }
        return Result(
          matrix: result, rowFactors: r, columnFactors: s, rounds: round, gap: state.gap,
          worst: state.worst)
      }
    }
    throw unmet(limit, state)
  }

  /// GRAS for matrices with negative cells: r̂·P·ŝ − r̂⁻¹·N·ŝ⁻¹ with A = P − N.
  ///
  /// Junius and Oosterhaven (2003), Economic Systems Research 15: 87–96, with the objective of Lenzen,
  /// Wood and Gallego (2007), 19: 461–465, under which the old totals give the old matrix. A row
  /// without positive cells takes r = −n/u (Temurshoev, Miller and Bouwmeester 2013). Throws as `ras`.
  package func gras(
    tolerance: Double = 1e-10, rounds limit: Int = 2_000
  ) throws(DiagnosticList) -> Result {
    try checkTotals()
    let positive = Matrix(
      rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { max(0, $0) })
    let negative = Matrix(
      rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { max(0, -$0) })
    var r = [Double](repeating: 1, count: matrix.rows)
    var s = [Double](repeating: 1, count: matrix.columns)
    var state = (gap: Double.infinity, worst: "")
    for round in 1...max(1, limit) {
      let up = positive.times(s)
      let down = negative.times(Self.inverted(s))
      for i in r.indices { r[i] = Self.factor(rowTotals[i], up[i], down[i]) }
      let right = positive.transposedTimes(r)
      let left = negative.transposedTimes(Self.inverted(r))
      for j in s.indices { s[j] = Self.factor(columnTotals[j], right[j], left[j]) }
      let result = balanced(positive, negative, r, s)
      state = worstGap(rows: result.rowSums, columns: result.columnSums)
      if state.gap <= tolerance {
        return Result(
          matrix: result, rowFactors: r, columnFactors: s, rounds: round, gap: state.gap,
          worst: state.worst)
      }
    }
    throw unmet(limit, state)
  }

  private func balanced(
    _ positive: Matrix, _ negative: Matrix, _ r: [Double], _ s: [Double]
  ) -> Matrix {
    var result = positive
    for i in r.indices {
      for j in s.indices {
        let loss = negative[i, j] == 0 ? 0 : negative[i, j] / (r[i] * s[j])
        result[i, j] = r[i] * positive[i, j] * s[j] - loss
      }
    }
    return result
  }

  /// The positive root r of p·r − n/r = u; without cells 1, without positive ones −n/u.
  private static func factor(_ u: Double, _ p: Double, _ n: Double) -> Double {
    if p <= 0 { return n > 0 && u < 0 ? -n / u : 1 }
    if n <= 0 { return max(0, u) / p }
    let root = (u * u + 4 * p * n).squareRoot()
    return u < 0 ? 2 * n / (root - u) : (u + root) / (2 * p)
  }

  /// 1/x; 0 for a factor of 0, which no negative cell meets.
  private static func inverted(_ factors: [Double]) -> [Double] {
    factors.map { $0 > 0 ? 1 / $0 : 0 }
  }
}

// MARK: - Margins

extension Balancing {
  /// Throws, all at once, the totals that no scaling can reach.
  private func checkTotals() throws(DiagnosticList) {
    var log = ProblemLog()
    let rows = rowTotals.reduce(0, +)
    let columns = columnTotals.reduce(0, +)
    let size = rowTotals.reduce(0) { $0 + abs($1) } + columnTotals.reduce(0) { $0 + abs($1) }
    if !(abs(rows - columns) <= 1e-9 * size) {
      log.error(BalancingProblem.sumsDiffer(rows: rows, columns: columns))
    }
    for i in 0..<matrix.rows {
      check(matrix.row(i), rowTotals[i], rowLabels[i], isRow: true, into: &log)
    }
    let columnsFirst = matrix.transposed
    for j in 0..<matrix.columns {
      check(columnsFirst.row(j), columnTotals[j], columnLabels[j], isRow: false, into: &log)
    }
    if let failure = log.failure { throw failure }
  }

  private func check(
    _ cells: [Double], _ total: Double, _ label: String, isRow: Bool, into log: inout ProblemLog
  ) {
    let hasPositive = cells.contains { $0 > 0 }
    let hasNegative = cells.contains { $0 < 0 }
    let isPossible =
      total > 0 ? hasPositive : total < 0 ? hasNegative : !hasNegative || hasPositive
    if !isPossible {
      log.error(BalancingProblem.impossible(label, isRow: isRow, total: total))
    }
  }

  /// The largest gap to a total, relative to it or to a billionth of all totals, and whose it is.
  private func worstGap(rows: [Double], columns: [Double]) -> (gap: Double, worst: String) {
    let floor = max(1e-9 * rowTotals.reduce(0) { $0 + abs($1) }, .leastNormalMagnitude)
    var worst = (gap: 0.0, worst: "")
    let all =
      zip(zip(rows, rowTotals), rowLabels).map { ($0.0.0, $0.0.1, $0.1) }
      + zip(zip(columns, columnTotals), columnLabels).map { ($0.0.0, $0.0.1, $0.1) }
    for (made, total, label) in all {
      let gap = abs(made - total) / max(abs(total), floor)
      if !(gap <= worst.gap) { worst = (gap.isFinite ? gap : .infinity, label) }
    }
    return worst
  }

  private func unmet(_ rounds: Int, _ state: (gap: Double, worst: String)) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error,
        BalancingProblem.notConverged(rounds: rounds, worst: state.worst, gap: state.gap))
    ])
  }
}
