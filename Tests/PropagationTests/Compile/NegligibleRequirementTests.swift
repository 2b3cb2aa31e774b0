import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Inputs that are worth next to nothing do not stop a user, and exports are no region's demand.
@Suite struct NegligibleRequirementTests {
  /// Two sectors: b buys a speck of a, worth `share` of b's output.
  private func economy(_ share: Double) -> Economy {
    let use = Matrix(rows: 2, columns: 2, elements: [10, 100 * share, 20, 30])
    let final = Matrix(rows: 2, columns: 2, elements: [40, 50, 30, 20])
    let output = zip(use.rowSums, final.rowSums).map { $0 + $1 }
    let bought = use.columnSums
    return Economy(
      InputOutputTable(
        description: .init(
          name: "two", year: 2020, moneyUnit: "million USD", source: "", licence: "", sha256: ""),
        separator: "", regions: [.init(code: "A", name: "A", nameJa: "A")],
        sectors: ["a", "b"].map { .init(code: $0, name: $0, nameJa: $0) }, countries: [],
        nodeLabels: ["a", "b"], nodeRegion: [0, 0], nodeSector: [0, 1], intermediateUse: use,
        finalDemandLabels: ["HFCE", "EXPORTS"], finalDemandRegion: [0, 0], finalDemand: final,
        primaryInputLabels: ["VA"],
        primaryInputs: Matrix(
          rows: 1, columns: 2, elements: (0..<2).map { output[$0] - bought[$0] }),
        grossOutput: output))
  }

  /// Output of b, day by day, while all of a is lost.
  private func outputs(_ share: Double) -> [Double] {
    let lost = Capacity(
      nodes: [0], by: 1, window: Window(from: 0, days: 60, recovery: .immediate))
    let found = run(economy(share), [scenario(model(2), horizon: 60, [lost])])[0]
    return (0..<found.days).map { found.output[$0 * 2 + 1] }
  }

  @Test(arguments: [1e-12, 1e-9, 9e-7]) func aSpeckDoesNotStopItsUser(_ share: Double) {
    let usual = outputs(0)
    let with = outputs(share)
    for (a, b) in zip(usual, with) { #expect(abs(a - b) <= 2 * share * abs(a) + 1e-15) }
    #expect(usual.allSatisfy { $0 > 0 })
  }

  /// Random tables and shocks: specks in every empty cell move no day's output by more than they are.
  @Test(arguments: 1...12) func specksInEveryEmptyCellDecideNothing(_ seed: Int) {
    let table = randomTable(
      regions: 1 + seed % 3, sectors: 4, seed: UInt64(seed), options: .init(zeroCellShare: 0.7))
    let n = table.nodeCount
    let speck = 1e-10
    var use = table.intermediateUse
    for i in 0..<n {
      for j in 0..<n where use[i, j] == 0 { use[i, j] = speck * table.grossOutput[j] }
    }
    var generator = SplitMix64(seed: UInt64(seed) &+ 5)
    let lost = Capacity(
      nodes: [Int(generator.nextUniform() * Double(n))], by: 0.3 + 0.7 * generator.nextUniform(),
      window: Window(from: 1, days: 60, recovery: .linear(over: 20)))
    let shock = scenario(model(4), horizon: 90, [lost])
    let usual = run(Economy(table), [shock])[0].output
    let with = run(Economy(withUse(use, of: table)), [shock])[0].output
    for (a, b) in zip(usual, with) { #expect(abs(a - b) <= 1e4 * speck * max(1, abs(a))) }
  }

  private func withUse(_ use: Matrix, of table: InputOutputTable) -> InputOutputTable {
    InputOutputTable(
      description: table.description, separator: table.separator, regions: table.regions,
      sectors: table.sectors, countries: table.countries, nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector, intermediateUse: use,
      finalDemandLabels: table.finalDemandLabels, finalDemandRegion: table.finalDemandRegion,
      finalDemand: table.finalDemand, primaryInputLabels: table.primaryInputLabels,
      primaryInputs: table.primaryInputs, grossOutput: table.grossOutput)
  }

  @Test func anInputAboveTheThresholdStopsItsUser() throws {
    let least = try #require(outputs(1e-3).min())
    #expect(least < 0.75 * (outputs(0).first ?? 0))
  }

  /// The flow is there: it is asked for, though it never binds.
  @Test func theFlowIsStillOrdered() {
    let economy = economy(5e-7)
    #expect(economy.requirements[0, 1] > 0)
    #expect(economy.requirements[0, 1] < CompiledBatch.negligibleRequirement)
    let orders = run(economy, [scenario(model(2), horizon: 2, [])])[0].orders[0]
    #expect(abs(orders * 365 - 10 - 5e-5) < 1e-9)
  }

  /// Exports keep output up, but they are not what the region's own users want.
  @Test func exportsAreNobodysFinalDemandHere() {
    let economy = economy(0.1)
    #expect(abs(economy.regionalFinalDemand[0, 0] * 365 - 40) < 1e-12)
    #expect(abs(economy.exportsOutside[0] * 365 - 50) < 1e-12)
    #expect(abs(economy.output[0] * 365 - 110) < 1e-9)
  }
}
