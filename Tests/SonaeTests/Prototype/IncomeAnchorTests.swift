import Commodities
import Diagnostics
import InputOutputTables
import Propagation
import RiskMetrics
import ScenarioText
import Scenarios
import Testing

@testable import sonae

/// Income lost to a price of crude that holds all year, in % of the year's GDP: values of an independent
/// prototype on the 2011 table, propensity 0.62, within 0.005 points or 2%.
struct IncomeAnchorTests {
  static let anchors: [(price: Int, percent: [String: Double])] = [
    (77, ["JPN": 0.0898, "KOR": 0.1805, "CHN": 0.0828, "IND": 0.1788]),
    (87, ["JPN": 0.1795, "KOR": 0.3607, "CHN": 0.1654, "IND": 0.3569]),
    (140, ["JPN": 0.6524, "KOR": 1.309, "CHN": 0.6014, "IND": 1.2916]),
  ]

  @Test(arguments: anchors.map(\.price)) func aPriceAllYear(_ price: Int) async throws {
    let regions = try await Self.losses(
      "[{price: {commodity: crude oil, to: \(price) USD/bbl}}]",
      model: "{preset: pooled, income: {show: beside}}")
    let expected = try #require(Self.anchors.first { $0.price == price }).percent
    for (code, percent) in expected {
      let found = 100 * (try #require(regions[code]?.income))
      #expect(abs(found - percent) <= max(0.005, 0.02 * percent), "\(code): \(found)")
    }
    // No figure of the United States' imports: what partners buy less is no income loss of its own.
    #expect(regions["USA"]?.income == .some(nil))
  }

  /// The prototype's 0.0712 with income less 0.0166 without, of volumes that its redirected orders kept up.
  @Test func sixtyDaysOfHormuz() async throws {
    let strait =
      "[{closure: {chokepoint: Strait of Hormuz, by: 90%, for: 60 days, recovery: linear over 30 days, share through: {JPN: 80%}}}]"
    let regions = try await Self.losses(
      strait, model: "{preset: pooled, income: {show: beside}}",
      baseline:
        "[{dependency: {commodity: crude oil, importer: JPN, origin: MEA, share: 90%, basis: origin of imports}}]"
    )
    let japan = 100 * (try #require(regions["JPN"]?.income))
    #expect(abs(japan - (0.0712 - 0.0166)) <= 0.005)
  }

  struct Loss {
    let volume: Double?
    let income: Double?
  }

  static func losses(
    _ shocks: String, model: String, baseline: String = "[]"
  ) async throws -> [String: Loss] {
    let text = """
      title: a price
      economy: g7plus-2011
      horizon: 365 days
      model: \(model)
      baseline: \(baseline)
      shocks: \(shocks)
      """
    let table = try EconomyLoader.load("g7plus-2011").table
    let commodities = try CommodityCatalogue.bundled()
      .filter { ["crude oil", "rare earths"].contains($0.name) }.map(\.ofThePrototype)
    let document = try Parser.parse(Source(name: "a.yaml", text: text))
    let base = try ScenarioDecoder.decode(
      document, names: Names(table, commodities), defaults: try SectorDefaults.bundled()
    ).base
    let twins = IncomeTwins([base], commodities: commodities)
    let runner = BatchRunner(Economy(table), commodities: commodities, width: 1, threads: 1)
    let prices = PriceBase(table)
    let every = await runner.run(twins.scenarios, tracingLimits: false) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      RiskAssessment(
        recorder.accounts(of: column, batch), batch: batch, number: column,
        scenario: twins.scenarios[index], commodities: commodities, prices: prices)
    }
    let found = twins.joined(every, assessment: \.self)[0].regions.map {
      Loss(volume: $0.valueAddedLossShare, income: $0.incomeLossShare)
    }
    return Dictionary(uniqueKeysWithValues: zip(table.regions.map(\.code), found))
  }
}

extension Commodity {
  /// The commodity with the four importers that the prototype has: what others lose comes back through
  /// trade, and is not in its numbers.
  fileprivate var ofThePrototype: Commodity {
    Commodity(
      name: name, nameJa: nameJa, unit: unit, year: year, tableSector: tableSector,
      spareCapacity: spareCapacity,
      importers: importers.filter { ["JPN", "KOR", "CHN", "IND"].contains($0.code) },
      chokepoints: chokepoints, groups: groups, price: price, dependencies: dependencies,
      releases: releases, estimates: estimates, stockStatements: stockStatements,
      omissions: omissions, gaps: gaps)
  }
}
