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
    #expect(Self.bundled.standardCodes(ofAny: "goods").isEmpty)
    #expect(Self.bundled.standardCodes(ofAny: "C29") == ["34t35"])
  }

  @Test func partsAreNoWholes() {
    #expect(Self.bundled.isWhole("C19") && Self.bundled.isWhole("23"))
    #expect(!Self.bundled.isWhole("C29") && !Self.bundled.isWhole("B06"))
  }

  @Test func missingColumnsAreNamed() throws {
    let error = try #require(throws: DiagnosticList.self) {
      try SectorConcordance(Source(name: "c.csv", text: "classification,code\n35,C\n"))
    }
    #expect(error.diagnostics.map(\.problem.code) == ["missing-column"])
  }
}
