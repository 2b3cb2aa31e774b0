import LinearAlgebra
import Statistics
import Testing

@Suite struct ShapleyTests {
  private func airport(_ group: [Bool]) -> Double {
    zip(group, [8.0, 11, 13, 18]).reduce(0) { $1.0 ? max($0, $1.1) : $0 }
  }

  @Test func theAirportGame() {
    let worth = (0..<16).map { group in airport((0..<4).map { group >> $0 & 1 == 1 }) }
    let shares = Shapley.exact(worth, players: 4).map(\.value)
    for (share, expected) in zip(shares, [2.0, 3, 4, 9]) { #expect(abs(share - expected) < 1e-12) }
    let sampled = Shapley.sampled(players: 4, orders: 400, seed: 1, worth: airport)
    for (share, expected) in zip(sampled, [2.0, 3, 4, 9]) {
      #expect(abs(share.value - expected) < 5 * (share.standardError ?? 0) + 1e-12)
    }
  }

  @Test(arguments: 1...8) func sharesAddUpToTheWhole(_ players: Int) {
    var random = SplitMix64(seed: UInt64(players))
    let worth = (0..<1 << players).map { _ in random.nextUniform() }
    let total = Shapley.exact(worth, players: players).reduce(0) { $0 + $1.value }
    #expect(abs(total - (worth[worth.count - 1] - worth[0])) < 1e-12)
  }

  /// Var(E(Y|X_u)) of Ishigami: V₁, V₂ and V₁₃ alone.
  @Test func effectsOfIshigami() {
    let v1 = Ishigami.first[0]
    let v2 = Ishigami.first[1]
    let v13 = Ishigami.total[2]
    let explained = (0..<8).map { group in
      (group & 1 != 0 ? v1 : 0) + (group & 2 != 0 ? v2 : 0) + (group & 5 == 5 ? v13 : 0)
    }
    let effects = Shapley.effects(explained: explained, variables: 3)
    for (effect, expected) in zip(effects, [0.4357470, 0.4424111, 0.1218418]) {
      #expect(abs(effect - expected) < 1e-7)
    }
  }

  /// Y = X₁ + X₂, deviations 1 and 2, correlation 0.5: given X₁, Y has mean X₁(1 + ρσ₂/σ₁).
  @Test func effectsOfCorrelatedVariables() {
    let explained = [0, 2.0 * 2, 2.5 * 2.5, 1 + 4 + 2.0]
    let effects = Shapley.effects(explained: explained, variables: 2)
    #expect(abs(effects[0] - 0.3392857) < 1e-7)
    #expect(abs(effects[1] - 0.6607143) < 1e-7)
  }
}
