package import Diagnostics
internal import InputOutputTables
internal import LinearAlgebra
internal import Quantities

/// Where a change of output between two years comes from (Dietzenbacher and Los 1998).
///
/// x = L S g: technology L, mix S (what each region's final demand is made of, n x R, columns sum to
/// 1) and level g (its total, R). An effect is the mean over all 3! orders in which the factors
/// change, so the three add up to Δx exactly. Beside them the two-factor split x = L y, the mean of
/// its two polar forms: ΔL (y0 + y1)/2 and (L0 + L1)/2 Δy.
package struct StructuralDecomposition: Sendable {
  /// Output in the first year, n: L y.
  package let before: [Double]
  /// Output in the second year, n: L y.
  package let after: [Double]
  /// Effect of changed input coefficients, n, mean of all orders.
  package let technology: [Double]
  /// Effect of changed products and origins within final demand, n, mean of all orders.
  package let mix: [Double]
  /// Effect of changed totals of final demand, n, mean of all orders.
  package let level: [Double]
  /// Effect of changed input coefficients with final demand as one factor, n, mean of two polar forms.
  package let technologyPolar: [Double]
  /// Effect of final demand as one factor, n, mean of two polar forms.
  package let finalDemandPolar: [Double]

  /// Compares two models in the first one's money; throws unless their nodes are the same in the
  /// same order and the second's money converts to it.
  package init(from first: LeontiefModel, to second: LeontiefModel) throws(DiagnosticList) {
    try Self.compare(first.table, second.table)
    let rate = try Self.rate(from: second.table, to: first.table)
    let demand = [FinalDemandParts(first.table), FinalDemandParts(second.table, times: rate)]
    let models = [first, second]
    // x[l][s][g]: output with technology l, mix s and level g of year 0 or 1.
    let x = models.map { model in
      demand.map { mix in
        demand.map { level in model.output(forFinalDemand: mix.demand(atLevels: level.levels)) }
      }
    }
    before = x[0][0][0]
    after = x[1][1][1]
    technology = Self.mean { x[$0][$1][$2] }
    mix = Self.mean { x[$1][$0][$2] }
    level = Self.mean { x[$1][$2][$0] }
    technologyPolar = Self.combined([
      (0.5, x[1][0][0], x[0][0][0]), (0.5, x[1][1][1], x[0][1][1]),
    ])
    finalDemandPolar = Self.combined([
      (0.5, x[0][1][1], x[0][0][0]), (0.5, x[1][1][1], x[1][0][0]),
    ])
  }

  /// A factor's effect over all orders; `output` takes its year, then the two others'.
  ///
  /// Of six orders the factor changes first in two, last in two, and in one after either other.
  private static func mean(_ output: (Int, Int, Int) -> [Double]) -> [Double] {
    combined([
      (1.0 / 3, output(1, 0, 0), output(0, 0, 0)), (1.0 / 6, output(1, 1, 0), output(0, 1, 0)),
      (1.0 / 6, output(1, 0, 1), output(0, 0, 1)), (1.0 / 3, output(1, 1, 1), output(0, 1, 1)),
    ])
  }

  private static func combined(_ terms: [(Double, [Double], [Double])]) -> [Double] {
    terms[0].1.indices.map { i in terms.reduce(0) { $0 + $1.0 * ($1.1[i] - $1.2[i]) } }
  }

  /// What one unit of a table's money is in another's.
  private static func rate(
    from other: InputOutputTable, to table: InputOutputTable
  ) throws(DiagnosticList) -> Double {
    let (from, to) = (other.description.moneyUnit, table.description.moneyUnit)
    if from == to { return 1 }
    guard let old = Unit.tableMoney(from), let new = Unit.tableMoney(to),
      old.currency == new.currency
    else {
      let problem = StaticsProblem.differentMoney(first: to, second: from)
      throw DiagnosticList([Diagnostic(.error, problem)])
    }
    return new.number(fromBase: old.base(1))
  }

  private static func compare(
    _ first: InputOutputTable, _ second: InputOutputTable
  ) throws(DiagnosticList) {
    let (one, two) = (Set(first.nodeLabels), Set(second.nodeLabels))
    let names = (first.description.name, second.description.name)
    let differing = one.symmetricDifference(two).sorted()
    guard differing.isEmpty else {
      let problem = StaticsProblem.differentNodes(
        first: names.0, second: names.1, examples: Array(differing.prefix(5)))
      throw DiagnosticList([Diagnostic(.error, problem)])
    }
    guard
      first.nodeLabels == second.nodeLabels,
      first.regions.map({ $0.code }) == second.regions.map({ $0.code })
    else {
      let problem = StaticsProblem.differentOrder(first: names.0, second: names.1)
      throw DiagnosticList([Diagnostic(.error, problem)])
    }
  }
}

/// Final demand by region of use as what it is made of and how much there is.
private struct FinalDemandParts {
  /// Share of each supplier in the region's final demand, n x R.
  let mix: Matrix
  /// Final demand by region, yearly, times a rate of money; the sum of sizes where its cells cancel out.
  let levels: [Double]

  init(_ table: InputOutputTable, times rate: Double = 1) {
    let regional = RegionalFlows.finalDemand(table)
    var mix = regional
    levels = (0..<regional.columns).map { r in
      let column = regional.column(r)
      let net = column.reduce(0, +)
      let size = column.reduce(0) { $0 + abs($1) }
      let level = net > 1e-9 * size ? net : size
      for i in column.indices { mix[i, r] = level > 0 ? column[i] / level : 0 }
      return level * rate
    }
    self.mix = mix
  }

  func demand(atLevels levels: [Double]) -> [Double] { mix.times(levels) }
}
