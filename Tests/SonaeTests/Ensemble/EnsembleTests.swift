import ArgumentParser
import Diagnostics
import Ensembles
import Files
import Foundation
import InputOutputTables
import Reporting
import RiskMetrics
import Statistics
import Testing

@testable import sonae

/// The small scenario with everything that an ensemble can draw.
let uncertainScenario =
  smallScenario + """
    uncertainty:
      draws: 300
      seed: 3
      vary:
        "shocks[0].capacity.by": "uniform(10%, 90%)"
        "shocks[0].capacity.for": "discrete(3 days: 50%, 6 days: 50%)"
      events: {"shocks[0]": 80%}

    """

struct EnsembleTests {
  private func request(
    _ folder: String, _ arguments: [String] = [], settings: [String] = []
  ) throws -> EnsembleRequest {
    try EnsembleRequest(
      folder + "/test.yaml", try ScenarioOptions.parse(settings),
      try EnsembleOptions.parse(arguments))
  }

  private func results(_ request: EnsembleRequest, threads: Int = 2) async throws
    -> EnsembleResults
  {
    let run = EnsembleRun(
      evaluation: EnsembleEvaluation(request, threads: threads), folder: nil, shard: .whole)
    return try #require(try await run.results())
  }

  /// Does the blocks of shards of an ensemble in folders and merges them.
  private func merged(
    _ request: EnsembleRequest, shards: Int, in folder: String
  ) async throws -> [String: Data] {
    let plan = try PlanFile.text(request.plan)
    for index in 0..<shards {
      let run = EnsembleRun(
        evaluation: EnsembleEvaluation(request, threads: 1),
        folder: try BlockFolder(folder, plan: plan, isShared: true),
        shard: try Shard("\(index)/\(shards)", environment: [:]))
      _ = try await run.results()
    }
    let opened = try BlockFolder(reading: folder)
    let results = try MergeCommand.results(try PlanFile.plan(plan, in: folder), [opened])
    try EnsembleFiles.write(results, to: opened, in: .en)
    return Dictionary(
      uniqueKeysWithValues: try files(in: folder).map {
        ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0)))
      })
  }

  @Test func aDrawIsTheRunOfTheFileWithItsValues() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let request = try request(folder, ["--draws", "20"])
      let results = try await results(request)
      let index = try #require(results.plan.outcomes.firstIndex { $0.measure == .outputLoss })
      for draw in 0..<20 {
        let loss = try #require(results.draws(index)[draw])
        if results.drawn[2][draw] == 0 {
          #expect(abs(loss) < 1e-6)
          continue
        }
        let run = try await ScenarioRun.one(
          folder + "/test.yaml",
          try options(
            "--set", "shocks[0].capacity.by=\(results.drawn[0][draw])%",
            "--set", "shocks[0].capacity.for=\(Int(results.drawn[1][draw])) days"))
        let alone = run.runner.study.base.assessment.regions[0].outputLoss
        #expect(abs(loss - alone) <= 1e-9 * max(1, alone))
      }
    }
  }

  @Test func everyCuttingGivesTheSameBytes() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let request = try request(folder)
      let one = try await merged(request, shards: 1, in: folder + "/one")
      let many = try await merged(request, shards: 5, in: folder + "/many")
      #expect(one == many)
      #expect(one.keys.contains("draws.parquet") && one.keys.contains("blocks/1.parquet"))
      let alone = try await results(request, threads: 2)
      #expect(Data(EnsembleFiles.quantiles(alone).utf8) == one["quantiles.csv"])
      #expect(Data(EnsembleFiles.sensitivity(alone).utf8) == one["sensitivity.csv"])
      #expect(Data(EnsembleFiles.paths(alone).utf8) == one["paths.csv"])
      #expect(one.keys.contains("blocks/paths-1.parquet"))
      #expect(!one.keys.contains("blocks/paths-swings-0.parquet"))
    }
  }

  /// The days of a single draw are those of the file with its values.
  @Test func aDrawsDaysAreTheRunsDays() async throws {
    let sure = uncertainScenario.replacing(
      "  events: {\"shocks[0]\": 80%}\n", with: "")
    try await withSmallStudy(scenario: sure) { folder in
      let results = try await results(
        try request(folder, ["--draws", "1", "--sampling", "monte carlo"]))
      let plain = try options(
        "--set", "shocks[0].capacity.by=\(results.drawn[0][0])%",
        "--set", "shocks[0].capacity.for=\(Int(results.drawn[1][0])) days")
      let file = try ScenarioFile(folder + "/test.yaml", plain).drawing(0)
      let run = try await ScenarioRun.whole(file, plain, RunContent())
      let output = try #require(run.runner.study.base.paths?.output)
      let plan = results.plan
      #expect(plan.paths.filter { $0.measure == .output }.count == results.fans.count)
      for (index, series) in plan.paths.enumerated() {
        let region = try #require(file.table.regions.firstIndex { $0.code == series.region })
        for (place, day) in plan.pathDays.enumerated() {
          let fan = results.fans[index]
          #expect(fan.counts[place] == 1)
          for share in fan.values {
            #expect(abs((share[place] ?? 9) - output[region][day]) < 1e-12)
          }
        }
      }
    }
  }

  @Test func aBlockWithoutItsDaysIsDoneAgain() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let request = try request(folder)
      let place = folder + "/out"
      let before = try await merged(request, shards: 1, in: place)
      try FileManager.default.removeItem(atPath: place + "/blocks/paths-0.parquet")
      let opened = try BlockFolder(reading: place)
      #expect(throws: DiagnosticList.self) { try MergeCommand.results(request.plan, [opened]) }
      #expect(try await merged(request, shards: 2, in: place) == before)
    }
  }

  @Test func daysOfTheFirstRegionAreDrawnAsAFan() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let report = EnsembleReport.report(try await results(try request(folder)))
      let chart = try #require(report.charts.first { $0.name == "fan-output" })
      #expect(chart.series.map(\.key) == ["p05", "p25", "p50", "p75", "p95"])
      for day in chart.series[0].values.indices {
        let values = chart.series.compactMap { $0.values[day] }
        #expect(values.count == 5 && values == values.sorted())
      }
    }
  }

  @Test func aMissingBlockIsDoneAgainAndNothingElse() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let request = try request(folder)
      let place = folder + "/out"
      let before = try await merged(request, shards: 1, in: place)
      try FileManager.default.removeItem(atPath: place + "/blocks/0.json")
      try FileManager.default.removeItem(atPath: place + "/blocks/0.parquet")
      let opened = try BlockFolder(reading: place)
      #expect(throws: DiagnosticList.self) { try MergeCommand.results(request.plan, [opened]) }
      #expect(try await merged(request, shards: 2, in: place) == before)
    }
  }

  @Test func rangesDriversAndPrecisionAreTold() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let results = try await results(try request(folder))
      let report = EnsembleReport.report(results)
      #expect(
        Set(report.tables.map(\.name)).isSuperset(
          of: ["ranges", "days", "drivers", "discovery", "rules", "precision"]))
      #expect(!report.findings.isEmpty)
      let quantiles = EnsembleFiles.quantiles(results).split(separator: "\n")
      #expect(
        quantiles[0].hasPrefix(
          "outcome,n,mean,standard_error,p05,p25,p50,p75,p95,expected_shortfall_95"))
      let sensitivity = EnsembleFiles.sensitivity(results)
      #expect(
        sensitivity.hasPrefix(
          "outcome,variable,first_order,total_order,standard_error,swing_low,swing_high"))
      // Whether and how much decide more than how long.
      let index = try #require(results.plan.outcomes.firstIndex { $0.measure == .gdpLossShare })
      #expect(results.drivers(index).byStrength.last?.variable.path == "shocks[0].capacity.for")
      let size = results.drivers(index)[0]
      let low = try #require(size.low)
      let high = try #require(size.high)
      #expect(low < high)
    }
  }

  @Test func trajectoriesScreenTheAssumptions() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let results = try await results(
        try request(folder, ["--draws", "20", "--trajectories", "6"]))
      let table = try #require(ScreeningTable.table(results))
      #expect(table.rows.count == 3)
      #expect(EnsembleFiles.sensitivity(results).contains("morris_mu_star"))
      let none = try await self.results(try request(folder, ["--draws", "20"]))
      #expect(ScreeningTable.table(none) == nil)
    }
  }

  @Test func walksShareOutTheVariance() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let results = try await results(
        try request(folder, ["--draws", "20", "--shapley", "30"]))
      let table = try #require(ShapleyTable.table(results))
      let shares = table.rows.compactMap { row -> Double? in
        if case .number(let share) = row[1] { share } else { nil }
      }
      #expect(shares.count == 3 && abs(shares.reduce(0, +) - 1) < 1e-9)
      #expect(shares == shares.sorted(by: >))
      let none = try await self.results(try request(folder, ["--draws", "20"]))
      #expect(ShapleyTable.table(none) == nil)
    }
  }

  @Test func drawingEndsWhenItIsPreciseEnough() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let name = try #require(
        try request(folder).plan.outcomes.first { $0.measure == .gdpLossShare }?.name)
      let arguments = ["--draws", "2000", "--indices", "0"]
      let early = try await results(
        try request(folder, arguments + ["--until", "\(name) p50 ±60%"]))
      #expect(early.draws == 256)
      let never = try await results(
        try request(folder, ["--draws", "600", "--until", "\(name) p50 ±0.01%"]))
      #expect(never.draws == 600)
    }
  }

  @Test(arguments: [
    (["--draws", "100", "--sampling", "sobol"], "sobol-draws"), ([], "nothing-varies"),
  ])
  func impossibleRequestsAreRefused(_ arguments: [String], _ code: String) async throws {
    let scenario = arguments.isEmpty ? smallScenario : uncertainScenario
    try await withSmallStudy(scenario: scenario) { folder in
      let error = #expect(throws: DiagnosticList.self) { try request(folder, arguments) }
      #expect(error?.diagnostics.map(\.problem.code) == [code])
    }
  }

  @Test func bundledRangesVaryWhatTheFileLeavesOpen() async throws {
    try await withSmallStudy { folder in
      let paths = try request(folder, ["--bundled-ranges"]).plan.variables.map(\.path)
      #expect(paths.contains("model.variety"))
      #expect(!paths.contains("model.criticality"))
    }
  }

  @Test func observationsAreReadFromTheScenariosFolder() async throws {
    let scenario = uncertainScenario.replacing(
      "uniform(10%, 90%)", with: "empirical(seen.csv, loss)")
    try await withSmallStudy(scenario: scenario) { folder in
      try Data("day,loss\n1,20%\n2,40%\n3,60%\n".utf8).write(
        to: URL(filePath: folder + "/seen.csv"))
      let results = try await results(try request(folder, ["--draws", "50"]))
      #expect(Set(results.drawn[0]) == [20, 40, 60])
      // 0.4 may be 40% or 0.4%: a unit is asked for as everywhere.
      for cell in ["200%", "40", "0.4"] {
        try Data("day,loss\n1,\(cell)\n".utf8).write(to: URL(filePath: folder + "/seen.csv"))
        let error = #expect(throws: DiagnosticList.self) { try request(folder) }
        #expect(error?.diagnostics.first?.problem.code == "bad-observation")
        #expect(error?.diagnostics.first?.place != nil)
      }
    }
  }
}
