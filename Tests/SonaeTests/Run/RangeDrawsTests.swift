import Diagnostics
import Reporting
import RiskMetrics
import Scenarios
import Statistics
import Testing

@testable import sonae

/// Ranges beside the tables of a run, from draws of the file's `uncertainty`.
struct RangeDrawsTests {
  private func run(
    _ scenario: String, draws: Int? = nil, _ check: (ScenarioRun) throws -> Void
  ) async throws {
    try await withSmallStudy(scenario: scenario) { folder in
      let plain = try options()
      let file = try ScenarioFile(folder + "/test.yaml", plain).drawing(draws)
      try check(try await ScenarioRun.whole(file, plain, RunContent()))
    }
  }

  /// What is drawn of a table's first row, in the order of the columns.
  private func numbers(_ table: Table, _ keys: [String]) -> [Double?] {
    keys.map { key in
      guard let column = table.columns.firstIndex(where: { $0.key == key }),
        case .number(let value) = table.rows[0][column]
      else { return nil }
      return value
    }
  }

  @Test(arguments: ["regions", "sectors", "variants"])
  func everyHeadlineTableHasRanges(_ name: String) async throws {
    try await run(uncertainScenario) { run in
      let table = try chosen(name, from: RiskReport.tables(run.runner.study))
      let key = name == "sectors" ? "output_loss_share" : "value_added_loss_share_of_gdp"
      let ends = numbers(table, [key + "_p05", key + "_p95"])
      let low = try #require(ends[0])
      let high = try #require(ends[1])
      #expect(low < high)
      #expect(table.notes.last?.en.contains("Monte Carlo error") ?? false)
      #expect(table.notes.last?.en.contains("64 draws") ?? false)
      #expect(table.notes.last?.ja.contains("64回") ?? false)
    }
  }

  /// A run with few draws of a fixed seed, as it is printed: ranges in the tables and in the finding.
  @Test(arguments: Language.allCases) func aDrawnRunReadsAsRecorded(_ language: Language)
    async throws
  {
    try await run(uncertainScenario, draws: 8) { run in
      let report = RiskReport.report(run.runner.study)
      // Warnings name the folder of this run.
      let plain = Report(findings: report.findings, tables: report.tables, warnings: [])
      try expectGolden(
        plain.render(.text, RenderOptions(language: language, width: 120)),
        "drawn.\(language.rawValue).txt")
    }
  }

  /// The ends are those of the draws themselves, run one by one, with half of them the quantile's own.
  @Test func rangesAreQuantilesOfTheFilesOwnDraws() async throws {
    try await run(uncertainScenario, draws: 21) { run in
      let drawn = try #require(run.runner.study.drawn)
      #expect(drawn.count == 21 && drawn.seed == 3)
      let losses = drawn.own.compactMap { $0.measures(of: 0)?.valueAddedLossShare }.sorted()
      let ranged = try chosen("regions", from: RiskReport.tables(run.runner.study))
      // Of 21 draws the 5% and 95% points are the second and the last but one.
      let ends = numbers(
        ranged, ["value_added_loss_share_of_gdp_p05", "value_added_loss_share_of_gdp_p95"])
      #expect(abs((ends[0] ?? 9) - losses[1]) < 1e-15 && abs((ends[1] ?? 9) - losses[19]) < 1e-15)
    }
  }

  /// The file's own numbers do not move, and the same draws are the same numbers.
  @Test func drawsLeaveTheScenarioAlone() async throws {
    var texts: [[Table]] = []
    for draws in [0, 8, 8] {
      try await run(uncertainScenario, draws: draws) {
        texts.append(RiskReport.tables($0.runner.study))
      }
    }
    #expect(texts[1] == texts[2])
    for (plain, ranged) in zip(texts[0], texts[1]) {
      for (row, other) in zip(plain.rows, ranged.rows) {
        let kept = zip(ranged.columns, other).filter {
          !$0.0.key.hasSuffix("_p05") && !$0.0.key.hasSuffix("_p95")
        }
        #expect(kept.map(\.1) == row)
      }
    }
    #expect(!texts[0].contains { $0.columns.contains { $0.key.hasSuffix("_p05") } })
  }

  /// A variant states the loss itself: it is not drawn there, and what is left varies.
  @Test func whatAVariantStatesStaysAsItStatesIt() async throws {
    let scenario = uncertainScenario.replacing("      events: {\"shocks[0]\": 80%}\n", with: "")
      .replacing("  events: {\"shocks[0]\": 80%}\n", with: "")
    try await run(scenario, draws: 12) { run in
      let drawn = try #require(run.runner.study.drawn)
      let own = Set(drawn.compared[0].compactMap { $0.measures(of: 0)?.outputLoss })
      let stated = Set(drawn.compared[1].compactMap { $0.measures(of: 0)?.outputLoss })
      #expect(own.count > 2 && stated.count == 1)
    }
  }

  /// The leading region's days over the draws: the lowest and the highest of 21 are outside the fan.
  @Test func aRunsDrawsAreDrawnAsAFan() async throws {
    try await run(uncertainScenario, draws: 21) { run in
      let study = run.runner.study
      let drawn = try #require(study.drawn)
      let fan = try #require(drawn.fans.first { $0.series.measure == .output })
      #expect(fan.quantiles.counts.allSatisfy { $0 == 21 })
      let chart = try #require(RunCharts.all(study).first { $0.name == "fan-output" })
      #expect(chart.series.map(\.values) == fan.quantiles.values)
    }
    try await run(uncertainScenario, draws: 0) { run in
      #expect(!RunCharts.all(run.runner.study).contains { $0.name.hasPrefix("fan") })
    }
  }

  @Test func warningsSayWhetherUncertaintyIsDrawn() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let file = try ScenarioFile(folder + "/test.yaml", try options())
      let codes = { (file: ScenarioFile) in file.warnings.map(\.problem.code) }
      #expect(codes(file.drawing(0)).contains("not-drawn"))
      #expect(!codes(file.drawing()).contains("not-drawn"))
    }
    try await withSmallStudy { folder in
      let file = try ScenarioFile(folder + "/test.yaml", try options())
      #expect(file.drawing(5).warnings.map(\.problem.code).contains("nothing-to-draw"))
      #expect(!file.drawing().warnings.map(\.problem.code).contains("nothing-to-draw"))
    }
  }

  @Test func theSummaryHoldsRangesAndNullWithoutDraws() async throws {
    try await run(uncertainScenario, draws: 16) { run in
      let text = RiskSummary.json(run.runner.study, of: run.identity, in: .en).pretty
      #expect(text.contains("\"draws\": {"))
      #expect(text.contains("\"ranges\": {"))
    }
    try await run(smallScenario) { run in
      let text = RiskSummary.json(run.runner.study, of: run.identity, in: .en).pretty
      #expect(text.contains("\"draws\": null") && text.contains("\"ranges\": null"))
    }
  }
}
