import Diagnostics
import InputOutputTables
import Testing

@Suite struct SectorConcordanceTests {
  static let bundled = SectorConcordance.bundled

  @Test(arguments: EconomyLoader.bundledNames())
  func everyBundledSectorLeadsToStandardOnes(_ name: String) throws {
    let table = try EconomyLoader.load(name).table
    let standard = Set(try EconomyLoader.load("g7plus-2011").table.sectors.map(\.code))
    for (sector, codes) in zip(table.sectors, table.standardSectors) {
      #expect(!codes.isEmpty && Set(codes).isSubset(of: standard), "\(sector.code)")
    }
    // Nothing is lost on the way: every standard industry lies in some sector of every table.
    for code in standard { #expect(!table.sectors(standingFor: code).isEmpty, "\(code)") }
  }

  @Test func codesOfOneNameMeanWhatTheirClassificationMeans() {
    // `L` is public administration among the standard codes, real estate in the OECD's.
    #expect(Self.bundled.standardCodes(of: ["L", "23"]) == [["L"], ["23"]])
    #expect(Self.bundled.standardCodes(of: ["L", "C19", "D"]) == [["70"], ["23"], ["E"]])
    #expect(Self.bundled.standardCodes(of: ["C10-C12", "C31_C32"]) == [["15t16"], ["36t37"]])
  }

  @Test func unknownCodesLeadNowhere() {
    #expect(Self.bundled.standardCodes(of: ["goods", "23"]) == [[], ["23"]])
    #expect(Self.bundled.meanings(of: "goods").isEmpty)
    #expect(Self.bundled.meanings(of: "C29").map(\.standard) == [["34t35"]])
  }

  @Test func partsAreNoWholes() {
    let isWhole = { (code: String) in Self.bundled.meanings(of: code).map(\.isWhole) }
    #expect(isWhole("C19") == [true] && isWhole("23") == [true])
    #expect(isWhole("C29") == [false] && isWhole("B06") == [false])
  }

  @Test func aCodeMayMeanSeveralThings() {
    let meanings = { (code: String) in Set(Self.bundled.meanings(of: code).map(\.standard)) }
    #expect(meanings("17t18") == [["17t18", "19"], ["17t18"]])
    #expect(meanings("L") == [["L"], ["70"]])
  }

  @Test func missingColumnsAreNamed() throws {
    let error = try #require(throws: DiagnosticList.self) {
      try SectorConcordance(Source(name: "c.csv", text: "classification,code\n35,C\n"))
    }
    #expect(error.diagnostics.map(\.problem.code) == ["missing-column"])
  }
}
