import Diagnostics
import Files
import Quantities
import Testing

@testable import Commodities

@Suite struct CommodityCatalogueTests {
  static func bundled(_ name: String) throws -> Commodity {
    try #require(try CommodityCatalogue.bundled().first { $0.name == name })
  }

  static func importer(_ code: String, of name: String) throws -> Commodity.Importer {
    try #require(try bundled(name).importers.first { $0.code == code })
  }

  static func value(_ figure: Figure?) throws -> Double { try #require(figure?.value) }

  @Test func theBundledCommoditiesLoad() throws {
    let commodities = try CommodityCatalogue.bundled()
    let folders = CommodityCatalogue.bundledFolders.map(\.name)
    #expect(
      commodities.map { $0.name.lowercased() } == folders.map { $0.replacing("-", with: " ") })
    #expect(commodities.count > 20 && Set(commodities.map(\.nameJa)).count == commodities.count)
    #expect(Set(commodities.map(\.unit)) == ["bbl", "t", "USD"])
  }

  /// A commodity that no scenario can stop still says who buys from whom.
  @Test func everyBundledCommodityHasOrigins() throws {
    for commodity in try CommodityCatalogue.bundled() {
      let known = commodity.importers.filter { !$0.origins.isEmpty }
      #expect(!known.isEmpty, "\(commodity.name)")
    }
  }

  @Test func everyBundledRowHasItsSourceYearAndConfidence() throws {
    for folder in CommodityCatalogue.bundledFolders {
      for file in folder.files where file.name.hasSuffix(".csv") {
        let table = try CSVTable(Source(name: file.name, bytes: file.bytes))
        #expect(!table.rows.isEmpty)
        let needed = try ["source", "year", "confidence"].map { try #require(table.column($0)) }
        for row in table.rows {
          for column in needed {
            #expect(!row[column].isEmpty, "\(folder.name)/\(file.name) \(row)")
          }
          #expect(Figure.Confidence(rawValue: row[needed[2]]) != nil)
          #expect(!row[needed[0]].contains("facts") && !row[needed[0]].contains("shared"))
        }
      }
    }
  }

  @Test func sharesSumToOne() throws {
    for importer in try CommodityCatalogue.bundled().flatMap(\.importers) {
      let origins = importer.origins.reduce(0) { $0 + $1.share }
      let users = importer.users.reduce(0) { $0 + $1.shareOfUse }
      #expect(importer.origins.isEmpty || abs(origins - 1) < 1e-9)
      let others = importer.otherUses.reduce(0) { $0 + ($1.share.value ?? 0) }
      #expect(importer.users.isEmpty || abs(users - 1) < 1e-9 || !importer.otherUses.isEmpty)
      #expect(users + others < 1 + 1e-9)
      #expect(importer.origins.allSatisfy { (0...1).contains($0.share) })
    }
  }

  @Test(arguments: [
    ("JPN", 0.9344), ("KOR", 0.7254), ("CHN", 0.4717), ("IND", 0.4572), ("TWN", 0.698),
    ("SGP", 0.4806), ("PHL", 0.9548), ("USA", 0.0898), ("DEU", 0.0941), ("FRA", 0.1146),
    ("ITA", 0.1285), ("NLD", 0.1243), ("GBR", 0.0055), ("REU", 0.168),
  ])
  func theMiddleEastShareOfImportsIsTheSourcesOwn(_ code: String, _ share: Double) throws {
    let crude = try Self.bundled("crude oil")
    let importer = try Self.importer(code, of: "crude oil")
    let group = try #require(crude.groups.first { $0.code == "MEA" })
    let sum = importer.origins.filter { group.members.contains($0.origin) }
      .reduce(0) { $0 + ($1.figure.value ?? 0) }
    #expect(abs(sum - share) < 0.011, "the source leaves out origins below half a percent")
    let series = crude.dependencies.first {
      $0.importer == code && $0.origin == "MEA" && $0.series == "weight" && $0.year == 2024
    }
    #expect(abs((try Self.value(series?.share)) - share) < 1e-12)
  }

  @Test func theDeckAndTheTradeDataStayApart() throws {
    let crude = try Self.bundled("crude oil")
    let stated = crude.dependencies.filter { $0.series == "stated" && $0.importer == "JPN" }
    #expect(stated.map(\.share.value) == [0.9] && stated[0].share.confidence == .seed)
    let rare = try Self.bundled("rare earths").dependencies.filter {
      $0.importer == "JPN" && $0.material == "all" && $0.origin == "CHN"
    }
    for (series, first, last) in [("weight", 0.7853, 0.6613), ("value", 0.796, 0.3777)] {
      let path = rare.filter { $0.series == series }
      #expect(path.map(\.year) == Array(2010...2024))
      let ends = [try Self.value(path.first?.share), try Self.value(path.last?.share)]
      #expect(abs(ends[0] - first) < 1e-12 && abs(ends[1] - last) < 1e-12)
    }
    #expect(rare.filter { $0.series == "customs weight" }.first?.share.value == 0.8161)
    #expect(rare.filter { $0.series == "stated" }.map(\.share.value) == [0.9, 0.6])
  }

  @Test(arguments: [
    ("crude oil", "JPN"), ("crude oil", "KOR"), ("crude oil", "CHN"), ("crude oil", "IND"),
    ("rare earths", "JPN"),
  ])
  func concentrationIsThePublishedOne(_ name: String, _ code: String) throws {
    let published = try Self.bundled(name).estimates.first {
      $0.about == "concentration" && $0.place == code
    }
    let imported = try Self.importer(code, of: name).origins
      .filter { $0.origin != "OTHER" && $0.origin != code }.map { $0.figure.value ?? 0 }
    let concentration = imported.reduce(0) { $0 + $1 * $1 }
    #expect(abs(concentration - (try Self.value(published?.figure))) < 0.001)
  }
}

@Suite struct CommodityCatalogueAnchorTests {
  typealias Catalogue = CommodityCatalogueTests

  @Test func japansDaysOfStockAddUp() throws {
    let stated = try Catalogue.bundled("crude oil").stockStatements.filter {
      $0.place == "JPN" && $0.figure.year == "2025-12-31" && $0.figure.unit == "days"
    }
    let days = stated.map { $0.figure.value ?? 0 }
    #expect(days == [146, 101, 7, 254] && days[0] + days[1] + days[2] == days[3])
  }

  @Test func kilolitresBecomeBarrels() throws {
    let japan = try Catalogue.importer("JPN", of: "crude oil")
    let government = try #require(japan.stocks.first { $0.kind == .government })
    let joint = try #require(japan.stocks.first { $0.kind == .joint })
    #expect(abs(try Catalogue.value(government.volume) - 41.79e6 * 6.29) < 1)
    #expect(abs(try Catalogue.value(joint.volume) - 2.07e6 * 6.29) < 1)
    let days = try Catalogue.value(japan.industryStockDays)
    #expect(abs(days - 13.72e6 * 6.29 / 2.3407e6) < 1e-9)
    #expect(days.rounded() == 37 && japan.minimumOperatingDays.value == 10)
    #expect(government.maximumRate?.confidence == .missing)
  }

  @Test(arguments: [
    ("JPN", 2.34), ("KOR", 2.74), ("CHN", 10.37), ("IND", 4.85), ("TWN", 0.91), ("THA", 0.99),
    ("SGP", 0.95), ("PHL", 0.13), ("USA", 6.59), ("DEU", 1.35), ("FRA", 0.93), ("ITA", 1.26),
    ("NLD", 1.17), ("GBR", 0.88), ("REU", 4.74),
  ])
  func tonnesAYearBecomeBarrelsADay(_ code: String, _ millions: Double) throws {
    let importer = try Catalogue.importer(code, of: "crude oil")
    let imports = try Catalogue.value(importer.imports)
    #expect((imports / 1e4).rounded() / 100 == millions)
    let home = importer.origins.first { $0.origin == code }?.figure.value ?? 0
    #expect(abs(imports + home - (try Catalogue.value(importer.use))) < 100)
  }

  @Test(arguments: [("JPN", 1.81), ("KOR", 4.53), ("CHN", 1.62), ("IND", 3.62)])
  func gdpIsThatOfTheCommoditysYear(_ code: String, _ percent: Double) throws {
    let importer = try Catalogue.importer(code, of: "crude oil")
    let priced = try Catalogue.value(importer.imports) * 366 * 0.6 / 7.33 * 1000
    let share = priced / (try Catalogue.value(importer.gdp)) * 100
    #expect(abs(share - percent) < 0.05 * percent, "crude cost 0.58 to 0.63 USD/kg in 2024")
  }

  @Test func theRegionsOfTheReleaseAddUp() throws {
    let action = try Catalogue.bundled("crude oil").releases.filter {
      $0.action == "IEA collective action of 11 March 2026"
    }
    let committed = action.filter { $0.count == .committed }
    let million = { (releases: [Commodity.Release]) in
      (releases.reduce(0) { $0 + ($1.amount.value ?? 0) } / 1e5).rounded() / 10
    }
    #expect(million(committed) == 411.9)
    #expect(million(committed.filter { $0.kind == .government }) == 271.7)
    #expect(million(committed.filter { $0.kind == .industry }) == 116.6)
    #expect(million(committed.filter { $0.holder == "Asia Oceania" }) == 108.6)
    let japan = action.filter { $0.holder == "JPN" }
    #expect(japan.first { $0.count == .announced }?.amount.value == 80e6)
    #expect(japan.first { $0.count == .rate }?.amount.value == 1.8e6)
  }

  @Test(arguments: [
    ("JPN", 0.8, 20.0), ("KOR", 0.68, 20.0), ("CHN", 0.473, 20.0), ("IND", 0.43, 5.0),
    ("TWN", 0.615, 18.0), ("THA", 0.5, 14.0), ("PHL", 0.735, 16.0), ("USA", 0.07, 40.0),
  ])
  func passageThroughHormuzIsNotOrigin(_ code: String, _ share: Double, _ days: Double) throws {
    let importer = try Catalogue.importer(code, of: "crude oil")
    let route = try #require(importer.routes.first { $0.chokepoint == "Strait of Hormuz" })
    #expect(route.shareOfImportsThrough?.value == share && route.travelDays?.value == days)
    #expect(!route.origins.contains("OMN") && route.origins.contains("SAU"))
  }

  /// What importers with figures buy through the strait is no more than passes it, and no importer's
  /// passage is more than what the Gulf sells to it.
  @Test func passageAddsUpToLessThanTheStraitCarries() throws {
    let crude = try Catalogue.bundled("crude oil")
    let hormuz = try #require(crude.chokepoints.first { $0.name == "Strait of Hormuz" })
    var sum = 0.0
    for importer in crude.importers where !importer.origins.isEmpty {
      let route = try #require(importer.routes.first { $0.chokepoint == hormuz.name })
      let through = try Catalogue.value(route.shareOfImportsThrough)
      let supplied = importer.origins.filter { route.origins.contains($0.origin) }
        .reduce(0) { $0 + ($1.figure.value ?? 0) }
      #expect(through > 0 && through <= supplied + 1e-9, "\(importer.code)")
      #expect((try Catalogue.value(importer.gdp)) > 100e9)
      sum += through * (try Catalogue.value(importer.imports))
    }
    let flow = try Catalogue.value(hormuz.flow)
    #expect(sum <= flow && sum > 0.9 * flow)
  }

  @Test func theStrategicReserveOfTheUnitedStatesIsAVolumeAndItsIndustrysAreDays() throws {
    let states = try Catalogue.importer("USA", of: "crude oil")
    let reserve = try #require(states.stocks.first { $0.kind == .government })
    #expect(reserve.volume.value == 415.4e6 && reserve.maximumRate?.value == 4.4e6)
    #expect((try Catalogue.value(states.industryStockDays)).rounded() == 27)
  }

  @Test func hormuzHasItsFlowAndItsBypass() throws {
    let hormuz = try #require(try Catalogue.bundled("crude oil").chokepoints.first)
    #expect(hormuz.nameJa == "ホルムズ海峡")
    #expect(hormuz.flow.value == 14.2e6 && hormuz.bypass.value == 2.6e6)
  }

  /// Only where ships have another way by sea, which the Gulf has not.
  @Test func chokepointsHaveTheirLongerWays() throws {
    let crude = try Catalogue.bundled("crude oil")
    let days = crude.chokepoints.map { $0.detourDays?.value }
    #expect(days == [nil, 3, 2, 15, 15], "\(crude.chokepoints.map(\.name))")
  }

  @Test func importersWithoutOriginsAreStatedGaps() throws {
    let crude = try Catalogue.bundled("crude oil")
    let known = crude.importers.filter { !$0.origins.isEmpty }.map(\.code)
    #expect(
      known == [
        "JPN", "KOR", "CHN", "IND", "TWN", "THA", "SGP", "PHL", "IDN", "AUS", "USA", "CAN", "DEU",
        "FRA", "ITA", "NLD", "GBR", "REU",
      ])
    let gap = crude.gaps.filter { $0.contains("shares of imports by origin") }.joined()
    for importer in crude.importers where importer.origins.isEmpty {
      #expect(gap.contains(importer.code))
    }
    #expect(crude.importers.allSatisfy { $0.users.map(\.sector) == ["23", "E"] })
  }

  @Test func onlyJapanUsesRareEarthsByFigures() throws {
    let rare = try Catalogue.bundled("rare earths")
    #expect(rare.importers.filter { !$0.users.isEmpty }.map(\.code) == ["JPN"])
    #expect(
      rare.importers.filter { !$0.origins.isEmpty }.map(\.code) == [
        "JPN", "EU27", "USA", "KOR", "CHN", "IND", "TWN",
      ])
    let japan = try Catalogue.importer("JPN", of: "rare earths")
    #expect(japan.use.value == japan.imports.value && japan.use.value == rare.price.supply.value)
    #expect(japan.industryStockDays.value == 70 && japan.minimumOperatingDays.value == 10)
    #expect(rare.price.market == .bloc && rare.price.bound.value == 10)
    #expect(rare.spareCapacity.value == 0.25 && rare.price.base.value == 21_347)
    #expect(rare.gaps.contains { $0.contains("light and heavy") })
  }

  @Test func publishedEstimatesAreKept() throws {
    let rare = try Catalogue.bundled("rare earths").estimates
    let loss = rare.filter { $0.item == "GDP, one year without Chinese rare earths" }
    #expect(loss.map(\.figure.value) == [-0.43, -1.3])
    let points = try Catalogue.bundled("crude oil").price.comparisons
      .filter { $0.item.contains("GDP over one year, WTI at") }
    #expect(points.map(\.figure.value) == [-0.09, -0.18, -0.65])
  }
}
