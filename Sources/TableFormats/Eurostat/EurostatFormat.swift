import Diagnostics
import Files
import InputOutputTables

/// Eurostat's national symmetric tables (naio_10_cp1700, cp1750, pyp1700, pyp1750) in long form.
///
/// A file holds countries, years, units and origins of flows (domestic, imported, all) together. One
/// country and year are taken, in euro where there are euro.
enum EurostatFormat {
  /// Reads a table; throws every mistake at once. `year` nil takes the last, `region` nil the only one.
  static func read(
    _ bundle: InputBundle, year: Int?, region: String?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.only("table (.tsv or .csv)") {
      ["tsv", "csv", "txt"].contains($0.suffix)
    }
    var survey = try EurostatLines(file)
    let offers = try survey.offers(&log)
    guard !offers.isEmpty else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.noNumbers(file.display))])
    }
    let country = try country(region, of: distinct(offers.map(\.offer.country)))
    let units = offers.filter { $0.offer.country == country }
    let years = Set(units.flatMap(\.years)).sorted()
    guard let chosen = year ?? years.last,
      let offer = preferred(units.filter { $0.years.contains(chosen) }.map(\.offer))
    else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.noYear(year ?? 0, found: years))])
    }
    var lines = try EurostatLines(file)
    let (cells, confidential) = try lines.cells(of: offer, year: chosen, &log)
    var builder = EurostatTable(cells, at: lines.place, file: file, &log)
    if let failure = log.problems.failure { throw failure }
    let flows = try builder.flows()
    log.remarks += builder.remarks + notes(units.map(\.offer), years, offer, chosen, confidential)
    return table(flows, offer, year: chosen, file: file)
  }

  /// The country of a file; throws if none is named and there are several, or it is not there.
  private static func country(
    _ wanted: String?, of countries: [String]
  ) throws(DiagnosticList) -> String {
    guard let wanted else {
      if countries.count == 1 { return countries[0] }
      throw DiagnosticList([
        Diagnostic(.error, ImportProblem.severalRegions(countries.sorted()))
      ])
    }
    let name = wanted.uppercased()
    let found = countries.first {
      $0 == name || CountryCodes.country(of: $0, in: .eurostat) == name
    }
    if let found { return found }
    throw DiagnosticList([
      Diagnostic(.error, ImportProblem.noRegion(wanted, found: countries.sorted()))
    ])
  }

  /// Millions of euro before thousands, euro before national money.
  private static func preferred(_ offers: [EurostatLines.Offer]) -> EurostatLines.Offer? {
    let order = ["MIO_EUR", "PYP_MEUR", "THS_EUR", "MIO_NAC", "PYP_MNAC", "THS_NAC"]
    return order.lazy.compactMap { unit in offers.first { $0.unit == unit } }.first
      ?? offers.first
  }

  private static func notes(
    _ offers: [EurostatLines.Offer], _ years: [Int], _ offer: EurostatLines.Offer, _ year: Int,
    _ confidential: Int
  ) -> [Remark] {
    let units = distinct(offers.map(\.unit))
    let (first, last) = (years.first ?? year, years.last ?? year)
    var remarks = [
      Remark(
        .check, "table-chosen",
        en:
          "country \(offer.country), year \(year) of \(years.count) from \(first) to \(last), unit \(offer.unit) of \(units.joined(separator: ", "))",
        ja:
          "国 \(offer.country)、\(first)〜\(last) 年の \(years.count) 年のうち \(year) 年、単位は \(units.joined(separator: "、")) のうち \(offer.unit)"
      )
    ]
    if confidential > 0 {
      remarks.append(
        Remark(
          .warning, "confidential-cells",
          en: "\(confidential) cells are confidential and read as 0: sums show what is missing",
          ja: "秘匿のセル \(confidential) 個を 0 と読みました。行と列の差に表れます"))
    }
    return remarks
  }

  private static func table(
    _ flows: FlowTable, _ offer: EurostatLines.Offer, year: Int, file: InputFile
  ) -> ProviderTable {
    let isProducts = flows.labels.sectors.contains { $0.hasPrefix("CPA") }
    return ProviderTable(
      edition: "\(isProducts ? "product by product" : "industry by industry"), \(offer.country)",
      year: year, moneyUnit: moneyUnit(offer), flows: flows, region: offer.country,
      heading: offer.unit.replacing("_", with: " "), sources: [file])
  }

  /// A unit's code in words; national money is told by the country where it has kept its own.
  private static func moneyUnit(_ offer: EurostatLines.Offer) -> String {
    let unit = offer.unit
    let scale = unit.hasPrefix("THS") || unit.hasPrefix("T_") ? "thousand" : "million"
    guard unit.hasSuffix("NAC") else { return unit.hasSuffix("EUR") ? "\(scale) EUR" : unit }
    return "\(scale) \(currencies[offer.country] ?? "national currency of \(offer.country)")"
  }

  /// Money of countries that have not changed it since 2000.
  private static let currencies = [
    "AT": "EUR", "BE": "EUR", "DE": "EUR", "ES": "EUR", "FI": "EUR", "FR": "EUR", "IE": "EUR",
    "IT": "EUR", "LU": "EUR", "NL": "EUR", "PT": "EUR", "CZ": "CZK", "DK": "DKK", "HU": "HUF",
    "NO": "NOK", "PL": "PLN", "RS": "RSD", "SE": "SEK", "UK": "GBP",
  ]
}
