import ArgumentParser
import Diagnostics
import Foundation
import Quantities
import Reporting
import RiskMetrics
import Scenarios
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
    #expect(tables.count == 5)
    for table in tables {
      let keys = table.columns.map(\.key)
      #expect(Set(keys).count == keys.count)
      let differences = table.columns.indices.filter {
        keys[$0].hasPrefix(table.name + "_change_in_")
      }
      #expect(!differences.isEmpty)
      for row in table.rows {
        for column in differences {
          if case .number(let difference) = row[column] { #expect(difference == 0) }
        }
      }
    }
  }

  /// The same shock costs the same money: a longer horizon alone is no difference.
  @Test func scenariosMeetOnTheDaysThatAllHave() async throws {
    try await withSmallStudy { folder in
      let longer = smallScenario.replacing("horizon: 40 days", with: "horizon: 80 days")
      try Data(longer.utf8).write(to: URL(filePath: folder + "/longer.yaml"))
      let files = try ScenarioFile.all(
        [folder + "/test.yaml", folder + "/longer.yaml"], try options())
      let runs = try await ScenarioRun.runs(Comparison.cut(files), try options())
      let report = Comparison.report(runs, Comparison.remarks(files))
      let table = try #require(report.tables.first)
      let change = try #require(table.columns.firstIndex { $0.key.contains("_change_in_") })
      #expect(table.rows.allSatisfy { $0[change] == .number(0) })
      for format in TableFormat.allCases where format != .csv {
        let text = report.render(format, RenderOptions(width: nil))
        #expect(text.contains("all are compared over their first 40 days"))
      }
    }
  }

  @Test func economiesInOtherMoneyStandBesideEachOtherWithAWarning() async throws {
    try await withSmallStudy { folder in
      let other = folder + "/other"
      try FileManager.default.copyItem(atPath: folder + "/small", toPath: other)
      try Data("key,value\nname,Other\nyear,2021\nunit,billion JPY\n".utf8)
        .write(to: URL(filePath: other + "/economy.csv"))
      let text = smallScenario.replacing("economy: small", with: "economy: other")
      try Data(text.utf8).write(to: URL(filePath: folder + "/other.yaml"))
      let files = try ScenarioFile.all(
        [folder + "/test.yaml", folder + "/other.yaml"], try options())
      let runs = try await ScenarioRun.runs(Comparison.cut(files), try options())
      let report = Comparison.report(runs, Comparison.remarks(files))
      let said = report.warnings.map(\.en).joined()
      #expect(
        said.contains("test on Small (2020), million USD; other on Other (2021), billion JPY"))
      #expect(report.tables.count == 5)
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

  /// Each row is what `run` prints under that preset, the file's own first.
  @Test(arguments: ["rare-earth-ban", "backtests/tohoku-2011"])
  func modelsStandSideBySide(_ name: String) async throws {
    let files = try ModelComparison.files(name, try options())
    #expect(files.map(\.decoded.base.model.preset) == [.sonae, .pooled, .ario])
    let runs = try await ScenarioRun.runs(files, try options())
    let report = ModelComparison(runs: runs).report
    let table = try #require(report.tables.first)
    #expect(table.name == "models" && table.rows.count == 3)
    let column = { (key: String) in table.columns.firstIndex { $0.key == key } }
    let loss = try #require(column("value_added_loss_share_of_gdp"))
    let likeness = try #require(column("rank_correlation"))
    #expect(table.rows[0][likeness] == .number(1))
    for (row, preset) in zip(table.rows, ["sonae", "pooled", "ario"]) {
      let alone = try await ScenarioRun.runs(
        [name], try options("--set", "model.preset=\(preset)"))[0].runner.study
      let region = try #require(alone.shownRegions.first)
      let share = try #require(alone.base.assessment.regions[region].valueAddedLossShare)
      guard case .number(let found) = row[loss], case .number(let rank) = row[likeness] else {
        Issue.record("\(preset): no number")
        continue
      }
      // Which runs share a batch moves the last bits.
      #expect(abs(found - share) <= 1e-12 * share, "\(preset)")
      #expect(rank > 0 && rank <= 1)
    }
    for format in TableFormat.allCases {
      #expect(!report.render(format, RenderOptions(language: .ja, width: 80)).isEmpty)
    }
  }

  /// What one preset alone has to say stands in the report with its name, what all say once.
  @Test func keysWithoutEffectUnderAPresetAreTold() async throws {
    let options = try options("--set", "model.preset=ario", "--set", "model.variety=2")
    let files = try ModelComparison.files("rare-earth-ban", options)
    #expect(files.map(\.decoded.base.model.preset) == [.ario, .sonae, .pooled])
    let runs = try await ScenarioRun.runs(files, options)
    let warnings = ModelComparison(runs: runs).report.warnings.map(\.en)
    #expect(Set(warnings).count == warnings.count)
    #expect(warnings.contains { $0.hasPrefix("pooled: ") && $0.contains("`model.variety`") })
    #expect(!warnings.contains { $0.hasPrefix("sonae: ") && $0.contains("`model.variety`") })
  }

  /// Where nothing is lost there is nothing to rank.
  @Test func modelsWithoutALossAreNotRanked() async throws {
    let files = try ModelComparison.files(
      "rare-earth-ban", try options("--set", "shocks=[]", "--set", "horizon=20 days"))
    let table = ModelComparison(runs: try await ScenarioRun.runs(files, try options())).models
    let place = try #require(table.columns.firstIndex { $0.key == "rank_correlation" })
    #expect(table.rows.allSatisfy { $0[place] == .missing(.notApplicable) })
    #expect(!table.notes.contains { $0.en.contains("other models") })
  }

  @Test func oneScenarioAloneIsComparedWithNothing() {
    #expect(throws: (any Error).self) { try CompareCommand.parse(["hormuz-2026"]).validate() }
    #expect(throws: (any Error).self) {
      try CompareCommand.parse(["hormuz-2026", "rare-earth-ban", "--models"])
    }
  }
}
