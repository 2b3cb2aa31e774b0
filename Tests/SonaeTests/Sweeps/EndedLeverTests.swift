import ArgumentParser
import Foundation
import InputOutputTables
import Reporting
import RiskMetrics
import TestSupport
import Testing

@testable import sonae

/// What a lever moved goes back when it ends (LEVERS.md 0.1): a ban after that hits as if it had never been.
struct EndedLeverTests {
  private static let scenario = """
    sonae: 1
    title: Recycling that ends before a ban
    economy: g7plus-2011
    horizon: 120 days
    baseline:
      - stock: {commodity: helium, importer: JPN, usable: 0 days}
    shocks:
      - ban: {products: [helium], exporter: QAT, importer: JPN, from: day 50, for: 70 days}
    responses:
      - recycle: {commodity: helium, importer: JPN, rate: 20%, displaces: QAT, for: 20 days}
    variants:
      whole: {"responses[0].recycle.for": 120 days}
      none: {responses: []}
      fading: {"responses[0].recycle.recovery": linear over 100 days}
    report: {regions: [JPN]}

    """

  @Test func recyclingThatEndedHelpsNobody() async throws {
    try await withTemporaryFolder { folder in
      try Data(Self.scenario.utf8).write(to: URL(filePath: folder + "/test.yaml"))
      let options = try ScenarioOptions.parse([])
      let run = try await ScenarioRun.one(folder + "/test.yaml", options)
      let japan = try #require(
        run.file.table.regions.firstIndex { $0.code == "JPN" })
      let losses = try run.runner.study.results.map {
        try #require($0.assessment.regions[japan].valueAddedLossShare)
      }
      let (ended, whole, none, fading) = (losses[0], losses[1], losses[2], losses[3])
      #expect(none > 1e-6)
      #expect(abs(ended - none) <= 1e-12 * none)
      #expect(whole < 0.9 * none)
      #expect(whole < fading && fading < 0.99 * none)
    }
  }
}
