import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Reporting
import Scenarios

/// What the screens of a country share: the long table, and what they read of the economy.
extension Inspection {
  /// The day as of which export controls are listed: that of the founding statement.
  static let asOf = "2026-04-08"

  /// The long table of a screen.
  func screen(
    _ name: String, _ title: Bilingual, _ rows: [ScreenRow], notes: [Bilingual]
  ) -> Table {
    Table(
      name: name, title: title, columns: ScreenRow.columns, rows: rows.map(\.cells),
      notes: notes + [
        Bilingual(
          "No scores and no weights: every figure stands alone, with its basis, year, source and confidence; what nobody knows is a row without a value.",
          "点数も重みも付けない。各数値は算定基準・年・出典・確度とともに単独で示し、不明なものは値のない行とする。")
      ])
  }

  /// The region that is a country, or has a code; nil for a country that the table has only as a part
  /// of another region, or not at all. Refuses what is neither.
  func screened(_ code: String) throws -> Int? {
    if let region = table.region(ofCountry: code), table.countryCodes[region] == code {
      return region
    }
    if let region = table.regions.firstIndex(where: { $0.code == code }) { return region }
    if CountryList.bundled.code(of: code) == code { return nil }
    let codes = table.regions.map(\.code)
    throw Self.refusal(
      .unknownRegion(code, suggestion: nearest(code, in: codes), known: codes))
  }

  /// The year of the table, in words.
  var tableYear: String { table.description.year.map { "\($0)" } ?? "" }

  /// How well a table's figures are founded, in the words of figures.
  var tableConfidence: String {
    table.description.basis == .estimate
      ? Figure.Confidence.assumption.rawValue : Figure.Confidence.found.rawValue
  }

  /// A region's value added, in the table's money.
  func gdp(of region: Int) -> Double {
    table.valueAdded.indices.reduce(0) {
      $0 + (table.nodeRegion[$1] == region ? table.valueAdded[$1] : 0)
    }
  }

  /// Nodes of a region in the sectors that stand for one of the 35.
  func nodes(of sector: String, in region: Int) -> [Int] {
    let parts = table.sectors(standingFor: sector)
    return table.nodeSector.indices.filter {
      parts.contains(table.nodeSector[$0]) && table.nodeRegion[$0] == region
        && table.grossOutput[$0] > 0
    }
  }

  /// A figure of the table.
  func row(
    _ subject: Bilingual, _ criterion: ScreenRow.Criterion, _ measure: Bilingual, _ value: Double,
    basis: String
  ) -> ScreenRow {
    ScreenRow(
      subject: subject, criterion: criterion, measure: measure, value: value, unit: "share",
      year: tableYear, basis: basis, source: table.description.name, confidence: tableConfidence)
  }
}
