import Diagnostics
import Foundation
import Quantities
import Testing

@testable import Reporting

struct ChartFormsTests {
  @Test(arguments: ChartSamples.all, Language.allCases)
  func everyFormIsWellFormedXML(_ chart: Chart, _ language: Language) throws {
    let svg = chart.svg(SVGOptions(language: language, suffix: "-a"))
    let parser = XMLReading(svg)
    #expect(parser.isWellFormed)
    #expect(parser.ids == ["\(chart.name)-a-title", "\(chart.name)-a-desc"])
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(parser.titles >= 2, "what is drawn says what it is")
  }

  @Test(arguments: ChartSamples.all) func everyFormStoresWhatItPlots(_ chart: Chart) {
    let lines = chart.plotted.csv().split(separator: "\n")
    #expect(lines.count == 4)
    let values = chart.series.count == 1 ? ",0.1" : ",0.1,0.02"
    #expect(lines[1].contains(values) || chart.name == "days")
    #expect(chart.plotted.name == chart.name)
  }

  @Test(arguments: ChartSamples.all) func aStoredChartReadsBack(_ chart: Chart) throws {
    let data = try JSONEncoder().encode(chart)
    #expect(try JSONDecoder().decode(Chart.self, from: data) == chart)
    let broken = String(decoding: data, as: UTF8.self).replacing("[0.1,null,0.3]", with: "[0.1]")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Chart.self, from: Data(broken.utf8))
    }
  }

  @Test(arguments: [(1, "Range of 1 item."), (2, "Ranges of 2 items.")])
  func onlyOneIsNotSeveral(_ count: Int, _ words: String) {
    let names = (0..<count).map { Bilingual(same: "\($0)") }
    let chart = Chart(
      name: "one", title: Bilingual(same: "one"), axis: .ranges(names, about: 0.1),
      unit: Bilingual(same: ""), style: .percent,
      series: ["low", "high"].map {
        Chart.Series(
          key: $0, name: Bilingual(same: $0), values: [Double?](repeating: 0.1, count: count))
      })
    #expect(chart.alternative(in: .en).hasPrefix(words))
  }

  /// A shade from the 5% to the 95% point, one from 25% to 75%, and the median alone as a line.
  @Test func aFanIsTwoShadesAndAMedian() throws {
    let fan = try #require(ChartSamples.all.first { $0.name == "fan" })
    let svg = fan.svg()
    #expect(svg.components(separatedBy: "fill-opacity=").count == 3)
    #expect(svg.components(separatedBy: "stroke-linejoin").count == 2)
    // The second day stands seven ninths of the way, not in the middle.
    let x = try svg.split(separator: "\n").filter { $0.contains("stroke-linejoin") }.flatMap {
      try $0.split(separator: "\"")[1].dropFirst().split(separator: "L").map {
        try #require(Double($0.split(separator: " ")[0]))
      }
    }
    #expect(x.count == 3 && abs((x[1] - x[0]) / (x[2] - x[0]) - 7.0 / 9) < 1e-3)
  }

  /// Lines at both thresholds lie in the plot, even one beyond every dot, and say their values.
  @Test(arguments: Language.allCases) func thresholdsAreDrawnAndSaid(_ language: Language) throws {
    let chart = try #require(ChartSamples.all.first { $0.name == "parted" })
    let svg = chart.svg(SVGOptions(language: language))
    let word = language == .en ? "threshold" : "閾値"
    #expect(svg.contains("\(word): 7") && svg.contains("\(word): 25.0%"))
    #expect(svg.components(separatedBy: "stroke-dasharray").count == 3)
    let width = SVGOptions().width
    for line in svg.split(separator: "\n") where line.contains("stroke-dasharray") {
      let path = try #require(line.firstMatch(of: #/d="M([0-9.]+) ([0-9.]+)L([0-9.]+)/#))
      let (left, right) = (try #require(Double(path.1)), try #require(Double(path.3)))
      #expect(left > 0 && right < width)
    }
  }

  @Test func aFanWhoseDaysDoNotRiseIsNone() throws {
    let fan = try #require(ChartSamples.all.first { $0.name == "fan" })
    let data = String(decoding: try JSONEncoder().encode(fan), as: UTF8.self)
    for days in ["[7,0,9]", "[0,7]", "[-1,7,9]", "[0,0,9]"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(
          Chart.self, from: Data(data.replacing("[0,7,9]", with: days).utf8))
      }
    }
  }

  @Test func everyTileHasItsOwnPlace() {
    let places = TileLayout.places.values.map { [$0.column, $0.row] }
    #expect(Set(places).count == places.count && places.count > 100)
    #expect(TileLayout.places.keys.allSatisfy { $0.count == 3 && $0 == $0.uppercased() })
    #expect(TileLayout.columns == 22 && TileLayout.rows == 14)
  }

  @Test func wordsOnShadesCanBeRead() {
    for step in 0...20 {
      let look = SVGPalette.shade(Double(step) / 20)
      #expect(contrast(look.fill, look.ink) >= 4.5, "\(look)")
    }
    let gain = SVGPalette.shade(-1)
    #expect(contrast(gain.fill, gain.ink) >= 4.5)
  }

  /// The ratio of luminances of two colours (WCAG 2.2).
  private func contrast(_ first: String, _ second: String) -> Double {
    let luminance = [first, second].map { colour -> Double in
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let c = Double(value >> shift & 255) / 255
        return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }.sorted()
    return (luminance[1] + 0.05) / (luminance[0] + 0.05)
  }
}

/// What a plain scan of XML finds: whether tags match, ids and titles.
private struct XMLReading {
  private(set) var isWellFormed = true
  private(set) var ids: [String] = []
  private(set) var titles = 0

  init(_ text: String) {
    var open: [Substring] = []
    for piece in text.split(separator: "<") {
      guard let end = piece.firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = piece[..<end]
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { isWellFormed = false }
      } else {
        ids += tag.matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
        if name == "title" { titles += 1 }
        if !tag.hasSuffix("/") { open.append(name) }
      }
    }
    isWellFormed = isWellFormed && open.isEmpty
  }
}
