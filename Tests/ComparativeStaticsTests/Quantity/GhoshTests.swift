import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct GhoshTests {
  @Test(arguments: 0..<3)
  func valueAddedAllowsTheOutputThatFinalDemandNeeds(_ index: Int) throws {
    let table = randomTables[index]
    let x = try GhoshModel(table).output(forPrimaryInputs: table.valueAdded)
    #expect(relativeDistance(x, table.grossOutput) < 1e-12)
  }

  @Test func inverseIsTheLeontiefInverseSeenFromTheRows() throws {
    let table = randomTables[1]
    let x = table.grossOutput
    let ghosh = try GhoshModel(table).ghoshInverse()
    var leontief = try LeontiefModel(table).leontiefInverse()
    for i in 0..<table.nodeCount {
      for j in 0..<table.nodeCount { leontief[i, j] *= x[j] / x[i] }
    }
    #expect(relativeDistance(ghosh.elements, leontief.elements) < 1e-12)
  }

  @Test func rowSumsAreThoseOfTheInverse() throws {
    let model = try GhoshModel(randomTables[2])
    #expect(relativeDistance(model.rowSums, model.ghoshInverse().rowSums) < 1e-12)
  }

  @Test func millerBlairShares() throws {
    let model = try GhoshModel(millerBlair)
    #expect(model.allocationCoefficients.elements == [0.15, 0.5, 0.1, 0.05])
  }

  /// A node without output that still buys (its purchases are in Z): A drops its column, B its row.
  @Test func itSharesTheLeontiefFactorsEvenWithSilentBuyers() throws {
    var table = randomTable(regions: 2, sectors: 3, seed: 11)
    var output = table.grossOutput
    output[1] = 0
    output[4] = -3
    table = changed(table, output: output)
    let model = GhoshModel(try LeontiefModel(table))
    let alone = try #require(LU(table.allocationCoefficients.subtractedFromIdentity))
    let c = (0..<6).map { Double($0 * $0) - 3 }
    #expect(relativeDistance(model.carriedUpstream(c), alone.solve(c)) < 1e-12)
    #expect(relativeDistance(model.output(forPrimaryInputs: c), alone.solveTransposed(c)) < 1e-12)
    #expect(relativeDistance(model.ghoshInverse().elements, alone.inverse.elements) < 1e-12)
    #expect(model.rows(of: [4, 1]).row(0) == model.ghoshInverse().row(4))
  }
}
