import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct LeontiefTests {
  @Test(arguments: 0..<3)
  func outputIsWhatFinalDemandNeeds(_ index: Int) throws {
    let table = randomTables[index]
    let model = try LeontiefModel(table)
    let x = model.output(forFinalDemand: table.totalFinalDemand)
    #expect(relativeDistance(x, table.grossOutput) < 1e-12)
    let used = model.technicalCoefficients.times(x)
    let sum = zip(used, table.totalFinalDemand).map { $0 + $1 }
    #expect(relativeDistance(sum, x) < 1e-12)
  }

  @Test func severalFinalDemandsAreSolvedLikeEachAlone() throws {
    let table = randomTables[1]
    let model = try LeontiefModel(table)
    let all = model.output(forFinalDemands: table.finalDemand)
    for f in 0..<table.finalDemand.columns {
      let one = model.output(forFinalDemand: table.finalDemand.column(f))
      #expect(relativeDistance(all.column(f), one) < 1e-13)
    }
  }

  @Test func inverseIsTheSumOfAllTiers() throws {
    let model = try LeontiefModel(randomTables[2])
    let n = randomTables[2].nodeCount
    var sum = Matrix.identity(n)
    var tier = Matrix.identity(n)
    for _ in 0..<200 {
      tier = tier.times(model.technicalCoefficients)
      for k in sum.elements.indices { sum.elements[k] += tier.elements[k] }
    }
    #expect(relativeDistance(model.leontiefInverse().elements, sum.elements) < 1e-12)
  }

  @Test func millerBlairNumbers() throws {
    let model = try LeontiefModel(millerBlair)
    #expect(model.technicalCoefficients.elements == [0.15, 0.25, 0.2, 0.05])
    let inverse = model.leontiefInverse().elements
    #expect(relativeDistance(inverse, [1.25412541, 0.330033, 0.2640264, 1.12211221]) < 1e-7)
    let x = model.output(forFinalDemand: [600, 1500])
    #expect(abs(x[0] - 1247.5) < 0.05 && abs(x[1] - 1841.6) < 0.05)
    #expect(abs(0.3 * x[0] - 374.25) < 0.05 && abs(0.25 * x[1] - 460.4) < 0.05)
  }

  @Test func anEconomyThatUsesUpItselfIsRefused() {
    let table = InputOutputTable(
      description: millerBlair.description, separator: "", regions: millerBlair.regions,
      sectors: millerBlair.sectors, countries: [], nodeLabels: ["1", "2"], nodeRegion: [0, 0],
      nodeSector: [0, 1], intermediateUse: Matrix(rows: 2, columns: 2, elements: [5, 5, 5, 5]),
      finalDemandLabels: [], finalDemandRegion: [],
      finalDemand: Matrix(rows: 2, columns: 0), primaryInputLabels: [],
      primaryInputs: Matrix(rows: 0, columns: 2), grossOutput: [10, 10])
    #expect(throws: (any Error).self) { try LeontiefModel(table) }
  }
}
