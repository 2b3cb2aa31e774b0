package import Diagnostics
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
    /// What a table's numbers are.
    package enum Basis: String, Sendable, CaseIterable {
      /// Published by a statistical body, at most put together or joined.
      case published
      /// An estimate: no official table.
      case estimate
    }

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
    /// The table's name in Japanese; the other name where none is given.
    package var nameJa: String
    /// What its numbers are; nil if not stated.
    package var basis: Basis?
    /// One line on what is published and what is estimated in it; empty if not stated.
    package var note: Bilingual

    /// Makes a description.
    package init(
      name: String, year: Int?, moneyUnit: String, source: String, licence: String, sha256: String,
      nameJa: String? = nil, basis: Basis? = nil, note: Bilingual = Bilingual("", "")
    ) {
      self.name = name
      self.nameJa = nameJa ?? name
      self.basis = basis
      self.note = note
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
  /// What commodities call each region: the country (ISO3) that it is, else its own code.
  package let countryCodes: [String]
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
  /// Who takes each final-demand column, f: as its label says.
  package let finalDemandKinds: [FinalDemandKind]
  /// Labels of the rows under the table, its primary inputs, k.
  package let primaryInputLabels: [String]
  /// What each of these rows pays for, k.
  package let primaryInputKinds: [PrimaryInputKind]
  /// Primary inputs by row, k × n, yearly.
  package let primaryInputs: Matrix
  /// Value added v at basic prices, n, yearly: the sum of the rows of that kind. Its sum is GDP.
  package let valueAdded: [Double]
  /// Gross output x as the folder states it (or row sums of Z and Y), n, yearly.
  package let grossOutput: [Double]
  /// Nodes whose output is nothing to divide by, n; their coefficients are 0 (`SilentNodes`).
  package let isSilent: [Bool]

  /// Number of nodes n.
  package var nodeCount: Int { nodeLabels.count }

  /// Makes a table; shapes must agree. `primaryInputKinds` is nil where the labels say them.
  package init(
    description: Description, separator: String, regions: [Region], sectors: [Sector],
    countries: [Country], nodeLabels: [String], nodeRegion: [Int], nodeSector: [Int],
    intermediateUse: Matrix, finalDemandLabels: [String], finalDemandRegion: [Int],
    finalDemand: Matrix, primaryInputLabels: [String], primaryInputs: Matrix,
    primaryInputKinds: [PrimaryInputKind]? = nil, grossOutput: [Double]
  ) {
    let n = nodeLabels.count
    precondition(nodeRegion.count == n && nodeSector.count == n && grossOutput.count == n)
    precondition(intermediateUse.rows == n && intermediateUse.columns == n)
    precondition(finalDemand.rows == n && finalDemand.columns == finalDemandLabels.count)
    precondition(finalDemandRegion.count == finalDemandLabels.count)
    precondition(primaryInputs.rows == primaryInputLabels.count && primaryInputs.columns == n)
    let kinds =
      primaryInputKinds ?? primaryInputLabels.map { PrimaryInputKind(label: $0) ?? .valueAdded }
    precondition(kinds.count == primaryInputLabels.count)
    self.description = description
    self.separator = separator
    self.regions = regions
    self.sectors = sectors
    self.countries = countries
    countryCodes = InputOutputTable.countryCodes(of: regions, countries)
    self.nodeLabels = nodeLabels
    self.nodeRegion = nodeRegion
    self.nodeSector = nodeSector
    self.intermediateUse = intermediateUse
    self.finalDemandLabels = finalDemandLabels
    self.finalDemandRegion = finalDemandRegion
    self.finalDemand = finalDemand
    finalDemandKinds = zip(finalDemandLabels, finalDemandRegion).map { label, home in
      FinalDemandKind(
        label: label, region: regions[home].code, separator: separator.isEmpty ? "_" : separator)
    }
    self.primaryInputLabels = primaryInputLabels
    self.primaryInputKinds = kinds
    self.primaryInputs = primaryInputs
    valueAdded = primaryInputs.sum(ofRows: kinds.indices.filter { kinds[$0] == .valueAdded })
    self.grossOutput = grossOutput
    isSilent = SilentNodes.find(intermediateUse, output: grossOutput, final: finalDemandKinds)
  }
}
