import InputOutputTables
import LinearAlgebra
import Testing

/// Which country a region is.
struct CountryListTests {
  private func countries(_ codes: [String]) -> [String?] {
    CountryList.bundled.countries(of: codes.map { .init(code: $0, name: $0, nameJa: $0) })
  }

  @Test func theListIsWhole() {
    #expect(CountryList.bundled.count == 249)
    #expect(CountryList.bundled.names(of: "JPN") == ["Japan", "日本", "JP"])
    #expect(CountryList.bundled.names(of: "ROW").isEmpty)
  }

  @Test(
    arguments: [
      ("JPN", "JPN"), ("jpn", "JPN"), ("JP", "JPN"), ("jp", "JPN"), ("Japan", "JPN"),
      ("JAPAN", "JPN"), ("日本", "JPN"), ("Korea", "KOR"), ("South Korea", "KOR"),
      ("Korea, Republic of", "KOR"), ("Viet Nam", "VNM"), ("United-States", "USA"),
      ("United States of America", "USA"), ("uk", "GBR"), ("EL", "GRC"),
      ("Russian Federation", "RUS"),
      ("ROW", nil), ("Rest of world", nil), ("R1", nil), ("", nil), ("Hokkaido", nil),
    ] as [(String, String?)])
  func aRegionIsTheCountryOfItsCodeOrName(_ text: String, _ country: String?) {
    #expect(countries([text]) == [country])
    guard text.utf8.count > 3 else { return }
    let named = InputOutputTable.Region(code: "R7", name: text, nameJa: "x")
    #expect(CountryList.bundled.countries(of: [named]) == [country])
  }

  /// States have codes of two letters too: one that is no country's is enough to know.
  @Test func twoLettersAreACountryOnlyWhereAllAre() {
    #expect(countries(["CA", "IN", "DE"]) == ["CAN", "IND", "DEU"])
    #expect(countries(["CA", "IN", "DE", "TX"]) == [nil, nil, nil, nil])
    #expect(countries(["CA", "IN", "EU"]) == ["CAN", "IND", nil])
    #expect(countries(["CAN", "TX"]) == ["CAN", nil])
  }

  @Test func everyRegionOfTheBundledTableIsCalledByItsCode() throws {
    let table = try EconomyLoader.load("g7plus-2011").table
    #expect(table.countryCodes == table.regions.map(\.code))
  }

  private func table(_ codes: [String], _ countries: [(String, Int)] = []) -> InputOutputTable {
    let n = codes.count
    return InputOutputTable(
      description: .init(
        name: "t", year: nil, moneyUnit: "", source: "", licence: "", sha256: ""),
      separator: "_", regions: codes.map { .init(code: $0, name: $0, nameJa: $0) },
      sectors: [.init(code: "S", name: "S", nameJa: "S")],
      countries: countries.map { .init(code: $0.0, region: $0.1) },
      nodeLabels: codes.map { $0 + "_S" }, nodeRegion: Array(codes.indices),
      nodeSector: codes.map { _ in 0 }, intermediateUse: Matrix(rows: n, columns: n),
      finalDemandLabels: [], finalDemandRegion: [], finalDemand: Matrix(rows: n, columns: 0),
      primaryInputLabels: [], primaryInputs: Matrix(rows: 0, columns: n),
      grossOutput: codes.map { _ in 1 })
  }

  @Test func theOnlyCountryOfARegionIsTheRegion() {
    let found = table(["East", "West", "Rest"], [("JPN", 0), ("FRA", 1), ("DEU", 1)])
    #expect(found.countryCodes == ["JPN", "West", "Rest"])
    #expect(found.region(ofCountry: "JPN") == 0 && found.region(ofCountry: "FRA") == nil)
  }

  @Test func territoriesDoNotHideTheirCountry() {
    let france = [("FRA", 0), ("GLP", 0), ("GUF", 0), ("MTQ", 0)]
    let found = table(["R04", "R05"], france + [("GRL", 1), ("DNK", 1), ("NOR", 1)])
    #expect(found.countryCodes == ["FRA", "R05"])
    #expect(table(["R04"], [("GLP", 0), ("MTQ", 0)]).countryCodes == ["R04"])
    // A region of three letters is its own country by name only.
    #expect(table(["XYZ"], [("XYZ", 0), ("JPN", 0)]).countryCodes == ["JPN"])
  }

  @Test func theCountriesOfABundledRegionAreThatRegion() throws {
    let bundled = try EconomyLoader.load("world-2022").table
    let union = try #require(bundled.regions.firstIndex { $0.code == "REU" })
    let members = bundled.countries.filter { $0.region == union }.map { ($0.code, 0) }
    #expect(members.count > 20)
    #expect(table(["R08"], members).countryCodes == ["REU"])
    #expect(table(["R08"], members.filter { $0.0 != "REU" }).countryCodes == ["REU"])
    #expect(table(["R08"], members.filter { $0.0 != "AUT" }).countryCodes == ["R08"])
  }

  @Test func aCountryThatIsSeveralRegionsIsNone() {
    let found = table(["Japan", "JP", "KOR"])
    #expect(found.regions(ofCountry: "JPN") == [0, 1])
    #expect(found.region(ofCountry: "JPN") == nil && found.region(ofCountry: "KOR") == 2)
  }
}
