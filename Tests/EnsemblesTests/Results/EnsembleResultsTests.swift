import Ensembles
import Files
import Statistics
import Testing

@Suite struct EnsembleResultsTests {
  private let outcomes = [
    Outcome(.gdpLossShare, region: "JPN"),
    Outcome(.firstShortDay, region: "JPN", commodity: "rare earths"),
  ]

  private func variables() -> [EnsembleVariable] {
    ["a", "b", "c"].map {
      EnsembleVariable(
        path: $0, law: .number(.uniform(low: 0, high: 1), unit: "", isWhole: false))
    }
  }

  /// An ensemble whose loss is 3a + 4b and whose stock fails on day 100a unless c is above 0.8.
  private func results(
    draws: Int, sampling: SamplingMethod = .monteCarlo, until: EnsemblePlan.Stopping? = nil
  ) -> EnsembleResults {
    let design = EnsembleDesign(
      variables(), draws: draws, seed: 9, sampling: sampling, indexRows: 1024,
      trajectories: 5, walks: 2000)
    let plan = EnsemblePlan(
      version: "1", title: .init(en: "", ja: ""), fingerprint: "",
      names: EnsembleNames(economy: .init(en: "", ja: "")), moneyUnit: "", start: nil, horizon: 365,
      language: "en", design: design, stopping: until, outcomes: outcomes, paths: nil,
      warnings: [])
    var results = EnsembleResults(plan)
    for block in EnsembleBlock.all(of: plan) {
      let values = block.rows.map { run -> [Double?] in
        let x = design.values(block.part, run).map { $0 ?? 0.5 }
        return [3 * x[0] + 4 * x[1], x[2] > 0.8 ? nil : 100 * x[0]]
      }
      results.add(block.part, block.columns(design, outcomes: outcomes, results: values))
    }
    return results
  }

  @Test func blocksHoldEveryRunOnce() {
    let plan = results(draws: 700).plan
    for part in EnsembleDesign.Part.allCases {
      let rows = EnsembleBlock.all(of: plan).filter { $0.part == part }.flatMap { Array($0.rows) }
      #expect(rows == Array(0..<plan.runs(of: part)))
    }
    #expect(Set(EnsembleBlock.all(of: plan).map(\.name)).count == EnsembleBlock.all(of: plan).count)
  }

  @Test(arguments: [SamplingMethod.monteCarlo, .latinHypercube, .sobol])
  func meansAndQuantilesAreThoseOfTheModel(_ sampling: SamplingMethod) throws {
    let summary = try #require(results(draws: 2048, sampling: sampling).summary(0))
    #expect(summary.count == 2048 && summary.missing == 0)
    let mean = try #require(summary.mean)
    let error = try #require(mean.standardError)
    #expect(abs(mean.mean - 3.5) < 4 * error + 0.01)
    let median = try #require(summary.quantile(0.5))
    let low = try #require(summary.interval(0.5).low)
    let high = try #require(summary.interval(0.5).high)
    #expect(low < median && median < high && abs(median - 3.5) < 0.15)
  }

  /// Var(3a) : Var(4b) = 9 : 16, and c does nothing.
  @Test func driversOfALinearModelAreItsSquares() {
    let drivers = results(draws: 512).drivers(0)
    for (driver, share) in zip(drivers, [0.36, 0.64, 0]) {
      #expect(abs((driver.index?.first.value ?? 9) - share) < 0.02)
      #expect(abs((driver.index?.total.value ?? 9) - share) < 0.02)
    }
    #expect(abs((drivers[0].low ?? 0) - (0.15 + 2)) < 1e-12)
    #expect(abs((drivers[0].high ?? 0) - (2.85 + 2)) < 1e-12)
    #expect(drivers[2].low == drivers[2].high)
  }

  /// Of 3a + 4b over the cube: 3, 4 and 0, whichever way a trajectory goes.
  @Test func elementaryEffectsOfALinearModelAreItsSlopes() {
    let effects = results(draws: 8).elementaryEffects(0)
    for (effect, slope) in zip(effects, [3.0, 4, 0]) {
      #expect(abs(effect.mean - slope) < 1e-12 && abs(effect.meanSize - slope) < 1e-12)
      #expect(effect.deviation < 1e-12 && effect.halfWidth < 1e-12)
    }
    #expect(effects.count == 3)
  }

  /// Of 3a + 4b: 9/25, 16/25 and nothing.
  @Test func shapleyEffectsOfALinearModelAreItsSquares() {
    let effects = results(draws: 8).shapleyEffects(0)
    #expect(effects.count == 3)
    for (effect, share) in zip(effects, [0.36, 0.64, 0]) {
      #expect(abs(effect.share - share) <= 3 * effect.standardError)
    }
  }

  @Test func aDayThatDoesNotComeIsLaterThanAny() throws {
    let summary = try #require(results(draws: 1000).summary(1))
    #expect(abs(summary.coming.share - 0.8) < 0.05)
    #expect(summary.coming.low < summary.coming.share && summary.coming.share < summary.coming.high)
    #expect(summary.count + summary.missing == 1000)
    #expect(summary.quantile(0.95) == nil && summary.mean == nil)
    let median = try #require(summary.quantile(0.5))
    #expect(abs(median - 62.5) < 6)
  }

  @Test func theRuleLooksAtTheQuantilesPrecision() {
    let rule = { EnsemblePlan.Stopping(outcome: "gdp_loss_share_JPN", share: 0.5, relative: $0) }
    #expect(results(draws: 1000, until: rule(0.1)).isPreciseEnough)
    #expect(!results(draws: 1000, until: rule(0.001)).isPreciseEnough)
    #expect(!results(draws: 1000).isPreciseEnough)
  }

  /// A day that does not come is later than any; a run without any number of the region is none.
  @Test func whatIsNotComputedNeverLasts() throws {
    var results = EnsembleResults(results(draws: 16).plan)
    let design = EnsembleDesign(
      variables(), draws: 16, seed: 9, sampling: .monteCarlo, indexRows: 8)
    let block = try #require(EnsembleBlock.all(of: results.plan).first { $0.part == .draws })
    let values = block.rows.map { run -> [Double?] in
      run < 4 ? [nil, nil] : run < 8 ? [1, nil] : [1, Double(run)]
    }
    results.add(.draws, block.columns(design, outcomes: outcomes, results: values))
    let day = try #require(results.summary(1))
    #expect(day.count == 8 && day.quantile(0.5) == 13.5 && day.quantile(0.9) == nil)
    #expect(day.sample.values.count == 12)
  }

  /// Total indices of independent variables add up to 1 or more: where they miss it by more than their errors,
  /// no order follows from them.
  @Test func indicesThatCannotBeRightSayNothing() {
    func driver(_ path: String, _ total: Double, _ error: Double, swing: Double) -> Driver {
      Driver(
        variable: .init(
          EnsembleVariable(
            path: path, law: .number(.uniform(low: 0, high: 1), unit: "", isWhole: false))),
        index: SobolIndex(
          first: .init(value: 0, standardError: 0), total: .init(value: total, standardError: error)
        ),
        low: 0, high: swing, rankCorrelation: nil)
    }
    let few = [driver("a", 0.08, 0.07, swing: 0.2), driver("b", 0.1, 0.02, swing: 0.1)]
    #expect(!few.indicesAddUp && few.byStrength.map(\.variable.path) == ["a", "b"])
    let unsure = [driver("a", 0.3, 0.4, swing: 0.2), driver("b", 0.4, 0.1, swing: 0.1)]
    #expect(unsure.indicesAddUp && unsure.byStrength.map(\.variable.path) == ["b", "a"])
    #expect([Driver]().indicesAddUp)
  }
}
