import ComparativeStatics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct LinkagesTests {
  private func linkages(_ table: InputOutputTable) throws -> Linkages {
    Linkages(try LeontiefModel(table))
  }

  @Test(arguments: 0..<3)
  func indicesAverageToOne(_ index: Int) throws {
    let linkages = try linkages(randomTables[index])
    let n = Double(linkages.backward.count)
    #expect(abs(linkages.powerOfDispersion.reduce(0, +) / n - 1) < 1e-12)
    #expect(abs(linkages.sensitivityOfDispersion.reduce(0, +) / n - 1) < 1e-12)
  }

  @Test(arguments: 0..<3)
  func linkagesAreColumnAndRowSumsOfTheInverses(_ index: Int) throws {
    let table = randomTables[index]
    let linkages = try linkages(table)
    let leontief = try LeontiefModel(table).leontiefInverse()
    let ghosh = try GhoshModel(table).ghoshInverse()
    #expect(relativeDistance(linkages.backward, leontief.columnSums) < 1e-12)
    #expect(relativeDistance(linkages.forward, ghosh.rowSums) < 1e-12)
  }

  @Test func silentNodesHaveLinkageOne() throws {
    let table = randomTables[2]
    let linkages = try linkages(table)
    #expect(linkages.backward.last == 1 && linkages.forward.last == 1)
    #expect(linkages.keySectors.last == .weak)
  }

  @Test func millerBlairKeySector() throws {
    let linkages = try linkages(millerBlair)
    #expect(abs(linkages.backward[0] - 1.51815181) < 1e-8)
    #expect(linkages.keySectors == [.key, .weak])
  }

  @Test func nothingIsNotANumberInTheBundledTable() throws {
    let linkages = try linkages(try EconomyLoader.load("g7plus-2011").table)
    #expect(
      (linkages.powerOfDispersion + linkages.sensitivityOfDispersion).allSatisfy { $0.isFinite })
  }
}
