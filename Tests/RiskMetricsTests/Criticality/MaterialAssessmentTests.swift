import Diagnostics
import RiskMetrics
import Testing

@Suite struct MaterialAssessmentTests {
  static func read(_ text: String) throws -> [MaterialAssessment] {
    try MaterialAssessment.read(Source(name: "own.csv", text: text))
  }

  @Test func everyBundledRowNamesItsSourceAndYear() throws {
    let all = try MaterialAssessment.bundled()
    #expect(all.count == 135)
    #expect(all.allSatisfy { !$0.source.isEmpty && ["2017", "2023"].contains($0.year) })
    #expect(all.allSatisfy { $0.supplyRisk != nil })
  }

  /// European Commission (2023): supply risk and economic importance.
  @Test(
    arguments: [
      ("Niobium", 4.4, 6.5, true), ("Gallium", 3.9, 3.7, true), ("Nickel", 0.5, 5.7, false),
      ("Copper", 0.1, 4.0, false), ("Tungsten", 1.2, 8.7, true), ("Gold", 0.4, 2.4, false),
    ])
  func publishedResultsOf2023(
    _ name: String, _ risk: Double, _ importance: Double, _ isCritical: Bool
  ) throws {
    let rows = try MaterialAssessment.bundled().filter { $0.material == name && $0.year == "2023" }
    let one = try #require(rows.max { ($0.supplyRisk ?? 0) < ($1.supplyRisk ?? 0) })
    #expect(one.supplyRisk == risk && one.economicImportance == importance)
    #expect(one.isCritical == isCritical)
  }

  /// European Commission (2017): cerium has 5.7, the rounded inputs give 5.84.
  @Test func publishedStandsBeforeComputed() throws {
    let cerium = try #require(
      try MaterialAssessment.bundled().first { $0.material == "Cerium" && $0.year == "2017" })
    #expect(cerium.supplyRisk == 5.7)
    #expect(abs(try #require(cerium.computedSupplyRisk) - 5.841) < 1e-9)
  }

  @Test func ownMaterialsAreComputed() throws {
    let text = """
      material,hhi_global,hhi_sourcing,import_reliance,recycling,substitution,economic_importance
      mine,4,2,0.5,0.1,0.9,3
      bare,,,,,,

      """
    let own = try Self.read(text)
    let expected = (4 * 0.25 + 2 * 0.75) * 0.9 * 0.9
    #expect(isNear(own[0].supplyRisk, expected) && own[0].isCritical == true)
    #expect(own[1].supplyRisk == nil && own[1].isCritical == nil && own[1].inputs == nil)
  }

  @Test func everyMistakeIsToldAtOnce() {
    let text = """
      material,stage,import_reliance,hhi_global,supply_used
      a,digging,0.5,1,both
      a,,1.5,x,all
      ,,,,
      a,,,,

      """
    #expect(
      problems { _ = try Self.read(text) } == [
        "unknown-word", "not-a-number", "figure-out-of-range", "unknown-word", "empty-figure",
        "figure-twice",
      ])
    #expect(problems { _ = try Self.read("name\nx\n") } == ["missing-column"])
    #expect(problems { _ = try Self.read("") } == ["empty-file"])
  }
}
