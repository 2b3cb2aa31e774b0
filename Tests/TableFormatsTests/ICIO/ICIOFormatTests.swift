import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

@Suite struct ICIOFormatTests {
  /// An excerpt of the 2016 edition: final demand by item, a discrepancy, no rest of the world.
  private let excerpt = """
    ,AAA_C01,BBB_C01,HFCE_AAA,HFCE_BBB,DISC
    AAA_C01,3,4,20,5,1
    BBB_C01,2,6,7,30,-1
    VA+TAXSUB,28,34,0,0,0
    OUT,33,44,0,0,0

    """

  @Test func aDiscrepancyWithoutRestOfTheWorldIsLeftOutWithAWarning() throws {
    let found = try imported(
      Delivery("2016", .oecdICIO, ["ICIO2016_2003.csv": Array(excerpt.utf8)]))
    #expect(found.table.finalDemandLabels == ["AAA_HFCE", "BBB_HFCE"])
    #expect(found.table.finalDemand.elements == [20, 5, 7, 30])
    #expect(found.table.grossOutput == [33, 44] && found.table.description.year == 2003)
    #expect(found.provenance.edition == "2016" && found.table.valueAdded == [28, 34])
    #expect(found.messages.contains { $0.problem.code == "taxes-in-value-added" })
    #expect(found.messages.contains { $0.problem.code == "discrepancy" && $0.severity == .warning })
  }

  @Test func aTableWithoutFinalDemandIsToldSo() throws {
    let rows = Layouts.icio(SmallWorld()).map { Array($0.prefix(10)) }
    let messages = try failures(Delivery("excerpt", .oecdICIO, ["a.csv": text(rows)]))
    #expect(messages.map(\.problem.code) == ["no-final-demand"])
  }
}
