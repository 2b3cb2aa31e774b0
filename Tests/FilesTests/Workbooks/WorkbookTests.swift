import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

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
}
