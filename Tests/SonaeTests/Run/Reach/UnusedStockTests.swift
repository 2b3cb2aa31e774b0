import ArgumentParser
import Diagnostics
import Testing

@testable import Reporting
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

  /// Japan is short of crude: a stock that does not open, has nothing or comes too late says so instead.
  @Test func whyItGivesNothingIsTrue() async throws {
    func release(_ holder: String, _ start: String) -> String {
      "{release: {commodity: crude oil, holders: {JPN: \(holder)}\(start)}}"
    }
    let common = "{pool: {commodity: crude oil, members: [JPN, KOR], volume:"
    let responses = [
      release("80 Mbbl", ", when: price above 250% for 1 day"), release("0 bbl", ""),
      release("80 Mbbl", ", from: day 400"), common + " 0 bbl}}",
      release("80 Mbbl", ", when: shortfall above 90% for 40 days"),
      common + " 10 Mbbl, travel: 30 days, from: day 340}}",
    ]
    let told = try await Self.told(
      "hormuz-2026", ["variants={}", "responses=[\(responses.joined(separator: ", "))]"])
    let reasons = [
      "waits for a price of `crude oil` of more than 250% above", "its volume is 0",
      "its volume is 0", "what its `when` asks for", "arrive after the last of 365 days",
    ]
    // The third is told of by the file's reader: it starts after the last day.
    try #require(told.count == reasons.count, "\(told)")
    for (sentence, reason) in zip(told, reasons) {
      #expect(sentence.contains(reason))
      #expect(!sentence.contains("no more is given than is short"))
    }
  }

  /// Cases with several reasons have one that is true in each.
  @Test func reasonsOfSeveralCasesAreJoined() {
    #expect(UnusedReason([]) == nil)
    #expect(UnusedReason([.empty, .empty]) == .empty)
    #expect(UnusedReason([.nobodyShort, .closed]) == .closed)
    #expect(UnusedReason([.empty, .closed]) == .reachesNobody)
    #expect(
      UnusedReason([.priceBelow(above: 0.6, peak: 0.2), .priceBelow(above: 0.6, peak: 0.5)])
        == .priceBelow(above: 0.6, peak: 0.5))
    #expect(
      UnusedReason([.priceBelow(above: 0.6, peak: 0.2), .priceBelow(above: 0.9, peak: 0.5)])
        == .reachesNobody)
  }
}
