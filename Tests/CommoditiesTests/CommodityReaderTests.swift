import Quantities
import Testing

@testable import Commodities

@Suite struct CommodityReaderTests {
  static func usable(_ cells: String) throws -> Figure {
    let folder = CommoditySample.folder(changing: "stocks.csv", "20-25,,", to: cells)
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    return tin.importers[1].industryStockDays
  }

  /// Korea's stock is the usable one over a minimum of ten days.
  @Test(arguments: ["20-25,,", "20–25,,", "22.5,20,25", "2.25e1,20,25", "+22.5,20.0,2.5e+1"])
  func aRangeIsItsMiddleAndItsEnds(_ cells: String) throws {
    let days = try Self.usable(cells)
    #expect(days.value == 32.5 && days.low == 30 && days.high == 35)
  }

  @Test(arguments: ["22,20,", "22,,25", "22,,", "22,22,22"])
  func oneEndOfARangeIsEnough(_ cells: String) throws {
    let days = try Self.usable(cells)
    #expect(days.value == 32)
    #expect((days.low ?? 0) <= 32 && 32 <= (days.high ?? 100))
  }

  @Test func aFigureKeepsWhereItComesFrom() throws {
    let tin = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    let figure = tin.importers[0].imports
    #expect(figure.source == "this test" && figure.year == "2024" && figure.confidence == .found)
    #expect(figure.basis == "imports" && figure.unit == "t/d")
  }

  @Test(arguments: Figure.Confidence.allCases.filter { $0 != .missing })
  func everyConfidenceIsRead(_ confidence: Figure.Confidence) throws {
    let folder = CommoditySample.folder(
      changing: "use.csv", "use,this test,found", to: "use,this test,\(confidence.rawValue)")
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    #expect(tin.importers[0].use.confidence == confidence)
  }

  @Test(arguments: ["2024", "2026-03", "2025Q1", "1993-", "2026-03-16..2026-04-15", "2016-2020"])
  func yearsMonthsAndSpansAreYears(_ year: String) throws {
    let folder = CommoditySample.folder(
      changing: "use.csv", "t/d,2024,use", to: "t/d,\(year),use")
    let tin = try CommodityCatalogue.load(folder: folder, name: "tin")
    #expect(tin.importers[0].use.year == year)
  }

  /// What is left out, and which of its parts have files of their own.
  @Test func anOmissionNamesItsParts() throws {
    let plain = try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin")
    #expect(plain.omissions == [Commodity.Omission(name: "scrap", nameJa: "scrap")])
    #expect(plain.omissions[0].name(without: []) == "scrap")
    let scrap = Commodity.Omission(name: "scrap", nameJa: "くず", besides: ["tin", "zinc"])
    #expect(scrap.name(without: ["tin"]) == "scrap other than tin")
    #expect(scrap.name(without: ["tin", "zinc"]) == "scrap other than tin and zinc")
    #expect(scrap.nameJa(without: ["錫", "亜鉛"]) == "錫・亜鉛以外のくず")
  }

  @Test func partsOfBundledOmissionsAreBundled() throws {
    let all = try CommodityCatalogue.bundled()
    let crude = try #require(all.first { $0.name == "crude oil" })
    #expect(crude.omissions[0].besides == ["naphtha", "LPG"])
    #expect(crude.gaps.contains { $0.contains("petroleum products other than naphtha and LPG") })
    for name in all.flatMap({ $0.omissions.flatMap(\.besides) }) {
      #expect(all.contains { $0.name == name }, "\(name)")
    }
  }
}
