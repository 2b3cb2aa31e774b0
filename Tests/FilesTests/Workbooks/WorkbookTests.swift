import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Files

struct WorkbookTests {
  private func workbook(_ names: [String]) -> Workbook {
    Workbook(
      title: "備え",
      sheets: names.map { name in
        Workbook.Sheet(
          name: name, widths: [12, 10, 10],
          rows: [
            [.text("Losses", .title)],
            [.text("地域", .heading), .text("a", .heading), .text("b", .heading)],
            [.text("=1+1", .plain), .number(0.1, format: "0.00%"), .empty],
            [.text("<b>&\"", .wrapped), .number(-1e-300, format: "0"), .number(3, format: "0")],
          ], frozenRows: 2, filter: 1..<4,
          charts: [
            Workbook.Chart(.bars, title: "T", rows: 2..<4, columns: 1..<3, format: "0%"),
            Workbook.Chart(.lines, title: "L", rows: 2..<4, columns: 1..<2, format: "0%"),
          ])
      })
  }

  /// The text of a member of a workbook's archive.
  private func member(_ name: String, of bytes: [UInt8]) throws -> String {
    try withTemporaryFolder { folder in
      let path = folder + "/book.xlsx"
      try Data(bytes).write(to: URL(filePath: path))
      guard var stream = ZipStream(path, member: name) else {
        Issue.record("no member \(name)")
        return ""
      }
      var text: [UInt8] = []
      while let count = stream.read(1 << 16, into: &text), count > 0 {}
      return String(decoding: text, as: UTF8.self)
    }
  }

  @Test func theSameWorkbookIsTheSameBytes() throws {
    let first = try WorkbookWriter.bytes(workbook(["One"]))
    #expect(first == (try WorkbookWriter.bytes(workbook(["One"]))))
    #expect(first.starts(with: Array("PK".utf8)))
  }

  @Test func numbersAreNumbersAndTextsAreNoFormulas() throws {
    let bytes = try WorkbookWriter.bytes(workbook(["One"]))
    let sheet = try member("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<v>0.1</v>") || sheet.contains("<v>0.10000000000000001</v>"))
    #expect(
      sheet.contains("<v>-1e-300</v>") || sheet.contains("<v>-1E-300</v>")
        || sheet.contains("e-300"))
    #expect(!sheet.contains("<f>"))
    #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter"))
    let strings = try member("xl/sharedStrings.xml", of: bytes)
    #expect(strings.contains("=1+1") && strings.contains("&lt;b&gt;&amp;"))
    #expect(try member("xl/charts/chart1.xml", of: bytes).contains("barChart"))
    #expect(try member("xl/charts/chart2.xml", of: bytes).contains("lineChart"))
  }

  @Test func axesOfBarsAreNamesAndValues() throws {
    let bars = try member("xl/charts/chart1.xml", of: WorkbookWriter.bytes(workbook(["One"])))
    let names = try #require(bars.firstRange(of: #/<c:catAx>.*</c:catAx>/#))
    let values = try #require(bars.firstRange(of: #/<c:valAx>.*</c:valAx>/#))
    #expect(bars[names].contains("maxMin"), "the first bar is the highest")
    #expect(bars[values].contains("minMax") && bars[values].contains("formatCode=\"0%\""))
  }

  @Test func datesOfLinesAreDates() throws {
    let sheet = Workbook.Sheet(
      name: "One", widths: [12, 10],
      rows: [[.text("Day", .heading), .text("a", .heading)]]
        + (0..<90).map {
          [.number(46_000 + Double($0), format: "yyyy-mm-dd"), .number(Double($0), format: "0")]
        },
      charts: [Workbook.Chart(.lines, title: "L", rows: 1..<91, columns: 1..<2, format: "0")])
    let bytes = try WorkbookWriter.bytes(Workbook(title: "T", sheets: [sheet]))
    let lines = try member("xl/charts/chart1.xml", of: bytes)
    let days = try #require(lines.firstRange(of: #/<c:catAx>.*</c:catAx>/#))
    #expect(lines[days].contains("yyyy") && lines[days].contains("tickLblSkip val=\"15\""))
  }

  @Test func sheetsHaveNamesThatASpreadsheetTakes() throws {
    let long = String(repeating: "損失", count: 40)
    let names = ["", "a/b", "A\\B", "a b", long, long, "'x'", "[1]:*?", "\u{1F6A2}\(long)", "A B"]
    let taken = workbook(names).sheetNames
    #expect(taken.count == names.count)
    #expect(Set(taken.map { $0.lowercased() }).count == taken.count)
    for name in taken {
      #expect(!name.isEmpty && name.utf16.count <= 31, "\(name)")
      #expect(!name.contains { "[]:*?/\\".contains($0) } && !name.hasPrefix("'"), "\(name)")
    }
    // Every one of them is written.
    let bytes = try WorkbookWriter.bytes(workbook(names))
    #expect(try member("xl/worksheets/sheet\(names.count).xml", of: bytes).contains("<sheetData>"))
  }

  @Test(arguments: [
    ("one two", 110.0, 1), ("one two three", 8.0, 2), ("abcdefghij", 6.0, 2), ("", 10.0, 1),
    ("日本の輸入", 11.0, 1), ("日本の輸入は減る", 11.0, 2), ("a bb ccc dddd", 5.0, 3),
  ]) func textsTakeTheLinesThatTheyNeed(_ text: String, _ width: Double, _ lines: Int) {
    #expect(Workbook.Sheet.lines(text, width: width) == lines)
  }

  @Test func longTextsAndRemarksHaveRoom() throws {
    let long = Array(repeating: "word", count: 60).joined(separator: " ")
    let sheet = Workbook.Sheet(
      name: "One", widths: [20, 10],
      rows: [[.text(long, .wrapped), .number(1, format: "0")], [.note(long)], [.note("short")]])
    #expect(sheet.noteColumns > 2, "a narrow sheet's remarks go on beside it")
    let drawn = workbook(["One"]).sheets[0]
    #expect(drawn.noteColumns == drawn.widths.count, "not under a chart")
    let book = Workbook(title: "T", sheets: [sheet])
    let text = try member("xl/worksheets/sheet1.xml", of: WorkbookWriter.bytes(book))
    let heights = text.matches(of: #/<row r="(\d)"[^>]* ht="(\d+)"/#).map { "\($0.1):\($0.2)" }
    #expect(heights == ["1:225", "2:60"])
    #expect(text.contains("mergeCell ref=\"A2:") && text.contains("fitToHeight=\"0\""))
    #expect(text.contains("orientation=\"landscape\""))
  }
}
