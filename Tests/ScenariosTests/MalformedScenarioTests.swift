import Diagnostics
import Scenarios
import Testing

/// Files with mistakes, and every message as `line:column code message`.
enum MalformedScenarios {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let messages: [String]

    init(_ text: String, _ messages: [String]) {
      self.text = text
      self.messages = messages
    }

    var testDescription: String { messages.first ?? text }
  }

  static let all = top + model + shapes + shocks + others + levers
}

@Suite struct MalformedScenarioTests {
  @Test(arguments: MalformedScenarios.all)
  func everyMistakeIsPlaced(_ mistake: MalformedScenarios.Case) throws {
    let found = try Sample.messages(mistake.text)
    #expect(found == mistake.messages)
  }

  @Test(arguments: MalformedScenarios.all)
  func bothLanguagesSayIt(_ mistake: MalformedScenarios.Case) throws {
    let messages = ScenarioDecoder.check(
      try Sample.document(mistake.text), names: try Sample.names.get(),
      defaults: try Sample.defaults.get())
    for problem in messages.map(\.problem) {
      #expect(!problem.message(in: .ja).isEmpty)
      #expect(problem.message(in: .ja) != problem.message(in: .en))
      #expect((problem.help(in: .en) == nil) == (problem.help(in: .ja) == nil))
    }
  }

  @Test func manyKindsAreCovered() {
    let codes = Set(
      MalformedScenarios.all.flatMap(\.messages).map { $0.split(separator: " ")[1] })
    #expect(MalformedScenarios.all.count >= 200)
    #expect(codes.count >= 40)
  }

  @Test(arguments: [
    ("economy: x\nhorizon: 9 dayz\n", "accepted: `days`, `weeks`, `years`"),
    ("economy: x\nmodel: {psi: 2}\n", "accepted: from `0` to `1`"),
    ("economy: x\nmodel: {restock: 0 days}\n", "accepted: more than `0 days`"),
    ("economy: x\nhorizon: 1,000 days\n", "write `1000 days`"),
    (
      "economy: x\nshocks:\n  - price: {commodity: crude oil, to: 9 USD/kg}\n",
      "accepted: `USD/bbl`"
    ),
    (
      "economy: x\nshocks:\n  - capacity: {nodes: JPN.C, by: 1%}\n",
      "write for example `nodes: [JPN.C]`"
    ),
    (
      "economy: x\nshocks:\n  - capacity: {by: 1%}\n",
      "write for example `nodes: [JPN.34t35, KOR.*]` or `commodity: crude oil, origins: [IRQ, KWT]`"
    ),
    (
      "economy: x\nshocks:\n  - capacity: {commodity: rare earths, origins: [SAU], by: 1%}\n",
      "known: `AUT`, `CHN`, `EST`, `FRA`, `IND`, `JPN`, `KOR`, `LAO`, `MMR`, `MYS`, `OTHER`, `RUS`, …"
    ),
  ]) func helpSaysTheWayOut(_ text: String, _ help: String) throws {
    let messages = ScenarioDecoder.check(
      try Sample.document(text), names: try Sample.names.get(),
      defaults: try Sample.defaults.get())
    #expect(messages.compactMap { $0.problem.help(in: .en) } == [help])
  }
}
