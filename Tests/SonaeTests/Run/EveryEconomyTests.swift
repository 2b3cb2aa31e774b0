import Diagnostics
import Testing

@testable import sonae

/// Bundled scenarios name industries as the default economy does, and are read on the others all the same.
struct EveryEconomyTests {
  /// Scenarios that report regions which only the economies of 2022 have.
  static let southEast: Set = ["hormuz-asia", "hormuz-developing"]

  @Test(arguments: ["world-2022", "world-2022-detail", "wiod-2014", "g7plus-2011"])
  func everyScenarioReadsWhereItsRegionsAre(_ economy: String) throws {
    let names = ScenarioFile.bundledNames()
    #expect(names.count > 25 && Self.southEast.isSubset(of: names))
    for name in names {
      do {
        _ = try ScenarioFile(name, try options("--economy", economy))
        #expect(economy.hasPrefix("world-2022") || !Self.southEast.contains(name), "\(name)")
      } catch let error as DiagnosticList {
        #expect(Self.southEast.contains(name), "\(economy): \(name): \(error)")
        #expect(
          error.diagnostics.filter { $0.severity == .error }.allSatisfy {
            $0.problem.code == "unknown-region"
          }, "\(economy): \(name): \(error)")
      }
    }
  }
}
