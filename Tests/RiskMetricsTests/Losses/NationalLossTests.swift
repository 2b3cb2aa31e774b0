import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import Propagation
import RiskMetrics
import Scenarios
import TestSupport
import Testing

/// Losses and prices of a table whose inputs are partly imported and whose exports are a column.
@Suite struct NationalLossTests {
  private let table = randomNationalTable(sectors: 4, seed: 9)

  private func region(_ shock: any Lever) throws -> RegionMeasures {
    let found = assess(Economy(table), scenario(model(4), horizon: 40, [shock])).assessment
    return try #require(found.regions.first)
  }

  /// GDP and what is lost of it are value added alone, imports and taxes are neither.
  @Test func lossesAreSharesOfGDP() throws {
    let window = Window(from: 0, days: 40, recovery: .immediate)
    let lost = try region(Capacity(nodes: [0, 1, 2, 3], by: 0.5, window: window))
    let gdp = table.valueAdded.reduce(0, +) / 365 * 40
    let all = table.allPrimaryInputs.reduce(0, +) / 365 * 40
    #expect(isNear(lost.valueAddedLossShare, lost.valueAddedLoss / gdp))
    #expect(lost.valueAddedLoss < 0.9 * gdp && gdp < 0.9 * all)
  }

  /// A weaker currency makes imported inputs dearer, though nobody in the table sells them.
  @Test func importedInputsCarryTheCurrency() throws {
    let window = Window(from: 0, days: nil, recovery: .immediate)
    let rise = try region(
      Currency(region: 0, depreciation: 0.1, passThrough: 1, window: window))
    let content = try LeontiefModel(table).throughEveryTier(table.coefficients(.imports))
    let bought = table.finalDemand.column(0)
    let expected =
      0.1 * zip(content, bought).reduce(0) { $0 + $1.0 * $1.1 } / bought.reduce(0, +)
    #expect(isNear(rise.consumerPriceChange, expected))
  }

  /// A fall of demand at home leaves exports as they are.
  @Test func demandAtHomeDoesNotMoveExports() throws {
    let economy = Economy(table)
    let shock = Demand(
      regions: [0], sectors: [0, 1, 2, 3], by: -1,
      window: Window(from: 0, days: 40, recovery: .immediate))
    let output = assess(economy, scenario(model(4), horizon: 40, [shock])).trajectory.output
    let exports = economy.exportsOutside
    for i in 0..<4 { #expect(output[39 * 4 + i] >= exports[i] * (1 - 1e-9)) }
    #expect(output[39 * 4..<40 * 4].reduce(0, +) < economy.output.reduce(0, +))
  }
}
