import ArgumentParser
import Foundation
import Testing

@testable import sonae

/// What `--dry-run` says against what the ensemble then costs; time is measured, not tested.
struct EnsemblePriceTests {
  @Test(arguments: [
    ["--draws", "1500"], ["--draws", "300", "--indices", "0"], ["--draws", "40"],
  ])
  func filesAndDiskAreThoseOfTheRun(_ arguments: [String]) async throws {
    try await withSmallStudy(scenario: uncertainScenario) { folder in
      let request = try EnsembleRequest(
        folder + "/test.yaml", try ScenarioOptions.parse([]),
        try EnsembleOptions.parse(arguments))
      let evaluation = EnsembleEvaluation(request, threads: 2)
      let price = try await EnsemblePrice(evaluation)
      let script = "\"$SONAE\" ensemble test.yaml --output out \(arguments.joined(separator: " "))"
      try await shell(script, scenario: uncertainScenario) { outcome, place in
        #expect(outcome.code == 0, "\(outcome.err)")
        let found = try files(in: place + "/out")
        let bytes = try found.reduce(0) {
          $0 + (try Data(contentsOf: URL(filePath: "\(place)/out/\($1)")).count)
        }
        #expect(abs(price.files - found.count) <= 6)
        #expect(price.bytes / Double(bytes) < 1.5 && Double(bytes) / price.bytes < 1.5)
      }
      #expect(price.seconds > 0 && price.memory > 0)
    }
  }
}
