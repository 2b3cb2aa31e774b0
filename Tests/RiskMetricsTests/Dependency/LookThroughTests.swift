import ComparativeStatics
import Diagnostics
import InputOutputTables
import LinearAlgebra
import RiskMetrics
import TestSupport
import Testing

/// Random tables, one with silent nodes and negative final demand.
let dependencyTables: [InputOutputTable] = [
  randomTable(regions: 2, sectors: 1, seed: 11), randomTable(regions: 3, sectors: 4, seed: 12),
  randomTable(
    regions: 5, sectors: 3, seed: 13,
    options: .init(zeroCellShare: 0.7, negativeFinalDemand: true, zeroOutputNodes: 2)),
]

@Suite struct LookThroughTests {
  @Test(arguments: 0..<3) func sharesOverOriginsAddUpToOneWhereSomethingIsBought(
    _ index: Int
  ) throws {
    let table = dependencyTables[index]
    let found = LookThrough(try LeontiefModel(table))
    let bought = table.technicalCoefficients.columnSums
    for (face, through, total) in zip(
      found.faceValue.columnSums, zip(found.share.columnSums, bought)
    ).map({ ($0, $1.0, $1.1) }) {
      let whole = total > 0 ? 1.0 : 0
      #expect(abs(face - whole) < 1e-12 && abs(through - whole) < 1e-12)
    }
  }

  @Test(arguments: 0..<3) func solvesAgreeWithTheInverse(_ index: Int) throws {
    let table = dependencyTables[index]
    let model = try LeontiefModel(table)
    let found = LookThrough(model)
    let inverse = model.leontiefInverse()
    for j in 0..<table.nodeCount {
      var sums = [Double](repeating: 0, count: table.regions.count)
      for i in 0..<table.nodeCount {
        sums[table.nodeRegion[i]] += inverse[i, j] - (i == j ? 1 : 0)
      }
      let total = sums.reduce(0, +)
      for c in sums.indices where total > 1e-9 {
        #expect(abs(found.share[c, j] - sums[c] / total) < 1e-11)
      }
    }
  }

  /// Node 0 buys at home and abroad from nodes that buy nothing: A² = 0.
  @Test func withoutASecondTierBothAgree() throws {
    let single = table(
      regions: 3, use: [0, 0, 0, 30, 0, 0, 10, 0, 0], demand: [90, 0, 0, 0, 20, 0, 0, 0, 40])
    let found = LookThrough(try LeontiefModel(single))
    #expect(isNear(found.faceValue[1, 0], 0.75) && isNear(found.faceValue[2, 0], 0.25))
    for c in 0..<3 { #expect(abs(found.hidden(origin: c, node: 0)) < 1e-15) }
  }

  /// Node 0 buys from node 1 alone, half of whose output is made of node 2's.
  @Test func aSecondTierTakesItsPart() throws {
    let chain = table(
      regions: 3, use: [0, 0, 0, 40, 0, 0, 0, 30, 0], demand: [90, 0, 0, 0, 20, 0, 0, 0, 40])
    let found = LookThrough(try LeontiefModel(chain))
    #expect(isNear(found.faceValue[1, 0], 1) && found.faceValue[2, 0] == 0)
    #expect(isNear(found.share[1, 0], 1 / 1.5) && isNear(found.share[2, 0], 0.5 / 1.5))
    #expect(isNear(found.hidden(origin: 2, node: 0), 1 / 3.0))
    #expect(isNear(found.hidden(origin: 1, node: 0), -1 / 3.0))
  }

  @Test func silentNodesHaveZerosAndNeverNaN() throws {
    let table = dependencyTables[2]
    let found = LookThrough(try LeontiefModel(table))
    let silent = table.nodeCount - 1
    #expect(table.grossOutput[silent] == 0)
    #expect(found.share.column(silent).allSatisfy { $0 == 0 })
    let all = found.share.elements + found.faceValue.elements
    #expect(all.allSatisfy { $0.isFinite })
  }

  @Test func theBasisSaysWhatIsCounted() throws {
    let basis = LookThrough(try LeontiefModel(dependencyTables[0])).basis
    #expect(basis.measure == .value && basis.scope == .domesticIncluded && basis.year == "2020")
  }
}
