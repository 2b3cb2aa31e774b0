import ArgumentParser
import Diagnostics
import Foundation
import Reporting
import Scenarios
import Testing

@testable import sonae

/// The README's questions, on the bundled files that they can be asked of and fewer days.
struct BundledDecisionTests {
  private func request(
    _ scenario: String, _ question: DecideQuestion, _ settings: [String], _ arguments: [String]
  ) throws -> DecideRequest {
    let options = try ScenarioOptions.parse(
      (["horizon=90 days"] + settings).flatMap { ["--set", $0] })
    return try DecideRequest(
      try ScenarioFile(scenario, options), try DecideOptions.parse(arguments), question,
      Batching())
  }

  /// Readable whole, in both languages.
  private func expectReadable(_ report: Report, names: [String]) throws {
    for name in names {
      let table = try #require(report.tables.first { $0.name == name }, "no table \(name)")
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      for case .number(let value) in table.rows.joined() { #expect(value.isFinite) }
    }
    for language in Language.allCases {
      let text = report.render(.text, RenderOptions(language: language))
      #expect(text.contains("JPN"))
    }
  }

  /// Several holders of one commodity have tables of their own.
  @Test(arguments: [("hormuz-2026", 3), ("stock-sharing", 2)])
  func bundledFilesWithSeveralHoldersAnswerWhole(_ scenario: String, _ atLeast: Int) async throws {
    let request = try request(
      scenario, .release, [], ["--over", "shocks[0].closure.for=20 days, 60 days"])
    let report = try await ReleaseAnswer.answer(request).report
    try expectReadable(
      report, names: ["members", "member_schedule", "ways", "member_worth", "by_stock"])
    let members = try #require(report.tables.first { $0.name == "members" })
    #expect(members.rows.count >= atLeast)
    let schedule = try #require(report.tables.first { $0.name == "member_schedule" })
    #expect(schedule.columns.map(\.key) == ["from", "member", "rate"])
    let ways = try #require(report.tables.first { $0.name == "ways" })
    #expect(ways.rows.count == 4 * (members.rows.count + 1) + 1, "all and each of them, four ways")
    let pool = try #require(report.findings.first { $0.en.contains("One pool") })
    // In 20 and 60 days the pool of `stock-sharing` has nothing to move.
    let moves = scenario == "hormuz-2026"
    #expect(pool.en.contains(#/: [A-Z]{3} [1-9]\S* million USD (more|less)/#) == moves)
    #expect(pool.en.contains("as much as") != moves)
    // More ways around the strait are worth something wherever a case is short without the release.
    let worth = try #require(report.tables.first { $0.name == "worth" })
    let bypass = try #require(worth.rows.last)
    guard case .text(let words) = bypass[0], case .number(let saved) = bypass[1] else {
      Issue.record("no ways around: \(bypass)")
      return
    }
    #expect(words.en == "0.1 mb/d more of ways around Strait of Hormuz")
    #expect(saved > 0)
  }

  @Test func aBudgetIsSplitAmongNamedResponses() async throws {
    let request = try request(
      "strait-budget", .portfolio, [],
      ["--over", "variants", "--budget", "500 billion JPY", "--per-dollar", "150"])
    let report = try await PortfolioAnswer.answer(request).report
    try expectReadable(report, names: ["sets", "items"])
    let items = try #require(report.tables.first { $0.name == "items" })
    #expect(
      items.rows.compactMap { if case .coded(let path, _) = $0[0] { path } else { nil } }
        == request.file.decoded.base.levers.filter { $0.list == .responses }.map(\.path))
    #expect(report.findings[0].en.contains("billion JPY on "))
    #expect(!report.findings[0].en.contains("["))
    // Each row says what its response is, as the file does.
    #expect(
      items.rows.allSatisfy { row in
        guard case .text(let stated)? = row.last else { return false }
        return stated.en.contains(": ")
      })
  }

  /// What `Benchmarks/README.md` times: every response is one that acts, none is said to be without effect.
  @Test func theTimedPortfolioHasTwentyResponses() throws {
    let project = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let path = "\(project)/Benchmarks/twenty-responses.yaml"
    let file = try ScenarioFile(path, try options())
    let responses = file.decoded.base.levers.filter { $0.list == .responses }
    let names = responses.map {
      LeverWords.numbered($0, among: responses, commodities: file.commodities).words.en
    }
    #expect(Set(names).count == 20)
    #expect(names.contains("stockpile (crude oil) 5") && names.contains("stockpile (LNG) 3"))
    #expect(names.contains("restraint (LNG)") && names.contains("thrift"))
    #expect(file.decoded.uncertainty?.vary.count == 4)
    #expect(file.decoded.warnings.isEmpty, "\(file.decoded.warnings)")
  }

  @Test func policiesOfTheReadmeMeetDraws() async throws {
    let request = try request(
      "rare-earth-ranges", .policies,
      [
        "responses[+]={stockpile: {commodity: rare earths, holder: JPN, days: 60 days}}",
        "responses[+]={recycle: {commodity: rare earths, importer: JPN, rate: 10%, displaces: CHN}}",
      ], ["--acceptable", "0.5%", "--draws", "8"])
    let report = try await PoliciesAnswer.answer(request).report
    #expect(report.tables.first?.rows.count == 4)
    try expectReadable(report, names: report.tables.map(\.name))
  }
}
