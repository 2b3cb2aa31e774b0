import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

@testable import TableFormats

@Suite struct PriceBasisTests {
  @Test(arguments: [
    ("2 countries, in previous year prices", PriceBasis.previousYear),
    ("WIOT2009_PYP_Nov16_ROW.xlsx", .previousYear), ("naio_10_pyp1700", .previousYear),
    ("ADB MRIO 2015, at constant 2010 prices", .constant), ("平成23年 固定価格評価表", .constant),
    ("2 countries, in current prices", nil), ("constant returns", nil), ("", nil),
  ])
  func wordsTellThePrices(_ text: String, _ basis: PriceBasis?) {
    #expect(PriceBasis(text) == basis)
  }

  @Test func aTableInOtherPricesIsImportedWithAWarning() throws {
    let rows = Layouts.coded(
      Deliveries.wiodWorld, title: ["A table for 2009", "2 countries, in previous year prices"],
      finalNumbers: ["c57", "c60", "c61"])
    let found = try imported(
      Delivery("pyp", .wiod2016, ["WIOT2009_PYP.xlsx": workbook([("2009", rows)])]))
    #expect(found.messages.contains { $0.problem.code == "previous-year-prices" })
    #expect(found.provenance.markdown.contains("previous year's prices"))
    let plain = try imported(Deliveries.wiod2016)
    #expect(!plain.messages.contains { $0.problem.code.hasSuffix("-prices") })
  }
}
