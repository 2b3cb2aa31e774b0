import Diagnostics
import Foundation
@testable import Reporting
import Testing

/// Names that a file brings reach no format as anything but text.
@Suite struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[l](javascript:alert(1))",
    "\\input{/etc/passwd} \\write18{id}", "`x` $x$ %c #d &e ~f ^g _h_ {i} *j* |k|",
    "\u{1B}[31mred\u{7}\u{0}\u{9B}2J", "a\u{202E}RTL\u{2066}b", "# head", "two\nlines", "---",
  ]
  static let formulas = [
    "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\tTAB", "\r=1", " =1+1", "＝1+1", "＠x", "-",
    "--1",
  ]
  static let numbers = ["-10%", "+5 points", "-1.5e-7", "-12,345.5", "-3 USD", "+1"]

  private func report(_ text: String) -> Report {
    let words = Bilingual(same: text)
    return Report(
      title: words, subtitle: words, tables: [Samples.words([text])], assumptions: [words],
      warnings: [words])
  }

  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isBidiControl
      || scalar.properties.generalCategory == .control && scalar != "\n"
  }

  @Test(arguments: hostile, TableFormat.allCases)
  func noFormatShowsControlsOrTurnsTheText(_ text: String, _ format: TableFormat) {
    let rendered = report(text).render(format, RenderOptions(width: 60))
    #expect(!rendered.unicodeScalars.contains(where: isHidden))
  }

  @Test(arguments: hostile) func markdownHoldsNoTagAndNoLink(_ text: String) {
    let rendered = report(text).render(.markdown, RenderOptions())
    #expect(!rendered.contains("<script") && !rendered.contains("<img"))
    #expect(
      !rendered.replacing("\\](", with: "").contains("](") && !rendered.contains("\n# head\n# "))
    // Title, subtitle, warning, cell and assumption: each in one line.
    let lines = rendered.split(separator: "\n")
    #expect(lines.count(where: { $0.hasPrefix("# ") }) == 1)
  }

  @Test(arguments: hostile) func htmlHoldsNoTagOfTheText(_ text: String) {
    let rendered = report(text).render(.html, RenderOptions())
    // The page's own script is the only one.
    #expect(rendered.split(separator: "<script").count == 2 && !rendered.contains("<img"))
    #expect(rendered.contains("<script>\n'use strict';"))
  }

  @Test(arguments: hostile) func latexHoldsNoCommandOfTheText(_ text: String) {
    let rendered = report(text).render(.latex, RenderOptions())
    #expect(!rendered.contains("\\input") && !rendered.contains("\\write"))
    #expect(!rendered.contains("`") && !rendered.contains("{---}") && !rendered.contains(" --- "))
  }

  @Test(arguments: formulas) func noCellStartsAFormula(_ text: String) throws {
    let line = csvField(text)
    let inside = line.hasPrefix("\"") ? line.dropFirst() : line[...]
    #expect(inside.hasPrefix("'"), "\(line)")
  }

  @Test(arguments: numbers) func numbersKeepTheirSign(_ text: String) {
    #expect(csvField(text).replacing("\"", with: "") == text)
  }

  @Test(arguments: hostile + formulas) func jsonReadsBack(_ text: String) throws {
    let data = Data(jsonString(text).utf8)
    let back = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    #expect(back as? String == text)
  }
}
