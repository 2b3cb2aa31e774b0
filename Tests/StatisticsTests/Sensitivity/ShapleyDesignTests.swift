import LinearAlgebra
import Statistics
import Testing

@Suite struct ShapleyDesignTests {
  private func effects(
    _ design: ShapleyDesign, of function: ([Double]) -> Double
  ) -> [ShapleyDesign.Effect] {
    design.effects((0..<design.runs).map { function(design.point($0)) })
  }

  @Test(arguments: 0..<10) func aWalkExchangesOneVariableAfterTheOther(seed: UInt64) {
    let variables = 1 + Int(seed) % 6
    let design = ShapleyDesign(variables: variables, walks: 7, seed: seed)
    for walk in 0..<7 {
      let points = (0...variables).map { design.point(walk * (variables + 1) + $0) }
      let moved = zip(points, points.dropFirst()).map { a, b in
        (0..<variables).filter { a[$0] != b[$0] }
      }
      #expect(moved.allSatisfy { $0.count == 1 } && Set(moved.joined()).count == variables)
      #expect(points.joined().allSatisfy { $0 > 0 && $0 < 1 })
    }
  }

  /// They sum to 1 in every sample, not in the mean alone.
  @Test(arguments: 0..<20) func sharesAddUp(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let slopes = (0..<4).map { _ in random.nextUniform() * 4 - 2 }
    let found = effects(ShapleyDesign(variables: 4, walks: 5, seed: seed)) { point in
      zip(point, slopes).reduce(0) { $0 + $1.0 * $1.1 } + point[0] * point[3]
    }
    #expect(abs(found.reduce(0) { $0 + $1.share } - 1) < 1e-12)
  }

  @Test func whatDoesNothingHasNoShare() {
    let found = effects(ShapleyDesign(variables: 3, walks: 50, seed: 1)) { $0[0] * $0[1] }
    #expect(found[2].share == 0 && found[2].standardError == 0)
    #expect(effects(ShapleyDesign(variables: 3, walks: 50, seed: 1)) { _ in 7.25 }.isEmpty)
  }

  @Test func effectsOfIshigamiAreThoseOfItsFormula() {
    let exact = [0.4357470, 0.4424111, 0.1218418]
    let found = effects(
      ShapleyDesign(variables: 3, walks: 40_000, seed: 5), of: Ishigami.value)
    for (effect, share) in zip(found, exact) {
      #expect(abs(effect.share - share) < 3.5 * effect.standardError)
      #expect(effect.standardError < 0.006)
    }
  }

  /// In 95 of a hundred designs 1.96 errors reach the truth of the linear model: 1/5 and 4/5.
  @Test func errorsAreAsLargeAsTheySay() {
    let held = (0..<300).count { seed in
      let design = ShapleyDesign(variables: 2, walks: 200, seed: UInt64(seed))
      let effect = effects(design) { $0[0] + 2 * $0[1] }[0]
      return abs(effect.share - 0.2) <= 1.96 * effect.standardError
    }
    #expect((273...296).contains(held))
  }
}
