import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct HouseholdClosureTests {
  /// Type II by the closed matrix itself: A with income rows and consumption columns, n + R.
  private func closedInverse(_ table: InputOutputTable) throws -> Matrix {
    let (n, r) = (table.nodeCount, table.regions.count)
    let a = table.technicalCoefficients
    let income = HouseholdIncome(table)
    var closed = Matrix(rows: n + r, columns: n + r)
    var earned = [Double](repeating: 0, count: r)
    for j in 0..<n {
      earned[table.nodeRegion[j]] += income.income[j]
      closed[n + table.nodeRegion[j], j] = income.coefficients[j]
      for i in 0..<n { closed[i, j] = a[i, j] }
    }
    for f in table.finalDemandLabels.indices where table.finalDemandLabels[f].hasSuffix("HFCE") {
      let region = table.finalDemandRegion[f]
      for i in 0..<n { closed[i, n + region] += table.finalDemand[i, f] / earned[region] }
    }
    return try #require(LU(closed.subtractedFromIdentity)).inverse
  }

  @Test(arguments: [1, 2]) func typeIIIsTheInverseOfTheClosedMatrix(_ index: Int) throws {
    let table = randomTables[index]
    let n = table.nodeCount
    let closure = try HouseholdClosure(try LeontiefModel(table))
    let inverse = try closedInverse(table)
    let output = closure.multipliers(ofWeights: [Double](repeating: 1, count: n))
    for j in 0..<n {
      let industries = (0..<n).reduce(0.0) { $0 + inverse[$1, j] }
      let households = (n..<inverse.rows).reduce(0.0) { $0 + inverse[$1, j] }
      #expect(abs(output[j] - industries) < 1e-10 * industries)
      #expect(abs(closure.incomeTypeII[j] - households) < 1e-10)
      #expect(closure.incomeTypeII[j] >= closure.incomeTypeI[j] - 1e-12)
    }
  }

  @Test func incomeTypeIsAreIncomeCarriedThroughEveryTier() throws {
    let table = randomTables[1]
    let model = try LeontiefModel(table)
    let closure = try HouseholdClosure(model)
    let direct = model.throughEveryTier(HouseholdIncome(table).coefficients)
    #expect(relativeDistance(closure.incomeTypeI, direct) < 1e-13)
    #expect(closure.income.basis == .allValueAdded)
    #expect(closure.consumptionPerIncome.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func theBundledTableCloses() throws {
    let closure = try HouseholdClosure(try LeontiefModel(try bundled()))
    #expect(closure.incomeTypeII.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(zip(closure.incomeTypeII, closure.incomeTypeI).allSatisfy { $0 >= $1 - 1e-12 })
  }

  @Test func aTableWithoutHouseholdsIsRefused() throws {
    let model = try LeontiefModel(millerBlair)
    #expect(throws: DiagnosticList.self) { try HouseholdClosure(model) }
  }

  /// Households that spend 1.5 times what production returns never stop.
  @Test func explosiveSpendingIsRefused() throws {
    let table = sampleTable(
      Matrix(rows: 1, columns: 1, elements: [10]),
      finalDemand: Matrix(rows: 1, columns: 1, elements: [90]),
      valueAdded: Matrix(rows: 1, columns: 1, elements: [60]))
    let model = try LeontiefModel(table)
    do {
      _ = try HouseholdClosure(model)
      Issue.record("not refused")
    } catch {
      #expect(error.diagnostics.map(\.problem.code) == ["explosive-spending"])
    }
  }
}

@Suite struct HouseholdIncomeTests {
  @Test(arguments: [
    ("91_Compensation of employees", true), ("wages", true), ("V00100", true), ("LAB", true),
    ("D1", true), ("VA", false), ("92_Operating surplus", false), ("TAXSUB", false),
    ("IMPORTS", false),
  ])
  func payIsToldByItsLabel(_ known: (label: String, isPay: Bool)) {
    #expect(HouseholdIncome.isCompensation(known.label) == known.isPay)
  }

  @Test func compensationCountsWhereThereIsAnItem() {
    let table = sampleTable(
      Matrix(rows: 1, columns: 1, elements: [10]),
      finalDemand: Matrix(rows: 1, columns: 1, elements: [90]),
      valueAdded: Matrix(rows: 2, columns: 1, elements: [60, 30]),
      primaryInputLabels: ["wages", "profits"])
    let income = HouseholdIncome(table)
    #expect(income.basis == .compensation(["wages"]) && income.coefficients == [0.6])
  }
}
