import ArgumentParser
import Diagnostics
import Foundation
import Reporting
import Templates
import TestSupport
import Testing

@testable import sonae

/// What a folder of results gives back: its report without computing, and its numbers by computing.
struct StoredRunTests {
  private func written(
    _ arguments: String..., content: RunContent = RunContent(),
    _ body: (String, String, ScenarioRun) async throws -> Void
  ) async throws {
    try await withSmallStudy { folder in
      let options = try ScenarioOptions.parse(arguments)
      let file = try ScenarioFile(folder + "/test.yaml", options)
      let run = try await ScenarioRun.whole(file, options, content)
      try OutputFolder(folder + "/out").write(run, content)
      try await body(folder, folder + "/out", run)
    }
  }

  @Test func theReportIsRenderedAgainWithoutComputing() async throws {
    try await written { folder, output, run in
      try FileManager.default.removeItem(atPath: folder + "/small")
      let stored = try StoredReport(folder: output)
      #expect(stored.report == RiskReport.report(run.runner.study))
      #expect(stored.languages == run.languages)
      try ReportFiles(stored: stored, pictures: []).each { name, bytes in
        #expect(FileManager.default.contents(atPath: "\(output)/\(name)") == Data(bytes), "\(name)")
      }
    }
  }

  @Test(arguments: ["html", "md", "tex"], Language.allCases) func theShippedTemplatesAreFilled(
    _ format: String, _ language: Language
  ) async throws {
    let project = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let name = "brief.\(format).mustache"
    let template = try ReportTemplate(
      Source(name: name, text: try text("\(project)/Examples/templates/\(name)")))
    try await written { _, _, run in
      let report = RiskReport.report(run.runner.study)
      let filled = try template.text(of: report, in: language)
      let found = try #require(report.findings.first?.text(in: language))
      #expect(filled.contains(template.format.escaped(found)) && !filled.contains("{{"))
    }
  }

  @Test func aTemplateIsPrintedOrWrittenBesideTheReport() async throws {
    let script = """
      "$SONAE" run test.yaml --output o >/dev/null; echo '{{title}}' >b.md.mustache
      "$SONAE" report o --template b.md.mustache; "$SONAE" report o --template b.md.mustache --output p
      cat p/b.md; ls p | grep -c report; cp b.md.mustache report.md.mustache
      "$SONAE" report o --template report.md.mustache --output q; echo $?; ls q
      "$SONAE" report o --template b.md.mustache --format html; echo $?
      "$SONAE" report o --template none.md.mustache; echo $?
      """
    try await shell(script) { outcome, _ in
      let lines = outcome.out.split(separator: "\n").map(String.init)
      #expect(lines.count == 6 && lines[0] == lines[1] && !lines[0].isEmpty, "\(outcome.out)")
      #expect(lines[2...] == ["5", "1", "64", "1"])
      #expect(outcome.err.contains("would be `report.md`"))
    }
  }

  @Test(arguments: ["{}", "", "[1]"]) func whatIsNoReportIsRefused(_ text: String) async throws {
    try await written { _, output, _ in
      try Data(text.utf8).write(to: URL(filePath: output + "/report.json"))
      let error = #expect(throws: DiagnosticList.self) { try StoredReport(folder: output) }
      #expect(error?.text(in: .ja).contains("この版で読める報告書ではありません") ?? false)
      #expect(throws: DiagnosticList.self) { try StoredReport(folder: output + "/tables") }
    }
  }

  @Test(arguments: [RunContent(), RunContent(trajectories: true, stockDays: [0, 3])])
  func aSecondRunGivesTheSameNumbers(_ content: RunContent) async throws {
    try await written("--set", "horizon=30 days", "--language", "ja", content: content) {
      _, output, _ in
      let found = try await Verification.of(output)
      #expect(found.isSame && found.remarks.isEmpty, "\(found.text(in: .en))")
      #expect(found.compared >= (content.trajectories ? 10 : 3))
    }
  }

  @Test func aNumberThatWasChangedIsTold() async throws {
    try await written { _, output, _ in
      let path = output + "/tables/regions.csv"
      let text = try text(path)
      try Data(text.replacing("\nA,", with: "\nA,9").utf8).write(to: URL(filePath: path))
      let found = try await Verification.of(output)
      #expect(!found.isSame)
      #expect(found.altered == ["tables/regions.csv"])
      #expect(found.differences.map(\.file) == ["tables/regions.csv"])
      #expect(found.differences.first?.lines == 1)
      #expect(found.text(in: .en).contains("tables/regions.csv, 1 line: line 2: `A,9"))
    }
  }

  @Test func anotherEconomyIsTold() async throws {
    try await written { folder, output, _ in
      let path = folder + "/small/Z.csv"
      let text = try text(path)
      let first = try #require(text.split(separator: "\n").dropFirst().first)
      let cells = first.split(separator: ",", omittingEmptySubsequences: false)
      let number = try #require(Double(cells[1]))
      let changed = ([cells[0], "\(number * 1.0001)"] + cells.dropFirst(2)).joined(separator: ",")
      try Data(text.replacing(first, with: changed).utf8).write(to: URL(filePath: path))
      let found = try await Verification.of(output)
      #expect(!found.isSame && found.altered.isEmpty)
      #expect(found.remarks.contains { $0.en.hasPrefix("another economy") })
      #expect(found.differences.contains { $0.file == "summary.json" })
    }
  }

  @Test func theCommandsRenderAndCompareWithoutTheirFormerPlace() async throws {
    let script = """
      "$SONAE" run test.yaml --output o >/dev/null; "$SONAE" run test.yaml >first.txt
      "$SONAE" report o >again.txt; cmp first.txt again.txt; echo $?
      "$SONAE" report o --language ja --output ja; head -1 ja/report.md; ls ja | tr '\\n' ' '
      "$SONAE" report o o --format html | grep -c '<article>'
      "$SONAE" report o --table regions --format csv | cmp - o/tables/regions.csv; echo $?
      "$SONAE" verify o; echo $?; echo x >>o/summary.json; "$SONAE" verify o >/dev/null; echo $?
      "$SONAE" verify small; "$SONAE" report small; echo $?
      """
    try await shell(script) { outcome, _ in
      let lines = outcome.out.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0] == "0")
      #expect(lines[1].hasPrefix("# "))
      #expect(lines[2].hasPrefix("charts report.html report.json report.md report.tex report.xlsx"))
      #expect(lines[2].hasSuffix("2") && lines[3] == "0", "\(outcome.out)")
      #expect(lines[4].hasPrefix("o: the same, ") && lines[5] == "0" && lines[6] == "2")
      #expect(outcome.err.contains("`small` holds no manifest of a run"))
      #expect(outcome.err.contains("`small` holds no report") && lines[7] == "1")
    }
  }

  @Test func aFolderWithoutAManifestIsRefused() async throws {
    try await withSmallStudy { folder in
      let error = await #expect(throws: DiagnosticList.self) { try await Verification.of(folder) }
      #expect(error?.text(in: .en).contains("holds no manifest of a run") ?? false)
    }
  }

  @Test(.enabled(if: Picture.converter != nil), arguments: Picture.allCases)
  func chartsAreDrawnAsPictures(_ picture: Picture) async throws {
    try await written { folder, output, _ in
      let stored = try StoredReport(folder: output)
      var drawn = 0
      try ReportFiles(stored: stored, pictures: [picture]).each { name, bytes in
        guard name.hasSuffix(".\(picture.rawValue)") else { return }
        drawn += 1
        #expect(bytes.starts(with: picture == .png ? [0x89, 0x50] : Array("%PDF".utf8)))
      }
      #expect(drawn == stored.report.charts.count && drawn > 0)
    }
  }

  @Test(arguments: ["json", "latex"]) func oneDocumentIsOfOneFolder(_ format: String) throws {
    #expect(throws: (any Error).self) { try ReportCommand.parse(["a", "b", "--format", format]) }
    #expect(throws: Never.self) { try ReportCommand.parse(["a", "--format", format]) }
    #expect(throws: Never.self) {
      try ReportCommand.parse(["a", "b", "--format", format, "--table", "regions"])
    }
  }
}
