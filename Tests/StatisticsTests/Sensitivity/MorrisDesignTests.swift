import Statistics
import Testing

@Suite struct MorrisDesignTests {
  private func effects(
    _ design: MorrisDesign, of function: ([Double]) -> Double
  ) -> [MorrisDesign.Effect] {
    let results = (0..<design.runs).map { function(design.point($0)) }
    return design.effects(results, levels: design.point(0).map { _ in nil })
  }

  @Test func effectsOfALinearModelAreItsSlopes() {
    let slopes = [3.0, -2, 0, 0.5]
    let design = MorrisDesign(variables: 4, trajectories: 6, seed: 3)
    let found = effects(design) { zip($0, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
    for (effect, slope) in zip(found, slopes) {
      #expect(abs(effect.mean - slope) < 1e-12)
      #expect(abs(effect.meanSize - abs(slope)) < 1e-12)
      #expect(effect.deviation < 1e-12 && effect.halfWidth < 1e-12)
    }
  }

  @Test(arguments: 0..<20)
  func everyTrajectoryMovesEachVariableOnceWithinTheCube(seed: UInt64) {
    let variables = 1 + Int(seed) % 7
    let design = MorrisDesign(variables: variables, trajectories: 20, seed: seed)
    #expect(design.runs == 20 * (variables + 1))
    for path in design.trajectories {
      #expect(path.count == variables + 1)
      #expect(path.joined().allSatisfy { $0 > 0 && $0 < 1 })
      let moved = zip(path, path.dropFirst()).map { a, b in
        (0..<variables).filter { a[$0] != b[$0] }
      }
      #expect(moved.allSatisfy { $0.count == 1 })
      #expect(Set(moved.joined()).count == variables)
      let steps = zip(path, path.dropFirst()).flatMap { zip($0, $1).map { abs($0 - $1) } }
      #expect(steps.allSatisfy { $0 == 0 || $0 == 0.5 })
    }
  }

  /// The same draw of a seed is another's of another.
  @Test func trajectoriesBelongToTheirSeed() {
    let one = MorrisDesign(variables: 4, trajectories: 5, seed: 1)
    #expect(one.trajectories == MorrisDesign(variables: 4, trajectories: 5, seed: 1).trajectories)
    #expect(one.trajectories != MorrisDesign(variables: 4, trajectories: 5, seed: 2).trajectories)
    let longer = MorrisDesign(variables: 4, trajectories: 9, seed: 1)
    #expect(Array(longer.trajectories.prefix(5)) == one.trajectories)
  }

  /// Sobol's g function ∏ (|4xᵢ − 2| + aᵢ)/(1 + aᵢ): on four levels a step changes the i-th factor by
  /// ±1/(1 + aᵢ), and a factor has mean 1 and mean square 1 + ¼/(1 + aᵢ)², so that μ = 0,
  /// μ* = 2/(1 + aᵢ) and μ² + σ² = μ*² ∏ⱼ (1 + ¼/(1 + aⱼ)²) over the others.
  /// An event is half of the cube or a tenth of it: its effect is what it changes; a list's is from its first
  /// value to its last.
  @Test func effectsOfEventsAndListsAreBetweenTheirValues() {
    let design = MorrisDesign(variables: 3, trajectories: 8, seed: 5)
    let levels = [2, 3, 5]
    let results = (0..<design.runs).map { run -> Double in
      let x = zip(design.point(run), levels).map { MorrisDesign.level($0, of: $1) }
      return 7 * Double(x[0]) + 2 * Double(x[1]) + Double(x[2])
    }
    let found = design.effects(results, levels: levels)
    for (effect, size) in zip(found, [7.0, 4, 4]) {
      #expect(abs(effect.meanSize - size) < 1e-12 && effect.deviation < 1e-12)
    }
    #expect(design.effects(results, levels: [2, 3, 1])[2].meanSize == 0)
  }

  @Test func effectsOfTheGFunctionAreAsItsFormulaHasThem() {
    let a = [0, 1, 4.5, 9, 99, 99]
    let design = MorrisDesign(variables: a.count, trajectories: 4000, seed: 11)
    let found = effects(design) { point in
      zip(point, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    for (index, effect) in found.enumerated() {
      let size = 2 / (1 + a[index])
      let others = a.indices.filter { $0 != index }.reduce(1) {
        $0 * (1 + 0.25 / ((1 + a[$1]) * (1 + a[$1])))
      }
      #expect(abs(effect.meanSize - size) < 2 * effect.halfWidth)
      #expect(abs(effect.mean) < 4 * effect.deviation / 4000.0.squareRoot())
      #expect(abs(effect.deviation / (size * others.squareRoot()) - 1) < 0.03)
    }
  }

  /// In 95 of a hundred designs the interval holds what the g function's formula says.
  @Test func intervalsHoldTheTruthAsOftenAsTheySay() {
    let held = (0..<400).count { seed in
      let design = MorrisDesign(variables: 2, trajectories: 30, seed: UInt64(seed))
      let effect = effects(design) { abs(4 * $0[0] - 2) * (abs(4 * $0[1] - 2) + 1) / 2 }[0]
      return abs(effect.meanSize - 2) <= effect.halfWidth
    }
    #expect((365...395).contains(held))
  }
}
