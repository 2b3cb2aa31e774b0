import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct TableAuditTests {
  @Test(arguments: 0..<2)
  func randomTablesAreBalanced(_ index: Int) {
    let audit = TableAudit(randomTables[index])
    #expect(audit.nodes.allSatisfy { $0.rowGap < 1e-12 && $0.columnGap < 1e-12 && $0.note.isEmpty })
    #expect(audit.findings(strict: true).isEmpty)
  }

  @Test func silentNodesAndNegativeDemandAreNoted() {
    let audit = TableAudit(randomTables[2])
    #expect(audit.findings().map(\.problem.code) == ["zero-output", "negative-final-demand"])
    #expect(audit.nodes.filter { $0.note == "zero-output" }.count == 2)
    #expect(audit.negativeFinalDemandCells > 0 && audit.negativeFinalDemandShare < 0.1)
  }

  @Test func oneNodeIsNotSeveral() {
    let one = BalanceProblem.zeroOutput(count: 1, labels: ["A_x"])
    #expect(one.message(in: .en) == "1 node has no output and stays silent: `A_x`")
    let two = BalanceProblem.zeroOutput(count: 2, labels: ["A_x", "A_y"])
    #expect(two.message(in: .en) == "2 nodes have no output and stay silent: `A_x`, `A_y`")
  }

  @Test func gapsAreSharesOfOutput() throws {
    let x = "label,x\nA_x,50\nA_y,70\nB_x,40\nB_y,50\n"
    let node = TableAudit(try load(["x.csv": x]).table).nodes[2]
    #expect(node.rowGap == 0.25 && node.columnGap == 0.25)
    #expect(node.note == "row-gap column-gap" && node.valueAdded == 35)
  }

  @Test func nodesWithoutOutputAreMeasuredByTheWholeTable() throws {
    let z = ",a,b\na,0,0\nb,0,1\n"
    let y = ",HFCE\na,1\nb,999\n"
    let audit = TableAudit(
      try load([
        "Z.csv": z, "Y.csv": y, "x.csv": "label,x\na,0\nb,1000\n", "VA.csv": nil,
        "countries.csv": nil, "regions.csv": nil, "sectors.csv": nil,
      ]).table)
    #expect(audit.nodes[0].rowGap == 1000 && audit.nodes[0].note == "zero-output row-gap")
  }

  @Test func bundledTableHasEightSilentNodes() throws {
    let audit = TableAudit(try EconomyLoader.load("g7plus-2011").table)
    #expect(audit.nodes.filter { $0.note == "zero-output" }.count == 8)
    #expect(audit.negativeIntermediateCells == 0)
    #expect(audit.negativeFinalDemandShare > 0 && audit.negativeFinalDemandShare < 0.01)
  }

  @Test(.enabled(if: sharedData("tables/us_bea2017_ixi402") != nil))
  func detailedTableOfTheUnitedStatesHasNegativeCells() throws {
    let path = try #require(sharedData("tables/us_bea2017_ixi402"))
    let table = try EconomyLoader.load(path).table
    let audit = TableAudit(table)
    #expect(audit.negativeIntermediateCells == 20)
    #expect(audit.nodes.filter { $0.note == "negative-value-added" }.count == 1)
    let sums = table.technicalCoefficients.columnSums
    #expect(abs((sums.max() ?? 0) - 1.4412) < 1e-4)
  }
}
