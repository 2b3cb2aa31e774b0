import Scenarios
import Statistics
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
      Distribution.uniform(low: 5, high: 10), "%", false, "7.5%"
    ),
    (
      "horizon: \"triangular(1 weeks,14 days, 3 weeks)\"",
      .triangular(low: 1, mode: 2, high: 3), "weeks", true, "8 weeks"
    ),
    (
      "model.criticality: \"normal(0.5, 0.1)\"", .normal(mean: 0.5, deviation: 0.1, within: 0...1),
      "", false,
      "7.5"
    ),
    (
      "\"shocks[0].capacity.by\": \"lognormal(10%, 0.5, 1%, 50%)\"",
      .logNormal(median: 10, deviation: 0.5, within: 1...50), "%", false, "7.5%"
    ),
    (
      "\"shocks[0].capacity.by\": \"normal(10%, 2%)\"",
      .normal(mean: 10, deviation: 2, within: 0...100), "%", false, "7.5%"
    ),
    (
      "\"shocks[0].capacity.by\": \"beta(2, 3, 5%, 50%)\"",
      .beta(alpha: 2, beta: 3, low: 5, high: 50), "%", false, "7.5%"
    ),
    (
      "horizon: \"discrete(1 years: 3, 30 days: 20%)\"",
      .discrete([.init(30.0 / 365, weight: 0.2), .init(1, weight: 3)]), "years", true, "8 years"
    ),
    (
      "model.criticality: \"pert(0.2, 0.5, 1)\"", .pert(low: 0.2, mode: 0.5, high: 1), "", false,
      "7.5"
    ),
    (
      "model.criticality: \"loguniform(0.1, 1)\"", .logUniform(low: 0.1, high: 1), "", false,
      "7.5"
    ),
  ])
  func distributionsCountInTheirFirstUnit(
    _ vary: String, _ distribution: Distribution, _ unit: String, _ isWhole: Bool,
    _ text: String
  ) throws {
    let varied = try #require(try uncertainty(vary).vary.first)
    #expect(varied.law == .stated(distribution) && varied.unit == unit)
    #expect(varied.isWhole == isWhole && varied.text(of: 7.5) == text)
  }

  @Test func observationsAreNamed() throws {
    let vary = "model.criticality: \"empirical(seen.csv, dial)\""
    let law = try #require(try uncertainty(vary).vary.first).law
    #expect(law == .column(file: "seen.csv", name: "dial"))
  }

  @Test func eventsCorrelationAndSamplingAreRead() throws {
    let value = try #require(
      try Sample.decode(
        """
        economy: x
        shocks:
          - capacity: {nodes: [JPN.C], by: 10%}
        uncertainty:
          draws: 128
          sampling: sobol
          dependence: ranks
          vary: {model.criticality: "uniform(0, 1)", "shocks[0].capacity.by": "uniform(1%, 9%)"}
          events: {"shocks[0]": 30%}
          correlation: {model.criticality: {"shocks[0].capacity.by": -0.5}}
        """
      ).uncertainty)
    #expect(value.sampling == .sobol && value.dependence == .ranks)
    #expect(value.events == [.init(path: "shocks[0]", probability: 0.3)])
    #expect(value.correlations == [.init(0, 1, -0.5)])
  }
}
