import ArgumentParser
import Diagnostics
import Ensembles
import Foundation
import Reporting
import Scenarios
import Statistics
import Testing

@testable import sonae

/// What an ensemble does not draw, does not reach or cannot tell apart, it says.
struct EnsembleHonestyTests {
  private static let ladder = """
    title: t
    economy: small
    horizon: 60 days
    shocks:
      - capacity: {nodes: [A.x], by: 50%, from: day 20, for: 10 days}
      - capacity: {nodes: [B.x], by: 1%, from: day 0, for: 5 days}
      - after 5 days: {capacity: {nodes: [A.x], by: 30%, for: 10 days}}
    uncertainty: {draws: 16, events: {"shocks[1]": 50%}}

    """

  private func request(
    _ folder: String, _ arguments: [String] = [], settings: [String] = []
  ) throws -> EnsembleRequest {
    try EnsembleRequest(
      folder + "/test.yaml",
      try ScenarioOptions.parse(settings.flatMap { ["--set", $0] }),
      try EnsembleOptions.parse(arguments))
  }

  private func results(_ request: EnsembleRequest) async throws -> EnsembleResults {
    let run = EnsembleRun(
      evaluation: EnsembleEvaluation(request, threads: 2), folder: nil, shard: .whole)
    return try #require(try await run.results())
  }

  @Test func whatIsOffIsNotDrawn() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let off = [
        "shocks[+]={capacity: {nodes: [B.x], by: 1%, for: 2 days}}", "shocks[0]=off", "variants={}",
      ]
      let by = "\"shocks[0].capacity.by\": \"uniform(10%, 90%)\""
      let vary = "uncertainty.vary={\(by), horizon: \"uniform(20 days, 30 days)\"}"
      let file = try request(folder, settings: off + [vary])
      #expect(file.plan.variables.map(\.path) == ["horizon"])
      let said = file.plan.warnings.map(\.en)
      #expect(said.count { $0.contains("`shocks[0]` is off") } == 2, "\(said)")
    }
  }

  @Test func variantsAreToldOf() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      for (settings, isTold) in [([], true), (["variants={}"], false)] {
        let said = try request(folder, settings: settings).plan.warnings.map(\.en)
        #expect(said.contains { $0.contains("`variants` are not drawn here") } == isTold, "\(said)")
      }
    }
  }

  @Test func aRuleThatIsNotMetIsToldOf() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      for (width, isTold) in [("±0.0001%", true), ("±1000%", false)] {
        let name = try #require(
          try request(folder).plan.outcomes.first { $0.measure == .gdpLossShare }
        ).name
        let file = try request(
          folder, ["--draws", "300", "--indices", "0", "--until", "\(name) p50 \(width)"])
        let said = EnsembleReport.report(try await results(file)).warnings.map(\.en)
        #expect(said.contains { $0.contains("is not reached") } == isTold, "\(said)")
      }
    }
  }

  /// Without indices chance correlations are not told as causes.
  @Test func whatMovesNothingIsNotNamed() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let file = try request(
        folder, ["--draws", "64", "--indices", "0"],
        settings: [
          "uncertainty.vary={\"shocks[0].capacity.by\": \"uniform(10%, 90%)\", model.criticality: \"uniform(0.1, 0.9)\"}",
          "uncertainty.events={}",
        ])
      let said = EnsembleReport.findings(try await results(file)).map(\.en).joined(separator: "\n")
      #expect(said.contains("by rank correlation") && said.contains("shocks[0].capacity.by"))
      #expect(!said.contains("model.criticality"), "\(said)")
    }
  }

  /// An entry that counts its days from one that does not happen keeps them.
  @Test func whatCountsFromAnEventKeepsItsDays() async throws {
    try await withSmallStudy(scenario: Self.ladder) { folder in
      let draw = try request(folder).draw
      let all = try draw.scenario([1]).scenario.levers
      let without = try draw.scenario([0]).scenario.levers
      #expect(all.count == 3 && without.count == 2)
      #expect(without.last?.lever.description == all.last?.lever.description)
    }
  }

  @Test func ranksNeedMoreDrawsThanVariables() async throws {
    let settings = [
      "uncertainty.events={}", "uncertainty.dependence=ranks",
      "uncertainty.correlation={\"shocks[0].capacity.by\": {\"shocks[0].capacity.for\": 0.5}}",
    ]
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let error = #expect(throws: DiagnosticList.self) {
        try request(folder, ["--draws", "2"], settings: settings)
      }
      #expect(error?.diagnostics.first?.problem.code == "too-few-for-ranks")
      _ = try request(folder, ["--draws", "3"], settings: settings)
    }
  }

  @Test func aPlanKeepsItsLanguage() async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let options = try ScenarioOptions.parse(["--language", "ja"])
      let request = try EnsembleRequest(
        folder + "/test.yaml", options, try EnsembleOptions.parse([]))
      #expect(try PlanFile.plan(try PlanFile.text(request.plan), in: "").language == "ja")
    }
  }
}
