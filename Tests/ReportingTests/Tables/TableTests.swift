import Diagnostics
import Quantities
import Reporting
import Scenarios
import Testing

@Suite struct TableTests {
  @Test func valuesThatAreNoNumbersAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = Samples.numbers([.nan]) }
    await #expect(processExitsWith: .failure) { _ = Samples.numbers([-.infinity]) }
  }

  @Test func cellsMustFitTheirColumns() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(
        name: "t", title: Bilingual(same: ""),
        columns: [TableColumn("a", Bilingual(same: "a"), kind: .text)], rows: [[.count(1)]])
    }
    await #expect(processExitsWith: .failure) {
      _ = Table(
        name: "t", title: Bilingual(same: ""),
        columns: [TableColumn("a", Bilingual(same: "a"), kind: .text)], rows: [[]])
    }
  }

  @Test func namesMustBeSafe() async {
    await #expect(processExitsWith: .failure) { _ = Samples.words([], name: "../x") }
    await #expect(processExitsWith: .failure) { _ = Samples.words([], name: ".hidden") }
    await #expect(processExitsWith: .failure) { _ = Samples.words([], name: "é") }
    #expect(Samples.words([], name: "prices.consumer-2_a").name == "prices.consumer-2_a")
  }

  @Test func absentNumbersBecomeMissingCells() {
    #expect(TableCell.number(nil, or: .noFigure) == .missing(.noFigure))
    #expect(TableCell.number(2, or: .noFigure) == .number(2))
    #expect(TableCell.count(nil, or: .notComputed) == .missing(.notComputed))
    #expect(TableCell.day(nil, or: .notApplicable) == .missing(.notApplicable))
  }

  @Test func daysTakeTheirDatesFromTheFirst() throws {
    let start = try #require(CalendarDate("2026-03-02"))
    #expect(TableCell.day(12, start: start, or: .notComputed) == .day(12, date: "2026-03-14"))
    #expect(TableCell.day(12, or: .notComputed) == .day(12, date: nil))
  }

  @Test(arguments: [
    (NumberStyle.percent, "share"), (.change(.percent), "share"), (.significant, "x"),
  ]) func filesHoldShares(_ style: NumberStyle, _ unit: String) {
    let column = TableColumn(
      "a", Bilingual(same: "a"), unit: Bilingual(same: "x"), kind: .number(style))
    #expect(column.fileUnit == unit)
  }
}
