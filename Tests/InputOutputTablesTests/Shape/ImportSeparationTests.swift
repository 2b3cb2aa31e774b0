import InputOutputTables
import LinearAlgebra
import Testing

@Suite struct ImportSeparationTests {
  /// Two products: 20 of 80 of the first at home is imported, and nothing of the second.
  private func competitive() throws -> InputOutputTable {
    try EconomyLoader.load(
      "jp",
      files: [
        "Z.csv": ",a,b\na,10,20\nb,30,40\n",
        "Y.csv": ",consumption,exports,(less) imports\na,50,10,-20\nb,60,0,0\n",
      ].mapValues { Array($0.utf8) }
    ).table
  }

  @Test func importsAreTakenOutInProportion() throws {
    let found = try #require(ImportSeparation(try competitive()))
    #expect(found.imports == [20, 0])
    #expect(found.table.intermediateUse.elements == [7.5, 15, 30, 40])
    #expect(found.table.finalDemand.elements == [37.5, 10, 60, 0])
    #expect(found.table.importedInputs == [2.5, 5])
    #expect(found.table.finalDemandKinds == [.domestic, .exports])
  }

  /// Rows and columns still add up to output: what leaves Z is in the row of imports.
  @Test func balancesAreKept() throws {
    let old = try competitive()
    let new = try #require(ImportSeparation(old)).table
    for (before, after) in zip(TableAudit(old).nodes, TableAudit(new).nodes) {
      #expect(abs(before.rowGap - after.rowGap) < 1e-15)
      #expect(abs(before.columnGap - after.columnGap) < 1e-15)
      #expect(before.valueAdded == after.valueAdded)
    }
  }

  @Test func tablesWithoutACompetitiveColumnAreLeftAlone() throws {
    let plain = try EconomyLoader.load(
      "p",
      files: ["Z.csv": ",a\na,1\n", "Y.csv": ",exports\na,2\n"].mapValues { Array($0.utf8) }
    ).table
    #expect(ImportSeparation(plain) == nil)
  }
}
