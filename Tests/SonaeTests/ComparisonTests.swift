import Diagnostics
import Reporting
import Testing

@testable import sonae

struct ComparisonTests {
  @Test func scenariosStandSideBySideByRegion() throws {
    let runs = try ["hormuz-2026", "rare-earth-ban"].map(BundledRun.named)
    let table = try #require(Comparison.tables(runs).first)
    #expect(table.columns.first?.key == "region")
    #expect(!table.rows.isEmpty)
    for format in TableFormat.allCases {
      #expect(!format.render([table], RenderOptions(language: .ja)).isEmpty)
    }
  }

  @Test func aScenarioBesideItselfDiffersNowhere() throws {
    let run = try BundledRun.named("hormuz-2026")
    let table = try #require(Comparison.tables([run, run]).first)
    let keys = table.columns.map(\.key)
    #expect(Set(keys).count == keys.count)
    let half = (keys.count - 1) / 2
    #expect(half >= 4)
  }

  @Test func everyTextIsTheSameInEveryRunOfAScenario() throws {
    try withSmallStudy { folder in
      let runs = try (0..<2).map { _ in try ScenarioRun(folder + "/test.yaml", try options()) }
      let texts = runs.map { Comparison.tables([$0, runs[0]]).map { $0.text(RenderOptions()) } }
      #expect(texts[0] == texts[1])
    }
  }
}
