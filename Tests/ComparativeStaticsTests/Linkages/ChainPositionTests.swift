import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct ChainPositionTests {
  /// U_i = 1 + Σ_j (Z_ij / x_i) U_j and D_j = 1 + Σ_i D_i a_ij (Antràs and Chor 2018).
  @Test(arguments: 0..<3) func positionsSolveTheirRecursions(_ index: Int) throws {
    let table = randomTables[index]
    let model = try LeontiefModel(table)
    let found = ChainPosition(model)
    let up = table.allocationCoefficients.times(found.upstreamness).map { 1 + $0 }
    let down = model.technicalCoefficients.transposedTimes(found.downstreamness).map { 1 + $0 }
    #expect(relativeDistance(found.upstreamness, up) < 1e-12)
    #expect(relativeDistance(found.downstreamness, down) < 1e-12)
  }

  /// A chain of three: raw material, part, product; nothing else is bought or sold.
  @Test func aChainCountsItsStages() throws {
    var use = Matrix(rows: 3, columns: 3)
    use[0, 1] = 10
    use[1, 2] = 20
    let final = Matrix(rows: 3, columns: 1, elements: [0, 0, 30])
    let found = ChainPosition(try LeontiefModel(sampleTable(use, finalDemand: final)))
    #expect(relativeDistance(found.upstreamness, [3, 2, 1]) < 1e-15)
    // Part: half its value is bought one stage away; product: two thirds from the part.
    #expect(relativeDistance(found.downstreamness, [1, 1.5, 2]) < 1e-15)
  }

  /// The output-weighted means of both are total output over total value added or final demand.
  @Test func meansOfBothAreTheSame() throws {
    let table = randomTables[1]
    let found = ChainPosition(try LeontiefModel(table))
    let up = zip(found.upstreamness, table.valueAdded).reduce(0) { $0 + $1.0 * $1.1 }
    let down = zip(found.downstreamness, table.totalFinalDemand).reduce(0) { $0 + $1.0 * $1.1 }
    let output = table.grossOutput.reduce(0, +)
    #expect(abs(up - output) < 1e-10 * output && abs(down - output) < 1e-10 * output)
  }
}
