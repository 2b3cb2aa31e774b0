import Scenarios
import Testing

@Suite struct UncertaintyTests {
  private func uncertainty(_ vary: String) throws -> Uncertainty {
    let text = """
      economy: x
      shocks:
        - capacity: {nodes: [JPN.C], by: 10%}
      uncertainty: {draws: 50, seed: 7, vary: {\(vary)}}
      """
    return try #require(try Sample.decode(text).uncertainty)
  }

  @Test func numbersAreRead() throws {
    let value = try uncertainty("")
    #expect(value.draws == 50 && value.seed == 7 && value.vary.isEmpty)
    #expect(try Sample.decode("economy: x\n").uncertainty == nil)
  }

  @Test(arguments: [
    (
      "\"shocks[0].capacity.by\": \"uniform(5%, 10%)\"",
      Uncertainty.Distribution.uniform(low: 5, high: 10), "%", false, "7.5%"
    ),
    (
      "horizon: \"triangular(1 weeks,14 days, 3 weeks)\"",
      .triangular(low: 1, mode: 2, high: 3), "weeks", true, "8 weeks"
    ),
    (
      "model.criticality: \"normal(0.5, 0.1)\"", .normal(mean: 0.5, deviation: 0.1), "", false,
      "7.5"
    ),
  ])
  func distributionsCountInTheirFirstUnit(
    _ vary: String, _ distribution: Uncertainty.Distribution, _ unit: String, _ isWhole: Bool,
    _ text: String
  ) throws {
    let varied = try #require(try uncertainty(vary).vary.first)
    #expect(varied.distribution == distribution && varied.unit == unit)
    #expect(varied.isWhole == isWhole && varied.text(of: 7.5) == text)
  }
}
