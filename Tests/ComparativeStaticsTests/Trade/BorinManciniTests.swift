import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct BorinManciniTests {
  /// The foreign part by its definition: the inverse of the table without the exporter's sales abroad.
  @Test(arguments: 0..<2) func foreignValueAddedEntersTheExporterOnce(_ index: Int) throws {
    let table = TradeInValueAddedTests.tables[index]
    let model = try LeontiefModel(table)
    let found = BorinMancini(model)
    let v = table.valueAddedCoefficients
    let exports = RegionalFlows.exports(table)
    for s in table.regions.indices {
      var a = model.technicalCoefficients
      for i in 0..<table.nodeCount where table.nodeRegion[i] == s {
        for j in 0..<table.nodeCount where table.nodeRegion[j] != s { a[i, j] = 0 }
      }
      let foreign = v.indices.map { table.nodeRegion[$0] == s ? 0 : v[$0] }
      let once = try #require(LU(a.subtractedFromIdentity)).solveTransposed(foreign)
      let sum = v.indices.filter { table.nodeRegion[$0] == s }
        .reduce(0.0) { $0 + once[$1] * exports[$1] }
      #expect(abs(sum - found.foreign[s]) < 1e-10 * found.exports[s])
      #expect(found.foreignDoubleCounted[s] > 0 && found.domesticDoubleCounted[s] > 0)
    }
  }

  @Test func withoutTradeInInputsNothingIsCountedTwice() throws {
    var use = Matrix(rows: 4, columns: 4)
    for (i, j) in [(0, 1), (1, 0), (2, 3), (3, 3)] { use[i, j] = 10 }
    let table = sampleTable(
      use, finalDemand: Matrix(rows: 4, columns: 2, repeating: 20), regions: 2)
    let found = BorinMancini(try LeontiefModel(table))
    for values in [found.foreign, found.domesticDoubleCounted, found.foreignDoubleCounted] {
      #expect(values.allSatisfy { abs($0) < 1e-12 })
    }
    #expect(relativeDistance(found.domestic, found.exports) < 1e-13)
  }
}
