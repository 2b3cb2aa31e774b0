import ArgumentParser
import Diagnostics
import Reporting
import Testing

@testable import sonae

/// A stock that gives nothing in any case is told of; one that a single case draws on is not.
struct UnusedStockTests {
  private static let release =
    "{release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, rate: 1 mb/d, from: day 10}}"
  private static let pool =
    "{pool: {commodity: crude oil, members: [JPN, KOR], volume: 60 Mbbl, rate: 1 mb/d}}"

  private static func told(_ name: String, _ settings: [String]) async throws -> [String] {
    let options = try ScenarioOptions.parse(settings.flatMap { ["--set", $0] })
    let study = try await ScenarioRun.one(name, options).runner.study
    return RiskReport.report(study).warnings.map(\.en).filter { $0.contains("gives nothing") }
  }

  @Test func whatNobodyNeedsIsTold() async throws {
    let told = try await Self.told(
      "rare-earth-ban", ["responses=[\(Self.release), \(Self.pool)]", "horizon=100 days"])
    try #require(told.count == 2)
    #expect(told[0].contains("`responses[0]` gives nothing in any case"))
    #expect(told[0].contains("of `crude oil` nothing is while it lasts in `JPN`"))
    #expect(told[1].contains("`responses[1]`") && told[1].contains("in `JPN`, `KOR`"))
  }

  @Test func whatAnyCaseDrawsOnIsNot() async throws {
    #expect(try await Self.told("hormuz-2026", []).isEmpty)
    // The file itself stops nothing of crude; one of its cases does.
    let closed =
      "{responses: [\(Self.release)], shocks: [{closure: {chokepoint: Strait of Hormuz}}]}"
    let told = try await Self.told(
      "rare-earth-ban", ["responses=[\(Self.release)]", "variants={closed: \(closed)}"])
    #expect(told.isEmpty)
  }

  /// What a case draws on in another's place says nothing of it.
  @Test func aCaseWithAnotherResponseHidesNothing() async throws {
    let ores =
      "{release: {commodity: rare earths, kind: government, holders: {JPN: 2000 t}, rate: 20 t/d, from: day 90}}"
    let told = try await Self.told(
      "rare-earth-ban",
      ["responses=[\(Self.release)]", "variants={other: {responses: [\(ores)]}}"])
    try #require(told.count == 1)
    #expect(told[0].contains("of `crude oil` nothing is"))
  }

  @Test func aChokepointWithoutASharePassingSaysWhatIsMissing() async throws {
    let options = try ScenarioOptions.parse(
      ["--set", "shocks=[{closure: {chokepoint: Panama Canal}}]", "--set", "horizon=20 days"])
    let study = try await ScenarioRun.one("rare-earth-ban", options).runner.study
    let said = RiskReport.report(study).warnings.map(\.en)
    #expect(
      said.contains {
        $0.contains(
          "no figure says what share of the `LPG` that `JPN`, `IND` buy passes `Panama Canal`")
      })
  }
}
