internal import LinearAlgebra

/// How the nodes and final-demand columns of a table become those of another, whole or in parts.
///
/// A cell Z[i,j] goes to (a, b) with the weights of i's part a and j's part b. Aggregation has one
/// part of weight 1 each, disaggregation several whose weights add up to 1: totals are kept.
struct Regrouping {
  /// A part of a region, sector or node, and where it goes.
  struct Part: Hashable {
    let code: String
    let weight: Double
  }

  /// A part of a node or column: index in the new table, and weight.
  struct Share: Hashable {
    let target: Int
    let weight: Double
  }

  let table: InputOutputTable
  /// Parts of each region.
  let regionParts: [[Part]]
  /// Parts of each node's sector, by node.
  let sectorParts: [[Part]]
  /// New region codes in order, and names.
  let regions: [InputOutputTable.Region]
  /// New sector codes in order, and names.
  let sectors: [InputOutputTable.Sector]

  /// The new table under a description.
  func regrouped(_ description: InputOutputTable.Description) -> InputOutputTable {
    let separator = table.separator.isEmpty && regions.count > 1 ? "_" : table.separator
    let nodes = self.nodes()
    let columns = finalDemandColumns(separator)
    let regionNumbers = Self.number(nodes.list.map { $0.region })
    let sectorNumbers = Self.number(nodes.list.map { $0.sector })
    let newRegions = regionNumbers.distinct.map { regions[$0] }
    return InputOutputTable(
      description: description, separator: separator, regions: newRegions,
      sectors: sectorNumbers.distinct.map { sectors[$0] },
      countries: countries(newRegions.map { $0.code }),
      nodeLabels: nodes.list.map { node in
        let sector = sectors[node.sector].code
        return separator.isEmpty ? sector : regions[node.region].code + separator + sector
      },
      nodeRegion: regionNumbers.numbers, nodeSector: sectorNumbers.numbers,
      intermediateUse: Self.sum(
        table.intermediateUse, rows: nodes.shares, count: nodes.list.count,
        columns: nodes.shares, count: nodes.list.count),
      finalDemandLabels: columns.list.map { $0.label },
      finalDemandRegion: columns.list.map { column in
        newRegions.firstIndex { $0.code == regions[column.region].code } ?? 0
      },
      finalDemand: Self.sum(
        table.finalDemand, rows: nodes.shares, count: nodes.list.count, columns: columns.shares,
        count: columns.list.count),
      primaryInputLabels: table.primaryInputLabels,
      primaryInputs: Self.sum(
        table.primaryInputs, rows: Self.each(table.primaryInputs.rows),
        count: table.primaryInputs.rows, columns: nodes.shares, count: nodes.list.count),
      primaryInputKinds: table.primaryInputKinds,
      grossOutput: Self.sum(
        Matrix(rows: table.nodeCount, columns: 1, elements: table.grossOutput),
        rows: nodes.shares, count: nodes.list.count, columns: Self.each(1), count: 1
      ).elements)
  }

  /// A matrix whose rows and columns go to others by shares.
  private static func sum(
    _ matrix: Matrix, rows: [[Share]], count rowCount: Int, columns: [[Share]],
    count columnCount: Int
  ) -> Matrix {
    var result = Matrix(rows: rowCount, columns: columnCount)
    for i in 0..<matrix.rows {
      for row in rows[i] {
        for j in 0..<matrix.columns {
          let value = matrix.elements[i * matrix.columns + j]
          guard value != 0 else { continue }
          for column in columns[j] {
            result.elements[row.target * columnCount + column.target] +=
              row.weight * column.weight * value
          }
        }
      }
    }
    return result
  }

  private static func each(_ count: Int) -> [[Share]] {
    (0..<count).map { [Share(target: $0, weight: 1)] }
  }

  /// Distinct numbers in order of appearance, and the place of each one's.
  private static func number(_ values: [Int]) -> (distinct: [Int], numbers: [Int]) {
    var index: [Int: Int] = [:]
    var distinct: [Int] = []
    let numbers = values.map { value in
      if let known = index[value] { return known }
      index[value] = distinct.count
      distinct.append(value)
      return distinct.count - 1
    }
    return (distinct, numbers)
  }
}

// MARK: - Nodes and columns

extension Regrouping {
  private struct Node: Hashable {
    let region: Int
    let sector: Int
  }

  private struct Column: Hashable {
    let region: Int
    let category: String
    let label: String
  }

  /// New nodes in the layout of the old table (region by region, sector by sector, or as they come).
  private func nodes() -> (list: [Node], shares: [[Share]]) {
    let regionIndex = Self.index(regions.map { $0.code })
    let sectorIndex = Self.index(sectors.map { $0.code })
    let parts = (0..<table.nodeCount).map { i in
      regionParts[table.nodeRegion[i]].flatMap { region in
        sectorParts[i].map { sector in
          (
            Node(region: regionIndex[region.code] ?? 0, sector: sectorIndex[sector.code] ?? 0),
            region.weight * sector.weight
          )
        }
      }
    }
    var seen: Set<Node> = []
    var list = parts.flatMap { $0.map { $0.0 } }.filter { seen.insert($0).inserted }
    if Self.isAscending(table.nodeRegion) {
      list.sort { ($0.region, $0.sector) < ($1.region, $1.sector) }
    } else if Self.isAscending(table.nodeSector) {
      list.sort { ($0.sector, $0.region) < ($1.sector, $1.region) }
    }
    let place = Dictionary(uniqueKeysWithValues: zip(list, list.indices))
    let shares = parts.map { $0.map { Share(target: place[$0.0] ?? 0, weight: $0.1) } }
    return (list, shares)
  }

  /// New final-demand columns: those of one region and category are one.
  private func finalDemandColumns(_ separator: String) -> (list: [Column], shares: [[Share]]) {
    let regionIndex = Self.index(regions.map { $0.code })
    var categories: [String] = []
    let parts = table.finalDemandLabels.enumerated().map { k, label in
      let home = table.finalDemandRegion[k]
      let mark = table.separator.isEmpty ? "_" : table.separator
      let prefix = table.regions[home].code + mark
      let hasPrefix = label.hasPrefix(prefix)
      let category = hasPrefix ? String(label.dropFirst(prefix.count)) : label
      if !categories.contains(category) { categories.append(category) }
      return regionParts[home].map { part in
        let marked = hasPrefix || !separator.isEmpty
        return (
          Column(
            region: regionIndex[part.code] ?? 0, category: category,
            label: marked ? part.code + mark + category : category), part.weight
        )
      }
    }
    var seen: Set<Column> = []
    var list = parts.flatMap { $0.map { $0.0 } }.filter { seen.insert($0).inserted }
    if Self.isAscending(table.finalDemandRegion) {
      let order = Self.index(categories)
      list.sort {
        ($0.region, order[$0.category] ?? 0) < ($1.region, order[$1.category] ?? 0)
      }
    }
    let place = Dictionary(uniqueKeysWithValues: zip(list, list.indices))
    let shares = parts.map { $0.map { Share(target: place[$0.0] ?? 0, weight: $0.1) } }
    return (list, shares)
  }

  /// Countries and their new regions: a part of their own code, else of the old region's, else the largest.
  private func countries(_ codes: [String]) -> [InputOutputTable.Country] {
    var found: [String: Int] = [:]
    for country in table.countries {
      let parts = regionParts[country.region]
      let old = table.regions[country.region].code
      let home =
        parts.first { $0.code == country.code } ?? parts.first { $0.code == old }
        ?? parts.max { $0.weight < $1.weight }
      found[country.code] = home.flatMap { codes.firstIndex(of: $0.code) }
    }
    for (index, code) in codes.enumerated() where InputOutputTable.Country.isISO3(code) {
      found[code] = index
    }
    return found.sorted { $0.key < $1.key }.map { .init(code: $0.key, region: $0.value) }
  }

  private static func index(_ codes: [String]) -> [String: Int] {
    Dictionary(zip(codes, codes.indices)) { first, _ in first }
  }

  private static func isAscending(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
