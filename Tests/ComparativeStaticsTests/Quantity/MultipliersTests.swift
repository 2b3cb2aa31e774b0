import ComparativeStatics
import LinearAlgebra
import TestSupport
import Testing

@Suite struct MultipliersTests {
  @Test func everyUnitOfFinalDemandEndsAsValueAdded() throws {
    for table in randomTables.prefix(2) {
      let multipliers = Multipliers(try LeontiefModel(table))
      #expect(multipliers.valueAdded.allSatisfy { abs($0 - 1) < 1e-12 })
      #expect(multipliers.output.allSatisfy { $0 >= 1 })
    }
  }

  @Test func silentNodesMoveNothingElse() throws {
    let multipliers = Multipliers(try LeontiefModel(randomTables[2]))
    #expect(multipliers.output.last == 1 && multipliers.valueAdded.last == 0)
  }

  @Test func millerBlairOutputMultipliers() throws {
    let multipliers = Multipliers(try LeontiefModel(millerBlair))
    #expect(relativeDistance(multipliers.output, [1.51815181, 1.45214521]) < 1e-8)
  }
}
