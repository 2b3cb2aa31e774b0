import Commodities
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Each lever, low to high, moves losses as it should (LEVERS.md M).
struct LeverSweepTests {
  @Test(arguments: LeverSweep.all) func aLeverMovesLossesOneWay(_ sweep: LeverSweep) {
    let losses = sweep.losses
    let (first, last) = (losses[0], losses[losses.count - 1])
    let steps = zip(losses, losses.dropFirst())
    #expect(losses.allSatisfy { $0.isFinite && $0 >= -1e-9 })
    switch sweep.direction {
    case .adds:
      #expect(steps.allSatisfy { $0 <= $1 + 1e-9 } && last > first + 1e-3, "\(losses)")
    case .takes:
      #expect(steps.allSatisfy { $1 <= $0 + 1e-9 } && last < first - 1e-3, "\(losses)")
    case .leaves: #expect(steps.allSatisfy { abs($0 - $1) < 1e-9 }, "\(losses)")
    }
  }

  /// Every kind of shock and response that moves volumes or incomes is swept.
  @Test func everyLeverIsSwept() {
    let swept = Set(
      LeverSweep.all.compactMap { $0.key.split(separator: ".").first.map(String.init) })
    let kinds = ["shocks[]", "responses[]"].flatMap { list in
      KeyTable.keys(of: list).filter { $0.type == .group }.map(\.name)
    }
    // Their places in the table and in trade are swept by tests of their own: `Step`, `Income`, `Ledger`.
    let elsewhere: Set = ["destruction", "currency", "swap"]
    #expect(Set(kinds.filter { !$0.contains(".") }).subtracting(elsewhere).isSubset(of: swept))
  }

  /// Two bans of one link leave what passes both: sub-additive in what is missing.
  @Test(arguments: 0..<40) func bansOfOneLinkAreSubAdditiveInWhatIsMissing(_ seed: UInt64) {
    var g = SplitMix64(seed: 3300 + seed)
    let (one, two) = (g.nextUniform(), g.nextUniform())
    func missing(_ shares: [Double]) -> Double {
      var spec = OverlaySpec()
      spec.horizon = 1
      spec.bans = shares.map { .init(origin: "A", importer: 0, share: $0, window: .since(0)) }
      return 1 - spec.run().trajectory.overlays[0].received[0] / 10
    }
    let both = missing([one, two])
    #expect(abs(both - 0.6 * (1 - (1 - one) * (1 - two))) < 1e-12)
    #expect(both <= missing([one]) + missing([two]) + 1e-12)
  }

  /// Bans of two commodities stop overlapping parts of one output: sub-additive in loss (LEVERS.md 0.4.3).
  @Test(arguments: 0..<20) func bansOfTwoCommoditiesAreSubAdditiveInLoss(_ seed: UInt64) {
    var g = SplitMix64(seed: 3400 + seed)
    let days = [30 * g.nextUniform(), 30 * g.nextUniform()]
    let exposed = [0.2 + 0.8 * g.nextUniform(), 0.2 + 0.8 * g.nextUniform()]
    func loss(_ banned: [Int]) -> Double {
      var spec = OverlaySpec()
      spec.horizon = 100
      spec.others.shocks = [
        Ban(
          exporter: LeverSweep.a, importer: nil, products: banned.map { .commodity($0) }, by: 1,
          leak: 0, window: .since(0))
      ]
      let commodities = (0..<2).map { place in
        spec.importers[0].stockDays = days[place]
        spec.importers[0].users = [(1, exposed[place], 1)]
        return spec.commodity(named: "ore \(place)", part: nil)
      }
      let output = spec.run(with: commodities).output
      return (0..<100).reduce(0) { $0 + 1 - output[2 * $1] / 100 }
    }
    let (one, two, both) = (loss([0]), loss([1]), loss([0, 1]))
    #expect(both <= one + two + 1e-9 && both >= max(one, two) - 1e-9, "\(one) \(two) \(both)")
  }

  /// Two bans on one stock add up in what is missing and, since the second finds the stock used, to more than
  /// their sum in loss.
  @Test func bansOnOneStockAreSuperAdditiveInLoss() {
    func run(_ origins: [String]) -> (loss: Double, missing: Double) {
      var spec = LeverSweep.plain
      spec.bans = origins.map { .init(origin: $0, importer: 0, share: 0.5, window: .since(0)) }
      let t = spec.run().trajectory
      let loss = (0..<spec.horizon).reduce(0) { $0 + 1 - t.output[4 * $1] / 100 }
      return (loss, 1 - t.overlays[0].received[0] / 10)
    }
    let (one, two, both) = (run(["A"]), run(["B"]), run(["A", "B"]))
    #expect(abs(both.missing - one.missing - two.missing) < 1e-12)
    #expect(both.loss > one.loss + two.loss + 1)
  }
}
