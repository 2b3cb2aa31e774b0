import Decisions
import LinearAlgebra
import Testing

@Suite struct LinearProgrammeTests {
  @Test func theDietOfTwoFoodsHasItsKnownPrices() throws {
    // max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 (Hillier and Lieberman): 36 at (2, 6), duals 0, 1.5, 1.
    var programme = LinearProgramme()
    let x = programme.variable(cost: -3)
    let y = programme.variable(cost: -5)
    let first = programme.row([.init(x)], in: -Double.infinity...4)
    let second = programme.row([.init(y, times: 2)], in: -Double.infinity...12)
    let third = programme.row([.init(x, times: 3), .init(y, times: 2)], in: -Double.infinity...18)
    let best = try programme.solved()
    #expect(abs(best.cost + 36) < 1e-9)
    #expect(abs(best[x] - 2) < 1e-9 && abs(best[y] - 6) < 1e-9)
    for (row, dual) in [(first, 0.0), (second, -1.5), (third, -1)] {
      #expect(abs(best.dual(row) - dual) < 1e-9)
    }
  }

  @Test func aDualIsWhatAUnitMoreOfItsBoundChanges() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let costs = (0..<4).map { _ in Double.random(in: 1...9, using: &random) }
      let weights = (0..<4).map { _ in Double.random(in: 1...9, using: &random) }
      let solve = { (need: Double) throws -> (cost: Double, dual: Double) in
        var programme = LinearProgramme()
        let variables = costs.map { programme.variable(cost: $0, in: 0...1) }
        let row = programme.row(
          zip(variables, weights).map { .init($0, times: $1) }, in: need...Double.infinity)
        let best = try programme.solved()
        return (best.cost, best.dual(row))
      }
      let need = weights.reduce(0, +) * 0.37
      let (cost, dual) = try solve(need)
      let more = try solve(need + 1e-4)
      #expect(abs((more.cost - cost) / 1e-4 - dual) < 1e-5)
    }
  }

  @Test func whatCannotBeAndWhatNeverEndsAreTold() {
    var none = LinearProgramme()
    let x = none.variable(cost: 1, in: 0...1)
    none.row([.init(x)], in: 2...3)
    #expect(throws: LinearProgrammeFault.infeasible) { try none.solved() }
    var endless = LinearProgramme()
    let y = endless.variable(cost: -1)
    endless.row([.init(y)], in: 0...Double.infinity)
    #expect(throws: LinearProgrammeFault.unbounded) { try endless.solved() }
  }

  @Test func termsOfOneVariableAdd() throws {
    var programme = LinearProgramme()
    let x = programme.variable(cost: 1)
    programme.row([.init(x), .init(x, times: 2)], in: 6...Double.infinity)
    #expect(try programme.solved()[x] == 2)
  }

  @Test func wholeValuesAreThoseOfTryingEveryOne() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<15 {
      let worth = (0..<9).map { _ in Double.random(in: 1...20, using: &random) }
      let weight = (0..<9).map { _ in Double.random(in: 1...20, using: &random) }
      let limit = weight.reduce(0, +) * Double.random(in: 0.2...0.8, using: &random)
      var programme = LinearProgramme()
      let picks = worth.map { programme.variable(cost: -$0, in: 0...1) }
      programme.row(
        zip(picks, weight).map { .init($0, times: $1) }, in: -Double.infinity...limit)
      let found = try #require(try programme.solved(whole: picks))
      let best =
        (0..<(1 << 9)).map { set -> Double in
          let members = (0..<9).filter { set >> $0 & 1 == 1 }
          guard members.reduce(0, { $0 + weight[$1] }) <= limit else { return 0 }
          return members.reduce(0) { $0 + worth[$1] }
        }.max() ?? 0
      #expect(abs(found.solution.cost + best) < 1e-7)
      #expect(abs(found.gap) < 1e-7)
      let relaxed = try programme.solved().cost
      #expect(found.solution.cost >= relaxed - 1e-9)
    }
  }

  @Test func aLimitLeavesAGapThatHoldsTheBest() throws {
    let worth = [8.0, 11, 6, 4, 7, 9, 5]
    let weight = [5.0, 7, 4, 3, 5, 6, 4]
    var programme = LinearProgramme()
    let picks = worth.map { programme.variable(cost: -$0, in: 0...1) }
    programme.row(zip(picks, weight).map { .init($0, times: $1) }, in: -Double.infinity...14)
    let whole = try #require(try programme.solved(whole: picks))
    for most in 1...30 {
      guard let cut = try programme.solved(whole: picks, most: most) else { continue }
      #expect(cut.bound <= whole.solution.cost + 1e-9)
      #expect(cut.solution.cost >= whole.solution.cost - 1e-9)
    }
  }
}
