import Diagnostics
import ScenarioText
import Scenarios
import Testing

@Suite struct FillingTests {
  private static let texts = [
    "economy: x\n", "economy: x\nmodel: {preset: pooled}\n", "economy: x\nmodel: {preset: ario}\n",
    "economy: x\nmodel:\nshocks:\n",
    ReferenceScenarios.interface,
    """
    economy: x
    title_ja: "備え: 演習"
    model: {inventory: low, restock: {C: 3.5 days}, redirect: {max: 3%}, flows: true}
    shocks:
      - closure: {chokepoint: ホルムズ海峡, bypass: 2.6 mb/d}
      - destruction: {nodes: ["*.C"], by: 1%, recovery: logistic over 9 days}
    responses:
      - release: {commodity: crude oil, holders: {JPN: all}, when: shortfall above 5% for 3 days}
    """,
  ]

  @Test(arguments: texts) func theFilledFileMeansTheSame(_ text: String) throws {
    let filled = yaml(KeyTable.filled(try Sample.document(text)).root)
    let before = try Sample.decode(text)
    let after = try Sample.decode(filled)
    #expect(same(before.base, after.base))
    #expect(before.variants.count == after.variants.count)
    for (one, other) in zip(before.variants, after.variants) {
      #expect(one.name == other.name && same(one.scenario, other.scenario))
    }
    #expect(before.uncertainty == after.uncertainty)
  }

  @Test(arguments: texts) func fillingTwiceChangesNothing(_ text: String) throws {
    let once = yaml(KeyTable.filled(try Sample.document(text)).root)
    #expect(yaml(KeyTable.filled(try Sample.document(once)).root) == once)
  }

  @Test(arguments: texts) func everyDefaultIsWritten(_ text: String) throws {
    let filled = yaml(KeyTable.filled(try Sample.document(text)).root)
    let preset = try Sample.decode(text).base.model.preset
    for key in KeyTable.keys(of: "model") {
      let isWritten = filled.contains("\n  \(key.name):")
      #expect(isWritten == (key.standard(preset) != nil), "\(key.path)")
    }
    for key in KeyTable.keys(of: "") where key.standard(.sonae) != nil {
      #expect("\n\(filled)".contains("\n\(key.name):"))
    }
  }

  @Test func anAlternativeIsNotFilledIn() throws {
    let text = """
      economy: x
      responses:
        - release: {commodity: crude oil, holders: {JPN: all}, when: shortfall above 5% for 3 days}
      """
    let filled = yaml(KeyTable.filled(try Sample.document(text)).root)
    #expect(!filled.contains("from:") && filled.contains("when:"))
  }

  private func same(_ a: Scenario, _ b: Scenario) -> Bool {
    a.title == b.title && a.titleJa == b.titleJa && a.economy == b.economy && a.start == b.start
      && a.horizon == b.horizon && a.model == b.model && a.report == b.report
      && LeverList.allCases.allSatisfy { a.written($0) == b.written($0) }
  }
}
