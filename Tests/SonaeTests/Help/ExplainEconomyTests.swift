import Diagnostics
import InputOutputTables
import Testing

@testable import sonae

/// What `sonae explain` says of an economy: the codes that a scenario writes are there to be found.
struct ExplainEconomyTests {
  @Test func everyRegionAndSectorHasALine() throws {
    for economy in try EconomyLoader.bundled() {
      let text = EconomyWords.explain(economy, in: .en)
      let lines = text.split(separator: "\n").map {
        $0.split(separator: " ").first.map(String.init)
      }
      #expect(economy.regions.count > 1 && economy.sectors.count > 1)
      for code in economy.regions.map(\.code) + economy.sectors.map(\.code) {
        #expect(lines.contains(code), "\(economy.name): \(code)")
      }
    }
    let japanese = try #require(try EconomyLoader.bundled().first)
    #expect(EconomyWords.explain(japanese, in: .ja).contains("農林水産業"))
  }

  /// As in a scenario, the last words of a commodity's name find it; what nothing is called gets what is near.
  @Test func aCommodityIsFoundByItsLastWord() async throws {
    try await shell("\"$SONAE\" explain graphite") { outcome, _ in
      #expect(outcome.code == 0 && outcome.out.hasPrefix("natural graphite"), "\(outcome)")
    }
    try await shell("\"$SONAE\" explain galium") { outcome, _ in
      #expect(outcome.code == 1 && outcome.err.contains("did you mean `gallium`?"), "\(outcome)")
      #expect(outcome.err.contains("`sonae list` names commodities"), "\(outcome)")
    }
  }

  @Test func aFolderIsExplainedToo() async throws {
    try await shell("\"$SONAE\" explain small") { outcome, _ in
      #expect(outcome.code == 0 && outcome.out.contains("  sectors:\n"), "\(outcome)")
    }
  }
}
