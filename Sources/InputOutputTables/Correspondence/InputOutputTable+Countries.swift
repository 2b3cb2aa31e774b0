// Which country a region is: commodities and trade are by country.
extension InputOutputTable {
  /// What commodities call each region: the country (ISO3) that its code or name says, else the one that
  /// the table's list of countries has in it with no other than its territories, else the region of a
  /// bundled economy that has the same countries, else its own code.
  static func countryCodes(of regions: [Region], _ countries: [Country]) -> [String] {
    var listed: [Int: Set<String>] = [:]
    for country in countries where country.code != regions[country.region].code {
      listed[country.region, default: []].insert(country.code)
    }
    return zip(regions.indices, CountryList.bundled.countries(of: regions)).map { index, country in
      if let country { return country }
      let states = CountryList.bundled.states(of: listed[index] ?? [])
      let only = states.count == 1 ? states.first : BundledRegions.codes[states]
      return only ?? regions[index].code
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
