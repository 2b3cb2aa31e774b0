import InputOutputTables
import Propagation
import Scenarios
import Testing

/// How losses grow with shocks and shrink with stocks under preset `sonae` (MODEL2.md, laws).
struct VarietyLossTests {
  static let count = 60
  static let horizon = 240
  /// The page counts exceptions in 180 economies.
  static func allowed(_ exceptions: Int) -> Int { max(1, exceptions * count / 180) }
  static let eighths = (0...8).map { Double($0) / 8 }

  /// Losses of one shock in nine sizes, of each of many economies.
  static func ladders(_ limits: RandomVarieties.Limits, from first: UInt64) -> [[Double]] {
    (0..<UInt64(count)).map { seed in
      var drawn = RandomVarieties(seed: first + seed, limits)
      let shock = drawn.shock(RandomVarieties.sixtyDays)
      return drawn.losses(eighths.map { [shock($0)] }, horizon: horizon)
    }
  }

  /// Near-total losses of a node that buyers then leave break this: 2 of 180 by up to 8%.
  @Test func lossGrowsWithTheShock() {
    let falls = Self.ladders(.init(), from: 2_000).map { ladder in
      let most = ladder.max() ?? 0
      let fall = zip(ladder, ladder.dropFirst()).map { $0 - $1 }.max() ?? 0
      return most > 1e-9 ? fall / most : 0
    }
    #expect(falls.count { $0 > 1e-6 } <= Self.allowed(2), "\(falls.filter { $0 > 1e-6 })")
    #expect(falls.allSatisfy { $0 <= 0.08 })
  }

  @Test func noEighthOfAShockMakesHalfOfTheLoss() {
    let steps = Self.ladders(.init(psi: 0.8), from: 3_000).map { ladder in
      let most = ladder.max() ?? 0
      let rise = zip(ladder, ladder.dropFirst()).map { $1 - $0 }.max() ?? 0
      return most > 1e-9 ? rise / most : 0
    }
    #expect(steps.allSatisfy { $0 < 0.5 }, "\(steps.filter { $0 >= 0.5 })")
    #expect(steps.contains { $0 > 0.15 })
  }

  @Test func twoShocksLoseNoMoreThanTheirSum() {
    var ratios: [Double] = []
    for seed in 0..<UInt64(Self.count) {
      var drawn = RandomVarieties(seed: 4_000 + seed)
      let one = drawn.shock(RandomVarieties.sixtyDays)(drawn.uniform(0.1, 1))
      let other = drawn.shock(RandomVarieties.sixtyDays)(drawn.uniform(0.1, 1))
      let losses = drawn.losses([[one], [other], [one, other]], horizon: Self.horizon)
      let sum = losses[0] + losses[1]
      if sum > 1e-9 { ratios.append(losses[2] / sum) }
    }
    #expect(ratios.allSatisfy { $0 <= 1.05 }, "\(ratios.filter { $0 > 1.05 })")
    #expect(ratios.count > Self.count / 2)
  }

  /// Not a law without exceptions: refilling a larger stock asks more of what is short, and some of the
  /// economies lose more: 9 of 60, by up to 2%, in the engine and in the plain program. The page counts
  /// 1 of 180 among its own draws.
  @Test func largerStocksLoseNoMore() {
    var rises: [Double] = []
    for seed in 0..<UInt64(Self.count) {
      var drawn = RandomVarieties(seed: 5_000 + seed)
      let shock = drawn.shock(RandomVarieties.sixtyDays)(drawn.uniform(0.1, 1))
      let losses = [1.0, 2, 4].map { factor in
        var model = drawn.model
        model.inventoryDays = model.inventoryDays.map { $0 * factor }
        return drawn.losses([[shock]], horizon: 900, model: model)[0]
      }
      guard losses[0] > 1e-9 else { continue }
      rises.append((zip(losses, losses.dropFirst()).map { $1 - $0 }.max() ?? 0) / losses[0])
    }
    #expect(rises.count { $0 > 1e-6 } <= 9, "\(rises.filter { $0 > 1e-6 })")
    #expect(rises.allSatisfy { $0 <= 0.02 })
    #expect(rises.count > Self.count / 2)
  }
}
