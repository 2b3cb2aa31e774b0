import ArgumentParser
import Diagnostics
import Reporting
import Scenarios
import Testing

@testable import sonae

/// The README's question of a release, on the files that it can be asked of.
struct ReleaseAnswerTests {
  /// Who releases, as headings of `member_schedule` name them.
  @Test(arguments: [("hormuz-2026", 3), ("stock-sharing", 2)])
  func bundledFilesWithSeveralHoldersAnswerWhole(_ scenario: String, _ atLeast: Int) async throws {
    let decide = try DecideOptions.parse(["--over", "shocks[0].closure.for=20 days, 60 days"])
    let options = try ScenarioOptions.parse(["--set", "horizon=90 days"])
    let request = try DecideRequest(
      try ScenarioFile(scenario, options), decide, .release, Batching())
    let report = try await ReleaseAnswer.answer(request).report
    for name in ["members", "member_schedule", "ways", "member_worth", "by_stock"] {
      let table = try #require(report.tables.first { $0.name == name }, "no table \(name)")
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
    let members = try #require(report.tables.first { $0.name == "members" })
    #expect(members.rows.count >= atLeast)
    let schedule = try #require(report.tables.first { $0.name == "member_schedule" })
    #expect(schedule.columns.map(\.key) == ["from", "member", "rate"])
    #expect(report.findings.contains { $0.en.contains("One pool") })
    for language in Language.allCases {
      let text = report.render(.text, RenderOptions(language: language))
      #expect(text.contains("JPN") && !text.contains("nan"))
    }
  }
}
