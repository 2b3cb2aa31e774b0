import Diagnostics
import Testing

@testable import Files

@Suite struct CSVTableTests {
  private func table(_ text: String) throws(DiagnosticList) -> CSVTable {
    try CSVTable(Source(name: "t.csv", text: text))
  }

  @Test(arguments: ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "\u{FEFF}a,b\n\n1,2\n  \n3,4\n\n"])
  func lineEndsMarksAndBlankLinesDoNotMatter(_ text: String) throws {
    let table = try table(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [["1", "2"], ["3", "4"]])
  }

  @Test func quotesHoldCommasLinesAndQuotes() throws {
    let table = try table("name,note\n\"a, \"\"b\"\"\",\"two\nlines\"\n c , \" d \" \n,\"\"\n")
    #expect(table.rows == [["a, \"b\"", "two\nlines"], ["c", " d "], ["", ""]])
    #expect(table.lines == [2, 4, 5])
  }

  @Test func columnsAreFoundByName() throws {
    let table = try table("code,name\nJPN,日本\n")
    #expect(table.column("name") == 1 && table.column("Name") == nil)
  }

  @Test func placesCoverTheCells() throws {
    let table = try table("code,name\n\"JP\",日本\n")
    let place = table.place(row: 0, column: 1)
    #expect(String(decoding: table.source.bytes[place.range], as: UTF8.self) == "日本")
    #expect(table.place(row: 0, column: 0).range == 11..<13)
    #expect(table.headerPlace.range == 0..<9)
  }

  @Test(arguments: [
    ("", "empty-file"), ("\n\n", "empty-file"), ("\u{FEFF}", "empty-file"),
    ("a,b\n\"1,2\n", "unclosed-quote"), ("a,b\n1\"2,3\n", "stray-quote"),
    ("a,b\n\"1\"2,3\n", "stray-quote"), ("a,b\n1\n", "wrong-cell-count"),
    ("a,b\n1,2,3\n", "wrong-cell-count"), ("a,b\r1,2\r", "carriage-return"),
  ])
  func malformedTextIsRefusedWithItsPlace(_ bad: (text: String, code: String)) throws {
    let error = try #require(throws: DiagnosticList.self) { try self.table(bad.text) }
    #expect(error.diagnostics.map(\.problem.code) == [bad.code])
    let place = try #require(error.diagnostics.first?.place)
    #expect(place.range.upperBound <= bad.text.utf8.count)
  }

  @Test func invalidBytesAreRefusedAtTheirPlace() throws {
    let source = Source(name: "t.csv", bytes: [97, 44, 98, 10, 0xFF, 44, 98])
    let error = try #require(throws: DiagnosticList.self) { try CSVTable(source) }
    #expect(error.diagnostics.first?.problem.code == "not-utf8")
    #expect(error.diagnostics.first?.place?.range.lowerBound == 4)
  }

  @Test func everyMalformedRowIsReportedAtOnce() throws {
    let error = try #require(throws: DiagnosticList.self) { try self.table("a,b\n1\n2,3\n4,5,6\n") }
    #expect(error.diagnostics.count == 2)
  }

  @Test func aLongListOfMistakesIsCut() throws {
    let text = "a,b\n" + String(repeating: "1\n", count: 80)
    let error = try #require(throws: DiagnosticList.self) { try self.table(text) }
    #expect(error.diagnostics.count == 51)
    #expect(error.diagnostics.last?.problem.message(in: .en) == "and 30 more of this kind")
  }
}
