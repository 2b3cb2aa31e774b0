// Which country a region is: commodities and trade are by country.
extension InputOutputTable {
  /// What commodities call each region: the country (ISO3) that its code or name says, else the only one
  /// that the table's list of countries has in it, else its own code.
  static func countryCodes(of regions: [Region], _ countries: [Country]) -> [String] {
    var listed: [Int: [String]] = [:]
    for country in countries { listed[country.region, default: []].append(country.code) }
    return zip(regions.indices, CountryList.bundled.countries(of: regions)).map { index, country in
      if let country { return country }
      let inside = listed[index] ?? []
      return inside.count == 1 ? inside[0] : regions[index].code
    }
  }

  /// The regions that a country is; more than one: it is not clear which.
  package func regions(ofCountry code: String) -> [Int] {
    regions.indices.filter { countryCodes[$0] == code }
  }

  /// The one region that a country is; nil if there is none or more than one.
  package func region(ofCountry code: String) -> Int? {
    let found = regions(ofCountry: code)
    return found.count == 1 ? found[0] : nil
  }
}
