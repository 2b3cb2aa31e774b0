import Diagnostics
import LinearAlgebra
import Quantities
import Testing

@testable import Reporting

struct TextGridTests {
  /// No word of a heading is broken, whatever the width; short Japanese headings stay whole.
  @Test(arguments: [20, 40, 60, 80, 120]) func noWordOfAHeadingIsBroken(_ width: Int) {
    var random = SplitMix64(seed: UInt64(width))
    let words = ["Shortfall", "share", "of", "commodity", "放出量", "単位", "Importer", "原産国"]
    for _ in 0..<200 {
      let count = 1 + Int(random.next() % 6)
      let headings = (0..<count).map { _ in
        (0..<1 + Int(random.next() % 3)).map { _ in words[Int(random.next() % 8)] }
          .joined(separator: " ")
      }
      let grid = TextGrid(
        headings: headings,
        rows: [headings.map { _ in String(repeating: "x", count: Int(random.next() % 30)) }],
        isNumber: headings.map { _ in random.next() % 2 == 0 })
      let widths = grid.widths(within: width)
      for (heading, column) in zip(headings, widths) {
        for word in heading.split(separator: " ") {
          #expect(displayWidth(String(word)) <= column, "\(heading) in \(column)")
        }
      }
    }
  }

  @Test func whatIsLeftOutIsNotExplained() {
    let table = Table(
      name: "t", title: Bilingual(same: "t"),
      columns: [
        TableColumn("a", Bilingual(same: "Region"), kind: .text),
        TableColumn(
          "b", Bilingual(same: "Detail"), kind: .number(.significant), isDetail: true),
      ], rows: [[.name(String(repeating: "word ", count: 10)), .missing(.noFigure)]])
    #expect(table.text(RenderOptions(width: 60)).contains("no figure in the sources"))
    let narrow = table.text(RenderOptions(width: 20)).replacing("\n", with: " ")
    #expect(narrow.contains("Left out at this width: Detail") && !narrow.contains("no figure"))
  }

  @Test func aLongTextIsNotSaidTwice() {
    let long = "share of imports by weight, HS 270900, 2024"
    let rows = [long, long, "short", "short"].map { [TableCell.name($0)] }
    let table = Table(
      name: "t", title: Bilingual(same: "t"),
      columns: [TableColumn("a", Bilingual(same: "Basis"), kind: .text)], rows: rows)
    let text = table.text(RenderOptions(width: nil))
    #expect(text.split(separator: long).count == 2 && text.contains("〃"))
    #expect(text.split(separator: "short").count == 3)
  }

  /// A long last text stands under its row where that takes fewer lines: every word is there, none is broken,
  /// no line is too wide.
  @Test(arguments: [50, 80, 120]) func longLastTextsStandUnderTheirRows(_ width: Int) {
    var random = SplitMix64(seed: UInt64(width))
    let words = ["industry", "by", "weight", "HS", "260200", "assumptions", "concentrates"]
    for _ in 0..<100 {
      let text = { (count: Int) in
        (0..<count).map { _ in words[Int(random.next() % 7)] }.joined(separator: " ")
      }
      let rows = (0..<5).map { _ in [text(2), text(1), "1.5", text(1 + Int(random.next() % 25))] }
      let grid = TextGrid(
        headings: ["Subject", "Measure", "Value", "Basis"], rows: rows,
        isNumber: [false, false, true, false])
      let layout = grid.layout(within: width)
      let lines = layout.header + [layout.rule] + layout.body
      #expect(lines.allSatisfy { displayWidth($0) <= width })
      let said = lines.joined(separator: " ").split(separator: " ").map(String.init)
      for cell in rows.map({ $0[3] }) {
        for word in cell.split(separator: " ") { #expect(said.contains(String(word))) }
      }
    }
    let long = [["a", "b", "1", text(of: 60)], ["c", "d", "2", text(of: 61)]]
    let body = TextGrid(
      headings: ["Subject of it", "Measure", "Value", "Basis"], rows: long,
      isNumber: [false, false, true, false]
    ).layout(within: width).body
    // Five words fit beside the others at 50 and nothing is gained by moving them at 120.
    #expect(body.contains { $0.hasPrefix("  word word") } == (width == 50), "\(body)")
  }

  private func text(of count: Int) -> String {
    (0..<count).map { _ in "word" }.joined(separator: " ")
  }

  @Test func textOnSeveralLinesIsNotSaidTwice() {
    let rows = [["critical minerals: manganese", "1"], ["critical minerals: manganese", "2"]]
    let body = TextGrid(headings: ["Subject", "Value"], rows: rows, isNumber: [false, true])
      .layout(within: 22).body
    #expect(body.count == 4 && body.last?.hasPrefix("〃") == true, "\(body)")
  }
}
