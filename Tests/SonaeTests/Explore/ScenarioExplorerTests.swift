import Diagnostics
import Explorer
import Files
import InputOutputTables
import Inspection
import LinearAlgebra
import Reporting
import RiskMetrics
import Scenarios
import TestSupport
import Testing

@testable import sonae

/// A scenario on the small economy with a value of each kind to change.
private let study = """
  sonae: 1
  title: Half of A's goods stop
  economy: small
  start: 2026-04-01
  horizon: 40 days
  shocks:
    - capacity: {nodes: [A.x], by: 50%, from: day 2, for: 5 days, recovery: linear over 10 days}
    - capacity: {nodes: [B.y], by: 20%, from: 2026-04-09, for: 3 days}
  variants:
    longer: {"shocks[0].capacity.for": 20 days}

  """

extension JSON {
  /// A member of an object.
  fileprivate subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate var list: [JSON] { if case .array(let values) = self { values } else { [] } }
}

struct ScenarioExplorerTests {
  /// A change drawn from what a page offers.
  private static func change(_ random: inout SplitMix64) -> RunRequest.Change {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let choices = [
      ("shocks[0].capacity.by", "\(number(0...200))%"),
      ("shocks[0].capacity.for", "\(number(-1...30)) days"),
      ("shocks[0].capacity.from", "day \(number(0...45))"),
      ("shocks[1].capacity.from", "2026-04-\(number(10...32))"),
      ("shocks[\(number(0...2))]", "off"),
      ("horizon", "\(number(0...60)) days"),
      ("model.preset", ["sonae", "pooled", "ario", "leontief"][number(0...3)]),
      ("model.restock", "\(number(0...90)) days"),
      ("model.overproduction.max", "1.\(number(0...9))"),
      ("model.flows", ["true", "false", "perhaps"][number(0...2)]),
      ("model.psi", "0.\(number(0...99))"),
      ("shocks[0].capacity.nodes", ["[A.y]", "[\"*.x\"]", "[C.x]", "A.x"][number(0...3)]),
      ("variants", "{}"), ("title", "日本 \"x\""), ("shocks[0].capacity", "1"), ("nothing", "0"),
    ]
    let (path, value) = choices[number(0...choices.count - 1)]
    return RunRequest.Change(path: path, value: value)
  }

  @Test(arguments: 0..<40) func numbersAreTheCommands(_ seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let changes = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.change(&random) }
    let language = Language.allCases[seed % 2]
    try await withSmallStudy(scenario: study) { folder in
      let name = "\(folder)/test.yaml"
      var plain = try options("--language", language.rawValue)
      let explorer = try ScenarioExplorer(name, plain)
      let request = RunRequest(changes: changes, extent: .full, language: language)
      plain.settings = changes.map(\.setting)
      do {
        let run = try await ScenarioRun.one(name, plain)
        let answer = try await explorer.answer(request)
        let printed = RiskSummary.json(run.runner.study, of: run.identity, in: language)
        #expect(answer["summary"]?.pretty == printed.pretty)
        let report = RiskReport.report(run.runner.study)
        #expect(answer["report"]?["findings"]?.list.count == report.findings.count)
        #expect(answer["report"]?["tables"]?.list.count == report.tables.count)
        try await quickAgrees(explorer, request, with: printed)
        try inPartsAgrees(run, with: printed)
      } catch let refusal as DiagnosticList {
        let told = await #expect(throws: DiagnosticList.self) {
          _ = try await explorer.answer(request)
        }
        #expect(told?.diagnostics.contains { $0.severity == .error } == true)
        // The command stops at the first path that is none; the page tells the others too.
        let codes = Set(told?.diagnostics.map(\.problem.code) ?? [])
        #expect(codes.isSuperset(of: refusal.diagnostics.prefix(1).map(\.problem.code)))
      }
    }
  }

  /// Runs that go on a day at a time give the same.
  private func inPartsAgrees(_ run: ScenarioRun, with printed: JSON) throws {
    let parts = try PageRuns(run.file.table).whole(run.file)
    #expect(parts.study == nil)
    var days = 1
    while parts.goOn() { days += 1 }
    #expect(days >= run.runner.study.base.assessment.days && !parts.goOn())
    let study = try #require(parts.study)
    #expect(RiskSummary.json(study, of: run.identity, in: run.language).pretty == printed.pretty)
  }

  /// What follows a slider holds the same numbers, and null for what it leaves out.
  private func quickAgrees(
    _ explorer: ScenarioExplorer, _ request: RunRequest, with printed: JSON
  ) async throws {
    let quick = try await explorer.answer(
      RunRequest(changes: request.changes, extent: .quick, language: request.language))
    let computed = [
      "region", "output_loss", "value_added_loss", "value_added_loss_share_of_gdp",
      "final_demand_unmet", "worst_day", "worst_day_output_share", "recovery_day",
      "consumer_price_change", "import_bill_change_share_of_gdp",
    ]
    let whole = try #require(printed["regions"]?.list)
    let regions = try #require(quick["summary"]?["regions"]?.list)
    #expect(regions.count == whole.count)
    for (one, other) in zip(regions, whole) {
      for key in computed { expectSame(one[key], other[key], key) }
    }
    #expect(quick["summary"]?["variants"] == .array([]))
  }

  /// Alone in its batch a scenario may differ in the last bits, and in no digit that is printed.
  private func expectSame(_ one: JSON?, _ other: JSON?, _ key: String) {
    if case .number(let a)? = one, case .number(let b)? = other {
      #expect(abs(a - b) <= 1e-9 * max(1, abs(b)), "\(key)")
    } else {
      #expect(one == other, "\(key)")
    }
  }

  @Test func anEntryThatIsOffLeavesTheRunWithoutIt() async throws {
    try await withSmallStudy(scenario: study) { folder in
      let explorer = try ScenarioExplorer("\(folder)/test.yaml", try options())
      let off = ["shocks[0]", "shocks[1]"].map { RunRequest.Change(path: $0, value: "off") }
      let none = RunRequest.Change(path: "variants", value: "{}")
      let answer = try await explorer.answer(RunRequest(changes: off + [none], extent: .quick))
      for region in answer["summary"]?["regions"]?.list ?? [] {
        #expect(region["output_loss"] == .number(0))
      }
      let groups = try #require(answer["groups"]?.list)
      #expect(groups.prefix(2).map { $0["is_off"] } == [true, true])
    }
  }

  @Test func theAnswerNamesTheCommandAndTheFile() async throws {
    try await withSmallStudy(scenario: study) { folder in
      let name = "\(folder)/test.yaml"
      let explorer = try ScenarioExplorer(name, try options("--set", "horizon=30 days"))
      let changes = [
        RunRequest.Change(path: "shocks[0].capacity.by", value: "10%"),
        RunRequest.Change(path: "title", value: "it's"),
      ]
      let answer = try await explorer.answer(RunRequest(changes: changes, extent: .quick))
      let command =
        #"--set 'horizon=30 days' --set 'shocks[0].capacity.by=10%' --set 'title=it'\''s'"#
      #expect(answer["command"] == .string("sonae run \(name) \(command)"))
      guard case .string(let yaml)? = answer["yaml"] else { throw CancellationError() }
      // The file that a reader downloads gives the same result.
      try write(Array(yaml.utf8), to: "\(folder)/changed.yaml")
      let run = try await ScenarioRun.one("\(folder)/changed.yaml", try options())
      let again = RiskSummary.json(run.runner.study, of: run.identity, in: .en)
      #expect(run.runner.study.base.assessment.days == 30)
      for (one, other) in zip(
        answer["summary"]?["regions"]?.list ?? [], again["regions"]?.list ?? [])
      {
        expectSame(one["output_loss"], other["output_loss"], "output_loss")
      }
    }
  }

  @Test func pathsStandForEveryCaseAndDay() async throws {
    try await withSmallStudy(scenario: study) { folder in
      let explorer = try ScenarioExplorer("\(folder)/test.yaml", try options())
      let cases = try await explorer.answer(RunRequest())["cases"]?.list ?? []
      #expect(cases.map { $0["name"]?["en"] } == ["As given", "longer"])
      for one in cases {
        for region in one["output"]?.list ?? [] { #expect(region["values"]?.list.count == 40) }
      }
      let quick = try await explorer.answer(RunRequest(extent: .quick))["cases"]?.list
      for (one, other) in zip(
        quick?.first?["output"]?.list ?? [], cases.first?["output"]?.list ?? [])
      {
        for (a, b) in zip(one["values"]?.list ?? [], other["values"]?.list ?? []) {
          expectSame(a, b, "output")
        }
      }
    }
  }

  @Test func aLaterRequestOfAPageTakesThePlaceOfTheEarlier() async throws {
    try await withSmallStudy(scenario: study.replacing("40 days", with: "36500 days")) { folder in
      let explorer = try ScenarioExplorer("\(folder)/test.yaml", try options())
      let first = Task { try await explorer.answer(RunRequest(page: "p")) }
      // Once the second is asked for, the first has begun or is still to come: either way one is dropped.
      try await Task.sleep(for: .milliseconds(300))
      let short = RunRequest.Change(path: "horizon", value: "1 day")
      let second = try await explorer.answer(
        RunRequest(page: "p", changes: [short], extent: .quick))
      #expect(second["summary"]?["days"] == 1)
      await #expect(throws: CancellationError.self) { _ = try await first.value }
    }
  }

  @Test func theOpeningNamesEverythingThatIsShown() async throws {
    try await withSmallStudy(scenario: study) { folder in
      let explorer = try ScenarioExplorer("\(folder)/test.yaml", try options())
      let opening = await explorer.opening()
      #expect(opening["schema"] == "sonae.explorer/1")
      #expect(opening["regions"]?.list.isEmpty == false)
      #expect(opening["groups"]?.list.map { $0["path"] }.prefix(2) == ["shocks[0]", "shocks[1]"])
    }
  }

  @Test func originsOfInputsAreThoseOfInspect() async throws {
    try await withSmallStudy(scenario: study) { folder in
      let name = "\(folder)/test.yaml"
      let opening = await (try ScenarioExplorer(name, try options())).opening()
      let inputs = try #require(opening["inputs"]?.list)
      let run = try await ScenarioRun.one(name, try options())
      let found = try Inspection(run.runner.study.economy.table).inputOrigins()
      #expect(inputs.count == found.importers.count && inputs.count > 1)
      for (region, expected) in zip(inputs, found.importers) {
        let origins = try #require(region["origins"]?.list)
        #expect(origins.map { $0["origin"] } == found.origins.map { .string($0) })
        #expect(origins.map { $0["share"] } == expected?.share.map { .number($0) })
        #expect(origins.map { $0["look_through"] } == expected?.lookThrough.map { .number($0) })
        #expect(abs((expected?.lookThrough.reduce(0, +) ?? 0) - 1) < 1e-12)
      }
    }
  }

  @Test func aScenarioWithMistakesIsNotServed() async throws {
    try await withSmallStudy(scenario: study.replacing("50%", with: "500%")) { folder in
      _ = #expect(throws: DiagnosticList.self) {
        _ = try ScenarioExplorer("\(folder)/test.yaml", try options())
      }
    }
  }
}
