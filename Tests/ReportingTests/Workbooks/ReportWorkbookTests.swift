import Diagnostics
import Files
import Foundation
import Quantities
import TestSupport
import Testing

@testable import Reporting

struct ReportWorkbookTests {
  private let report = Report(
    title: Bilingual("Losses", "損失"), findings: [Bilingual("=cmd|' /C calc'!A0", "所見")],
    tables: Samples.all, charts: ChartSamples.all, assumptions: [Bilingual("One", "前提")],
    warnings: [Bilingual("Two", "注意")])

  @Test(arguments: Language.allCases)
  func thereIsASheetForEveryTableAndChart(_ language: Language) {
    let book = report.workbook(in: language)
    #expect(book.sheets.count == 2 + Samples.all.count + ChartSamples.all.count)
    #expect(book.sheets[1...Samples.all.count].allSatisfy { $0.frozenRows == 2 })
    #expect(book.sheets.flatMap(\.charts).map(\.kind) == [.lines, .bars, .lines])
  }

  @Test func numbersKeepAllTheirDigits() {
    let sheet = TableSheet(Samples.losses, .en).sheet
    #expect(sheet.rows[2][1] == .number(12345.678, format: "#,##0"))
    #expect(sheet.rows[2][2] == .number(0.003217, format: "0.00%"))
    #expect(sheet.rows[2][3] == .number(46124, format: "yyyy-mm-dd"))
    #expect(sheet.rows[3][3] == .number(3, format: "0"))
    #expect(sheet.rows[4][1] == .text(NumberFormat.missing, .quiet))
  }

  /// What another program reads back.
  @Test(.enabled(if: ReportWorkbookTests.hasOpenpyxl)) func openpyxlReadsTheSheets() throws {
    try withTemporaryFolder { folder in
      let bytes = try WorkbookWriter.bytes(report.workbook(in: .ja))
      try Data(bytes).write(to: URL(filePath: folder + "/report.xlsx"))
      let script = """
        import openpyxl
        book = openpyxl.load_workbook('report.xlsx')
        sheet = book.worksheets[1]
        print(len(book.worksheets), sheet.freeze_panes, sheet['B3'].value, sheet['C3'].number_format)
        print(sheet['D3'].value.date(), sheet['A3'].value, book.worksheets[0]['A4'].data_type)
        print(sum(len(each._charts) for each in book.worksheets))
        """
      let found = try Program.python3.run(["-c", script], in: folder)
      let sheets = 2 + Samples.all.count + ChartSamples.all.count
      let expected = "\(sheets) B3 12345.678 0.00%\n2026-04-12 日本 s\n2\n"
      #expect(found.code == 0 && found.text == expected)
    }
  }

  private static let hasOpenpyxl: Bool = {
    (try? Program.python3.run(["-c", "import openpyxl"], in: NSTemporaryDirectory()).code) == 0
  }()
}
