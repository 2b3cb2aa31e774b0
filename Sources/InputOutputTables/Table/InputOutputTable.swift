package import LinearAlgebra

/// An inter-country input-output table of one year, as loaded: yearly flows in the table's money.
///
/// Nodes are in the table's own order. A table with one region has as many nodes as sectors.
package struct InputOutputTable: Sendable {
  /// A region of the table.
  package struct Region: Sendable, Hashable {
    /// The code in labels, such as `JPN`.
    package let code: String
    /// The English name; the code where the folder gives none.
    package let name: String
    /// The Japanese name; the English name where the folder gives none.
    package let nameJa: String

    /// Makes a region.
    package init(code: String, name: String, nameJa: String) {
      self.code = code
      self.name = name
      self.nameJa = nameJa
    }
  }

  /// A sector of the table; also the product that it makes.
  package struct Sector: Sendable, Hashable {
    /// The code in labels, such as `34t35`.
    package let code: String
    /// The English name; the code where the folder gives none.
    package let name: String
    /// The Japanese name; the English name where the folder gives none.
    package let nameJa: String

    /// Makes a sector.
    package init(code: String, name: String, nameJa: String) {
      self.code = code
      self.name = name
      self.nameJa = nameJa
    }
  }

  /// One country of the world and the region of this table that it belongs to.
  package struct Country: Sendable, Hashable {
    /// ISO 3166-1 alpha-3 code.
    package let code: String
    /// Index into `regions`.
    package let region: Int

    /// Makes a country.
    package init(code: String, region: Int) {
      self.code = code
      self.region = region
    }
  }

  /// What is said of the table as a whole.
  package struct Description: Sendable, Hashable {
    /// The table's name.
    package var name: String
    /// The year of the flows; nil if not stated.
    package var year: Int?
    /// The money unit, such as `million USD`.
    package var moneyUnit: String
    /// The citation; empty if not stated.
    package var source: String
    /// The licence; empty if not stated.
    package var licence: String
    /// SHA-256 of the files read, in lower-case hexadecimal.
    package var sha256: String

    /// Makes a description.
    package init(
      name: String, year: Int?, moneyUnit: String, source: String, licence: String, sha256: String
    ) {
      self.name = name
      self.year = year
      self.moneyUnit = moneyUnit
      self.source = source
      self.licence = licence
      self.sha256 = sha256
    }
  }

  /// What is said of the table as a whole.
  package let description: Description
  /// What stands between region and sector in labels, such as `_`; empty in a table of one region.
  package let separator: String
  /// The regions in order of appearance.
  package let regions: [Region]
  /// The sectors in order of appearance.
  package let sectors: [Sector]
  /// Countries and their regions; every region code that is a country is its own.
  package let countries: [Country]
  /// Labels of the nodes, n.
  package let nodeLabels: [String]
  /// Region of each node, n.
  package let nodeRegion: [Int]
  /// Sector of each node, n.
  package let nodeSector: [Int]
  /// Intermediate use Z, n × n, yearly flows; row sells to column.
  package let intermediateUse: Matrix
  /// Labels of the final-demand columns, f.
  package let finalDemandLabels: [String]
  /// Region of each final-demand column, f.
  package let finalDemandRegion: [Int]
  /// Final demand Y, n × f, yearly flows; negative cells are inventory changes.
  package let finalDemand: Matrix
  /// Labels of the value-added items, k.
  package let valueAddedLabels: [String]
  /// Value added by item, k × n, yearly.
  package let valueAddedItems: Matrix
  /// Gross output x as the folder states it (or row sums of Z and Y), n, yearly.
  package let grossOutput: [Double]

  /// Number of nodes n.
  package var nodeCount: Int { nodeLabels.count }

  /// Value added v: the sum of its items, n, yearly.
  package var valueAdded: [Double] {
    var total = [Double](repeating: 0, count: nodeCount)
    for item in 0..<valueAddedItems.rows {
      for j in 0..<nodeCount { total[j] += valueAddedItems[item, j] }
    }
    return total
  }

  /// Makes a table; shapes must agree.
  package init(
    description: Description, separator: String, regions: [Region], sectors: [Sector],
    countries: [Country], nodeLabels: [String], nodeRegion: [Int], nodeSector: [Int],
    intermediateUse: Matrix, finalDemandLabels: [String], finalDemandRegion: [Int],
    finalDemand: Matrix, valueAddedLabels: [String], valueAddedItems: Matrix,
    grossOutput: [Double]
  ) {
    let n = nodeLabels.count
    precondition(nodeRegion.count == n && nodeSector.count == n && grossOutput.count == n)
    precondition(intermediateUse.rows == n && intermediateUse.columns == n)
    precondition(finalDemand.rows == n && finalDemand.columns == finalDemandLabels.count)
    precondition(finalDemandRegion.count == finalDemandLabels.count)
    precondition(valueAddedItems.rows == valueAddedLabels.count && valueAddedItems.columns == n)
    self.description = description
    self.separator = separator
    self.regions = regions
    self.sectors = sectors
    self.countries = countries
    self.nodeLabels = nodeLabels
    self.nodeRegion = nodeRegion
    self.nodeSector = nodeSector
    self.intermediateUse = intermediateUse
    self.finalDemandLabels = finalDemandLabels
    self.finalDemandRegion = finalDemandRegion
    self.finalDemand = finalDemand
    self.valueAddedLabels = valueAddedLabels
    self.valueAddedItems = valueAddedItems
    self.grossOutput = grossOutput
  }
}
