/// A linear programme: the least Σ cost·x with every x and every row Σ coefficient·x within bounds.
package struct LinearProgramme: Sendable {
  /// A variable x, by its place.
  package struct Variable: Sendable, Hashable {
    let index: Int
  }

  /// A row, by its place.
  package struct Row: Sendable, Hashable {
    let index: Int
  }

  /// A coefficient of a variable in a row.
  package struct Term: Sendable, Hashable {
    /// The variable.
    package let variable: Variable
    /// What it is multiplied by.
    package let coefficient: Double

    /// Makes a term.
    package init(_ variable: Variable, times coefficient: Double = 1) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  /// Cost of a unit of each variable.
  private(set) var costs: [Double] = []
  /// Bounds of each variable; infinite where there is none.
  var bounds: [ClosedRange<Double>] = []
  /// Bounds of each row.
  private(set) var rowBounds: [ClosedRange<Double>] = []
  /// Coefficients of each row, a variable at most once.
  private(set) var rows: [[Term]] = []

  /// Makes an empty programme.
  package init() {}

  /// Adds a variable of at least 0 unless its bounds say otherwise.
  package mutating func variable(
    cost: Double = 0, in range: ClosedRange<Double> = 0...Double.infinity
  ) -> Variable {
    precondition(cost.isFinite, "LinearProgramme: cost \(cost)")
    costs.append(cost)
    bounds.append(range)
    return Variable(index: costs.count - 1)
  }

  /// Adds a row; coefficients of the same variable add.
  @discardableResult
  package mutating func row(_ terms: [Term], in range: ClosedRange<Double>) -> Row {
    var sums: [Variable: Double] = [:]
    var order: [Variable] = []
    for term in terms {
      precondition(term.coefficient.isFinite, "LinearProgramme: coefficient \(term.coefficient)")
      if sums[term.variable] == nil { order.append(term.variable) }
      sums[term.variable, default: 0] += term.coefficient
    }
    rows.append(order.map { Term($0, times: sums[$0] ?? 0) })
    rowBounds.append(range)
    return Row(index: rows.count - 1)
  }

  /// The same programme with a variable within other bounds.
  func fixing(_ variable: Variable, in range: ClosedRange<Double>) -> LinearProgramme {
    var other = self
    other.bounds[variable.index] = range
    return other
  }
}

/// The best point of a linear programme.
package struct LinearSolution: Sendable {
  /// Σ cost·x.
  package let cost: Double
  /// x by variable.
  let values: [Double]
  /// What a unit more of each row's binding bound adds to the cost.
  let duals: [Double]

  /// The value of a variable.
  package subscript(_ variable: LinearProgramme.Variable) -> Double { values[variable.index] }

  /// What a unit more of a row's binding bound adds to the cost; 0 where none binds.
  package func dual(_ row: LinearProgramme.Row) -> Double { duals[row.index] }
}

/// Why a linear programme has no best point.
package enum LinearProgrammeFault: Error, Sendable, Hashable {
  /// Nothing fits the bounds and rows.
  case infeasible
  /// The cost falls without end.
  case unbounded
  /// The solver stopped; its own number for why.
  case stopped(status: Int)
}
