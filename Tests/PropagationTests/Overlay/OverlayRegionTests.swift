import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// A table gets a commodity's figures whatever it calls its regions.
struct OverlayRegionTests {
  static let economy = Result { try EconomyLoader.load("g7plus-2011").table }
  static let closure = Closure(
    chokepoint: "Strait of Hormuz", by: 0.9, bypass: [WayCapacity(0)],
    window: Window(from: 0, days: nil, recovery: .immediate))

  /// The bundled table with other codes for some regions.
  private static func renamed(_ codes: [String: String]) throws -> InputOutputTable {
    let table = try economy.get()
    return InputOutputTable(
      description: table.description, separator: table.separator,
      regions: table.regions.map { region in
        let code = codes[region.code] ?? region.code
        return .init(code: code, name: code, nameJa: code)
      }, sectors: table.sectors, countries: [], nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector,
      intermediateUse: table.intermediateUse, finalDemandLabels: table.finalDemandLabels,
      finalDemandRegion: table.finalDemandRegion, finalDemand: table.finalDemand,
      primaryInputLabels: table.primaryInputLabels, primaryInputs: table.primaryInputs,
      primaryInputKinds: table.primaryInputKinds, grossOutput: table.grossOutput)
  }

  private static func batch(_ table: InputOutputTable) throws -> CompiledBatch {
    let scenario = Scenario(
      title: "test", titleJa: nil, economy: "", start: nil, horizon: 40,
      model: model(table.sectors.count), baseline: [], shocks: [closure], responses: [],
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
    return CompiledBatch(
      Economy(table), [scenario],
      commodities: try CommodityCatalogue.bundled()
        .filter { ["crude oil", "rare earths"].contains($0.name) })
  }

  @Test(arguments: [
    ["JPN": "Japan", "KOR": "Korea", "CHN": "CHINA", "IND": "india"],
    [
      "JPN": "JP", "KOR": "KR", "CHN": "cn", "IND": "IN", "ROW": "Rest of world",
    ],
    ["JPN": "日本", "KOR": "South Korea", "CHN": "中国", "IND": "IND"],
  ]) func aClosureHitsTheSameRegions(_ codes: [String: String]) throws {
    let same = try Self.batch(try Self.economy.get())
    let other = try Self.batch(try Self.renamed(codes))
    let crude = try #require(same.overlays.first)
    #expect(crude.importers.count == 14)
    #expect(other.overlays.first?.importers.map(\.region) == crude.importers.map(\.region))
    #expect(other.touches == same.touches)
    let prices = [same, other].map { batch in
      var recorder = TrajectoryRecorder(batch)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      return recorder.trajectories[0].overlays[0].price + recorder.trajectories[0].output
    }
    #expect((prices[0].max() ?? 1) > 1)
    #expect(prices[0] == prices[1])
  }

  @Test func ofTwoRegionsThatAreACountryNeitherHasItsFigures() throws {
    let table = try Self.renamed(["AUS": "Japan"])
    let codes = try Self.batch(table).overlays.first?.importers.map(\.code)
    #expect(codes?.contains("JPN") == false && codes?.contains("AUS") == false)
    #expect(codes?.count == 12 && codes?.first == "KOR")
  }

  @Test func partnersMeetTheirRegionByAnyName() throws {
    let table = try Self.renamed(["JPN": "Japan"])
    let names = Names(
      table,
      try CommodityCatalogue.bundled()
        .filter { ["crude oil", "rare earths"].contains($0.name) })
    for text in ["JPN", "Japan", "japan"] {
      #expect(try names.partner(text) == Partner(code: "JPN", region: 0))
      #expect(try names.region(text) == 0)
    }
    #expect(try names.partner("KWT") == Partner(code: "KWT", region: nil))
    #expect(try names.partner("Kuwait") == Partner(code: "KWT", region: nil))
    #expect(try names.origin("China", of: 0) == Partner(code: "CHN", region: 1))
  }
}
