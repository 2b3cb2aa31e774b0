import Diagnostics
import Quantities
import Reporting
import Scenarios
import Testing

@Suite struct ChartTests {
  private func lines(
    _ series: [[Double?]], start: CalendarDate? = nil, spans: [Chart.Span] = []
  ) -> Chart {
    Chart(
      name: "output", title: Bilingual("Output <falls> & \"recovers\"", "産出"),
      axis: .days(start: start), unit: Bilingual("% of start", "ショック前比"), style: .percent,
      series: series.enumerated().map { index, values in
        Chart.Series(
          key: "s\(index)", name: Bilingual("Series \(index)", "系列\(index)"), values: values)
      }, spans: spans)
  }

  private var bars: Chart {
    Chart(
      name: "losses", title: Bilingual("Losses", "損失"),
      axis: .categories([Bilingual("Motor vehicles", "自動車"), Bilingual("Mining", "鉱業")]),
      style: .significant,
      series: [
        Chart.Series(key: "a", name: Bilingual("As given", "基本"), values: [12.34, nil]),
        Chart.Series(key: "b", name: Bilingual("Other", "他"), values: [-3, 4]),
      ])
  }

  /// Whether every element that opens also closes, in order.
  private func isBalanced(_ svg: String) -> Bool {
    var open: [Substring] = []
    for tag in svg.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { return false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  private func attribute(_ name: String, of line: Substring) -> Double? {
    line.split(separator: " \(name)=\"").dropFirst().first
      .flatMap { Double($0.prefix { $0 != "\"" }) }
  }

  @Test(arguments: Language.allCases) func drawingsAreWellFormed(_ language: Language) {
    let options = SVGOptions(language: language)
    for chart in [bars, lines([[1, 0.9, nil, 0.95]]), lines([[nil, nil]]), lines([[0.5]])] {
      let svg = chart.svg(options)
      #expect(isBalanced(svg))
      #expect(!svg.contains("nan") && !svg.contains("inf"))
      #expect(svg.contains("<title id=\"\(chart.name)-title\">"))
      #expect(svg.contains("<desc id=\"\(chart.name)-desc\">"))
    }
  }

  @Test func wordsAreEscaped() {
    let svg = lines([[1, 2]]).svg()
    #expect(svg.contains("Output &lt;falls&gt; &amp; &quot;recovers&quot;"))
  }

  @Test func coordinatesHaveTwoDecimals() {
    let svg = lines([(0..<50).map { 1 / Double($0 + 3) }]).svg()
    let numbers = svg.split { !"0123456789.".contains($0) }.filter { $0.contains(".") }
    #expect(numbers.count > 50)
    for number in numbers { #expect((number.split(separator: ".").last?.count ?? 0) <= 2) }
  }

  @Test(arguments: [2, 8, 60]) func labelsAtLineEndsDoNotOverlap(_ count: Int) throws {
    let svg = lines((0..<count).map { [1, 1 - Double($0 % 3) * 0.001] }).svg()
    let labels = svg.split(separator: "\n").filter {
      $0.contains(">Series ") && $0.hasPrefix("<text")
    }
    let places = labels.compactMap { attribute("y", of: $0) }.sorted()
    #expect(places.count == count)
    for (a, b) in zip(places, places.dropFirst()) { #expect(b - a >= 18) }
    let frame = try #require(svg.split(separator: "\n").first)
    let height = try #require(attribute("height", of: frame))
    #expect(places[0] > 0 && places[count - 1] < height)
  }

  @Test func missingValuesBreakTheLine() {
    let whole = lines([[1, 1, 1, 1, 1]]).svg()
    let broken = lines([[1, 1, nil, 1, 1]]).svg()
    let strokes = { (svg: String) in svg.split(separator: "M").count }
    #expect(strokes(broken) == strokes(whole) + 1)
    #expect(lines([[nil, 1, nil]]).svg().contains("<circle"))
  }

  @Test func namesOfStretchesThatMeetStandInRows() {
    let spans = [0..<50, 5..<60].map {
      Chart.Span(days: $0, label: Bilingual("Stretch \($0.lowerBound)", "期間"))
    }
    let svg = lines([Array(repeating: 1.0, count: 100)], spans: spans).svg()
    let places = svg.split(separator: "\n").filter { $0.contains(">Stretch ") }
      .compactMap { attribute("y", of: $0) }
    #expect(places.count == 2 && (places[0] - places[1]).magnitude >= 15)
  }

  @Test func datesMarkTheFirstOfMonths() throws {
    let start = try #require(CalendarDate("2026-03-02"))
    let svg = lines([Array(repeating: 1.0, count: 120)], start: start).svg()
    for month in ["2026-04", "2026-05", "2026-06"] { #expect(svg.contains(">\(month)</text>")) }
    #expect(!svg.contains(">2026-03</text>"))
    #expect(lines([Array(repeating: 1.0, count: 120)]).svg().contains(">100</text>"))
  }

  @Test func barsShowValuesAndGaps() {
    let svg = bars.svg(SVGOptions(language: .ja))
    for text in [">自動車<", ">12.3<", ">−3.00<", ">—<", ">基本<"] {
      #expect(svg.contains(text), "\(text)")
    }
  }

  @Test func alternativeTextNamesExtremes() {
    let svg = lines([[1, 0.9, 0.95]]).svg()
    #expect(
      svg.contains(
        "Line chart over 3 days. Series 0: lowest 90.0% (day 1), highest 100% (day 0).</desc>"))
    #expect(
      lines([[1, 0.9]]).svg(SVGOptions(language: .ja))
        .contains("2日間の折れ線グラフ。系列0：最小90.0%（1日目）、最大100%（0日目）。"))
  }

  @Test func plottedValuesAreATable() {
    let table = lines([[1, nil], [0.5, 0.25]]).plotted
    #expect(table.csv() == "day,s0 [share],s1 [share]\n0,1,0.5\n1,,0.25\n")
    #expect(bars.plotted.csv(in: .ja) == "name,a,b\n自動車,12.34,-3\n鉱業,,4\n")
  }

  @Test func chartsOfNothingAndOfUnequalLengthAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Chart(
        name: "c", title: Bilingual(same: ""), axis: .days(start: nil), style: .count, series: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = Chart(
        name: "c", title: Bilingual(same: ""), axis: .days(start: nil), style: .count,
        series: [
          Chart.Series(key: "a", name: Bilingual(same: "a"), values: [1]),
          Chart.Series(key: "b", name: Bilingual(same: "b"), values: [1, 2]),
        ])
    }
    await #expect(processExitsWith: .failure) {
      _ = Chart(
        name: "c", title: Bilingual(same: ""), axis: .days(start: nil), style: .count,
        series: [Chart.Series(key: "a", name: Bilingual(same: "a"), values: [.nan])])
    }
  }
}
