import Diagnostics
import Scenarios
import Testing

/// Keys of varieties, chain and adaptation (MODEL2.md, keys; refused or warned).
@Suite struct VarietyReadingTests {
  private func model(_ model: String) throws -> ModelParameters {
    try Sample.decode("economy: x\nmodel: \(model)\n").base.model
  }

  private func variety(_ model: String) throws -> VarietyParameters {
    try #require(try self.model(model).variety)
  }

  private func value(_ values: [Double], _ sector: String) throws -> Double {
    values[try #require(sampleSectors.firstIndex(of: sector))]
  }

  @Test func theDefaultsAreThePages() throws {
    let variety = try variety("{}")
    #expect(try value(variety.reach, "34t35") == 2.5 && value(variety.reach, "C") == 1)
    #expect(try value(variety.reach, "24") == 1.75 && value(variety.reach, "J") == 0)
    #expect(try value(variety.cover, "34t35") == 0.25 && value(variety.cover, "30t33") == 0.5)
    #expect(try value(variety.cover, "C") == 1)
    #expect(variety.chain == 0.75 && variety.replaceable == 1)
    #expect(try value(variety.adaptationDays, "C") == 90)
    #expect(try value(variety.adaptationDays, "34t35") == 365)
    #expect(try value(variety.adaptationDays, "24") == 90 + 275 * 0.5)
    #expect(try value(variety.adaptationDays, "J") == 90)
  }

  @Test(arguments: ["pooled", "ario"]) func otherPresetsHaveNoVarieties(_ preset: String) throws {
    #expect(try model("{preset: \(preset)}").variety == nil)
  }

  @Test func presetsDifferInRationing() throws {
    #expect(try model("{}").rationing == .intermediateFirst)
    #expect(try model("{preset: pooled}").rationing == .proportional)
    for word in ["final first", "final demand first"] {
      #expect(try model("{rationing: \(word)}").rationing == .finalFirst)
    }
  }

  @Test func aReachIsForAllOrByProductOrOff() throws {
    let all = try variety("{variety: 4}").reach
    #expect(try value(all, "34t35") == 4 && value(all, "24") == 2.5 && value(all, "F") == 0)
    let some = try variety("{variety: {34t35: 3, C: 0}}").reach
    #expect(try value(some, "34t35") == 3 && value(some, "C") == 0 && value(some, "29") == 2.5)
    #expect(try variety("{variety: off}").reach.allSatisfy { $0 == 0 })
    #expect(try variety("{inventory: unlimited}").reach.allSatisfy { $0 == 0 })
  }

  @Test func theOtherKeysHaveAllTheirForms() throws {
    let cover = try variety("{variety cover: {C: 30%}}").cover
    #expect(try value(cover, "C") == 0.3 && value(cover, "34t35") == 0.25)
    #expect(try variety("{variety cover: 0.6}").cover.allSatisfy { $0 == 0.6 })
    #expect(try variety("{variety cover: bundled}").cover == variety("{}").cover)
    #expect(try variety("{chain: 0}").chain == 0)
    #expect(try variety("{chain: 50%}").chain == 0.5)
    let slow = try variety("{adapt: {max: 60%, over: {C: 30 days}}}")
    #expect(slow.replaceable == 0.6)
    #expect(try value(slow.adaptationDays, "C") == 30 && value(slow.adaptationDays, "29") == 365)
    #expect(
      try variety("{adapt: {over: 100 days}}").adaptationDays.allSatisfy { $0 == 100 })
  }

  @Test(arguments: [
    ("{variety: 0.5}", "2:18 out-of-range"), ("{variety: -1}", "2:18 out-of-range"),
    ("{variety: {C: 0.5}}", "2:22 convex-reach"), ("{variety: {F: 2}}", "2:22 reach-without-stock"),
    ("{variety: most}", "2:18 not-a-choice"), ("{chain: 1}", "2:16 out-of-range"),
    ("{chain: -0.1}", "2:16 out-of-range"), ("{adapt: {max: 120%}}", "2:22 out-of-range"),
    ("{adapt: {over: 0.5 days}}", "2:23 out-of-range"),
    ("{variety: {X: 2}}", "2:19 unknown-sector"),
    ("{adapt: {over: {C: 0.1 days}}}", "2:27 out-of-range"),
    ("{variety cover: -1}", "2:24 out-of-range"),
    ("{inventory: {C: unlimited}, variety: {C: 2}}", "2:49 reach-without-stock"),
  ]) func whatCannotBeIsRefused(_ model: String, _ start: String) throws {
    let messages = try Sample.messages("economy: x\nmodel: \(model)\n")
    #expect(messages.count == 1 && messages.first?.hasPrefix(start) == true, "\(messages)")
    #expect(throws: DiagnosticList.self) { try self.model(model) }
  }

  @Test(arguments: [
    ("{variety: 5}", "far-reach"), ("{variety: {34t35: 4.5}}", "far-reach"),
    ("{preset: pooled, chain: 0.5}", "other-preset"),
    ("{preset: ario, variety: 2}", "other-preset"), ("{flexibility: 0.2}", "other-preset"),
    ("{preset: pooled, adapt: {max: 50%}}", "other-preset"),
    ("{preset: ario, variety cover: 1}", "other-preset"),
    ("{supplier choice: fixed}", "other-preset"),
  ]) func whatIsDoubtfulOrHasNoEffectIsWarnedOf(_ model: String, _ code: String) throws {
    let decoded = try Sample.decode("economy: x\nmodel: \(model)\n")
    #expect(decoded.warnings.map(\.problem.code) == [code])
  }
}
