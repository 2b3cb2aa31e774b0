import ArgumentParser
import Commodities
import Diagnostics
import Foundation
import RiskMetrics
import Scenarios
import TestSupport
import Testing

@testable import Reporting
@testable import sonae

/// What a reader of every report would not sign: ranks of losers whose losses are not counted, numbers
/// without what they are of, published figures that do not stand beside the simulated ones.
struct AnalystTests {
  private static func study(_ name: String) async throws -> RiskStudy {
    try await BundledRun.named(name).runner.study
  }

  @Test(arguments: [
    ("hormuz-2026", ["SAU", "ARE", "IRQ", "QAT"]), ("rare-earth-ban", ["CHN"]),
    ("backtests/oil-1990", ["IRQ", "KWT"]), ("magnet-chain", ["CHN"]), ("taiwan-strait", []),
  ]) func exportersAreThoseWhoseSalesStop(_ name: String, _ codes: [String]) async throws {
    let found = UncountedExporters(try await Self.study(name)).codes
    #expect(found.isSuperset(of: codes))
    #expect(codes.isEmpty == found.isEmpty && !found.contains("JPN"))
  }

  /// A loss of GDP beside an exporter's name without the sales that it lost must not be read as its loss.
  @Test(arguments: ScenarioFile.bundledNames()) func noExporterIsRankedByWhatIsNotCounted(
    _ name: String
  ) async throws {
    let study = try await Self.study(name)
    let exporters = UncountedExporters(study)
    let ranks = LossFinding.list(study, study.leadingRegion).last?.en ?? ""
    let limit = LimitFinding.list(study)[0]
    #expect(limit.en.contains("lost sales of the exporters") == !exporters.regions.isEmpty)
    #expect(limit.ja.contains("輸出国の売上減") == !exporters.regions.isEmpty)
    for region in exporters.regions where region != study.leadingRegion {
      let words = study.name(of: region).en
      #expect(ranks.firstMatch(of: try Regex("\\Q\(words)\\E \\d")) == nil, "\(ranks)")
    }
    let causes = RiskReport.causes(study)
    let isSaid = causes.notes.contains { $0.en.contains("can no longer sell") }
    #expect(isSaid == !exporters.regions.isEmpty)
  }

  /// A closed strait stops more than the goods that have figures, and a currency moves exports: said, unless the
  /// file states the table's trade through the strait.
  @Test func whatShocksLeaveOutIsSaid() async throws {
    func limits(_ settings: [String]) async throws -> String {
      let arguments = settings.flatMap { ["--set", $0] }
      let run = try await ScenarioRun.one("hormuz-2026", try ScenarioOptions.parse(arguments))
      return LimitFinding.list(run.runner.study)[0].en
    }
    let open = try await limits(["variants={}", "horizon=5 days"])
    #expect(open.contains("other goods through the Strait of Hormuz"), "\(open)")
    let more = try await limits([
      "variants={}", "horizon=5 days",
      "shocks[0].closure.table trade={importers: {JPN: 32%}, products: [30t33]}",
      "shocks[+]={currency: {region: JPN, depreciation: 10%, pass-through: 60%}}",
    ])
    #expect(!more.contains("other goods through"), "\(more)")
    #expect(more.contains("what a changed exchange rate does to exports"), "\(more)")
    let other = try await limits([
      "variants={}", "horizon=5 days", "shocks=[{closure: {chokepoint: Bab el-Mandeb}}]",
    ])
    #expect(other.contains("other goods through Bab el-Mandeb"), "\(other)")
  }

  /// Naphtha and LPG are petroleum products: excepted from what is not counted where a run counts them.
  @Test func whatIsLeftOutExceptsWhatTakesPart() async throws {
    let all = LimitFinding.list(try await Self.study("hormuz-2026"))[0]
    #expect(all.en.contains("petroleum products other than naphtha and LPG,"), "\(all.en)")
    #expect(all.ja.contains("ナフサ・LPガス以外の石油製品"), "\(all.ja)")
    let crude = LimitFinding.list(try await Self.study("backtests/oil-1990"))[0]
    #expect(crude.en.contains("petroleum products,"), "\(crude.en)")
    #expect(crude.ja.contains("石油製品") && !crude.ja.contains("以外の石油製品"), "\(crude.ja)")
  }

  /// A fall of the currency is in the scenario's numbers and in no estimate: they do not stand side by side.
  @Test func estimatesStandBesideNoChangeOfTheCurrency() async throws {
    let table = RiskReport.estimates(try await Self.study("won-and-yen"))
    let own = try #require(table.columns.firstIndex { $0.key == "this_scenario" })
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { $0[own] == .missing(.notApplicable) })
    #expect(table.notes.contains { $0.en.contains("a change of Japan's currency") })
    #expect(table.notes.contains { $0.ja.contains("日本の通貨の変動を含み") })
    let plain = RiskReport.estimates(try await Self.study("hormuz-2026"))
    #expect(plain.rows.contains { $0[own] != .missing(.notApplicable) })
  }

  /// What a holder without users releases acts on a price alone: where none is computed, on nothing.
  @Test(arguments: [("gallium", true), ("crude oil", false)]) func aReleaseToNobodyIsToldOf(
    _ name: String, _ isNothing: Bool
  ) async throws {
    let unit = name == "gallium" ? "kg" : "Mbbl"
    let study = try await ReachTests.bundled(
      """
      ban: {exporter: CHN, importer: KOR, products: [gallium], by: 100%}
      responses:
        - release: {commodity: \(name), holders: {NOR: 30 \(unit)}, kind: government, rate: 3 \(unit)/d, from: day 1}
      """)
    let said = RiskReport.report(study).warnings.map(\.en)
    #expect(said.contains { $0.contains("`responses[0]` acts on nothing") } == isNothing, "\(said)")
  }

  /// A ban against everyone by a seller that the table does not have is told of, and what another shock costs
  /// each stays a result; against one buyer that buyer's loss is none.
  @Test(arguments: [false, true]) func aBanOfNoSellerHidesNoOthersLosses(_ names: Bool) async throws
  {
    let study = try await ReachTests.bundled(
      """
      ban: {exporter: UKR, products: [AtB], by: 100%\(names ? ", importer: JPN" : "")}
        - capacity: {nodes: [MEX.AtB], by: 20%}
      """)
    let losses = try ReachTests.losses(study)
    #expect((losses["JPN"] ?? nil == nil) == names && losses["MEX"] ?? nil != nil, "\(losses)")
    let said = RiskReport.report(study).warnings.map(\.en)
    #expect(said.contains { $0.contains("`UKR` is no region of the table") }, "\(said)")
  }

  /// The title, the finding and the assumptions agree on whether it is a lower bound.
  @Test(arguments: ScenarioFile.bundledNames()) func aLowerBoundIsOneEverywhere(
    _ name: String
  ) async throws {
    let study = try await Self.study(name)
    let report = RiskReport.report(study)
    let isBound = report.title.en.hasSuffix("a lower bound")
    #expect(isBound == report.assumptions.contains { $0.en.contains("only: a lower bound") })
    #expect(isBound == report.findings.contains { $0.en.contains("A lower bound: not counted") })
    #expect(isBound == report.title.ja.hasSuffix("下限推計"))
  }

  @Test func coverAndPricesOfACaseSayOfWhichCommodity() async throws {
    let several = RiskReport.variants(try await Self.study("hormuz-2026")).notes
    #expect(several.contains { $0.en.contains("those of crude oil alone; LNG, LPG, naphtha may") })
    let one = RiskReport.variants(try await Self.study("rare-earth-ban")).notes
    #expect(!one.contains { $0.en.contains("alone; ") })
  }

  @Test(arguments: [("gallium", -3.1), ("germanium", -0.4)])
  func moneyThatWasPublishedStandsBesideTheScenarios(
    _ metal: String, _ billions: Double
  ) async throws {
    let study = try await Self.study("backtests/\(metal)-usgs")
    let table = RiskReport.estimates(study)
    let row = try #require(table.rows.first)
    #expect(table.columns.map(\.key).contains("published_money"))
    #expect(!table.columns.map(\.key).contains("published"))
    let loss = try #require(study.base.measures(of: study.leadingRegion)?.valueAddedLoss)
    #expect(row.contains(.number(-1000 * billions)) && row.contains(.number(loss)))
    #expect(table.text(RenderOptions(language: .ja, width: 80)).contains("公表値"))
  }

  @Test(arguments: ["hormuz-2026", "stock-sharing"]) func originsThatAreStoppedAreShown(
    _ name: String
  ) async throws {
    let study = try await Self.study(name)
    let rows = RiskReport.dependency(study).rows
    let shown = rows.filter { row in
      if case .coded("QAT", _) = row[2] {
        row[0] == .text(RiskReport.name(lng(study), study))
      } else {
        false
      }
    }
    #expect(!shown.isEmpty)
  }

  private func lng(_ study: RiskStudy) -> Int {
    study.shownCommodities.first { study.commodities[$0].name == "LNG" } ?? 0
  }

  /// What an importer uses goes on to its users; what a maker sells it has bought, where its sellers are known.
  @Test(arguments: ScenarioFile.bundledNames()) func bandsOfSuppliersAddUp(
    _ name: String
  ) async throws {
    let study = try await Self.study(name)
    guard let chart = SupplierChart.all(study).first, case .flows(let flows) = chart.axis else {
      return
    }
    let values = chart.series[0].values.map { $0 ?? 0 }
    for column in 1...(flows.map(\.stage).max() ?? 0) {
      for node in Set(flows.filter { $0.stage == column }.map(\.source)) {
        let comes = zip(flows, values).filter { $0.0.stage == column - 1 && $0.0.target == node }
        let goes = zip(flows, values).filter { $0.0.stage == column && $0.0.source == node }
        let (sum, spent) = (comes.reduce(0) { $0 + $1.1 }, goes.reduce(0) { $0 + $1.1 })
        #expect(comes.isEmpty || abs(sum - spent) < 0.01 * spent, "\(node.en): \(sum), \(spent)")
      }
    }
  }

  @Test func theChainStandsBeforeItsImporters() async throws {
    let chart = try #require(SupplierChart.all(try await Self.study("magnet-chain")).first)
    guard case .flows(let flows) = chart.axis else {
      Issue.record("no flows")
      return
    }
    #expect((flows.map(\.stage).max() ?? 0) >= 3)
    #expect(flows.contains { $0.source.en.contains(": oxide") && $0.target.en.contains(": ") })
  }

  /// Nothing is said of other products where there are none.
  @Test func whereEveryProductBindsThereAreNoOthers() async throws {
    try await withSmallStudy { folder in
      let model = try ScenarioFile(folder + "/test.yaml", try options()).decoded.base.model
      let said = ModelAssumptions.list(model)[0]
      #expect(said.en.contains("2 of 2 products, restocking"), "\(said.en)")
      #expect(!said.ja.contains("他は制約なし"))
    }
  }
}
