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

  private func trimmed(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  @Test func wholeTableInEnglish() {
    let text = Samples.losses.text(RenderOptions(width: 80))
    #expect(
      trimmed(text) == [
        "Losses by region over 365 days",
        "                    Value-added loss    Loss, % of",
        "Region                 [million USD]    annual GDP   Worst day  Limited by",
        String(repeating: "─", count: 80),
        "Japan                         12,300         0.32%  2026-04-12  Crude oil",
        "Korea                          0.100       <0.001%           3  —",
        "Rest of the                        —        −12.0%           —  Motor vehicles,",
        "world                                                           trailers and",
        "                                                                parts",
        "Note: GDP of 2011",
        "Note: —: not computed (Value-added loss; Worst day)",
        "Note: —: not applicable (Limited by)",
        "",
      ])
  }

  @Test func wholeTableInJapanese() {
    let text = Samples.losses.text(RenderOptions(language: .ja, width: nil))
    #expect(
      trimmed(text) == [
        "地域別の損失（365日間）",
        "地域        付加価値損失 [百万ドル]  損失の対GDP比（年間）      最悪日  制約要因",
        String(repeating: "─", count: 104),
        "日本                         12,300                  0.32%  2026-04-12  原油",
        "韓国                          0.100                <0.001%           3  —",
        "その他世界                        —                 −12.0%           —  "
          + "自動車・同附属品および部品製造業",
        "注: 2011年のGDP",
        "注: —: 未計算（付加価値損失、最悪日）",
        "注: —: 該当なし（制約要因）",
        "",
      ])
  }

  @Test func stylesOnlyAddCodes() {
    let plain = Samples.losses.text(RenderOptions())
    let styled = Samples.losses.text(RenderOptions(isStyled: true))
    let codes = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"]
    #expect(codes.allSatisfy(styled.contains) && !plain.contains("\u{1B}"))
    let bare = codes.reduce(styled) {
      $0.split(separator: $1, omittingEmptySubsequences: false).joined()
    }
    #expect(bare == plain)
  }

  @Test func wordsOfUsersCannotDisturbTheTerminal() {
    let text = Samples.words(["a\u{1B}[2Jb", "c\td\ne"]).text()
    #expect(!text.contains("\u{1B}") && text.contains("c d e"))
  }
}
