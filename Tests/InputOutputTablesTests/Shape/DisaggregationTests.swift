import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct DisaggregationTests {
  static func weights(_ text: String, of table: InputOutputTable) throws -> SplitWeights {
    try SplitWeights.read(Source(name: "weights.csv", text: text), of: table)
  }

  static let splits = [
    "sector,to,weight\nS1,S1a,3\nS1,S1b,1\n",
    "sector,to,weight\nS0,S0a,0.2\nS0,S0b,0.3\nS0,S0c,0.5\nS2,S2,1\nS2,new,0\n",
    "region,to,weight\nR1,R1,0.25\nR1,Q,0.75\n",
    "sector,region,to,weight\nS1,R0,a,1\nS1,R0,b,3\nS1,,b,1\nS1,,a,0\n",
  ]

  /// The concordance that joins the parts again.
  private func joining(_ split: InputOutputTable) throws -> InputOutputTable {
    let back = ["S1a": "S1", "S1b": "S1", "S0a": "S0", "S0b": "S0", "S0c": "S0", "new": "S2"]
      .merging(["a": "S1", "b": "S1"]) { $1 }
    let sectors = split.sectors.map { "\($0.code),\(back[$0.code] ?? $0.code)\n" }
    let regions = split.regions.map { "\($0.code),\($0.code == "Q" ? "R1" : $0.code)\n" }
    return split.aggregated(
      regions: try concordance("region,to\n" + regions.joined(), .region, of: split),
      sectors: try concordance("sector,to\n" + sectors.joined(), .sector, of: split))
  }

  @Test(arguments: splits.indices, [0, 2]) func joiningThePartsGivesTheTable(
    _ split: Int, _ index: Int
  ) throws {
    let table = reshapedTables[index]
    let parts = table.disaggregated(by: try Self.weights(Self.splits[split], of: table))
    #expect(parts.nodeCount > table.nodeCount)
    let again = try joining(parts)
    #expect(again.nodeLabels == table.nodeLabels)
    #expect(again.finalDemandLabels == table.finalDemandLabels)
    let pairs = [
      (again.intermediateUse.elements, table.intermediateUse.elements),
      (again.finalDemand.elements, table.finalDemand.elements),
      (again.primaryInputs.elements, table.primaryInputs.elements),
      (again.grossOutput, table.grossOutput),
    ]
    for (found, expected) in pairs { #expect(relativeDistance(found, expected) < 1e-13) }
  }

  @Test(arguments: splits.indices) func partsStayInBalanceAndFinite(_ split: Int) throws {
    let table = reshapedTables[2]
    let parts = table.disaggregated(by: try Self.weights(Self.splits[split], of: table))
    let sold = zip(parts.intermediateUse.rowSums, parts.finalDemand.rowSums).map { $0 + $1 }
    #expect(relativeDistance(parts.grossOutput, sold) < 1e-12)
    #expect(parts.technicalCoefficients.elements.allSatisfy { $0.isFinite })
  }

  @Test func partsHaveTheCoefficientsOfTheWhole() throws {
    let table = reshapedTables[0]
    let parts = table.disaggregated(by: try Self.weights(Self.splits[0], of: table))
    #expect(parts.sectors.map(\.code) == ["S0", "S1a", "S1b", "S2"])
    #expect(parts.nodeLabels.prefix(4) == ["R0_S0", "R0_S1a", "R0_S1b", "R0_S2"])
    let whole = table.technicalCoefficients
    let split = parts.technicalCoefficients
    // R0_S1 buys from R1_S1: old cell (4, 1); new cells (5, 1), (6, 1) and (5, 2), (6, 2).
    for j in [1, 2] {
      #expect(abs(split[5, j] + split[6, j] - whole[4, 1]) < 1e-14)
      #expect(abs(split[5, j] - 3 * split[6, j]) < 1e-14)
    }
    #expect(abs(parts.grossOutput[1] - 0.75 * table.grossOutput[1]) < 1e-9)
  }

  @Test func weightsMayDifferByRegion() throws {
    let table = reshapedTables[0]
    let parts = table.disaggregated(by: try Self.weights(Self.splits[3], of: table))
    #expect(parts.nodeLabels.prefix(4) == ["R0_S0", "R0_a", "R0_b", "R0_S2"])
    #expect(parts.grossOutput[5] == 0 && parts.nodeLabels[5] == "R1_a")
    #expect(abs(parts.grossOutput[1] / table.grossOutput[1] - 0.25) < 1e-14)
  }

  @Test func aRegionSplitsItsBuyersToo() throws {
    let table = reshapedTables[0]
    let parts = table.disaggregated(by: try Self.weights(Self.splits[2], of: table))
    #expect(parts.regions.map(\.code) == ["R0", "R1", "Q", "R2", "R3"])
    #expect(parts.finalDemandLabels.count == 10 && parts.finalDemandLabels[4] == "Q_HFCE")
    #expect(parts.finalDemandRegion == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    let bought = parts.finalDemand.columnSums
    #expect(abs(bought[4] - 3 * bought[2]) < 1e-9 * bought[4])
  }

  @Test func aNationalTableBecomesOneOfRegions() throws {
    let table = reshapedTables[1]
    let national = try EconomyLoader.load(
      "n", files: ["Z.csv": Array(",x\nx,4\n".utf8), "Y.csv": Array(",f\nx,6\n".utf8)]
    ).table
    let parts = national.disaggregated(
      by: try Self.weights("region,to,weight\nALL,N,1\nALL,S,1\n", of: national))
    #expect(parts.nodeLabels == ["N_x", "S_x"] && parts.finalDemandLabels == ["N_f", "S_f"])
    #expect(parts.intermediateUse.elements == [1, 1, 1, 1] && parts.grossOutput == [5, 5])
    #expect(table.regions.count == 1)
  }

  @Test(
    arguments: [
      ("sector,to,weight\nS9,a,1\n", ["unknown-code"]),
      ("sector,to,weight\nS1,S0,1\n", ["code-taken"]),
      ("sector,to,weight\nS1,a,1\nS2,a,1\n", ["code-taken"]),
      ("sector,to,weight\nS1,a,1\nS1,a,2\n", ["code-twice"]),
      ("sector,to,weight\nS1,a,-1\nS1,b,x\nS1,,1\n", ["bad-weight", "bad-weight", "empty-target"]),
      ("sector,to,weight\nS1,a,0\nS1,b,0\n", ["weightless"]),
      ("sector,region,to,weight\nS1,R0,a,1\n", ["no-weights", "no-weights", "no-weights"]),
      ("sector,region,to,weight\nS1,Q,a,1\nS1,,a,1\n", ["unknown-code"]),
      ("region,to,weight\nR0,a_b,1\n", ["holds-separator"]),
      ("region,weight\nR0,1\n", ["missing-column"]),
    ])
  func mistakesAreToldAtOnce(_ text: String, _ codes: [String]) throws {
    let error = try #require(throws: DiagnosticList.self) {
      try Self.weights(text, of: reshapedTables[0])
    }
    #expect(error.diagnostics.map(\.problem.code) == codes)
    #expect(error.diagnostics.allSatisfy { $0.place != nil })
  }
}
