import ArgumentParser
import Diagnostics
import Foundation
import InputOutputTables
import RiskMetrics
import TestSupport
import Testing

@testable import Reporting
@testable import sonae

/// One scenario on several economies.
struct EconomiesTests {
  /// Two economies: `small`, and `other` with a third sector and without region B.
  static func scenario(_ shock: String, regions: String = "[A]") -> String {
    """
    title: t
    economies: [small, other]
    horizon: 40 days
    model: {preset: sonae}
    shocks:
      - \(shock)
    report: {regions: \(regions)}

    """
  }

  static let other = [
    "economy.csv": "key,value\nname,Other\nyear,2021\nunit,million USD\nbasis,estimate\n",
    "Z.csv": ",A_x,A_y,C_x,C_y\nA_x,10,5,1,0\nA_y,4,20,2,3\nC_x,0,1,8,6\nC_y,2,2,4,12\n",
    "Y.csv": ",A_HFCE,A_GFCF,C_HFCE\nA_x,25,10,4\nA_y,30,5,6\nC_x,2,3,30\nC_y,1,4,25\n",
  ]

  static func run(
    _ text: String, _ arguments: String..., body: (ScenarioRun) throws -> Void
  ) async throws {
    try await withSmallStudy(scenario: text) { folder in
      let place = folder + "/other"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      for (name, text) in other { try write(Array(text.utf8), to: "\(place)/\(name)") }
      let options = try ScenarioOptions.parse(arguments)
      try body(try await ScenarioRun.one(folder + "/test.yaml", options))
    }
  }

  static let shock = "capacity: {nodes: [A.x], by: 50%, from: day 2, for: 5 days}"

  @Test func everyColumnIsWhatItsEconomyGivesAlone() async throws {
    var together: [[TableCell]] = []
    try await Self.run(Self.scenario(Self.shock)) { run in
      let table = RiskReport.economies(run.runner.study)
      #expect(table.columns.dropFirst(2).map(\.csvHeading) == ["small", "other"])
      #expect(
        table.columns.map { $0.title(in: .en) }.suffix(2) == ["small (2020)", "other (2021)"])
      together = table.rows
    }
    for (position, name) in ["small", "other"].enumerated() {
      let alone = Self.scenario(Self.shock)
        .replacingOccurrences(of: "economies: [small, other]", with: "economy: \(name)")
      try await Self.run(alone) { run in
        let study = run.runner.study
        let measures = try #require(study.base.measures(of: 0))
        let share = try #require(measures.valueAddedLossShare)
        guard case .number(let shown) = together[0][2 + position] else {
          Issue.record("no number for \(name)")
          return
        }
        // Runs of other widths agree to their last bits but one.
        #expect(abs(shown - share) <= 1e-12 * abs(share))
        #expect(measures.valueAddedLoss > 0 && study.economies.isEmpty)
      }
    }
    #expect(together[0][2] != together[0][3])
  }

  @Test func aRegionThatOneLacksIsNullThereAndSaid() async throws {
    try await Self.run(Self.scenario(Self.shock, regions: "[A, B]")) { run in
      let table = RiskReport.economies(run.runner.study)
      let ofB = table.rows.filter { $0[0] == .name("B") }
      #expect(!ofB.isEmpty && ofB.allSatisfy { $0[3] == .missing(.notComputed) })
      #expect(run.file.warnings.contains { $0.problem.code == "no-such-region" })
      #expect(run.runner.study.warnings.contains { $0.en.contains("`other` has no region `B`") })
    }
  }

  @Test(arguments: ["capacity: {nodes: [B.x], by: 50%, from: day 2, for: 5 days}"])
  func aShockThatOneLacksLeavesItUnanswered(_ shock: String) async throws {
    try await Self.run(Self.scenario(shock)) { run in
      let study = run.runner.study
      let table = RiskReport.economies(study)
      #expect(table.rows.allSatisfy { $0[3] == .missing(.notComputed) })
      #expect(study.warnings.contains { $0.en.contains("`other` does not answer the scenario") })
      let json = RiskSummary.json(study, of: run.identity, in: .en).compact
      #expect(json.contains(#""economy":"other","name":null"#))
      #expect(json.contains(#""economy":"small","name":"Small","year":2020"#))
    }
  }

  @Test func theReportStandsOnTheFirstThatAnswers() async throws {
    let shock = "capacity: {nodes: [C.x], by: 50%, from: day 2, for: 5 days}"
    try await Self.run(Self.scenario(shock)) { run in
      #expect(run.runner.study.economy.table.description.name == "Other")
      #expect(run.file.economies.map(\.name) == ["small", "other"])
    }
    await #expect(throws: DiagnosticList.self) {
      try await Self.run(Self.scenario("capacity: {nodes: [D.x], by: 50%, for: 5 days}")) { _ in }
    }
  }

  @Test func aMistakeOfTheFileIsNoMissingAnswer() async throws {
    let error = await #expect(throws: DiagnosticList.self) {
      try await Self.run(Self.scenario("capacity: {nodes: [B.x], by: 50, for: 5 days}")) { _ in }
    }
    #expect(error?.diagnostics.contains { $0.severity == .error } == true)
  }

  @Test func theCommandLineChoosesEconomies() async throws {
    try await Self.run(Self.scenario(Self.shock), "--set", "economies=[other, small]") { run in
      #expect(run.runner.study.economy.table.description.name == "Other")
    }
    try await Self.run(Self.scenario(Self.shock), "--set", "economy=other") { run in
      #expect(run.runner.study.economies.isEmpty)
    }
    let one = Self.scenario(Self.shock)
      .replacingOccurrences(of: "economies: [small, other]", with: "economy: small")
    try await Self.run(one, "--set", "economies=[small, other]") { run in
      #expect(run.runner.study.economies.count == 2)
    }
  }

  @Test func otherCommandsSayThatTheyTakeOne() async throws {
    try await Self.run(Self.scenario(Self.shock)) { run in
      #expect(run.file.base(lasting: 3).warnings.map(\.problem.code).contains("one-economy"))
      #expect(!run.file.warnings.map(\.problem.code).contains("one-economy"))
    }
  }

  @Test(arguments: [
    ("economies: []", "empty-list"), ("economies: [small, small]", "named-twice"),
    ("economies: [{a: b}]", "needs-one-value"), ("economies: [nowhere]", "unknown-economy"),
  ]) func badListsAreRefused(_ line: String, _ code: String) async throws {
    let text = Self.scenario(Self.shock)
      .replacingOccurrences(of: "economies: [small, other]", with: line)
    let error = await #expect(throws: DiagnosticList.self) { try await Self.run(text) { _ in } }
    #expect(error?.diagnostics.contains { $0.problem.code == code } == true)
  }

  @Test func economyAndEconomiesExcludeEachOther() async throws {
    let error = await #expect(throws: DiagnosticList.self) {
      try await Self.run(Self.scenario(Self.shock) + "economy: small\n") { _ in }
    }
    #expect(error?.diagnostics.map(\.problem.code).contains("both-given") == true)
  }

  @Test(arguments: ScenarioFile.bundledNames(), ["world-2022", "wiod-2014", "g7plus-2011"])
  func everyScenarioRunsOnEveryEconomy(_ name: String, _ economy: String) async throws {
    let run: ScenarioRun
    do {
      run = try await ScenarioRun.one(
        name, try options("--economy", economy, "--set", "horizon=20 days"))
    } catch let error as DiagnosticList {
      // A scenario of regions that a table joins with others does not run on it, and says which.
      #expect(["hormuz-asia", "hormuz-developing"].contains(name) && economy != "world-2022")
      #expect(error.diagnostics.allSatisfy { $0.problem.code == "unknown-region" })
      return
    }
    let study = run.runner.study
    let table = RiskReport.regions(study)
    #expect(!table.rows.isEmpty)
    for region in study.shownRegions {
      let measures = try #require(study.base.measures(of: region))
      #expect(measures.valueAddedLoss.isFinite && measures.valueAddedLossShare?.isFinite == true)
    }
    // Where a variant alone touches a commodity, the base shows none.
    let isTouched = !study.base.assessment.commodities.isEmpty
    if !study.shownCommodities.isEmpty, isTouched, !name.hasPrefix("backtests/gas") {
      #expect(study.base.assessment.commodities.contains { $0.importer == "JPN" })
    }
  }
}
