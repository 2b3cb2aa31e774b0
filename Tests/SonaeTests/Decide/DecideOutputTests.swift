import ArgumentParser
import Diagnostics
import Foundation
import Reporting
import Testing

@testable import sonae

/// Answers written into folders: rendered again without computing, and answered again.
struct DecideOutputTests {
  private static let scenario = DecideCommandTests.scenario + DecideCommandTests.policies

  private static let questions: [(DecideQuestion, [String])] = [
    (.attribution, []),
    (.policies, ["--draws", "5", "--acceptable", "3%"]),
    (.singlePoints, ["--days", "10", "--top", "3", "--region", "B"]),
    (.threshold, ["--vary", "shocks[0].capacity.by=0%..100%", "--above", "0.5%"]),
  ]

  @Test(arguments: 0..<4) func whatIsAskedAgainGivesTheSameNumbers(_ number: Int) async throws {
    let (question, arguments) = Self.questions[number]
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let options = try ScenarioOptions.parse(["--set", "horizon=30 days"])
      let decide = try DecideOptions.parse(arguments)
      let run = try await DecideRun.whole(
        try ScenarioFile(folder + "/test.yaml", options), options, question, decide)
      let output = folder + "/out"
      try OutputFolder(output).write(run)
      let found = try await Verification.of(output)
      #expect(found.isSame && found.remarks.isEmpty, "\(found.text(in: .en))")
      #expect(found.compared == run.answer.report.tables.count)
      let stored = try StoredReport(folder: output)
      #expect(stored.report == run.answer.report && stored.languages == [.en, .ja])
    }
  }

  @Test(arguments: 0..<4) func argumentsAskTheSame(_ number: Int) throws {
    let decide = try DecideOptions.parse(Self.questions[number].1)
    let again = try DecideOptions.parse(decide.arguments)
    #expect(again.arguments == decide.arguments)
    #expect(decide.arguments.count * 2 == Self.questions[number].1.count)
  }

  /// Any text of a user stays one argument.
  @Test func argumentsKeepTheirText() throws {
    let over = "shocks[0].closure.for=30 days, 'a = b', --c"
    let decide = try DecideOptions.parse(["--over", over, "--links", "0"])
    let again = try DecideOptions.parse(decide.arguments)
    #expect(again.over == over && again.links == 0)
  }

  @Test func theCommandWritesAndVerifies() async throws {
    let script = """
      "$SONAE" decide test.yaml --question attribution --output o >first.txt
      "$SONAE" report o >again.txt; cmp first.txt again.txt; echo $?
      ls o | tr '\\n' ' '; echo; "$SONAE" verify o; echo $?
      echo x >>o/tables/attribution.csv; "$SONAE" verify o >/dev/null; echo $?
      mkdir own; touch own/mine
      "$SONAE" decide test.yaml --question attribution --output own >none.txt; echo $?
      ls own; wc -c <none.txt
      "$SONAE" decide test.yaml --question attribution --pictures png; echo $?
      """
    try await shell(script, scenario: Self.scenario) { outcome, _ in
      let lines = outcome.out.split(separator: "\n").map(String.init)
      try #require(lines.count == 9, "\(outcome.out)\(outcome.err)")
      #expect(lines[0] == "0", "\(outcome.out)\(outcome.err)")
      #expect(
        lines[1].split(separator: " ").map(String.init).contains("manifest.json"), "\(lines[1])")
      #expect(lines[2].hasPrefix("o: the same, ") && lines[3] == "0")
      #expect(lines[4] == "2" && lines[5] == "1" && lines[6] == "mine")
      #expect(lines[7].trimmingCharacters(in: .whitespaces) == "0")
      #expect(lines[8] != "0" && outcome.err.contains("--pictures needs --output DIR"))
    }
  }
}
