import Testing

/// A key that another leaves without effect is warned of, where it differs from its default.
struct IdleKeyTests {
  @Test(arguments: [
    ("model: {preset: pooled, income: {propensity: 0.5}}", "model.income.propensity"),
    ("model: {income: {show: off, over: 30 days}}", "model.income.over"),
    ("model: {variety: off, chain: 0.5}", "model.chain"),
    ("model: {variety: off, variety cover: 2}", "model.variety cover"),
    (
      "shocks:\n  - capacity: {commodity: crude oil, origins: [IRQ], by: 5%, measured: true}",
      "shocks[].capacity.measured"
    ),
    (
      "model: {preset: ario}\nshocks:\n  - capacity: {nodes: [JPN.C], by: 5%, measured: true}",
      "shocks[].capacity.measured"
    ),
    (
      "responses:\n  - thrift: {commodity: rare earths, importers: [JPN], step after: 1 years}",
      "responses[].thrift.step after"
    ),
    (
      "responses:\n  - obligation: {commodity: crude oil, holder: JPN, days: 9 days, from: day 3}",
      "responses[].obligation.from"
    ),
    (
      "horizon: 40 days\nshocks:\n  - capacity: {nodes: [JPN.C], by: 5%, from: day 1, for: 39 days, recovery: linear over 9 days}",
      "shocks[].capacity.recovery"
    ),
    (
      "shocks:\n  - demand: {regions: [JPN], sectors: [C], by: -5%, recovery: linear over 9 days}",
      "shocks[].demand.recovery"
    ),
  ]) func whatHasNoEffectIsSaid(_ text: String, _ path: String) throws {
    let messages = try Sample.messages("economy: x\n\(text)\n")
    #expect(messages.count { $0.contains("no-effect `\(path)`") } == 1, "\(messages)")
  }

  @Test(arguments: [
    "model: {preset: pooled, income: {propensity: 0.62}}", "model: {chain: 0.5}",
    "model: {variety: off, chain: 0.75}",
    "responses:\n  - thrift: {commodity: rare earths, importers: [JPN], step: 5%, step after: 1 years}",
    "horizon: 40 days\nshocks:\n  - capacity: {nodes: [JPN.C], by: 5%, for: 39 days, recovery: linear over 9 days}",
    "horizon: 40 days\nshocks:\n  - capacity: {nodes: [JPN.C], by: 5%, for: 40 days, recovery: immediate}",
  ]) func whatHasOneOrIsTheDefaultIsNot(_ text: String) throws {
    let messages = try Sample.messages("economy: x\n\(text)\n")
    #expect(!messages.contains { $0.contains("no-effect") }, "\(messages)")
  }
}
