package import Diagnostics
internal import InputOutputTables
internal import LinearAlgebra

/// The model closed for households, region by region: income is spent, spending is income again.
///
/// Type II multipliers (Miller and Blair 2009, sections 2.5 and 6.2). A gains an income row and a
/// consumption column per region; eliminating them leaves an R x R system and no new factorisation:
/// with H income rows and C consumption per unit of income, responses are (I - H L C)^-1 H L.
package struct HouseholdClosure: Sendable {
  /// What counts as income.
  package let income: HouseholdIncome
  /// Household consumption per unit of income of the region, by region; 0 where it has no income.
  package let consumptionPerIncome: [Double]
  /// Income over all regions per unit of final demand without households' spending, n: type I.
  package let incomeTypeI: [Double]
  /// Income over all regions per unit of final demand with it, n: type II.
  package let incomeTypeII: [Double]

  private let model: LeontiefModel
  /// Consumption of each product per unit of the region's income, n x R.
  private let consumption: Matrix
  /// Income of each region per unit of final demand, all rounds, R x n.
  private let responses: Matrix

  /// Closes a model; throws if the table has no household column, or spends more than it makes.
  package init(_ model: LeontiefModel) throws(DiagnosticList) {
    let table = model.table
    let income = HouseholdIncome(table)
    let spending = Self.spending(table)
    guard spending.elements.contains(where: { $0 != 0 }) else {
      throw DiagnosticList([Diagnostic(.error, StaticsProblem.noHouseholds)])
    }
    let earned = Self.byRegion(income.income, table)
    var consumption = spending
    for i in 0..<table.nodeCount {
      for r in table.regions.indices {
        consumption[i, r] = earned[r] > 0 ? spending[i, r] / earned[r] : 0
      }
    }
    let direct = model.throughEveryTier(Self.incomeRows(income.coefficients, table))
    let circular = direct.times(consumption).subtractedFromIdentity
    // A closed model is productive where some region's income needs no more than it brings.
    guard let closed = LU(circular),
      closed.solve([Double](repeating: 1, count: circular.rows)).allSatisfy({ $0 >= 0 })
    else { throw DiagnosticList([Diagnostic(.error, StaticsProblem.explosiveSpending)]) }
    self.model = model
    self.income = income
    self.consumption = consumption
    responses = closed.solve(direct)
    let spent = spending.columnSums
    consumptionPerIncome = earned.indices.map { earned[$0] > 0 ? spent[$0] / earned[$0] : 0 }
    incomeTypeI = direct.columnSums
    incomeTypeII = responses.columnSums
  }

  /// Type II multipliers, n, of weights per unit of output: w'L and what households' rounds add.
  ///
  /// With weights of 1, output of the industries; households' own turnover is not counted.
  package func multipliers(ofWeights weights: [Double]) -> [Double] {
    let direct = model.throughEveryTier(weights)
    let perIncome = consumption.transposedTimes(direct)
    let induced = responses.transposedTimes(perIncome)
    return direct.indices.map { direct[$0] + induced[$0] }
  }

  /// Household consumption by region, n x R, yearly.
  private static func spending(_ table: InputOutputTable) -> Matrix {
    var result = Matrix(rows: table.nodeCount, columns: table.regions.count)
    for f in table.finalDemandLabels.indices
    where ConsumerPrices.isHousehold(table.finalDemandLabels[f]) {
      for i in 0..<table.nodeCount {
        result[i, table.finalDemandRegion[f]] += table.finalDemand[i, f]
      }
    }
    return result
  }

  private static func byRegion(_ values: [Double], _ table: InputOutputTable) -> [Double] {
    var result = [Double](repeating: 0, count: table.regions.count)
    for i in values.indices { result[table.nodeRegion[i]] += values[i] }
    return result
  }

  /// Income coefficients, R x n: each region's row holds its own nodes' only.
  private static func incomeRows(_ coefficients: [Double], _ table: InputOutputTable) -> Matrix {
    var result = Matrix(rows: table.regions.count, columns: table.nodeCount)
    for j in coefficients.indices { result[table.nodeRegion[j], j] = coefficients[j] }
    return result
  }
}
