import Commodities
import Diagnostics
import Foundation
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios
import Testing

/// What a policy is worth, against a case worked by hand: `Fixtures/24-cost-benefit.json` (LEVERS.md I).
struct PolicyResultTests {
  private struct Example: Decodable {
    struct Present: Decodable {
      let costs: [Double]
      let discount: Double
      let value: Double
    }

    let loss_without: Double
    let loss_with: Double
    let gdp: Double
    let cost_a_year: Double
    let probability: Double
    let avoided: Double
    let break_even: Double
    let benefit_cost: Double
    let present_value: Present
  }

  private let example: Example

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../Fixtures/24-cost-benefit.json")
    example = try JSONDecoder().decode(Example.self, from: try Data(contentsOf: file))
  }

  private func result(probability: Double?, costAYear: Double) -> PolicyResult {
    PolicyResult(
      name: Bilingual("policy", "政策"), lossWithout: example.loss_without,
      lossWith: example.loss_with, product: example.gdp, budgetCost: 0, buyersCost: costAYear,
      firstYear: costAYear, lastYear: costAYear, horizonCost: costAYear, costAYear: costAYear,
      probability: probability)
  }

  @Test func benefitsOverCosts() throws {
    let policy = result(probability: example.probability, costAYear: example.cost_a_year)
    let avoided = try #require(policy.avoidedMoney)
    #expect(abs(avoided / example.avoided - 1) < 1e-12)
    #expect(abs(try #require(policy.breakEven) - example.break_even) < 1e-12)
    #expect(abs(try #require(policy.benefitCost) - example.benefit_cost) < 1e-9)
  }

  @Test func noRatioWithoutAProbabilityOrACost() {
    #expect(result(probability: nil, costAYear: example.cost_a_year).benefitCost == nil)
    #expect(result(probability: 0.02, costAYear: 0).benefitCost == nil)
    #expect(result(probability: 0.02, costAYear: -5).breakEven == 0)
  }

  /// A contract that costs the same each of three years.
  @Test func costsOfLaterYearsAreDiscounted() throws {
    let costs = example.present_value.costs
    let economy = try Bundled.economy.get()
    let commodities = try Bundled.commodities.get()
    let index = try #require(commodities.firstIndex { $0.name == "rare earths" })
    let base = try #require(commodities[index].price.base.value)
    let japan = Partner(
      code: "JPN", region: economy.table.regions.firstIndex { $0.code == "JPN" })
    let contract = Offtake(
      commodity: index, importer: japan, seller: Partner(code: "AUS", region: nil), quantity: 1,
      price: base + costs[0] / 365, payer: .government(japan), window: .since(0))
    let plain = scenario(
      model(economy.productCount), horizon: 365 * costs.count, responses: [contract])
    let runs = try #require(PolicyRuns(plain, commodities: commodities))
    let assessed = runs.scenarios.map {
      assess(economy, $0, commodities: commodities).assessment
    }
    let all = assess(economy, plain, commodities: commodities).assessment
    let results = runs.results(
      assessed, all: all, in: try #require(japan.region), of: economy, commodities: commodities)
    let cost = try #require(results.first)
    #expect(plain.report.discount == example.present_value.discount)
    #expect(abs(cost.horizonCost / example.present_value.value - 1) < 1e-9)
    #expect(abs(cost.firstYear / costs[0] - 1) < 1e-9)
  }
}
