import Statistics
import Testing

@Suite struct MorrisDesignTests {
  @Test func effectsOfALinearModelAreItsSlopes() {
    let slopes = [3.0, -2, 0, 0.5]
    let design = MorrisDesign(variables: 4, trajectories: 6, seed: 3)
    let effects = design.effects(
      design.trajectories.map { path in
        path.map { point in zip(point, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
      })
    for (effect, slope) in zip(effects, slopes) {
      #expect(abs(effect.mean - slope) < 1e-12)
      #expect(abs(effect.meanSize - abs(slope)) < 1e-12)
      #expect(effect.deviation < 1e-12)
    }
  }

  @Test func everyTrajectoryMovesEachVariableOnceWithinTheCube() {
    let design = MorrisDesign(variables: 5, trajectories: 20, seed: 1)
    for path in design.trajectories {
      #expect(path.count == 6)
      #expect(path.joined().allSatisfy { $0 > 0 && $0 < 1 })
      let moved = zip(path, path.dropFirst()).map { a, b in (0..<5).filter { a[$0] != b[$0] } }
      #expect(moved.allSatisfy { $0.count == 1 })
      #expect(Set(moved.joined()).count == 5)
    }
  }

  @Test func interactionShowsInTheDeviation() {
    let design = MorrisDesign(variables: 2, trajectories: 30, seed: 2)
    let effects = design.effects(design.trajectories.map { $0.map { $0[0] * $0[1] } })
    #expect(effects.allSatisfy { $0.deviation > 0.1 })
  }
}
