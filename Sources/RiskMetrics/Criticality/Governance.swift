package import Diagnostics
internal import Files

/// Governance by country on the Commission's scale: 0 to 10, 10 worst.
///
/// (2.5 − mean of the six Worldwide Governance Indicators) · 2; European Commission (2023).
package struct Governance: Sendable, Hashable {
  /// The year or span that the figures are of, such as `2016-2020`.
  package let year: String
  private let values: [String: Double]

  /// Makes a set of figures by ISO3 code.
  package init(year: String, values: [String: Double]) {
    self.year = year
    self.values = values
  }

  /// The figure of a country; nil if it has none.
  package subscript(country: String) -> Double? { values[country] }

  /// Number of countries.
  package var count: Int { values.count }

  /// The span of the Commission's study of 2023: means of 2016 to 2020.
  package static let studySpan = "2016-2020"
  /// The latest year of the bundled figures.
  package static let latestYear = "2021"

  /// The bundled figures of a year or span.
  package static func bundled(_ year: String = studySpan) throws(DiagnosticList) -> Governance {
    let path = "criticality/governance.csv"
    let source = Source(name: path, bytes: BundledData.bytes(of: path) ?? [])
    return try read(source, year: year)
  }

  /// Reads a file of columns country, year, governance; throws every mistake of it at once.
  package static func read(_ source: Source, year: String) throws(DiagnosticList) -> Governance {
    var records = try FigureRecords(source, needed: ["country", "year", "governance"])
    var values: [String: Double] = [:]
    for row in records.rows where records.text(row, "year") == year {
      let country = records.word(row, "country")
      let value = records.number(row, "governance", in: 0...10)
      guard let country, let value else { continue }
      if values.updateValue(value, forKey: country) != nil {
        records.refuse(FigureProblem.twice(country), row, "country")
      }
    }
    if values.isEmpty { records.refuse(FigureProblem.noFigures(of: year)) }
    try records.finish()
    return Governance(year: year, values: values)
  }
}
