import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

/// The economies compiled in are what their READMEs say.
@Suite struct BundledEconomiesTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let name: String
    let year: Int
    let basis: InputOutputTable.Description.Basis
    let regions: Int
    let sectors: Int
    /// Value added by region, billion money units, as their sources give it.
    let valueAdded: [String: Double]

    var testDescription: String { name }
  }

  static let expected = [
    Expected(
      name: "world-2022", year: 2022, basis: .estimate, regions: 31, sectors: 33,
      valueAdded: [
        "JPN": 4227, "USA": 25463, "DEU": 3771, "FRA": 2576, "GBR": 2857, "ITA": 2099,
        "CAN": 2015, "CHN": 17963, "KOR": 1815, "IND": 3388, "BRA": 1804, "SAU": 1095, "ARE": 448,
      ]),
    Expected(
      name: "g7plus-2011", year: 2011, basis: .published, regions: 17, sectors: 35,
      valueAdded: ["JPN": 5896, "USA": 15161, "CHN": 7387]),
    Expected(
      name: "wiod-2014", year: 2014, basis: .published, regions: 22, sectors: 33,
      valueAdded: ["JPN": 4438, "USA": 17348, "CHN": 10284]),
    Expected(
      name: "world-2022-detail", year: 2022, basis: .estimate, regions: 31, sectors: 43,
      valueAdded: ["JPN": 4227, "TWN": 745]),
  ]

  @Test func theStandardOneIsListedFirst() throws {
    let abouts = try EconomyLoader.bundled()
    #expect(abouts.map(\.name) == Self.expected.map(\.name))
    #expect(abouts[0].name == EconomyLoader.standard)
    for (about, expected) in zip(abouts, Self.expected) {
      #expect(about.regions.count == expected.regions && about.sectors.count == expected.sectors)
      #expect(about.description.basis == expected.basis && about.description.year == expected.year)
      #expect(!about.description.source.isEmpty && !about.description.licence.isEmpty)
      #expect(!about.description.note.en.isEmpty && !about.description.note.ja.isEmpty)
      #expect(about.description.nameJa != about.description.name)
    }
  }

  @Test(arguments: expected) func tablesBalanceAndHaveTheirGDP(_ expected: Expected) throws {
    let loaded = try EconomyLoader.load(expected.name, strict: true)
    let table = loaded.table
    #expect(table.regions.count == expected.regions && table.sectors.count == expected.sectors)
    #expect(table.nodeCount == expected.regions * expected.sectors)
    #expect(table.description.basis == expected.basis)
    #expect(Set(table.countries.map(\.code)).count == 250)
    let added = table.valueAdded
    for (code, value) in expected.valueAdded {
      let region = try #require(table.regions.firstIndex { $0.code == code })
      let sum = added.indices.filter { table.nodeRegion[$0] == region }.reduce(0) { $0 + added[$1] }
      #expect(abs(sum / 1000 - value) < 0.001 * value, "\(code): \(sum / 1000)")
    }
  }

  @Test func semiconductorsOfTaiwanAndCrudeOfJapanAreThere() throws {
    let table = try EconomyLoader.load("world-2022-detail").table
    let node = { (label: String) in table.nodeLabels.firstIndex(of: label) }
    let chips = try #require(node("TWN_C26"))
    #expect(abs(table.grossOutput[chips] / 329_004.63 - 1) < 1e-6)
    let refining = try #require(node("JPN_C19"))
    let bought = table.nodeLabels.indices.filter { table.nodeLabels[$0].hasSuffix("_B06") }
      .reduce(0) { $0 + table.intermediateUse[$1, refining] }
    #expect(abs(bought / 90_378 - 1) < 0.001)
  }
}
