import ArgumentParser
import Commodities
import Diagnostics
import Files
import Foundation
import InputOutputTables
import Reporting
import RiskMetrics
import TestSupport
import Testing

@testable import sonae

/// Numbers that analysts found wrong by asking the same twice: two doors to one shortage, a lever of no size,
/// more of a lever, the same table in other units.
struct AnalystNumbersTests {
  /// The file as written, then its variants.
  private static func cases(
    _ text: String, economy: String = "world-2022", horizon: Int = 120
  ) async throws -> (study: RiskStudy, all: [RiskAssessment]) {
    let head = "title: t\neconomy: \(economy)\nhorizon: \(horizon) days\nreport: {regions: [JPN]}\n"
    let study = try await withSmallStudy(scenario: head + text + "\n") {
      try await ScenarioRun.one($0 + "/test.yaml", try options()).runner.study
    }
    return (study, study.results.map(\.assessment))
  }

  private static func write(
    _ table: InputOutputTable, to folder: String, unit: String? = nil
  ) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in FolderWriter.economy(table, provenance: "test") {
      let place = URL(filePath: folder + "/" + file.name)
      try Data(file.bytes).write(to: place)
      guard let unit, file.name == "economy.csv" else { continue }
      let text = String(decoding: file.bytes, as: UTF8.self)
      try Data(text.replacing("million USD", with: unit).utf8).write(to: place)
    }
  }

  private static func region(_ run: RiskAssessment, _ code: String, _ study: RiskStudy) throws
    -> RegionMeasures
  {
    run.regions[try #require(study.economy.table.regions.firstIndex { $0.code == code })]
  }

  /// What passes a strait that nobody closed waits for no convoy.
  @Test func anEscortSlowsWhatItLetsThroughAlone() async throws {
    let (study, all) = try await Self.cases(
      """
      shocks: [{closure: {gate: Strait of Hormuz, by: 60%, for: 60 days}}]
      variants:
        opens nothing: {responses: [{escort: {gate: Strait of Hormuz, opens: 0%, days: 20 days}}]}
        opens half: {responses: [{escort: {gate: Strait of Hormuz, opens: 50%, days: 0 days}}]}
        closed by half: {"shocks[0].closure.by": 30%}
        opens half late: {responses: [{escort: {gate: Strait of Hormuz, opens: 50%, days: 3 days}}]}
      """)
    let bills = try all.map {
      try #require(Self.region($0, "JPN", study).importBillAtBaseVolumeShare)
    }
    #expect(bills[0] == bills[1] && bills[0] > 0)
    #expect(abs(bills[2] / bills[3] - 1) < 1e-9)
    // Ships that take longer carry less of what is opened.
    #expect(bills[4] > bills[2] && bills[4] < bills[0])
  }

  /// Where no figure says how much passes, nobody knows how far a line of cover reaches.
  @Test func aLineOfCoverNeedsAFigureOfWhatPasses() async throws {
    let (study, all) = try await Self.cases(
      """
      shocks: [{premium: {gate: Strait of Malacca, to: 5%, for: 60 days}}]
      variants:
        a dollar: {responses: [{insure: {gate: Strait of Malacca, line: 1 USD, by: JPN}}]}
      """)
    let bills = try all.map { try Self.region($0, "JPN", study).importBillAtBaseVolumeShare }
    #expect(bills[0] == bills[1] && (bills[0] ?? 0) > 0)
    let told = RiskReport.report(study).warnings.map(\.en)
    #expect(told.contains { $0.contains("how many ships a line covers") }, "\(told)")
  }

  /// A commodity's own bill leaves the currency's trade, not the whole sector that the table has it in.
  @Test func aCommodityTakesItsOwnBillFromACurrency() async throws {
    let (study, all) = try await Self.cases(
      """
      shocks: [{currency: {region: JPN, depreciation: 10%, pass-through: 60%}}]
      variants:
        a ban of nothing:
          "shocks[+]": {ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 0.01%, for: 1 days}}
        crude at its base: {"shocks[+]": {price: {commodity: crude oil, to: 67 USD/bbl}}}
      """)
    let regions = try all.map { try Self.region($0, "JPN", study) }
    let incomes = try regions.map { try #require($0.incomeLossShare) }
    let prices = try regions.map { try #require($0.consumerPriceChange) }
    #expect(abs(incomes[1] / incomes[0] - 1) < 0.01 && abs(prices[1] / prices[0] - 1) < 0.01)
    // A commodity in USD rises by all of the depreciation, other imports by 60% of it.
    #expect(incomes[2] > incomes[0] && prices[2] > prices[0] && prices[2] < 1.3 * prices[0])
  }

  /// The propensity is less where bills of what follows crude stand beside it, and nowhere else.
  @Test func aBillOfGasChangesNobodyWithoutOne() async throws {
    let (study, all) = try await Self.cases(
      """
      shocks: [{price: {commodity: crude oil, to: 110 USD/bbl}}]
      variants:
        gas: {responses: [{restrain: {commodity: LNG, importers: [JPN], by: 0%}}]}
      """)
    let gas = try #require(study.commodities.first { $0.name == "LNG" })
    let without = try #require(
      ["DEU", "USA", "FRA"].first { code in !gas.importers.contains { $0.code == code } })
    let incomes = try all.map { try #require(Self.region($0, without, study).incomeLossShare) }
    // What those with a bill buy of it changes a little; their own propensity falls by a quarter.
    #expect(incomes[0] > 1e-4 && abs(incomes[1] / incomes[0] - 1) < 0.1, "\(incomes)")
    let own = try all.map { try #require(Self.region($0, "JPN", study).incomeLossShare) }
    #expect(own[1] < 0.8 * own[0])
  }

  /// A country puts no more on its market than it buys there, however fast it may empty its tanks.
  @Test func aFasterReleaseLowersNoPriceByMoreThanTheHolderUses() async throws {
    let (_, all) = try await Self.cases(
      """
      shocks: [{closure: {gate: Strait of Hormuz, by: 90%, for: 60 days}}]
      responses: [{release: {commodity: crude oil, holders: {DEU: 600 Mbbl}, rate: 3 mb/d, from: day 0}}]
      variants:
        faster: {"responses[0].release.rate": 10 mb/d}
        fastest: {"responses[0].release.rate": 100 mb/d}
      """)
    let peaks = all.map { $0.commodities.compactMap(\.priceChangePeak).max() ?? 0 }
    #expect(peaks[0] > 0.1 && peaks[1] == peaks[0] && peaks[2] == peaks[0])
  }

  /// A millionth of recycling moves a millionth, also where the country sells to itself already.
  @Test func aLittleRecyclingDoesLittle() async throws {
    let (study, all) = try await Self.cases(
      """
      model: {criticality: 1}
      shocks: [{ban: {exporter: CHN, importer: IND, products: [semiconductors], by: 100%}}]
      variants:
        next to none: {responses: [{recycle: {commodity: semiconductors, importer: IND, rate: 0.0001%}}]}
        some: {responses: [{recycle: {commodity: semiconductors, importer: IND, rate: 5%}}]}
      """, horizon: 400)
    let losses = try all.map { try #require(Self.region($0, "IND", study).valueAddedLossShare) }
    #expect(losses[0] > 1e-3 && abs(losses[1] / losses[0] - 1) < 1e-4)
    #expect(losses[2] < losses[1])
  }

  /// What a country buys moves the price, whichever of its users the table has.
  @Test func aPriceKnowsBuyersWhomTheTableLacks() async throws {
    let text = """
      shocks: [{ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%, for: 90 days}}]
      """
    let joined = try EconomyLoader.load("world-2022").table
    let rows = joined.sectors.map { sector in
      "\(sector.code),\(["29", "30t33", "34t35"].contains(sector.code) ? "MACH" : sector.code)"
    }
    let sectors = try Concordance.read(
      Source(name: "c.csv", text: (["sector,to"] + rows).joined(separator: "\n")), .sector,
      of: joined)
    let peaks = try await withTemporaryFolder { folder -> [Double] in
      try Self.write(
        joined.aggregated(regions: nil, sectors: sectors, name: nil), to: folder + "/joined")
      var peaks: [Double] = []
      for economy in ["world-2022", folder + "/joined"] {
        let (_, all) = try await Self.cases(text, economy: economy)
        peaks.append(all[0].commodities.compactMap(\.priceChangePeak).max() ?? 0)
      }
      return peaks
    }
    #expect(peaks[0] > 1 && abs(peaks[1] / peaks[0] - 1) < 0.05, "\(peaks)")
  }

  /// A price of goods and the GDP of two years tie a table to its time; what it counts its money in does not.
  @Test(arguments: ["million JPY", "百万円", "Mio. CHF"])
  func consumerPricesNeedNoDollars(_ unit: String) async throws {
    let text = """
      shocks:
        - price: {commodity: crude oil, to: 110 USD/bbl}
        - currency: {region: JPN, depreciation: 10%, pass-through: 60%}
      """
    let table = try EconomyLoader.load("g7plus-2011").table
    let found = try await withTemporaryFolder { folder -> [Double?] in
      try Self.write(table, to: folder + "/other", unit: unit)
      var found: [Double?] = []
      for economy in ["g7plus-2011", folder + "/other"] {
        let (study, all) = try await Self.cases(text, economy: economy, horizon: 40)
        #expect(economy == "g7plus-2011" || study.economy.table.description.moneyUnit == unit)
        found.append(try Self.region(all[0], "JPN", study).consumerPriceChange)
      }
      return found
    }
    let dollars = try #require(found[0])
    #expect(dollars > 5e-4 && abs((found[1] ?? 0) / dollars - 1) < 1e-9)
  }

  /// A national table has its imports in a row of its own, and a currency makes them dearer.
  @Test func aCurrencyFindsTheImportsOfANationalTable() async throws {
    let files = [
      "economy.csv": "key,value\nname,n\nyear,2020\nunit,million USD\nregion,JPN\n",
      "Z.csv": ",A,B\nA,10,20\nB,30,40\n", "Y.csv": ",C\nA,70\nB,130\n",
      "VA.csv": ",A,B\nVA,40,100\nIMPORTS,20,40\n",
    ]
    let (study, all) = try await withTemporaryFolder { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
      }
      return try await Self.cases(
        "shocks: [{currency: {region: JPN, depreciation: 10%, pass-through: 60%}}]",
        economy: folder)
    }
    let region = try Self.region(all[0], "JPN", study)
    // At least 6% of imports of 60 over final demand of 200, as far as a lag of 180 days shows it.
    #expect((region.consumerPriceChange ?? 0) > 0.001)
    #expect((region.incomeLossShare ?? 0) > 0 && study.base.uncomputed.isEmpty)
  }

  /// Whoever had stopped buying of a banned origin loses nothing; a ban on what nobody sold is no result.
  @Test func whoBuysNothingMoreLosesNothing() async throws {
    let (study, all) = try await Self.cases(
      """
      shocks: [{ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%}}]
      variants:
        weaned: {responses: [{substitute: {commodity: rare earths, importers: [JPN], share: 90%, ramp: 0 days, from: day -10}}]}
      """)
    let losses = try all.map { try #require(Self.region($0, "JPN", study).valueAddedLossShare) }
    #expect(losses[0] > 1e-4 && losses[1] == 0)
    #expect(study.results.allSatisfy { $0.uncomputed.isEmpty })
    let told = RiskReport.report(study).warnings.map(\.en)
    #expect(told.contains { $0.contains("finds nothing left to act on") }, "\(told)")
    #expect(!told.contains { $0.contains("acts on nothing") }, "\(told)")
  }

  /// A project that others' help brings forward starts when it starts.
  @Test func aProjectBroughtForwardIsNotSaidToBeLate() async throws {
    let project = """
      shocks: [{ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%}}]
      responses:
        - project: {commodity: rare earths, country: VNM, capacity: 10000 t a year, from: day -365, lead: 2 years, offtake: {JPN: 100%}}

      """
    let help = "  - capacity building: {commodity: rare earths, country: VNM, shortens: 1 years}\n"
    for (text, isLate) in [(project, true), (project + help, false)] {
      let (study, _) = try await Self.cases(text)
      let told = RiskReport.report(study).warnings.map(\.en)
      #expect(told.contains { $0.contains("starts after the last") } == isLate, "\(told)")
    }
  }
}
