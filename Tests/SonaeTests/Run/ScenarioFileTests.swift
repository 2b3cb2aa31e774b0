import ArgumentParser
import Diagnostics
import Foundation
import Testing

@testable import sonae

struct ScenarioFileTests {
  struct Mistake: Sendable, CustomStringConvertible {
    let description: String
    var replace: (String, String)?
    var economy: [String: String?] = [:]
    var settings: [String] = []

    init(_ description: String, _ old: String, _ new: String) {
      self.description = description
      replace = (old, new)
    }

    init(_ description: String, economy: [String: String?]) {
      self.description = description
      self.economy = economy
    }

    init(_ description: String, set: String) {
      self.description = description
      settings = ["--set", set]
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("unknown node", "[A.x]", "[A.zz]"),
    Mistake("unknown region", "[A.x]", "[Q.x]"),
    Mistake("share without unit", "by: 50%", "by: 50"),
    Mistake("share above one", "by: 50%", "by: 150%"),
    Mistake("negative share", "by: 50%", "by: -50%"),
    Mistake("day without unit", "for: 5 days", "for: 5"),
    Mistake("fractional day", "for: 5 days", "for: 5.5 days"),
    Mistake("unknown recovery", "linear over 10 days", "magic over 10 days"),
    Mistake("logistic too short", "linear over 10 days", "logistic over 1 day"),
    Mistake("unknown key", "horizon:", "horizons:"),
    Mistake("unknown shock", "capacity: {", "capacty: {"),
    Mistake("no horizon", "horizon: 40 days", "horizon: 0 days"),
    Mistake("a date that is none", "2026-04-01", "2026-02-30"),
    Mistake("missing economy", "economy: small", "economy: nowhere"),
    Mistake("unclosed bracket", "nodes: [A.x]", "nodes: [A.x"),
    Mistake("duplicate key", "start: 2026-04-01", "start: 2026-04-01\nstart: 2026-04-01"),
    Mistake("tab", "  - capacity", "\t- capacity"),
    Mistake("anchor", "title: Half", "title: &a Half"),
    Mistake("variant of nothing", "shocks[0].capacity.for", "shocks[7].capacity.for"),
    Mistake("wrong schema", "sonae: 1", "sonae: 99"),
    Mistake("full-width digits", "50%", "５０％"),
    Mistake("unknown preset", "shocks:", "model: {preset: best}\nshocks:"),
    Mistake("endless number", "by: 50%", "by: 1e999%"),
    Mistake("no Z", economy: ["Z.csv": nil]),
    Mistake("no Y", economy: ["Y.csv": nil]),
    Mistake("empty Z", economy: ["Z.csv": ""]),
    Mistake("word in Z", economy: ["Z.csv": ",A_x,A_y\nA_x,1,two\nA_y,3,4\n"]),
    Mistake("NaN in Z", economy: ["Z.csv": ",A_x,A_y\nA_x,1,nan\nA_y,3,4\n"]),
    Mistake("short row", economy: ["Z.csv": ",A_x,A_y\nA_x,1\nA_y,3,4\n"]),
    Mistake("duplicate label", economy: ["Z.csv": ",A_x,A_x\nA_x,1,2\nA_x,3,4\n"]),
    Mistake("other rows in Y", economy: ["Y.csv": ",A_HFCE\nC_x,1\nC_y,2\nC_z,3\nC_w,4\n"]),
    Mistake("open quotation in Y", economy: ["Y.csv": ",\"A_HFCE\nA_x,1\n"]),
    Mistake("setting of no path", set: "shocks[3].capacity.by=10%"),
    Mistake("setting without value", set: "horizon"),
    Mistake("setting of a wrong unit", set: "horizon=3 kg"),
  ]

  /// The messages that reading ends in; nil if it succeeds.
  func refusal(_ mistake: Mistake) async throws -> [Diagnostic]? {
    let scenario = mistake.replace.map { smallScenario.replacing($0.0, with: $0.1) }
    if mistake.replace != nil { try #require(scenario != smallScenario) }
    return try await withSmallStudy(scenario: scenario ?? smallScenario, economy: mistake.economy) {
      do {
        _ = try ScenarioFile(
          $0 + "/test.yaml", try ScenarioOptions.parse(mistake.settings))
        return nil
      } catch let list as DiagnosticList {
        return list.diagnostics
      }
    }
  }

  @Test(arguments: mistakes) func everyMistakeIsExplained(_ mistake: Mistake) async throws {
    let found = try await refusal(mistake)
    let messages = try #require(found, "\(mistake) was accepted")
    #expect(messages.contains { $0.severity == .error })
    for language in [Language.en, .ja] {
      #expect(messages.allSatisfy { !$0.text(in: language).isEmpty })
    }
  }

  @Test func everyMistakeOfAFileIsToldAtOnce() async throws {
    let scenario = smallScenario.replacing("by: 50%", with: "by: 50")
      .replacing("[A.x]", with: "[A.zz]").replacing("economy: small", with: "economy: nowhere")
    try await withSmallStudy(scenario: scenario) { folder in
      let error = #expect(throws: DiagnosticList.self) {
        try ScenarioFile(folder + "/test.yaml", try options())
      }
      #expect((error?.diagnostics.count ?? 0) >= 2)
    }
  }

  @Test func theSmallStudyItselfIsAccepted() async throws {
    try await withSmallStudy { folder in
      let file = try ScenarioFile(folder + "/test.yaml", try options())
      #expect(file.runs.map(\.name) == [nil, "longer, worse"])
      #expect(file.language(try options()) == .en)
    }
  }

  @Test func aFolderIsNoScenario() async throws {
    try await withSmallStudy { folder in
      _ = #expect(throws: DiagnosticList.self) { try ScenarioFile(folder, try options()) }
    }
  }
}
