import ArgumentParser
import Diagnostics
import Foundation
import Scenarios
import Testing

@testable import sonae

/// Templates are complete: each is read without a mistake, and none of its levers acts on nothing.
struct TemplateTests {
  @Test(arguments: Template.allCases) func everyTemplateIsAValidScenario(_ template: Template)
    throws
  {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "template-\(template.rawValue)-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(template.text.utf8).write(to: URL(filePath: path))
    let file = try ScenarioFile(path, ScenarioOptions.parse([]))
    #expect(file.decoded.warnings.isEmpty, "\(file.decoded.warnings.map(\.problem))")
    #expect(!file.decoded.base.levers.isEmpty)
  }
}
