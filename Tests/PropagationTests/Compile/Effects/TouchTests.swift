import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Quantities
import Scenarios
import TestSupport
import Testing

/// What effects find to act on, and that the engine needs to know no lever.
struct TouchTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)
  static let table = try? EconomyLoader.load("g7plus-2011").table
  static let commodities = ((try? CommodityCatalogue.bundled()) ?? [])
    .filter { ["crude oil", "rare earths"].contains($0.name) }

  /// A lever that no registry knows.
  private struct Strike: Lever {
    let nodes: [Int]
    func effects(in context: LeverContext) -> [Effect] {
      [
        .cap(
          .nodes(
            NodeLoss(
              nodes: nodes, share: 0.4, kind: .capacity(isMeasured: false),
              window: TouchTests.always))),
        .demand(DemandChange(regions: [1], sectors: [0], by: -0.2, window: TouchTests.always)),
      ]
    }
  }

  private func touches(
    baseline: [any Lever] = [], _ shocks: [any Lever], responses: [any Lever] = []
  ) throws -> [Touch] {
    let table = try #require(Self.table)
    let scenario = Scenario(
      title: "test", titleJa: nil, economy: "", start: nil, horizon: 30,
      model: model(table.sectors.count), baseline: baseline, shocks: shocks, responses: responses,
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
    return CompiledBatch(Economy(table), [scenario], commodities: Self.commodities).touches
  }

  private func partner(_ code: String) -> Partner {
    Partner(code: code, region: Self.table?.regions.firstIndex { $0.code == code })
  }

  private func commodity(_ name: String) throws -> Int {
    try #require(Self.commodities.firstIndex { $0.name == name })
  }

  @Test func aLeverOfTheTestsRunsLikeItsEffects() {
    let table = randomTable(regions: 3, sectors: 4, seed: 7)
    let economy = Economy(table)
    let toy = run(economy, [scenario(model(4), horizon: 60, [Strike(nodes: [2, 5])])])[0]
    let known: [any Lever] = [
      Capacity(nodes: [2, 5], by: 0.4, window: Self.always),
      Demand(regions: [1], sectors: [0], by: -0.2, window: Self.always),
    ]
    let same = run(economy, [scenario(model(4), horizon: 60, known)])[0]
    let none = run(economy, [scenario(model(4), horizon: 60, [])])[0]
    #expect(toy.output == same.output)
    #expect(toy.output != none.output)
  }

  @Test func everyEffectOfEveryScenarioIsListedInOrder() {
    let economy = Economy(randomTable(regions: 3, sectors: 4, seed: 7))
    let strike = Strike(nodes: [2])
    let scenarios = [
      scenario(model(4), horizon: 9, [Capacity(nodes: [1], by: 0.1, window: Self.always), strike]),
      scenario(model(4), horizon: 9, [strike]),
    ]
    let found = CompiledBatch(economy, scenarios, commodities: []).touches
    #expect(found.map(\.scenario) == [0, 0, 0, 1, 1])
    #expect(found.map(\.entry) == [0, 1, 1, 0, 0])
    #expect(found.allSatisfy { !$0.isNothing && $0.flow > 0 && $0.missed.isEmpty })
  }

  @Test func tableTradeThatIsTouchedHasItsFlow() throws {
    let table = try #require(Self.table)
    let economy = Economy(table)
    let product = 3
    let ban = Ban(
      exporter: partner("CHN"), importer: partner("JPN"), products: [.sector(product)], by: 1,
      leak: 0, window: Self.always)
    let touch = try #require(try touches([ban]).first)
    let china = try #require(partner("CHN").region)
    let japan = try #require(partner("JPN").region)
    var yearly = 0.0
    for i in table.nodeLabels.indices
    where table.nodeRegion[i] == china && table.nodeSector[i] == product {
      for j in table.nodeLabels.indices where table.nodeRegion[j] == japan {
        yearly += table.intermediateUse[i, j]
      }
      for column in table.finalDemandLabels.indices
      where table.finalDemandRegion[column] == japan {
        yearly += max(0, table.finalDemand[i, column])
      }
    }
    #expect(touch.cells == 1 && economy.regionCount > 1)
    #expect(abs(touch.flow * 365 - yearly) < 1e-9 * yearly)
  }

  @Test func tradeWithAnotherThanARegionTouchesNoTable() throws {
    let ban = Ban(
      exporter: partner("VNM"), importer: nil, products: [.sector(3)], by: 1, leak: 0,
      window: Self.always)
    let touch = try #require(try touches([ban]).first)
    #expect(touch.isNothing && touch.missed == [.partner(partner("VNM"))])
  }

  @Test func anImporterWithoutFiguresIsMissed() throws {
    let rare = try commodity("rare earths")
    let figures = Set(Self.commodities[rare].importers.filter { !$0.users.isEmpty }.map(\.code))
    #expect(figures.contains("JPN") && !figures.contains("KOR"))
    func ban(_ importer: String) -> Ban {
      Ban(
        exporter: partner("CHN"), importer: partner(importer), products: [.commodity(rare)],
        by: 1, leak: 0, window: Self.always)
    }
    let found = try touches([ban("JPN"), ban("KOR")])
    #expect(found.map(\.isNothing) == [false, true])
    #expect(found[0].flow > 0)
    #expect(found[1].missed.contains(.partner(partner("KOR"))))
  }

  private func lost(_ origins: [String], of commodity: Int) -> Capacity {
    Capacity(
      .origins(origins.map { partner($0) }, commodity: commodity), by: 0.5, window: Self.always)
  }

  @Test func lostCapacityTouchesWhatItsOriginsSellToAll() throws {
    let crude = try commodity("crude oil")
    let found = try touches([
      lost(["IRQ"], of: crude), lost(["KWT"], of: crude), lost(["IRQ", "KWT"], of: crude),
      lost(["GULF", "IRQ"], of: crude), lost(["GULF"], of: crude), lost(["EST"], of: crude),
    ])
    #expect(found.map(\.cells) == [1, 1, 2, found[4].cells, found[4].cells, 0])
    #expect(abs(found[2].flow - found[0].flow - found[1].flow) < 1e-6 * found[2].flow)
    #expect(found[3].flow == found[4].flow && found[4].flow > found[2].flow)
    #expect(found[5].isNothing && found[5].missed == [.partner(partner("EST"))])
    // Through the strait, all of it of the Gulf and Malaysia, and around it by pipeline.
    let around = Self.commodities[crude].importers.reduce(0) { sum, importer in
      let route = importer.routes.first { $0.chokepoint == "Strait of Hormuz" }
      let gulf = importer.origins.filter { $0.origin != "MYS" }
        .filter { route?.origins.contains($0.origin) == true }
        .reduce(0) { $0 + ($1.figure.value ?? 0) }
      let through = route?.shareOfImportsThrough?.value ?? 0
      return sum + max(0, gulf - through) * (importer.imports.value ?? 0)
    }
    #expect(found[4].flow <= 14.2e6 + around)
    #expect(found[..<3].map(\.missed) == [[], [], []])
  }

  /// Where the strait's flow tells what others buy, all is counted; elsewhere that is noted, but not
  /// where only one importer's trade is meant.
  @Test func salesToOthersThatNoFigureStatesAreNoted() throws {
    let crude = try commodity("crude oil")
    func ban(_ exporter: String, _ importer: String?) -> Ban {
      Ban(
        exporter: partner(exporter), importer: importer.map { partner($0) },
        products: [.commodity(crude)], by: 1, leak: 0, window: Self.always)
    }
    let found = try touches([
      ban("RUS", nil), ban("RUS", "CHN"), ban("SAU", nil), ban("MEA", nil),
      lost(["USA", "KWT"], of: crude),
    ])
    #expect(
      found.map(\.missed) == [
        [.otherBuyers(from: ["RUS"])], [], [], [.otherBuyers(from: ["OMN"])],
        [.otherBuyers(from: ["USA"])],
      ])
  }

  @Test func aShareThroughWithoutALinkIsMissed() throws {
    let through = [
      ShareThrough(importer: partner("JPN"), share: 0.8),
      ShareThrough(importer: partner("MEX"), share: 0.6),
    ]
    let closure = Closure(
      chokepoint: "Strait of Hormuz", by: 0.9, shareThrough: through,
      window: Self.always)
    let crude = try commodity("crude oil")
    let touch = try #require(try touches([closure]).first { $0.effect.commodity == crude })
    #expect(!touch.isNothing && touch.flow > 0)
    #expect(touch.missed == [.partner(partner("MEX"))])
  }

  @Test func rebuildingThatNeverStartsIsMissed() throws {
    func destruction(_ days: Int?) -> Destruction {
      Destruction(
        nodes: [0], by: 0.1, window: Window(from: 0, days: days, recovery: .immediate),
        rebuild: Rebuild(
          over: 60, sectors: [.init(sector: 2, weight: 1)], factor: 1, households: []))
    }
    let found = try touches([destruction(nil), destruction(30), destruction(29)])
    #expect(
      found.map { $0.missed.contains(.rebuilding) } == [true, true, false])
  }

  @Test func silentNodesAreMissed() {
    let silent = randomTable(
      regions: 2, sectors: 3, seed: 3, options: RandomTableOptions(zeroOutputNodes: 1))
    let loss = Capacity(nodes: [1, 5], by: 0.1, window: Self.always)
    let all = [loss, Capacity(nodes: [5], by: 0.1, window: Self.always)]
    let found = CompiledBatch(
      Economy(silent), [scenario(model(3), horizon: 9, all)], commodities: []
    ).touches
    #expect(found.map(\.cells) == [1, 0] && found.map(\.isNothing) == [false, true])
    #expect(found.allSatisfy { $0.missed == [.node(5)] })
  }

  @Test func whatIsSetBeforeTheShockIsListedToo() throws {
    let rare = try commodity("rare earths")
    let dependency = { (importer: String) in
      BaselineDependency(
        commodity: rare, importer: partner(importer), origin: partner("CHN"), share: 0.6,
        basis: "weight")
    }
    let stock = BaselineStock(commodity: rare, importer: partner("KOR"), usableDays: 10)
    let found = try touches(baseline: [dependency("JPN"), dependency("KOR"), stock], [])
    #expect(found.map(\.isNothing) == [false, true, true])
  }

  @Test func aBanOnAnOriginThatOnlyDiversificationOpensTouchesIt() throws {
    let rare = try commodity("rare earths")
    let ban = Ban(
      exporter: partner("ZAF"), importer: partner("JPN"), products: [.commodity(rare)], by: 1,
      leak: 0, window: Self.always)
    let move = Diversify(
      commodity: rare, importer: partner("JPN"), from: partner("CHN"),
      to: [.init(origin: partner("ZAF"), part: 1)], perYear: 5, window: Self.always)
    #expect(try touches([ban]).first?.isNothing == true)
    let opened = try #require(try touches([ban], responses: [move]).first)
    #expect(!opened.isNothing && opened.flow == 0)
  }
}
