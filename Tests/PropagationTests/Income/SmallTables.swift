import InputOutputTables
import LinearAlgebra

/// Regions A, B … of one sector without intermediate inputs: what each column buys of each region a day.
///
/// Columns are a region's unless their label is a country's own item of a national table, such as EXPORTS.
func tradeTable(_ purchases: [[Double]], columns: [String], regions: [Int]) -> InputOutputTable {
  let n = purchases.count
  let final = Matrix(
    rows: n, columns: columns.count, elements: purchases.flatMap { $0 }.map { $0 * 365 })
  let gross = final.rowSums
  let codes = (0..<n).map { ["A", "B", "C"][$0] }
  return InputOutputTable(
    description: .init(
      name: "trade", year: 2023, moneyUnit: "million USD", source: "", licence: "", sha256: ""),
    separator: "_", regions: codes.map { .init(code: $0, name: $0, nameJa: $0) },
    sectors: [.init(code: "S", name: "S", nameJa: "S")], countries: [],
    nodeLabels: codes.map { $0 + "_S" }, nodeRegion: Array(0..<n),
    nodeSector: [Int](repeating: 0, count: n), intermediateUse: Matrix(rows: n, columns: n),
    finalDemandLabels: columns, finalDemandRegion: regions, finalDemand: final,
    primaryInputLabels: ["VA"], primaryInputs: Matrix(rows: 1, columns: n, elements: gross),
    grossOutput: gross)
}
