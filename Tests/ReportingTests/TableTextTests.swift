import Diagnostics
import Reporting
import Scenarios
import Testing

@Suite struct TableTextTests {
  /// The lines of heading, rule and rows: all but the title before and the notes after.
  private func grid(_ text: String) throws -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rule = try #require(lines.firstIndex { !$0.isEmpty && $0.allSatisfy { $0 == "─" } })
    let width = displayWidth(lines[rule])
    let title = lines[..<rule].firstIndex { displayWidth($0) == width } ?? rule
    let notes = lines.firstIndex { $0.hasPrefix("Note: ") || $0.hasPrefix("注: ") }
    return Array(lines[max(1, title)..<(notes ?? lines.count - 1)])
  }

  @Test(arguments: Language.allCases, [20, 40, 60, 80, 100, 250])
  func allLinesAreOfEqualWidth(_ language: Language, _ width: Int) throws {
    for table in Samples.all {
      let text = table.text(RenderOptions(language: language, width: width))
      let widths = try grid(text).map { displayWidth($0) }
      #expect(widths.count >= 2)
      #expect(Set(widths).count == 1, "\(table.name): \(widths)\n\(text)")
    }
  }

  @Test(arguments: Language.allCases, [60, 80, 100])
  func tablesFitTheTerminal(_ language: Language, _ width: Int) {
    for table in Samples.all {
      let text = table.text(RenderOptions(language: language, width: width))
      for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= width) }
    }
  }

  @Test(arguments: Language.allCases, [30, 80, 100])
  func brokenTextLosesNoCharacter(_ language: Language, _ width: Int) throws {
    let bare = { (text: String) in String(text.filter { $0 != " " && $0 != "\n" }).sorted() }
    let whole = try grid(Samples.longText.text(RenderOptions(language: language, width: nil)))
    let broken = try grid(Samples.longText.text(RenderOptions(language: language, width: width)))
    #expect(broken.count > whole.count)
    let isRule = { (line: String) in line.hasPrefix("─") }
    #expect(
      bare(whole.filter { !isRule($0) }.joined()) == bare(broken.filter { !isRule($0) }.joined()))
  }
}
