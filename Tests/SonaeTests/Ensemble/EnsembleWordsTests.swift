import ArgumentParser
import Diagnostics
import Ensembles
import Foundation
import Reporting
import Testing

@testable import sonae

/// What an ensemble varies and measures reads as words, in both languages.
struct EnsembleWordsTests {
  private func plan(
    _ file: String, _ arguments: [String] = [], settings: [String] = []
  ) throws -> EnsemblePlan {
    let request = try EnsembleRequest(
      file, try ScenarioOptions.parse(settings.flatMap { ["--set", $0] }),
      try EnsembleOptions.parse(arguments))
    // As `merge` reads it.
    return try PlanFile.plan(try PlanFile.text(request.plan), in: "")
  }

  private func words(_ plan: EnsemblePlan, _ path: String) -> Bilingual? {
    plan.variables.first { $0.path == path }.map { plan.words($0) }
  }

  @Test func assumptionsReadAsShockAndMeaning() throws {
    let plan = try plan("rare-earth-ranges")
    #expect(
      words(plan, "shocks[0].ban.for")
        == Bilingual("export ban: number of days in force", "輸出禁止：効いている日数"))
    #expect(
      words(plan, "baseline[1].stock.usable")
        == Bilingual("stock: days of use above the minimum operating stock", "在庫：最低操業在庫を上回る在庫"))
    #expect(words(plan, "model.criticality")?.ja == "重要物資の不足が使用者を止める度合いのつまみ")
    let outcome = try #require(plan.outcomes.first { $0.commodity != nil })
    #expect(plan.subject(outcome) == Bilingual("Japan, rare earths", "日本・レアアース"))
    #expect(plan.names.economy.ja.hasPrefix("世界2022年"))
    #expect(
      plan.wordsWithPath(plan.variables[0], "50%").ja
        == "\(plan.words(plan.variables[0]).ja)（`\(plan.variables[0].path)`、50%）")
  }

  @Test func shocksOfAKindAreNumberedAndEventsTakePlace() throws {
    let plan = try plan(
      "rare-earth-ranges",
      settings: [
        "shocks[+]={ban: {exporter: CHN, importer: KOR, products: [rare earths], for: 30 days}}",
        "uncertainty.events={\"shocks[1]\": 50%}",
      ])
    #expect(words(plan, "shocks[0].ban.for")?.en == "export ban 1: number of days in force")
    for (text, ja) in [("142 days", "142日"), ("43.5%", "43.5%"), ("yes", "あり"), ("0.31", "0.31")] {
      #expect(plan.end(text) == Bilingual(text, ja))
    }
    #expect(words(plan, "shocks[1]") == Bilingual("export ban 2 takes place", "輸出禁止2の発生"))
  }

  /// What the program varies by itself has words too, no two alike.
  @Test func bundledRangesHaveWords() throws {
    let plan = try plan("rare-earth-ban", ["--bundled-ranges", "--draws", "16"])
    #expect(plan.variables.count > 15)
    #expect(Set(plan.names.variables.map(\.key)) == Set(plan.variables.map(\.path)))
    #expect(Set(plan.names.variables.map(\.en)).count == plan.variables.count)
    #expect(Set(plan.names.variables.map(\.ja)).count == plan.variables.count)
    #expect(words(plan, "model.inventory.C")?.en == "inventory target n in days of use (C)")
  }

  /// A user's own regions keep the names of their table.
  @Test func ownRegionsHaveTheirOwnNames() async throws {
    try await withSmallStudy(
      scenario: uncertainScenario,
      economy: ["regions.csv": "code,name,name_ja\nA,Alpha,アルファ\nB,Beta,ベータ\n"]
    ) { folder in
      let plan = try plan(folder + "/test.yaml")
      #expect(plan.words(plan.outcomes[0]).en.hasPrefix("Alpha: "))
      #expect(plan.words(plan.outcomes[0]).ja.hasPrefix("アルファ："))
      #expect(
        words(plan, "shocks[0].capacity.by")
          == Bilingual("lost capacity: share of capacity that is lost", "生産能力の喪失：失われる能力の割合"))
    }
  }
}
