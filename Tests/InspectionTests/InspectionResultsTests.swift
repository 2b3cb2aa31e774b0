import ComparativeStatics
import Diagnostics
import InputOutputTables
import Inspection
import Reporting
import Scenarios
import TestSupport
import Testing

@testable import Inspection

/// Results of `sonae inspect` by hand, and what their options do.
struct InspectionResultsTests {
  @Test func extractionTakesANodeOrLinks() throws {
    // Without sector 1, sector 2 makes 1700/0.95.
    let whole = try inspected("extraction", InspectionRequest(nodes: ["1"]))
    #expect(areNear(try numbers(whole, "output_before"), [1000, 2000]))
    #expect(areNear(try numbers(whole, "output_after"), [0, 1700 / 0.95]))
    let losses = try numbers(whole, "loss")
    #expect(abs(losses[0] - 1000) < 1e-9 && abs(losses[1] - (2000 - 1700 / 0.95)) < 1e-9)
    let backward = try inspected(
      "extraction", InspectionRequest(nodes: ["1"], type: .backward))
    // Sector 1 buys nothing: x2 = 1700/0.95, x1 = 350 + 0.25 x2.
    let second = 1700 / 0.95
    #expect(areNear(try numbers(backward, "output_after"), [350 + 0.25 * second, second]))
  }

  @Test func linksMayBeManyAndByDefaultAreGone() throws {
    let all = try inspected(
      "extraction", InspectionRequest(links: ["B>A:*"]), files: smallEconomy)
    let each = try inspected(
      "extraction", InspectionRequest(by: "100%", links: ["B>A:x", "B > A : y"]),
      files: smallEconomy)
    let half = try inspected(
      "extraction", InspectionRequest(by: "50%", links: ["B>A:*"]), files: smallEconomy)
    let loss = try numbers(all, "loss")
    #expect(areNear(loss, try numbers(each, "loss")) && loss[2] > 0)
    #expect(try numbers(half, "loss")[2] < loss[2])
    let replaced = try inspected(
      "extraction", InspectionRequest(links: ["B>A:*"], isReplaced: true), files: smallEconomy)
    #expect(try numbers(replaced, "loss")[0] < 0)
  }

  @Test func aMixedModelHoldsOutput() throws {
    let table = try inspected("mixed", InspectionRequest(nodes: ["1"], by: "10%"))
    let second = (1700 + 0.2 * 900) / 0.95
    let after = try numbers(table, "output_after")
    #expect(abs(after[0] - 900) < 1e-9 && abs(after[1] - second) < 1e-9)
  }

  @Test func inoperabilityFollowsTheAllocationCoefficients() throws {
    // q1 = 0.15 q1 + 0.5 q2 + 0.1, q2 = 0.1 q1 + 0.05 q2.
    let table = try inspected("inoperability", InspectionRequest(nodes: ["1"], by: "10%"))
    let first = 0.1 / (0.85 - 0.5 * 0.1 / 0.95)
    #expect(areNear(try numbers(table, "inoperability"), [first, first * 0.1 / 0.95]))
    let path = try inspected(
      "inoperability.path", InspectionRequest(nodes: ["1"], by: "10%", days: 10))
    let struck = try numbers(path, "inoperability_struck")
    #expect(struck.count == 21 && struck[0] == 0.1 && struck[20] < 0.001)
    #expect(zip(struck, struck.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func pathsStartWithTheProductItself() throws {
    let request = InspectionRequest(nodes: ["A.x"], cutoff: "0.1%", top: 3)
    let table = try inspected("paths", request, files: smallEconomy)
    #expect(table.rows.count == 3 && table.rows[0][2] == .name("A_x"))
    let tiers = try inspected("paths.tiers", InspectionRequest(nodes: ["A.x"]), files: smallEconomy)
    let cumulative = try numbers(tiers, "cumulative_share")
    #expect(cumulative.count == 10 && cumulative[9] > 0.99 && cumulative[9] <= 1)
  }

  @Test func nothingChangesAgainstItself() throws {
    let request = InspectionRequest(against: try InspectionTests.smallTable())
    let table = try inspected("decomposition", request, files: smallEconomy)
    for key in ["change", "technology", "final_demand_mix", "final_demand_level"] {
      #expect(try numbers(table, key).allSatisfy { abs($0) < 1e-12 })
    }
  }

  @Test func jobsOfAllFinalDemandAreAllJobs() throws {
    let table = try inspected(
      "multipliers.employment",
      try InspectionTests.whatIsNeeded(by: "multipliers.employment"), files: smallEconomy)
    let demand = try InspectionTests.smallTable().totalFinalDemand
    let total = zip(try numbers(table, "employment"), demand).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(total - 18) < 1e-12)
  }

  @Test func exportsOfATableOfOneRegionAreExplained() throws {
    let table = try inspected("trade")
    #expect(table.notes.contains { $0.en.contains("no trade between regions") })
  }
}
