import Diagnostics
import RiskMetrics
import Testing

@Suite struct GovernanceTests {
  /// Values that the study of 2023 uses, European Commission (2023), two decimals.
  @Test(
    arguments: [
      ("CHN", 5.68), ("JPN", 2.32), ("USA", 2.68), ("COD", 8.22), ("RUS", 6.34), ("AUS", 1.93),
    ])
  func theSpanOfTheStudyGivesItsFigures(_ country: String, _ value: Double) throws {
    let governance = try Governance.bundled()
    #expect(abs(try #require(governance[country]) - value) < 0.005)
  }

  @Test(arguments: [Governance.studySpan, Governance.latestYear])
  func everyBundledSetCoversTheWorld(_ year: String) throws {
    let governance = try Governance.bundled(year)
    #expect(governance.count > 190 && governance.year == year)
    #expect(governance["XXX"] == nil)
  }

  @Test func otherYearsAreRefused() {
    #expect(codes("country,year,governance\nJPN,2021,2\n", year: "1950") == ["no-figures"])
  }

  @Test func everyMistakeIsToldAtOnce() {
    let text = "country,year,governance\nJPN,2021,2\nJPN,2021,3\n,2021,4\nUSA,2021,11\nDEU,2021,x\n"
    #expect(
      codes(text, year: "2021")
        == ["figure-twice", "empty-figure", "figure-out-of-range", "not-a-number"])
  }

  private func codes(_ text: String, year: String) -> [String] {
    problems { _ = try Governance.read(Source(name: "g.csv", text: text), year: year) }
  }
}

/// Codes of the messages that some reading ends in; empty if it succeeds.
func problems(_ read: () throws -> Void) -> [String] {
  do {
    try read()
    return []
  } catch let list as DiagnosticList {
    return list.diagnostics.map(\.problem.code)
  } catch {
    return ["\(error)"]
  }
}
