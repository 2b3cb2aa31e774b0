import ArgumentParser
import Diagnostics
import Reporting
import RiskMetrics
import Scenarios
import Testing

@testable import sonae

struct RunPlanTests {
  private func counts(_ name: String, draws: Int? = nil, _ arguments: String...) throws
    -> [(economy: String, cases: Int, runs: Int)]
  {
    let file = try ScenarioFile(name, try ScenarioOptions.parse(arguments)).drawing(draws)
    let table = try RunPlan([file], names: [name], comparesPolicies: false).table
    return try table.rows.map { row in
      guard case .text(let economy) = row[1], case .count(let cases) = row[3],
        case .count(let runs) = row[4]
      else { throw ExpectedRow() }
      return (economy.en, cases, runs)
    }
  }

  private struct ExpectedRow: Error {}

  @Test func casesAndSecondRunsAreCounted() throws {
    let file = try ScenarioFile("hormuz-2026", try options())
    let found = try counts("hormuz-2026")
    #expect(found.count == 1 && found.first?.cases == file.runs.count)
    // Every case moves a price and has a second run; an end of an assumption is one run.
    let ends = RangeRuns(file.runs[0].scenario, commodities: file.commodities).scenarios.count
    #expect(found.first?.runs == 2 * file.runs.count + ends)
  }

  /// Each draw is two runs where incomes follow prices.
  @Test func drawsAreCounted() throws {
    let (with, without) = (
      try counts("rare-earth-ranges", draws: 40), try counts("rare-earth-ranges", draws: 0)
    )
    let (more, less) = (try #require(with.first), try #require(without.first))
    #expect(more.runs - less.runs == 2 * 40)
  }

  @Test func eachEconomyHasItsRow() throws {
    let found = try counts(
      "rare-earth-ban", draws: nil, "--set", "economies=[world-2022, g7plus-2011]")
    #expect(found.count == 2 && Set(found.map(\.economy)).count == 2)
  }
}
