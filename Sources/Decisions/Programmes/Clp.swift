internal import CClp

/// The one place that calls the COIN-OR linear programming solver.
enum Clp {
  /// Solves a programme by the dual simplex method, one thread; the same bits every time.
  static func solve(
    _ programme: LinearProgramme
  ) throws(LinearProgrammeFault) -> LinearSolution {
    let columns = SparseColumns(programme)
    guard let model = unsafe Clp_newModel() else { throw .stopped(status: -1) }
    defer { unsafe Clp_deleteModel(model) }
    unsafe Clp_setLogLevel(model, 0)
    unsafe Clp_loadProblem(
      model, Int32(programme.costs.count), Int32(programme.rows.count), columns.starts,
      columns.rows, columns.values, programme.bounds.map(\.lowerBound),
      programme.bounds.map(\.upperBound), programme.costs,
      programme.rowBounds.map(\.lowerBound), programme.rowBounds.map(\.upperBound))
    _ = unsafe Clp_initialDualSolve(model)
    switch unsafe Clp_status(model) {
    case 0: break
    case 1: throw .infeasible
    case 2: throw .unbounded
    case let other: throw .stopped(status: Int(other))
    }
    return LinearSolution(
      cost: unsafe Clp_objectiveValue(model),
      values: unsafe numbers(Clp_primalColumnSolution(model), programme.costs.count),
      duals: unsafe numbers(Clp_dualRowSolution(model), programme.rows.count))
  }

  private static func numbers(
    _ pointer: UnsafeMutablePointer<Double>?, _ count: Int
  ) -> [Double] {
    guard let pointer = unsafe pointer else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: pointer, count: count))
  }
}

/// A programme's coefficients column by column, as the solver takes them.
private struct SparseColumns {
  /// Where each column starts, and where the last ends.
  private(set) var starts: [CoinBigIndex] = [0]
  /// Row of each coefficient.
  private(set) var rows: [Int32] = []
  private(set) var values: [Double] = []

  init(_ programme: LinearProgramme) {
    var columns = [[(row: Int, value: Double)]](repeating: [], count: programme.costs.count)
    for (row, terms) in programme.rows.enumerated() {
      for term in terms where term.coefficient != 0 {
        columns[term.variable.index].append((row, term.coefficient))
      }
    }
    for column in columns {
      for entry in column {
        rows.append(Int32(entry.row))
        values.append(entry.value)
      }
      starts.append(CoinBigIndex(values.count))
    }
  }
}

extension LinearProgramme {
  /// The best point; throws why there is none.
  package func solved() throws(LinearProgrammeFault) -> LinearSolution { try Clp.solve(self) }
}
