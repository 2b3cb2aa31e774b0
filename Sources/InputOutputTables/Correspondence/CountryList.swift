internal import Diagnostics
internal import Files

/// The countries of ISO 3166-1 by code and name, as tables call their regions.
package struct CountryList: Sendable {
  private let codes: Set<String>
  private let byAlpha2: [String: String]
  private let byName: [String: String]
  private let names: [String: [String]]
  /// The state that a territory is part of, by the territory's code.
  private let stateOfTerritory: [String: String]

  /// The list that is compiled in.
  package static let bundled: CountryList = {
    let path = "countries/countries.csv"
    let source = Source(name: path, bytes: BundledData.bytes(of: path) ?? [])
    return CountryList((try? CSVTable(source))?.rows ?? [])
  }()

  /// Rows of code, codes of two letters, English name, Japanese name, other names and the state that a
  /// territory is part of.
  private init(_ rows: [[String]]) {
    var byAlpha2: [String: String] = [:]
    var byName: [String: String] = [:]
    var names: [String: [String]] = [:]
    var stateOfTerritory: [String: String] = [:]
    for row in rows {
      let code = row[0]
      let short = row[1].split(separator: " ").map(String.init)
      let others = row[4].split(separator: ";").map { String($0.drop { $0 == " " }) }
      for alpha2 in short { byAlpha2[alpha2] = code }
      for name in [row[2], row[3]] + others { byName[foldedName(name)] = code }
      names[code] = [row[2], row[3]] + others + short
      if !row[5].isEmpty { stateOfTerritory[code] = row[5] }
    }
    codes = Set(rows.map { $0[0] })
    self.byAlpha2 = byAlpha2
    self.byName = byName
    self.names = names
    self.stateOfTerritory = stateOfTerritory
  }

  /// Number of countries.
  package var count: Int { codes.count }

  /// A country's names in English and Japanese, and its codes of two letters; none if there is no such code.
  package func names(of code: String) -> [String] { names[code] ?? [] }

  /// The ISO3 code of a country by code or name, letter case aside; nil if there is none.
  package func code(of text: String) -> String? {
    let code = text.uppercased()
    return codes.contains(code) ? code : byAlpha2[code] ?? byName[foldedName(text)]
  }

  /// Countries without the territories of others among them: `FRA` of `FRA`, `GLP` and `MTQ`.
  func states(of countries: Set<String>) -> Set<String> {
    countries.filter { code in !(stateOfTerritory[code].map { countries.contains($0) } ?? false) }
  }

  /// The countries (ISO3) that regions of one table are, by their codes, else by their names, letter
  /// case aside; nil for a region that is none.
  ///
  /// Two letters are a country's code only where all codes of two letters are, but for the European
  /// Union's: states and provinces have such codes too.
  package func countries(of regions: [InputOutputTable.Region]) -> [String?] {
    let short = regions.map { $0.code.uppercased() }.filter { $0.utf8.count == 2 && $0 != "EU" }
    let readsAlpha2 = short.allSatisfy { byAlpha2[$0] != nil }
    return regions.map { region in
      let code = region.code.uppercased()
      if codes.contains(code) { return code }
      if readsAlpha2, let country = byAlpha2[code] { return country }
      return [region.code, region.name, region.nameJa].lazy
        .compactMap { byName[foldedName($0)] }.first
    }
  }
}
