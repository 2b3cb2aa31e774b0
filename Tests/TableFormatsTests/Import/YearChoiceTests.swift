import Diagnostics
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

import TableFormats

/// A delivery of several years is read by one of them, and a year that is not the table's is refused.
@Suite struct YearChoiceTests {
  private static let years = [2019, 2020, 2021]
  private static func bytes(_ year: Int) -> [UInt8] {
    text(Layouts.icio(SmallWorld(seed: UInt64(year))))
  }
  private static let zip = Delivery(
    "block of years", .oecdICIO,
    [
      "2019-2021_SML.zip": zipped(
        Dictionary(uniqueKeysWithValues: years.map { ("\($0)_SML.csv", bytes($0)) }))
    ])

  @Test(arguments: years)
  func anArchiveOfYearsIsReadByOne(_ year: Int) throws {
    let found = try imported(Self.zip, year: year)
    #expect(found.table.grossOutput == SmallWorld(seed: UInt64(year)).x)
    #expect(found.table.description.year == year)
    #expect(found.provenance.sources.map(\.name) == ["2019-2021_SML.zip"])
  }

  @Test func aFileOfAnArchiveIsNamedBehindIt() throws {
    try withDelivery(Self.zip) { path in
      let found = try TableImport.read(.oecdICIO, "\(path)/2020_SML.csv")
      #expect(found.table.grossOutput == SmallWorld(seed: 2020).x)
      let loaded = try EconomySource.load("icio:\(path)/2021_SML.csv")
      #expect(loaded.table.grossOutput == SmallWorld(seed: 2021).x)
      let error = try #require(throws: DiagnosticList.self) {
        try TableImport.read(.oecdICIO, "\(path)/2018_SML.csv")
      }
      #expect(error.diagnostics.map(\.problem.code) == ["missing-file"])
      #expect(error.diagnostics[0].problem.help(in: .en)?.contains("2019_SML.csv") == true)
    }
  }

  @Test func withoutAYearTheChoicesAreTold() throws {
    let found = try #require(try failures(Self.zip).first)
    #expect(found.problem.code == "several-files")
    #expect(found.problem.help(in: .en)?.contains("`--year 2020`") == true)
    #expect(found.problem.help(in: .ja)?.contains("`--year 2020`") == true)
  }

  @Test func aYearThatTheDeliveryLacksIsRefused() throws {
    for delivery in [Self.zip, Deliveries.icio, Deliveries.adb, Deliveries.exiobaseZip] {
      let error = try #require(throws: DiagnosticList.self) {
        try imported(delivery, year: 1999)
      }
      #expect(error.diagnostics.map(\.problem.code) == ["no-year"], "\(delivery)")
    }
  }

  @Test func theYearOfTheTableMayBeAskedFor() throws {
    #expect(try imported(Deliveries.icio, year: 2022).table.description.year == 2022)
    let unnamed = Delivery("unnamed", .oecdICIO, ["t.csv": Self.bytes(2020)])
    let found = try imported(unnamed, year: 2020)
    #expect(found.table.description.year == 2020)
    #expect(found.provenance.remarks.contains { $0.code == "year-as-given" })
  }
}
