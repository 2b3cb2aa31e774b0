import Diagnostics
import Quantities
import Reporting
import Testing

@testable import sonae

struct ComparisonTests {
  @Test func scenariosStandSideBySideByRegion() async throws {
    let runs = [
      try await BundledRun.named("hormuz-2026"), try await BundledRun.named("rare-earth-ban"),
    ]
    let table = try #require(Comparison.tables(runs).first)
    #expect(table.columns.first?.key == "region")
    #expect(!table.rows.isEmpty)
    for format in TableFormat.allCases {
      #expect(!format.render([table], RenderOptions(language: .ja)).isEmpty)
    }
  }

  @Test func aScenarioBesideItselfDiffersNowhere() async throws {
    let run = try await BundledRun.named("hormuz-2026")
    let tables = Comparison.tables([run, run])
    #expect(tables.count == 4)
    for table in tables {
      let keys = table.columns.map(\.key)
      #expect(Set(keys).count == keys.count)
      let differences = table.columns.indices.filter {
        table.columns[$0].kind == .number(.change(.percent))
      }
      #expect(!differences.isEmpty)
      for row in table.rows {
        for column in differences {
          if case .number(let difference) = row[column] { #expect(difference == 0) }
        }
      }
    }
  }

  @Test func everyTextIsTheSameInEveryRunOfAScenario() async throws {
    try await withSmallStudy { folder in
      let runs = [
        try await ScenarioRun.one(folder + "/test.yaml", try options()),
        try await ScenarioRun.one(folder + "/test.yaml", try options()),
      ]
      let texts = runs.map { Comparison.tables([$0, runs[0]]).map { $0.text(RenderOptions()) } }
      #expect(texts[0] == texts[1])
    }
  }
}
