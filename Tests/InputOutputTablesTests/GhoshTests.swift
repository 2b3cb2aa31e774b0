import InputOutputTables
import LinearAlgebra
import Testing

@Suite struct GhoshTests {
  @Test(arguments: 0..<3)
  func valueAddedAllowsTheOutputThatFinalDemandNeeds(_ index: Int) throws {
    let table = randomTables[index]
    let x = try GhoshModel(table).output(forValueAdded: table.valueAdded)
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
}
