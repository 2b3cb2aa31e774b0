import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct HypotheticalExtractionTests {
  /// The losses by a factorisation of the table without what is extracted.
  private func anew(_ table: InputOutputTable, _ nodes: [Int], _ kind: ExtractionKind) throws
    -> [Double]
  {
    var y = table.totalFinalDemand
    if kind == .forward {
      var b = table.allocationCoefficients
      for k in nodes { for j in 0..<table.nodeCount { b[k, j] = 0 } }
      return try #require(LU(b.subtractedFromIdentity)).solveTransposed(table.valueAdded)
    }
    var a = table.technicalCoefficients
    for k in nodes {
      for i in 0..<table.nodeCount {
        a[i, k] = 0
        if kind == .complete { a[k, i] = 0 }
      }
      if kind == .complete { y[k] = 0 }
    }
    return try #require(LU(a.subtractedFromIdentity)).solve(y)
  }

  @Test(arguments: ExtractionKind.allCases, [[0], [3], [1, 4, 7], [11, 2]])
  func theUpdateIsANewFactorisation(_ kind: ExtractionKind, _ nodes: [Int]) throws {
    for table in [randomTables[1], randomTables[2]] {
      let found = HypotheticalExtraction(try LeontiefModel(table), of: nodes, kind)
      #expect(relativeDistance(found.after, try anew(table, nodes, kind)) < 1e-10)
      #expect(relativeDistance(found.before, table.grossOutput) < 1e-12)
    }
  }

  @Test(arguments: ExtractionKind.allCases) func extractionOfNothingLosesNothing(
    _ kind: ExtractionKind
  ) throws {
    let found = HypotheticalExtraction(try LeontiefModel(randomTables[1]), of: [], kind)
    #expect(found.losses.allSatisfy { $0 == 0 })
  }

  @Test(arguments: ExtractionKind.allCases) func aSilentNodeIsNoLoss(_ kind: ExtractionKind) throws
  {
    let table = randomTables[2]
    let found = HypotheticalExtraction(
      try LeontiefModel(table), of: [table.nodeCount - 1], kind)
    #expect(found.losses.allSatisfy { $0 == 0 })
  }

  @Test func completeExtractionLeavesTheNodesNothing() throws {
    let found = HypotheticalExtraction(try LeontiefModel(randomTables[1]), of: [2, 5], .complete)
    #expect(found.after[2] == 0 && found.after[5] == 0)
    #expect(found.losses.allSatisfy { $0 >= 0 })
  }
}
