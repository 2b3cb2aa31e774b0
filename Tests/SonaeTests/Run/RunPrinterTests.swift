import ArgumentParser
import Foundation
import Reporting
import Testing

@testable import sonae

struct RunPrinterTests {
  /// What is printed for a file and a worse one on the same economy, in arguments of the command.
  func printed(_ arguments: String...) async throws -> String {
    try await withSmallStudy { folder in
      let worse = smallScenario.replacing("by: 50%", with: "by: 90%")
      try Data(worse.utf8).write(to: URL(filePath: folder + "/worse.yaml"))
      let paths = ["test", "worse"].map { "\(folder)/\($0).yaml" }
      var printer = RunPrinter(try FormatOptions.parse(arguments), files: paths)
      var text = ""
      for path in paths {
        text += try printer.take(try await ScenarioRun.one(path, try options()))
      }
      return text
    }
  }

  @Test func severalFilesMakeOneDocument() async throws {
    let text = try await printed("--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "sonae.summaries/1")
    let runs = try #require(object?["runs"] as? [[String: Any]])
    #expect(runs.map { $0["schema"] as? String } == ["sonae.summary/1", "sonae.summary/1"])
    let files = runs.compactMap { ($0["scenario"] as? [String: Any])?["file"] as? String }
    #expect(files.map { URL(filePath: $0).lastPathComponent } == ["test.yaml", "worse.yaml"])
  }

  @Test func severalFilesMakeOneTableThatNamesThem() async throws {
    let lines = try await printed("--format", "csv").split(separator: "\n")
    #expect(lines[0].hasPrefix("scenario,region,"))
    #expect(
      lines.dropFirst().map { $0.prefix { $0 != "," } } == ["test", "test", "worse", "worse"])
  }

  @Test(arguments: TableFormat.allCases) func aTableByNameIsOneForAll(
    _ format: TableFormat
  ) async throws {
    let text = try await printed("--table", "sectors", "--format", format.rawValue)
    #expect(text.contains("test") && text.contains("worse"))
    if format == .json {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect((object?["tables"] as? [Any])?.count == 1)
    }
  }

  @Test func reportsForReadersFollowEachOther() async throws {
    let text = try await printed("--format", "markdown")
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("# ") }.count == 2)
  }
}
