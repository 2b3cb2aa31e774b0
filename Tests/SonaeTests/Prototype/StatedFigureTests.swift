import ArgumentParser
import Diagnostics
import Reporting
import RiskMetrics
import Testing

@testable import sonae

/// A figure that a file states is the same as the commodity's own: two doors to one shortage.
struct StatedFigureTests {
  private static func losses(_ arguments: [String]) async throws -> [Double?] {
    let run = try await ScenarioRun.one("hormuz-2026", try ScenarioOptions.parse(arguments))
    return run.runner.study.base.assessment.regions.map(\.valueAddedLossShare)
  }

  /// Pipelines that carry 2.6 million barrels carry no gas.
  @Test func theStatedWayAroundIsOfCrudeAlone() async throws {
    let stated = try await Self.losses(["--set", "shocks[0].closure.bypass=2.6 mb/d"])
    let own = try await Self.losses([])
    #expect(stated == own)
    let none = try await Self.losses(["--set", "shocks[0].closure.bypass=0 mb/d"])
    #expect(none[0] ?? 0 > own[0] ?? 1)
  }

  /// Four fifths of Japan's crude is the figure; of its gas and LPG it is not.
  @Test func theStatedShareIsOfOneCommodityOrOfAll() async throws {
    let through = "shocks[0].closure.share through={JPN: 80%}"
    let crude = try await Self.losses(["--set", through, "--set", Self.ofCrude])
    let own = try await Self.losses([])
    #expect(crude == own)
    let all = try await Self.losses(["--set", through])
    #expect(all[0] ?? 0 > own[0] ?? 1)
  }

  @Test func oneShareForSeveralCommoditiesIsTold() async throws {
    let through = "shocks[0].closure.share through={JPN: 80%}"
    let said = try await Self.warnings(["--set", through])
    let told = said.filter { $0.contains("`share through` of 80% stands for all that `JPN` buys") }
    try #require(told.count == 1)
    #expect(told[0].contains("crude oil 80%, LNG 4.36%, LPG 12%, naphtha 70%"))
    #expect(told[0].contains("write `share of: crude oil`"))
    for quiet in [["--set", through, "--set", Self.ofCrude], []] {
      let said = try await Self.warnings(quiet)
      #expect(!said.contains { $0.contains("`share through`") })
    }
  }

  @Test func whatAClosureStatesOfOtherGoodsIsTold() async throws {
    let through = "shocks[0].closure.share through={JPN: 80%}"
    let other = try await Self.warnings(
      ["--set", through, "--set", "shocks[0].closure.share of=rare earths"])
    #expect(
      other.contains {
        $0.contains("`rare earths` does not pass `Strait of Hormuz` by its figures")
      })
    let tonnes = try await Self.warnings(["--set", "shocks[0].closure.bypass=1000 t/d"])
    #expect(
      tonnes.contains {
        $0.contains(
          "`bypass` is counted in full for each of LNG, LPG, naphtha: they do not share it")
      })
    let barrels = try await Self.warnings(["--set", "shocks[0].closure.bypass=2.6 mb/d"])
    #expect(!barrels.contains { $0.contains("counted in full") })
  }

  /// A strait with a way around delays; a closure that forgets it would read as a stop.
  @Test func aWayAroundThatNothingTakesIsTold() async throws {
    func run(_ alternative: String) async throws -> (warnings: [String], loss: Double) {
      let closure = "{closure: {chokepoint: Strait of Malacca, for: 90 days\(alternative)}}"
      let run = try await ScenarioRun.one(
        "hormuz-2026", try ScenarioOptions.parse(["--set", "shocks=[\(closure)]"]))
      let regions = run.runner.study.base.assessment.regions
      return (
        RiskReport.report(run.runner.study).warnings.map(\.en),
        try #require(regions.compactMap(\.valueAddedLossShare).max())
      )
    }
    let forgotten = try await run("")
    let told = forgotten.warnings.filter { $0.contains("lets nothing go around") }
    try #require(told.count == 1)
    #expect(told[0].contains("`Strait of Malacca`: ships can, in about 3 days more"))
    #expect(told[0].contains("write `alternative: {days: 3 days}`"))
    let taken = try await run(", alternative: {days: 3 days}")
    let closed = try await run(", alternative: {days: 3 days, share: 0%}")
    for quiet in [taken, closed] {
      #expect(!quiet.warnings.contains { $0.contains("go around") })
    }
    #expect(abs(closed.loss / forgotten.loss - 1) < 1e-9 && taken.loss < forgotten.loss / 10)
    // Nothing goes around Hormuz by sea.
    #expect(try await !Self.warnings([]).contains { $0.contains("go around") })
  }

  private static let ofCrude = "shocks[0].closure.share of=crude oil"

  private static func warnings(_ arguments: [String]) async throws -> [String] {
    let run = try await ScenarioRun.one("hormuz-2026", try ScenarioOptions.parse(arguments))
    return RiskReport.report(run.runner.study).warnings.map(\.en)
  }
}
