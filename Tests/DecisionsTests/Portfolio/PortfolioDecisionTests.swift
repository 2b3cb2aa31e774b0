import Decisions
import Scenarios
import Testing

@Suite struct PortfolioDecisionTests {
  private static let items: [any Lever] = [
    OreWorld.stockpile(5), OreWorld.stockpile(10), OreWorld.stockpile(20),
    OreWorld.release(50, rate: 4),
  ]

  private func find(
    _ items: [any Lever], _ lengths: [Int], budget: Double
  ) async throws -> PortfolioDecision {
    try #require(
      try await PortfolioDecision.find(
        over: OreWorld.cases(lengths, responses: items), budget: budget, region: 0,
        on: OreWorld.model()))
  }

  @Test func everySetIsPlayedWhereTheyAreFew() async throws {
    let plenty = try await find(Self.items, [30, 90], budget: 1e12)
    #expect(plenty.isExact && plenty.played.count == 16 && plenty.gap == 0)
    #expect(plenty.best.expected == plenty.played.map(\.expected).min())
    // Half of what all of it costs.
    let budget = (plenty.played.map(\.cost).max() ?? 0) / 2
    let found = try await find(Self.items, [30, 90], budget: budget)
    let best = plenty.played.filter { $0.cost <= budget }.map(\.expected).min()
    #expect(found.best.expected == best)
    #expect(found.affordable.allSatisfy { $0.cost <= budget })
    #expect(found.best.expected > plenty.best.expected)
    #expect(found.regrets.allSatisfy { $0 >= 0 })
  }

  @Test func costsAreTheLedgersPurchaseAndHolding() async throws {
    // 5 days of 10 t a day at 100 USD, held for 121 days at 8% a year.
    let found = try await find(Self.items, [30], budget: 1e12)
    let purchase = 5.0 * 10 * 100
    #expect(abs(found.costs[0] - purchase * (1 + 0.08 * 121 / 365)) < 1e-6 * purchase)
    #expect(abs(found.costs[1] - 2 * found.costs[0]) < 1e-6 * purchase)
    #expect(found.none.cost == 0)
  }

  @Test func moreMoneyNeverHurtsAndTheFrontierFalls() async throws {
    let found = try await find(Self.items, [30, 90], budget: 1e12)
    let frontier = found.frontier
    for (cheap, dear) in zip(frontier, frontier.dropFirst()) {
      #expect(cheap.cost <= dear.cost && cheap.expected > dear.expected)
    }
    #expect(frontier.last?.expected == found.best.expected)
    #expect(
      found.played.allSatisfy {
        $0.worst >= $0.shortfall - 1e-15 && $0.shortfall >= $0.expected - 1e-15
      })
  }

  @Test func marginalsAreDifferencesOfPlayedSets() async throws {
    let found = try await find(Self.items, [30, 90], budget: 1e12)
    for (number, marginal) in found.marginal.enumerated() {
      let other = found.played.first {
        $0.items == found.best.items.symmetricDifference([number])
      }
      let change = found.best.expected - (try #require(other)).expected
      #expect(marginal == (found.best.items.contains(number) ? change : -change))
    }
  }

  @Test func whereTheyAreManyABoundHoldsTheBest() async throws {
    let many: [any Lever] = (0..<12).map { OreWorld.stockpile(Double(1 + $0 % 4)) }
    let all = try await find(Array(many.prefix(4)), [90], budget: 1e12)
    let unit = all.costs[0]
    let found = try await find(many, [90], budget: 9.5 * unit)
    #expect(!found.isExact)
    #expect(found.best.cost <= 9.5 * unit)
    #expect(found.bound <= found.best.expected + 1e-12)
    // Nine days of stock are the most that fit, whichever items they come from.
    let nine = await OreWorld.model().play([
      OreWorld.closed(90, responses: [OreWorld.stockpile(9)])
    ])
    #expect(abs(found.best.expected - (nine[0].lossShares[0] ?? .nan)) < 1e-9)
  }

  @Test func freshDrawsAreTheSameRunsWhereTheCasesAre() async throws {
    let found = try await find(Self.items, [30, 90], budget: 1e12)
    let check = try #require(
      await FreshCheck(
        found.best.items, over: OreWorld.cases([30, 90], responses: Self.items), region: 0,
        on: OreWorld.model()))
    #expect(abs(check.mean - found.best.expected) < 1e-14)
  }
}
