package import Commodities
import Diagnostics
package import InputOutputTables

/// Every name that a scenario of one economy can use: regions, sectors, countries, commodities, chokepoints.
package struct Names: Sendable {
  let regions: NameIndex
  let sectors: NameIndex
  /// Standard codes of each sector (`SectorConcordance`).
  let standardSectors: [[String]]
  let commodities: NameIndex
  let chokepoints: NameIndex
  let partners: NameIndex
  /// Origins of each commodity: countries, and groups of them.
  let origins: [NameIndex]
  /// Stages of each commodity's chain, from the first on.
  let stages: [NameIndex]
  /// What commodities call each region.
  let countryCodes: [String]
  /// Region of a country of the table, by ISO3 code.
  let regionOfCountry: [String: Int]
  /// Codes that are groups of a commodity's origins.
  let groups: Set<String>
  /// Units of the commodities that pass each chokepoint, by its own name.
  let chokepointUnits: [String: Set<String>]
  /// Physical unit of each commodity, `bbl` or `t`.
  let commodityUnits: [String]
  /// MMBtu in a unit of each commodity; nil where prices per MMBtu cannot be read.
  let energyContents: [Double?]
  /// Node of each region and sector, by region · sectors + sector; nil if there is none.
  let nodes: [Int?]
  let nodeLabels: [String: Int]
  let finalDemandLabels: [String]
  let separator: String
  /// The unit that the table counts its money in, such as `million USD`.
  let moneyUnit: String

  /// Makes the names of a table and the commodities loaded with it.
  package init(_ table: InputOutputTable, _ commodities: [Commodity]) {
    regions = NameIndex(
      zip(table.regions, table.countryCodes).map { ($0.code, [$0.name, $0.nameJa, $1]) })
    countryCodes = table.countryCodes
    sectors = NameIndex(table.sectors.map { ($0.code, [$0.name, $0.nameJa]) })
    standardSectors = table.standardSectors
    self.commodities = NameIndex(commodities.map { ($0.name, [$0.nameJa]) })
    chokepoints = NameIndex(Names.chokepoints(of: commodities))
    regionOfCountry = Dictionary(
      table.countries.map { ($0.code, $0.region) }, uniquingKeysWith: { first, _ in first })
    let regionCodes = Set(table.regions.map { $0.code })
    groups = Set(commodities.flatMap { $0.groups.map { $0.code } }).subtracting(regionCodes)
    partners = NameIndex(Names.partners(of: table, commodities))
    origins = commodities.map { Names.origins(of: $0, table) }
    stages = commodities.map { NameIndex($0.chain.stages.map { ($0.name, [$0.nameJa]) }) }
    commodityUnits = commodities.map { $0.unit }
    energyContents = commodities.map { $0.energyContent }
    chokepointUnits = commodities.reduce(into: [:]) { units, commodity in
      for gate in commodity.chokepoints { units[gate.name, default: []].insert(commodity.unit) }
    }
    nodes = Names.nodes(of: table)
    nodeLabels = Dictionary(
      table.nodeLabels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    finalDemandLabels = table.finalDemandLabels
    separator = table.separator
    moneyUnit = table.description.moneyUnit
  }

  private static func chokepoints(
    of commodities: [Commodity]
  ) -> [(code: String, names: [String])] {
    var seen: Set<String> = []
    return commodities.flatMap { $0.chokepoints }.filter { seen.insert($0.name).inserted }
      .map { ($0.name, [$0.nameJa]) }
  }

  /// Regions by what commodities call them, then countries, then what commodities name, each code once.
  private static func partners(
    of table: InputOutputTable, _ commodities: [Commodity]
  ) -> [(code: String, names: [String])] {
    let regions = table.regions.enumerated().map { index, region in
      let country = table.countryCodes[index]
      let isOne = table.region(ofCountry: country) == index
      return (
        code: isOne ? country : region.code, names: [region.code, region.name, region.nameJa]
      )
    }
    let codes =
      table.countries.map { $0.code }
      + commodities.flatMap { commodity -> [String] in
        var codes = commodity.groups.map { $0.code } + commodity.groups.flatMap { $0.members }
        codes += commodity.importers.flatMap { [$0.code] + $0.origins.map { $0.origin } }
        codes += commodity.chain.links.flatMap { [$0.buyer, $0.seller] }
        return codes
      }
    var seen = Set(regions.map { $0.code })
    return regions
      + codes.filter { seen.insert($0).inserted }.map { ($0, CountryList.bundled.names(of: $0)) }
  }

  /// Groups, then countries in the order of their codes.
  private static func origins(of commodity: Commodity, _ table: InputOutputTable) -> NameIndex {
    let groups = commodity.groups.map { $0.code }
    var countries = Set(commodity.importers.flatMap { $0.origins.map { $0.origin } })
    countries.formUnion(commodity.chain.links.map { $0.seller })
    let codes = groups + countries.subtracting(groups).sorted()
    return NameIndex(
      codes.map { code in
        let region = table.region(ofCountry: code).map { table.regions[$0] }
        let names = region.map { [$0.code, $0.name, $0.nameJa] } ?? []
        return (code, names + CountryList.bundled.names(of: code))
      })
  }

  private static func nodes(of table: InputOutputTable) -> [Int?] {
    var nodes = [Int?](repeating: nil, count: table.regions.count * table.sectors.count)
    for node in 0..<table.nodeCount {
      nodes[table.nodeRegion[node] * table.sectors.count + table.nodeSector[node]] = node
    }
    return nodes
  }
}
