import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// Random tables to reshape, one with negative final demand and silent nodes.
let reshapedTables: [InputOutputTable] = [
  randomTable(regions: 4, sectors: 3, seed: 21), randomTable(regions: 1, sectors: 5, seed: 22),
  randomTable(
    regions: 3, sectors: 4, seed: 23,
    options: .init(zeroCellShare: 0.6, negativeFinalDemand: true, zeroOutputNodes: 2)),
]

/// Whether two tables agree in everything but their descriptions, to the bit.
func expectSame(_ a: InputOutputTable, _ b: InputOutputTable) {
  #expect(a.separator == b.separator && a.regions == b.regions && a.sectors == b.sectors)
  #expect(a.countries == b.countries && a.nodeLabels == b.nodeLabels)
  #expect(a.nodeRegion == b.nodeRegion && a.nodeSector == b.nodeSector)
  #expect(a.finalDemandLabels == b.finalDemandLabels)
  #expect(
    a.finalDemandRegion == b.finalDemandRegion && a.primaryInputLabels == b.primaryInputLabels)
  let pairs = [
    (a.intermediateUse.elements, b.intermediateUse.elements),
    (a.finalDemand.elements, b.finalDemand.elements),
    (a.primaryInputs.elements, b.primaryInputs.elements), (a.grossOutput, b.grossOutput),
  ]
  for (found, expected) in pairs {
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
  }
}

/// A concordance from a text.
func concordance(
  _ text: String, _ subject: Concordance.Subject, of table: InputOutputTable
) throws(DiagnosticList) -> Concordance {
  try Concordance.read(Source(name: "map.csv", text: text), subject, of: table)
}

@Suite struct AggregationTests {
  /// Halves: regions 0, 1 become one, sectors 0, 2 become another.
  static func joined(_ table: InputOutputTable) throws -> InputOutputTable {
    let regions = table.regions.enumerated().map { "\($1.code),\($0 < 2 ? "AB" : $1.code)\n" }
    let sectors = table.sectors.enumerated().map {
      "\($1.code),\([0, 2].contains($0) ? "t" : $1.code)\n"
    }
    return table.aggregated(
      regions: try concordance("region,to\n" + regions.joined(), .region, of: table),
      sectors: try concordance("sector,to\n" + sectors.joined(), .sector, of: table))
  }

  @Test(arguments: 0..<3) func identityIsIdentity(_ index: Int) {
    expectSame(reshapedTables[index].aggregated(), reshapedTables[index])
  }

  @Test func theBundledTableSurvivesIdentity() throws {
    let table = try EconomyLoader.load("g7plus-2011").table
    let all = try Concordance.keeping(table.regions.map(\.code), of: table)
    expectSame(table.aggregated(regions: all), table)
  }

  @Test(arguments: 0..<3) func totalsAreKept(_ index: Int) throws {
    let table = reshapedTables[index]
    let new = try Self.joined(table)
    let sums: [(InputOutputTable) -> Double] = [
      { $0.intermediateUse.elements.reduce(0, +) }, { $0.finalDemand.elements.reduce(0, +) },
      { $0.valueAdded.reduce(0, +) }, { $0.grossOutput.reduce(0, +) },
    ]
    for sum in sums { #expect(abs(sum(new) - sum(table)) <= 1e-12 * abs(sum(table))) }
    #expect(new.primaryInputLabels == table.primaryInputLabels)
  }

  @Test(arguments: 0..<3) func outputStaysTheSumOfTheRow(_ index: Int) throws {
    let new = try Self.joined(reshapedTables[index])
    let sold = zip(new.intermediateUse.rowSums, new.finalDemand.rowSums).map { $0 + $1 }
    #expect(relativeDistance(new.grossOutput, sold) < 1e-12)
    let costs = zip(new.intermediateUse.columnSums, new.valueAdded).map { $0 + $1 }
    #expect(relativeDistance(costs, new.grossOutput) < 1e-12)
  }

  @Test func cellsAreTheSumsOfTheirParts() throws {
    let table = reshapedTables[0]
    let new = try Self.joined(table)
    #expect(
      new.regions.map(\.code) == ["AB", "R2", "R3"] && new.sectors.map(\.code) == ["t", "S1"])
    #expect(new.nodeLabels == ["AB_t", "AB_S1", "R2_t", "R2_S1", "R3_t", "R3_S1"])
    var expected = 0.0
    for i in 0..<12 where table.nodeRegion[i] < 2 && table.nodeSector[i] != 1 {
      for j in 0..<12 where table.nodeRegion[j] == 3 && table.nodeSector[j] == 1 {
        expected += table.intermediateUse[i, j]
      }
    }
    #expect(abs(new.intermediateUse[0, 5] - expected) < 1e-12 * expected)
    #expect(new.finalDemandLabels.prefix(2) == ["AB_HFCE", "AB_GFCF"])
    #expect(new.finalDemandRegion == [0, 0, 1, 1, 2, 2])
  }

  @Test func stepsAndOneStepAgree() throws {
    let table = reshapedTables[0]
    let once = table.aggregated(regions: try Concordance.keeping(["R3"], of: table))
    let first = table.aggregated(regions: try Concordance.keeping(["R3", "R1"], of: table))
    let twice = first.aggregated(regions: try Concordance.keeping(["R3"], of: first))
    #expect(twice.nodeLabels == once.nodeLabels)
    #expect(
      relativeDistance(twice.intermediateUse.elements, once.intermediateUse.elements) < 1e-12)
  }

  @Test func regionsKeptStandInTheOrderNamedAndTheRestLast() throws {
    let table = try EconomyLoader.load("g7plus-2011").table
    let new = table.aggregated(
      regions: try Concordance.keeping(["USA", "JPN"], of: table), name: "three")
    #expect(new.regions.map(\.code) == ["USA", "JPN", "ROW"])
    #expect(new.regions.map(\.nameJa) == ["米国", "日本", "その他世界"])
    let homes = Dictionary(uniqueKeysWithValues: new.countries.map { ($0.code, $0.region) })
    #expect(homes["DEU"] == 2 && homes["JPN"] == 1 && homes["SAU"] == 2 && homes["USA"] == 0)
    #expect(
      new.description.name == "three" && new.description.source.contains("aggregated from 17"))
    #expect(TableAudit(new).findings(strict: true).allSatisfy { $0.severity != .error })
  }

  @Test func aSectorMajorTableStaysSectorMajor() throws {
    let text = ",A_x,B_x,A_y,B_y\nA_x,1,2,3,4\nB_x,5,6,7,8\nA_y,9,1,2,3\nB_y,4,5,6,7\n"
    let y = ",A_f,B_f\nA_x,1,2\nB_x,3,4\nA_y,5,6\nB_y,7,8\n"
    let table = try EconomyLoader.load(
      "t", files: ["Z.csv": Array(text.utf8), "Y.csv": Array(y.utf8)]
    ).table
    expectSame(table.aggregated(), table)
    let swapped = table.aggregated(regions: try Concordance.keeping(["B", "A"], of: table))
    #expect(swapped.nodeLabels == ["B_x", "A_x", "B_y", "A_y"])
    #expect(swapped.intermediateUse[0, 0] == 6 && swapped.intermediateUse[0, 3] == 7)
  }
}
