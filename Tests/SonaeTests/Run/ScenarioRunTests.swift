import ArgumentParser
import Diagnostics
import Files
import Foundation
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios
import TestSupport
import Testing

@testable import sonae

struct ScenarioRunTests {
  static let names = ScenarioFile.bundledNames()

  @Test(arguments: names, Language.allCases) func reportsAreAsRecorded(
    _ name: String, _ language: Language
  ) async throws {
    let study = try await BundledRun.named(name).runner.study
    let text = RiskReport.report(study)
      .render(.text, RenderOptions(language: language, width: 120))
    let words = Set(text.lowercased().split { " \n,()%".contains($0) })
    #expect(words.isDisjoint(with: ["nan", "inf", "-inf", "infinity", "nil"]))
    try expectGolden(text, "\(name).\(language.rawValue).txt")
  }

  @Test func everyScenarioOnDiskIsBundledAsItIs() throws {
    let folder = repository.appending(path: "Scenarios").path
    let onDisk = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(onDisk == Self.names.map { $0 + ".yaml" })
    for file in onDisk {
      let data = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
      #expect(BundledData.bytes(of: "Scenarios/\(file)") == [UInt8](data), "\(file)")
    }
  }

  @Test func noGoldenIsLeftWithoutItsScenario() throws {
    let folder = repository.appending(path: "Tests/Golden").path
    let recorded = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") }
    let wanted = Set(Self.names.flatMap { ["\($0).en.txt", "\($0).ja.txt"] })
      .union(Language.allCases.map { "drawn.\($0.rawValue).txt" })
    #expect(Set(recorded).subtracting(wanted).isEmpty)
  }

  @Test(arguments: names) func aFileOnDiskRunsAsTheBundledOne(_ name: String) async throws {
    let path = repository.appending(path: "Scenarios/\(name).yaml").path
    let file = try ScenarioFile(path, try options())
    let bundled = try await BundledRun.named(name)
    #expect(file.runs.map { "\($0)" } == bundled.file.runs.map { "\($0)" })
    #expect(bundled.runner.study.results.count == file.runs.count)
    #expect(bundled.runner.trajectories.allSatisfy { $0.days == file.decoded.base.horizon })
    #expect(!bundled.isDoubtful)
  }

  @Test(arguments: names) func theCheckedFileIsTheSameScenario(_ name: String) async throws {
    let file = try await BundledRun.named(name).file
    let filled = yaml(KeyTable.filled(file.document).root)
    let again = try Parser.parse(Source(name: "filled", text: filled))
    let decoded = try ScenarioDecoder.decode(
      again, names: Names(file.table, file.commodities), defaults: try SectorDefaults.bundled())
    #expect(String(describing: decoded.base) == String(describing: file.decoded.base))
    #expect(
      decoded.variants.map { "\($0.name) \($0.scenario)" }
        == file.decoded.variants.map { "\($0.name) \($0.scenario)" })
    #expect(yaml(KeyTable.filled(again).root) == filled)
  }

  /// A table whose sectors nobody knows has plain values, and not those that the words stand for.
  @Test func theCheckedFileOfAnUnknownTableSaysItsPlainValues() async throws {
    try await withSmallStudy { folder in
      let file = try ScenarioFile(folder + "/test.yaml", try options())
      let filled = yaml(try file.filled().root)
      for (key, value) in SectorDefaults.plainKeys { #expect(filled.contains("\(key): \(value)")) }
      #expect(!filled.contains("psi: bundled") && !filled.contains("inventory: central"))
      let again = try Parser.parse(Source(name: "filled", text: filled))
      let decoded = try ScenarioDecoder.decode(
        again, names: Names(file.table, file.commodities), defaults: try SectorDefaults.bundled())
      #expect(String(describing: decoded.base) == String(describing: file.decoded.base))
      #expect(!decoded.warnings.contains { $0.problem.code == "no-defaults" })
    }
  }

  @Test func theLanguageIsTheCommandLinesOrTheFilesFirst() async throws {
    #expect(try await BundledRun.named("hormuz-2026").language == .en)
    try await withSmallStudy { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options("--language", "ja"))
      #expect(run.language == .ja)
    }
  }

  @Test func aSettingChangesTheRun() async throws {
    try await withSmallStudy { folder in
      let path = folder + "/test.yaml"
      let milder = try await ScenarioRun.one(
        path, try options("--set", "shocks[0].capacity.by=10%"))
      let usual = try await ScenarioRun.one(path, try options())
      let losses = [milder, usual].map {
        $0.runner.study.base.assessment.worldOutputLossShare
      }
      #expect(0 < losses[0] && losses[0] < losses[1])
    }
  }

  @Test func aVariantRunsAsAFileOfItsOwn() async throws {
    try await withSmallStudy { folder in
      let path = folder + "/test.yaml"
      let both = try await ScenarioRun.one(path, try options(), keeping: [])
      let alone = try await ScenarioRun.one(
        path,
        try options(
          "--set", "shocks[0].capacity.by=80%", "--set", "shocks[0].capacity.for=20 days"),
        keeping: [])
      let difference = zip(both.runner.trajectories[1].output, alone.runner.trajectories[0].output)
        .map { abs($0 - $1) }.max()
      #expect(try #require(difference) < 1e-10)
    }
  }

  @Test func anotherEconomyTakesTheFilesPlace() async throws {
    try await withSmallStudy { folder in
      let path = folder + "/test.yaml"
      let changed = smallScenario.replacing("economy: small", with: "economy: nowhere")
      try Data(changed.utf8).write(to: URL(filePath: path))
      let run = try await ScenarioRun.one(path, try options("--economy", folder + "/small"))
      #expect(run.runner.economy.table.description.name == "Small")
    }
  }

  @Test func variantsOfOtherHorizonsAreComparedOnCommonDays() async throws {
    let scenario =
      smallScenario.components(separatedBy: "variants:")[0]
      + "variants:\n  twice as long: {horizon: 80 days}\n"
    try await withSmallStudy(scenario: scenario) { folder in
      let study = try await ScenarioRun.one(folder + "/test.yaml", try options()).runner.study
      #expect(study.results.map(\.assessment.days) == [40, 80])
      let table = try #require(RiskReport.tables(study).first { $0.name == "variants" })
      #expect(table.rows.count == 2 && table.rows[0].dropFirst() == table.rows[1].dropFirst())
      #expect(table.notes.contains { $0.en.contains("compared over their first 40 days") })
      let json = RiskSummary.json(study, of: .init(file: "", sha256: ""), in: .en).pretty
      #expect(json.contains("\"days\": 40") && json.contains("\"days\": 80"))
    }
  }

  @Test func uncertaintyThatIsNotDrawnIsSaidInEveryFormat() async throws {
    let scenario =
      smallScenario + "uncertainty: {vary: {\"shocks[0].capacity.by\": \"uniform(10%, 50%)\"}}\n"
    try await withSmallStudy(scenario: scenario) { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options())
      for format in ["text", "markdown", "html", "latex", "json"] {
        let text = try run.text(try FormatOptions.parse(["--format", format]))
        #expect(text.contains("is not drawn here"), "\(format)")
      }
    }
  }

  /// A warning of the file stands in whatever the command writes.
  @Test func warningsOfTheFileTravelWithTheResult() async throws {
    let scenario = smallScenario.replacing("from: day 2", with: "from: day 40")
    try await withSmallStudy(scenario: scenario) { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options())
      try OutputFolder(folder + "/out").write(run)
      for name in ["summary.json", "report.md", "report.tex"] {
        let text = try text(folder + "/out/" + name)
        #expect(text.contains("starts after the last of 40 days"), "\(name)")
        #expect(text.contains("line 7"), "\(name)")
      }
    }
  }

  @Test(arguments: ["[regionss]", "regionss"]) func anUnknownReportTableIsRefused(
    _ tables: String
  ) async throws {
    try await withSmallStudy(scenario: smallScenario + "report: {tables: \(tables)}\n") { folder in
      let error = #expect(throws: DiagnosticList.self) {
        try ScenarioFile(folder + "/test.yaml", try options())
      }
      let text = error?.text(in: .en) ?? ""
      #expect(text.contains("did you mean `regions`?") && text.contains("report: {tables:"))
    }
  }

  @Test func aTableWithNothingInItIsSaid() async throws {
    let scenario = smallScenario + "report: {tables: [commodities, regions]}\n"
    try await withSmallStudy(scenario: scenario) { folder in
      let study = try await ScenarioRun.one(folder + "/test.yaml", try options()).runner.study
      let report = RiskReport.report(study)
      #expect(report.tables.map(\.name) == ["regions"])
      #expect(report.warnings.contains { $0.en.contains("table `commodities`") })
    }
  }

  @Test func aChosenTableIsFoundByName() async throws {
    let tables = RiskReport.tables(try await BundledRun.named("hormuz-2026").runner.study)
    for table in tables { #expect(try chosen(table.name, from: tables) == table) }
    #expect(throws: DiagnosticList.self) { try chosen("regoins", from: tables) }
  }

  /// Without a shock a variant that changes the model lost 71% of the world's output once.
  @Test func aVariantWithoutAShockLosesNothing() async throws {
    let text = """
      title: No shock at all
      economy: g7plus-2011
      horizon: 20 days
      shocks: []
      variants:
        psi 0.8: {model.psi: 0.8}
        other stocks: {model.inventory: high}
      """
    try await withTemporaryFolder(["none.yaml": Array(text.utf8)]) { folder in
      let run = try await ScenarioRun.one(folder + "/none.yaml", try options())
      #expect(run.runner.study.results.count == 3)
      for result in run.runner.study.results {
        #expect(abs(result.assessment.worldOutputLossShare) < 1e-12)
      }
    }
  }
}
