import Diagnostics
import Quantities
import ScenarioText
import Scenarios
import Testing

@Suite struct ScenarioDecoderTests {
  private let japan = Partner(code: "JPN", region: 0)
  private let china = Partner(code: "CHN", region: 1)
  private let always = Window(from: 0, days: nil, recovery: .immediate)

  @Test func theInterfaceExampleDecodes() throws {
    let decoded = try Sample.decode(ReferenceScenarios.interface)
    let base = decoded.base
    #expect(base.title == "Hormuz closed for 60 days" && base.titleJa == nil)
    #expect(base.economy == "g7plus-2011" && base.horizon == 365)
    #expect(base.start?.description == "2026-03-02")
    #expect(base.model.criticalityDial == 0.5 && base.model.preset == .sonae)
    #expect(
      base.written(.baseline)
        == erased([
          BaselineDependency(
            commodity: 1, importer: japan, origin: china, share: 0.6, basis: "weight")
        ]))
    #expect(
      base.report
        == ReportOptions(regions: [0, 2, 3], tables: [], languages: ["en", "ja"]))
    #expect(decoded.variants.map(\.name) == ["no release", "closed 180 days"])
    #expect(decoded.warnings.isEmpty)
  }

  @Test func theInterfaceShocksDecode() throws {
    let shocks = try Sample.decode(ReferenceScenarios.interface).base.written(.shocks)
    let car = 7
    #expect(
      shocks
        == erased([
          Closure(
            chokepoint: "Strait of Hormuz", by: 0.9,
            shareThrough: [.init(importer: japan, share: 0.8)],
            window: Window(from: 0, days: 60, recovery: .linear(over: 30))),
          Ban(
            exporter: china, importer: japan, products: [.commodity(1), .commodity(2)], by: 1,
            leak: 0.1, window: Window(from: 0, days: 365, recovery: .immediate)),
          Review(
            exporter: china, importer: japan, products: [.commodity(3)], covers: 0.3, delay: 60,
            approval: 0.8, window: always),
          Capacity(
            nodes: [car], by: 0.3, window: Window(from: 5, days: 30, recovery: .linear(over: 60))),
          Destruction(
            nodes: [6], by: 0.15, window: Window(from: 5, days: 10, recovery: .immediate),
            rebuild: Rebuild(
              over: 60, sectors: [.init(sector: 9, weight: 0.6), .init(sector: 5, weight: 0.4)],
              factor: 1, households: [.init(column: 0, amount: 2000)])),
          Demand(regions: [3], sectors: [car], by: -0.1, window: always),
          Price(commodity: 0, to: 140, window: always),
          Currency(region: 0, depreciation: 0.1, passThrough: 0.6, window: always),
        ]))
  }

  @Test func theInterfaceResponsesDecode() throws {
    let responses = try Sample.decode(ReferenceScenarios.interface).base.written(.responses)
    #expect(
      responses
        == erased([
          Release(
            commodity: 0, holders: [.init(holder: japan, volume: 8e7)], kind: .government,
            rate: 1.8e6, trigger: .day(14), days: nil),
          Diversify(
            commodity: 1, importer: japan, from: china,
            to: [
              .init(origin: Partner(code: "AUS", region: nil), part: 0.7),
              .init(origin: Partner(code: "VNM", region: nil), part: 0.3),
            ], perYear: 0.05, premium: 0.1, window: always),
        ]))
  }

  @Test func otherResponsesDecode() throws {
    let text = """
      economy: x
      start: 2026-03-02
      responses:
        - release: {commodity: rare earths, holders: {JPN: all, KOR: 500 kg}, kind: industry, when: shortfall above 5% for 3 days, for: 90 days}
        - restrain: {commodity: crude oil, importers: [JPN], by: 5%, from: 2026-03-16, recovery: exponential over 8 days}
      """
    let responses = try Sample.decode(text).base.written(.responses)
    #expect(
      responses
        == erased([
          Release(
            commodity: 1,
            holders: [
              .init(holder: japan, volume: nil),
              .init(holder: Partner(code: "KOR", region: 2), volume: 0.5),
            ], kind: .industry, rate: nil, trigger: .shortfall(above: 0.05, days: 3), days: 90),
          Restrain(
            commodity: 0, importers: [japan], by: 0.05,
            window: Window(from: 14, days: nil, recovery: .exponential(over: 8))),
        ]))
  }

  @Test(arguments: ReferenceScenarios.cases.indices) func referenceCasesDecode(_ index: Int) throws
  {
    let count = index == 3 ? 4 : index == 1 ? 3 : 2
    let table = sampleTable(
      regions: ["R0", "R1", "R2"], sectors: (0..<count).map { "s\($0)" })
    let decoded = try ScenarioDecoder.decode(
      try Sample.document(ReferenceScenarios.cases[index]), names: Names(table, []),
      defaults: try Sample.defaults.get())
    #expect(decoded.base.title == "case \(index)")
    #expect(decoded.warnings.isEmpty)
    #expect(decoded.base.model.inventoryDays.count == count)
    #expect(decoded.base.model.restockDays.allSatisfy { $0 <= 30 })
  }

  @Test func aReferenceModelHasItsNumbers() throws {
    let table = sampleTable(regions: ["R0", "R1", "R2"], sectors: ["s0", "s1"])
    let base = try ScenarioDecoder.decode(
      try Sample.document(ReferenceScenarios.cases[2]), names: Names(table, []),
      defaults: try Sample.defaults.get()
    ).base
    #expect(base.model.inventoryDays == [30, .infinity])
    #expect(base.model.restockDays == [20, 30] && base.model.psi == [0.5, 0.3])
    #expect(base.model.tableCriticality == [0.3, 0.3, 0.3, 0.3])
    #expect(base.model.redirectMax == 0.6 && base.model.redirectSpeed == 0.01)
    #expect(base.model.restockCap == 0.5 && base.model.flexibility == 0.5)
    let window = Window(from: 13, days: 10, recovery: .linear(over: 13))
    let ban = Ban(
      exporter: Partner(code: "R1", region: 1), importer: Partner(code: "R0", region: 0),
      products: [.sector(0)], by: 57.9 / 100, leak: 0.1, window: window)
    #expect(base.written(.shocks).first == AnyLever(ban))
  }

  @Test func theReferencePresetHasItsNumbers() throws {
    let model = try Sample.decode("economy: x\nmodel: {preset: ario}\n").base.model
    #expect(model.inventoryDays.allSatisfy { $0 == 90 } && model.psi.allSatisfy { $0 == 0.8 })
    #expect(model.restockDays.allSatisfy { $0 == 60 })
    #expect(model.tableCriticality.allSatisfy { $0 == 1 })
    #expect(model.restockCap == .infinity && model.redirectMax == 0 && model.redirectSpeed == 0)
    #expect(model.supplierChoice == .capacity && model.overproductionMax == 1.25)
  }

  @Test func mappingsKeepWhatTheyDoNotName() throws {
    let plain = try Sample.decode("economy: x\n").base.model
    let model = try Sample.decode(
      """
      economy: x
      model:
        inventory: {C: 12 days, J: unlimited}
        psi: {23: 25%}
        table criticality: {C: {23: 0.2, E: 0.3}, 24: 0.7}
        criticality: central
      """
    ).base.model
    let count = sampleSectors.count
    #expect(model.inventoryDays[1] == 12 && model.inventoryDays[10] == .infinity)
    #expect(model.inventoryDays[7] == plain.inventoryDays[7])
    #expect(model.psi[2] == 0.25 && model.psi[1] == 0.5)
    #expect(model.tableCriticality[count + 2] == 0.2 && model.tableCriticality[count + 8] == 0.3)
    #expect(model.tableCriticality[count + 3] == plain.tableCriticality[count + 3])
    #expect(model.tableCriticality[3 * count..<4 * count].allSatisfy { $0 == 0.7 })
    #expect(model.criticalityDial == nil)
  }

  @Test func stocksBeforeTheShockDecode() throws {
    let text = """
      economy: x
      baseline:
        - stock: {commodity: rare earths, importer: JPN, usable: 7.5 days}
      """
    let base = try Sample.decode(text).base
    #expect(
      base.written(.baseline)
        == erased([BaselineStock(commodity: 1, importer: japan, usableDays: 7.5)]))
  }

  @Test func wordsStandForWholeLists() throws {
    let text = "economy: x\nshocks:\n  - demand: {regions: all, sectors: all, by: 5%}\n"
    #expect(
      try Sample.decode(text).base.written(.shocks)
        == erased([
          Demand(
            regions: Array(0..<5), sectors: Array(sampleSectors.indices), by: 0.05, window: always)
        ]))
  }

  @Test func aTableWithoutDefaultsIsWarnedOf() throws {
    let names = Names(sampleTable(regions: ["A"], sectors: ["s0", "s1"]), [])
    func warnings(_ text: String) throws -> [String] {
      try ScenarioDecoder.decode(
        try Sample.document(text), names: names, defaults: try Sample.defaults.get()
      ).warnings.compactMap { $0.problem.help(in: .en) }
    }
    #expect(
      try warnings("economy: x\nmodel:\n  inventory: 9 days\n  psi: {s0: 1}\n") == [
        "so none are used: every product, services too, has 30 days of inventory, restock 30 days, psi 0.5 and criticality 0.5 where the scenario says nothing, which can overstate losses several times over; give all sectors codes of a bundled economy (`sonae explain world-2022`; `sonae economy aggregate TABLE --sectors FILE` renames them), or set `model.restock`, `model.psi`, `model.table criticality` for every sector, not for these alone"
      ])
    #expect(try warnings("economy: x\nmodel: {preset: ario}\n").isEmpty)
  }

  @Test func withoutNamesShapesAreStillRead() throws {
    let text = "economy: x\nhorizon: 9\nshocks:\n  - capacity: {nodes: [A.b], by: 3}\n"
    let messages = ScenarioDecoder.check(
      try Sample.document(text), names: nil, defaults: try Sample.defaults.get())
    #expect(
      messages.map(Sample.line) == [
        "2:10 missing-unit `9` has no unit", "4:34 missing-unit `3` has no unit",
      ])
    let good = ScenarioDecoder.check(
      try Sample.document(ReferenceScenarios.interface), names: nil,
      defaults: try Sample.defaults.get())
    #expect(good.isEmpty)
  }

  @Test func theEconomyIsReadFirst() throws {
    let economies = { (text: String) in try ScenarioDecoder.economies(of: Sample.document(text)) }
    #expect(try economies("a: b\neconomy: x y\n") == ["x y"])
    #expect(try economies("a: b\n") == ["world-2022"])
    #expect(try economies("economies: [x, y]\n") == ["x", "y"])
    #expect(try economies("economies: x\n") == ["x"])
    for text in ["economy:\n", "economy: [x]\n", "economies: []\n", "economies: [x, x]\n"] {
      #expect(throws: DiagnosticList.self) { try economies(text) }
    }
  }
}
