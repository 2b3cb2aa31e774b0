import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// A table from its flows: one final-demand column per region, `nodeRegion` as given, row-balanced.
func sampleTable(
  _ use: Matrix, finalDemand: Matrix, valueAdded: Matrix? = nil,
  primaryInputLabels: [String] = ["v"],
  output: [Double]? = nil, regions: Int = 1
) -> InputOutputTable {
  let n = use.rows
  let sold = zip(use.rowSums, finalDemand.rowSums).map { $0 + $1 }
  let gross = output ?? sold
  let bought = use.columnSums
  let residual = Matrix(rows: 1, columns: n, elements: (0..<n).map { gross[$0] - bought[$0] })
  let sectors = n / regions
  let codes = (0..<regions).map { "R\($0)" }
  return InputOutputTable(
    description: .init(
      name: "sample", year: nil, moneyUnit: "money", source: "", licence: "", sha256: ""),
    separator: "_", regions: codes.map { .init(code: $0, name: $0, nameJa: $0) },
    sectors: (0..<sectors).map { .init(code: "S\($0)", name: "S\($0)", nameJa: "S\($0)") },
    countries: [], nodeLabels: (0..<n).map { "R\($0 / sectors)_S\($0 % sectors)" },
    nodeRegion: (0..<n).map { $0 / sectors }, nodeSector: (0..<n).map { $0 % sectors },
    intermediateUse: use, finalDemandLabels: (0..<finalDemand.columns).map { "R\($0)_HFCE" },
    finalDemandRegion: (0..<finalDemand.columns).map { min($0, regions - 1) },
    finalDemand: finalDemand, primaryInputLabels: valueAdded == nil ? ["VA"] : primaryInputLabels,
    primaryInputs: valueAdded ?? residual, grossOutput: gross)
}

/// A table with other flows, final demand or output; its value added stays.
func changed(
  _ table: InputOutputTable, description: InputOutputTable.Description? = nil,
  use: Matrix? = nil, finalDemand: Matrix? = nil,
  output: [Double]? = nil, labels: [String]? = nil
) -> InputOutputTable {
  InputOutputTable(
    description: description ?? table.description, separator: table.separator,
    regions: table.regions, sectors: table.sectors, countries: table.countries,
    nodeLabels: labels ?? table.nodeLabels,
    nodeRegion: table.nodeRegion, nodeSector: table.nodeSector,
    intermediateUse: use ?? table.intermediateUse, finalDemandLabels: table.finalDemandLabels,
    finalDemandRegion: table.finalDemandRegion, finalDemand: finalDemand ?? table.finalDemand,
    primaryInputLabels: table.primaryInputLabels, primaryInputs: table.primaryInputs,
    grossOutput: output ?? table.grossOutput)
}

/// Figures of a published case in `Fixtures`: a label column, then numbers by heading.
struct Fixture {
  let table: CSVTable

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name).csv")
    table = try CSVTable(.init(name: name, bytes: Array(try Data(contentsOf: file))))
  }

  /// A column of numbers.
  func column(_ name: String) throws -> [Double] {
    let index = try #require(table.column(name))
    return try table.rows.map { try #require(Double($0[index])) }
  }

  /// Columns from one index on as a matrix.
  func matrix(from first: Int, count: Int) throws -> Matrix {
    Matrix(
      rows: table.rows.count, columns: count,
      elements: try table.rows.flatMap { row in
        try row[first..<(first + count)].map { try #require(Double($0)) }
      })
  }
}

/// Published tables that tests use where they are at hand.
let publishedTables = [
  "us_bea2017_ixi402", "japan2011_13", "wiod2016_niot_JPN_2014_56", "wiod2011_full",
]

/// A published table; fails where it is not at hand.
func published(_ name: String) throws -> InputOutputTable {
  try EconomyLoader.load(try #require(sharedData("tables/\(name)"))).table
}

/// The bundled economy.
func bundled() throws -> InputOutputTable { try EconomyLoader.load("g7plus-2011").table }
