import Diagnostics
import Files
import LinearAlgebra

/// Everything of a table but its flows, as a cache keeps it.
struct TableShape {
  let description: InputOutputTable.Description
  let separator: String
  let regions: [InputOutputTable.Region]
  let sectors: [InputOutputTable.Sector]
  let countries: [InputOutputTable.Country]
  let nodeLabels: [String]
  let nodeRegion: [Int]
  let nodeSector: [Int]
  let finalDemandLabels: [String]
  let finalDemandRegion: [Int]
  let primaryInputLabels: [String]
  let primaryInputKinds: [PrimaryInputKind]

  /// Reads what `BinaryText.append` wrote; nil if it is not whole or its indices lead nowhere.
  init?(_ fields: inout BinaryFields) {
    guard let about = fields.strings(), about.count == 9, let year = fields.integers(),
      let separator = fields.string(), let regions = fields.strings(), regions.count % 3 == 0,
      let sectors = fields.strings(), sectors.count % 3 == 0,
      let countries = fields.strings(), let homes = fields.integers(),
      homes.count == countries.count, let nodeLabels = fields.strings(),
      let nodeRegion = fields.integers(), let nodeSector = fields.integers(),
      let finalDemandLabels = fields.strings(), let finalDemandRegion = fields.integers(),
      let primaryInputLabels = fields.strings(), let kinds = fields.strings()
    else { return nil }
    description = .init(
      name: about[0], year: year.first, moneyUnit: about[1], source: about[2], licence: about[3],
      sha256: about[4], nameJa: about[5], basis: .init(rawValue: about[6]),
      note: Bilingual(about[7], about[8]))
    self.separator = separator
    self.regions = stride(from: 0, to: regions.count, by: 3).map {
      .init(code: regions[$0], name: regions[$0 + 1], nameJa: regions[$0 + 2])
    }
    self.sectors = stride(from: 0, to: sectors.count, by: 3).map {
      .init(code: sectors[$0], name: sectors[$0 + 1], nameJa: sectors[$0 + 2])
    }
    self.countries = zip(countries, homes).map { .init(code: $0, region: $1) }
    self.nodeLabels = nodeLabels
    self.nodeRegion = nodeRegion
    self.nodeSector = nodeSector
    self.finalDemandLabels = finalDemandLabels
    self.finalDemandRegion = finalDemandRegion
    self.primaryInputLabels = primaryInputLabels
    primaryInputKinds = kinds.compactMap { PrimaryInputKind(rawValue: $0) }
    guard isConsistent else { return nil }
  }

  private var isConsistent: Bool {
    nodeRegion.count == nodeLabels.count && nodeSector.count == nodeLabels.count
      && finalDemandRegion.count == finalDemandLabels.count
      && primaryInputKinds.count == primaryInputLabels.count
      && nodeRegion.allSatisfy { regions.indices.contains($0) }
      && nodeSector.allSatisfy { sectors.indices.contains($0) }
      && finalDemandRegion.allSatisfy { regions.indices.contains($0) }
      && countries.allSatisfy { regions.indices.contains($0.region) }
  }

  /// The table of this shape with Z, Y, the value-added items and x.
  func table(_ flows: [[Double]]) -> InputOutputTable {
    let n = nodeLabels.count
    return InputOutputTable(
      description: description, separator: separator, regions: regions, sectors: sectors,
      countries: countries, nodeLabels: nodeLabels, nodeRegion: nodeRegion,
      nodeSector: nodeSector, intermediateUse: Matrix(rows: n, columns: n, elements: flows[0]),
      finalDemandLabels: finalDemandLabels, finalDemandRegion: finalDemandRegion,
      finalDemand: Matrix(rows: n, columns: finalDemandLabels.count, elements: flows[1]),
      primaryInputLabels: primaryInputLabels,
      primaryInputs: Matrix(rows: primaryInputLabels.count, columns: n, elements: flows[2]),
      primaryInputKinds: primaryInputKinds, grossOutput: flows[3])
  }
}

extension BinaryText {
  /// Everything of a table but its flows.
  mutating func append(_ table: InputOutputTable) {
    let about = table.description
    append([
      about.name, about.moneyUnit, about.source, about.licence, about.sha256, about.nameJa,
      about.basis?.rawValue ?? "", about.note.en, about.note.ja,
    ])
    append(about.year.map { [$0] } ?? [])
    append(table.separator)
    append(table.regions.flatMap { [$0.code, $0.name, $0.nameJa] })
    append(table.sectors.flatMap { [$0.code, $0.name, $0.nameJa] })
    append(table.countries.map { $0.code })
    append(table.countries.map { $0.region })
    append(table.nodeLabels)
    append(table.nodeRegion)
    append(table.nodeSector)
    append(table.finalDemandLabels)
    append(table.finalDemandRegion)
    append(table.primaryInputLabels)
    append(table.primaryInputKinds.map { $0.rawValue })
  }
}
