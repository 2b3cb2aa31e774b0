import Diagnostics
import Foundation
import RiskMetrics
import Scenarios
import Testing

@testable import Reporting
@testable import sonae

/// What policies on a ban of rare earths are worth (LEVERS.md I, `preset: pooled`); what they avoid stands in
/// `LeverAnchorTests`.
struct PolicyTests {
  private static let text = """
    sonae: 1
    economy: g7plus-2011
    horizon: 365 days
    model: {preset: pooled, criticality: 0.5}
    baseline:
      - dependency: {commodity: rare earths, importer: JPN, origin: CHN, share: 60%}
      - stock: {commodity: rare earths, importer: JPN, usable: 60 days}
    shocks:
      - ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%}
    report: {regions: [JPN]}

    """

  private static func file(_ text: String) throws -> ScenarioFile {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "policy-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    return try ScenarioFile(path, try options())
  }

  /// A day of stock that changes nothing of note is named in a note and stays in files; responses stay rows.
  @Test func daysOfStockThatChangeNothingAreANote() async throws {
    let file = try ScenarioFile("hormuz-policies", try options())
    let run = try await ScenarioRun.runs([file], try options(), comparesPolicies: true)[0]
    let study = run.runner.study
    let (table, policies) = (RiskReport.policies(study), study.policies)
    let folded = try #require(table.folded)
    #expect(table.rows.count == policies.count && !folded.rows.isEmpty)
    for (index, policy) in policies.enumerated() {
      let isSmall = abs(policy.avoidedShare ?? 0) < 1e-5
      #expect(folded.rows.contains(index) == (policy.isStockDay && isSmall), "\(policy.name.en)")
      let words = LeverWords.policy(policy, study)
      #expect(folded.note.en.contains(words.en) == folded.rows.contains(index))
    }
    #expect(folded.note.ja.contains("原油、ドイツ") && !folded.note.ja.contains("DEU"))
  }

  @Test func aPolicyIsWorthWhatItAvoids() async throws {
    // A day of stock: 0.0066 points and 8% a year of 1.41 million USD (LEVERS.md I).
    let responses =
      "responses:\n  - stockpile: {commodity: rare earths, holder: JPN, days: 1 days}\n"
    let text = Self.text.replacing(
      "report: {regions: [JPN]}",
      with: responses + "report: {regions: [JPN], tables: [policy], probability: 2%}")
    let study = try await StudyRunner.run([try Self.file(text)])[0].study
    let policies = study.policies
    #expect(policies.count == 3, "alone, all, and a day of stock more")
    let alone = try #require(policies.first)
    let avoided = try #require(alone.avoidedShare)
    #expect(abs(100 * avoided - 0.0066) < 0.0003)
    #expect(alone.budgetCost == 0 && abs(alone.buyersCost - 1.41e6 * 0.08) < 2e3)
    let even = try #require(alone.breakEven)
    #expect(abs(even - 0.000425) < 0.00002)
    #expect(abs((try #require(alone.benefitCost)) - 0.02 / even) < 1e-9)
    #expect(policies[1].avoidedShare == alone.avoidedShare)
    let tables = RiskReport.tables(study)
    #expect(tables.contains { $0.name == "policy" && $0.rows.count == 3 })
  }

  /// A stock for a thousand years costs more in any year than a ban of one year destroys.
  @Test func whatCostsMoreThanItAvoidsNeverPays() async throws {
    let responses =
      "responses:\n  - stockpile: {commodity: rare earths, holder: JPN, days: 365000 days}\n"
    let text = Self.text.replacing(
      "report: {regions: [JPN]}",
      with: responses + "report: {regions: [JPN], tables: [policy], probability: 2%}")
    let study = try await StudyRunner.run([try Self.file(text)])[0].study
    let costly = study.policies.contains { ($0.breakEven ?? 0) > 1 }
    try #require(costly)
    let table = RiskReport.policies(study)
    for (policy, row) in zip(study.policies, table.rows) {
      guard let even = policy.breakEven else { continue }
      let isSaid = if case .said(_, let value) = row.last { value == even } else { false }
      #expect(isSaid == (even > 1))
    }
    #expect(table.text(RenderOptions(width: 200)).contains("never pays"))
    #expect(table.text(RenderOptions(language: .ja, width: 200)).contains("採算なし"))
  }

  @Test func withoutAProbabilityTheBreakEvenStands() async throws {
    let responses = "responses:\n  - restrain: {commodity: rare earths, importers: [JPN], by: 5%}\n"
    let text = Self.text.replacing("report:", with: responses + "report:")
    let file = try Self.file(text)
    #expect(try await StudyRunner.run([file])[0].study.policies.isEmpty, "nobody asks")
    let study = try await StudyRunner.run([file], comparesPolicies: true)[0].study
    #expect(study.policies.allSatisfy { $0.benefitCost == nil && $0.breakEven != nil })
  }
}
