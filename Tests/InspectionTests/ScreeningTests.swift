import Diagnostics
import Files
import InputOutputTables
import Reporting
import Testing

@testable import Inspection

@Suite struct ScreeningTests {
  static func rows(
    _ name: String, _ region: String, of economy: String = "g7plus-2011"
  ) throws -> [[String: String]] {
    let table = try EconomyLoader.load(economy).table
    let screen = try Inspection(table, InspectionRequest(region: region)).table(name)
    let csv = try CSVTable(Source(name: name, text: screen.csv()))
    return csv.rows.map { Dictionary(zip(csv.header, $0)) { first, _ in first } }
  }

  /// LEVERS.md H: direct, look-through, from China direct, look-through, share of value added.
  @Test(arguments: [
    ("electricity", [32.9, 41.5, 0.6, 2.5, 2.5]), ("oil", [76.5, 79.3, 0.7, 2.4, 1.4]),
    ("railways", [5.0, 19.2, 0.6, 2.7, 2.7]),
    ("ocean cargo shipping", [20.9, 38.1, 7.4, 13.9, 0.5]),
    ("aviation", [14.0, 29.0, 3.4, 6.2, 0.3]), ("airports", [3.9, 13.7, 0.8, 2.8, 0.8]),
    ("post", [3.0, 10.7, 0.6, 2.2, 2.2]), ("credit cards", [2.6, 9.1, 0.5, 1.9, 5.1]),
    ("medical care", [7.9, 20.7, 2.1, 4.7, 5.5]),
  ])
  func japansInfrastructureOf2011IsTheReference(_ field: String, _ percent: [Double]) throws {
    let found = try Self.rows("infrastructure", "JPN").filter { $0["subject"] == field }
    let values = try found.map { try #require(Double($0["value"] ?? "")) * 100 }
    #expect(values.count == 5)
    for (value, expected) in zip(values, percent) { #expect(abs(value - expected) < 0.051) }
  }

  @Test(arguments: ["JPN", "DEU", "VNM", "KEN"])
  func everyRowCarriesWhereItComesFrom(_ country: String) throws {
    for name in ["designation", "infrastructure"] {
      let rows = try Self.rows(name, country)
      #expect(rows.count > 15)
      for row in rows {
        let isMissing = row["confidence"] == "missing"
        #expect((row["value"] ?? "").isEmpty == isMissing, "\(row)")
        #expect(!(row["basis"] ?? "").isEmpty && !(row["unit"] ?? "").isEmpty)
        if !isMissing {
          #expect(!(row["source"] ?? "").isEmpty && !(row["year"] ?? "").isEmpty, "\(row)")
        }
      }
    }
  }

  @Test func aProductHasFourCriteriaAndItsControls() throws {
    let gallium = try Self.rows("designation", "JPN")
      .filter { $0["subject"] == "critical minerals: gallium" }
    #expect(Set(gallium.map { $0["criterion"]?.first }) == ["1", "2", "3", "4"])
    let controls = gallium.filter { $0["measure"]?.hasPrefix("export control in force") == true }
    #expect(controls.map { $0["year"] } == ["2023-08-01", "2026-01-06", "2026-02-24"])
    let share = gallium.first { $0["measure"] == "share of the largest origin: CHN" }
    #expect(share?["value"] == "0.75" && share?["year"] == "2023")
    let american = try Self.rows("designation", "USA")
      .filter { $0["subject"] == "critical minerals: gallium" }
    #expect(
      !american.contains { $0["measure"]?.contains("No. 46") == true }, "it is suspended")
  }

  @Test func plansAreJapansAndAddUp() throws {
    let japan = try Self.rows("designation", "JPN").filter { $0["measure"] == "approved plans" }
    let plans = japan.compactMap { row in
      row["value"].flatMap { Double($0) }.map { (row["subject"], $0) }
    }
    let all = plans.first { $0.0 == "all designated products" }?.1
    #expect(plans.filter { $0.0 != "all designated products" }.reduce(0) { $0 + $1.1 } == all)
    #expect(all == 143)
    #expect(try Self.rows("designation", "KOR").allSatisfy { $0["measure"] != "approved plans" })
  }

  @Test func whatIsNoCountryIsRefused() {
    #expect(throws: DiagnosticList.self) { try Self.rows("designation", "XXX") }
    #expect(throws: DiagnosticList.self) { try Self.rows("infrastructure", "Japan") }
  }
}
