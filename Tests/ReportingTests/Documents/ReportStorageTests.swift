import Diagnostics
import Foundation
import LinearAlgebra
import Quantities
import TestSupport
import Testing

@testable import Reporting

struct ReportStorageTests {
  private let report = Report(
    title: Bilingual("Losses", "損失"), subtitle: Bilingual("a", "b"),
    findings: [Bilingual("One", "一")], tables: Samples.all, first: ["long"],
    charts: ChartSamples.all, assumptions: [Bilingual("Two", "二")],
    warnings: [Bilingual("Three", "三")])

  @Test func aStoredReportIsTheSameReport() throws {
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(Report.self, from: data) == report)
  }

  @Test func numbersReadBackBitForBit() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let data = try JSONEncoder().encode(TableCell.number(value))
      guard case .number(let read) = try JSONDecoder().decode(TableCell.self, from: data) else {
        Issue.record("no number")
        return
      }
      #expect(read.bitPattern == value.bitPattern || read == value)
    }
  }

  /// A table that a program would stop at is refused where it is read.
  @Test(arguments: [
    ("\"losses_by_region\"", "\"../losses\""), ("\"region\"", "\"loss_share\""),
    ("\"region\"", "\"Region !\""), ("{\"number\":{\"_0\":0.1}}", "{\"count\":{\"_0\":\"x\"}}"),
    ("{\"number\":{\"_0\":0.1}},", ""),
  ]) func aBrokenTableIsRefused(_ part: String, _ other: String) throws {
    let data = try JSONEncoder().encode(Samples.losses)
    let text = String(decoding: data, as: UTF8.self)
    let broken = text.replacing(part, with: other)
    #expect(broken != text)
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Table.self, from: Data(broken.utf8))
    }
  }

  @Test(.enabled(if: Program.lualatex.path != nil), arguments: Language.allCases)
  func latexCompiles(_ language: Language) throws {
    try withTemporaryFolder { folder in
      let text = report.render(.latex, RenderOptions(language: language))
      try Data(text.utf8).write(to: URL(filePath: folder + "/report.tex"))
      let found = try Program.lualatex.run(
        ["-interaction=nonstopmode", "-halt-on-error", "report.tex"], in: folder)
      #expect(found.code == 0)
      #expect(!found.text.contains("Missing character"))
      #expect(FileManager.default.fileExists(atPath: folder + "/report.pdf"))
    }
  }
}
