package import InputOutputTables
import LinearAlgebra

/// What a random table holds besides ordinary flows.
package struct RandomTableOptions: Sendable {
  /// Share of the cells of Z that are 0, 0 to 1.
  package var zeroCellShare = 0.3
  /// True for inventory columns with negative cells.
  package var negativeFinalDemand = false
  /// So many of the last nodes neither buy nor sell.
  package var zeroOutputNodes = 0
  /// Codes of the regions; empty: R0, R1 and so on.
  package var regionCodes: [String] = []
  /// Codes of the sectors; empty: S0, S1 and so on.
  package var sectorCodes: [String] = []

  /// Makes the default options: positive final demand, no silent node.
  package init(
    zeroCellShare: Double = 0.3, negativeFinalDemand: Bool = false, zeroOutputNodes: Int = 0
  ) {
    self.zeroCellShare = zeroCellShare
    self.negativeFinalDemand = negativeFinalDemand
    self.zeroOutputNodes = zeroOutputNodes
  }
}

/// A balanced, strictly productive table of `regions` x `sectors` nodes; the same seed, the same table.
///
/// Column sums of A lie between 0.2 and 0.7, final demand has a household and an investment
/// column per region (and an inventory column if asked), value added is the column residual.
package func randomTable(
  regions: Int, sectors: Int, seed: UInt64, options: RandomTableOptions = RandomTableOptions()
) -> InputOutputTable {
  var generator = SplitMix64(seed: seed)
  let n = regions * sectors
  let silent = (n - options.zeroOutputNodes)..<n
  let finalDemand = randomFinalDemand(regions, n, silent, options, &generator)
  let coefficients = randomCoefficients(n, silent, options, &generator)
  let final = finalDemand.rowSums
  let output = LU(coefficients.subtractedFromIdentity)?.solve(final) ?? final
  var intermediate = coefficients
  for i in 0..<n {
    for j in 0..<n { intermediate[i, j] *= output[j] }
  }
  let sold = intermediate.rowSums
  let gross = (0..<n).map { sold[$0] + final[$0] }
  let bought = intermediate.columnSums
  let kinds = ["HFCE", "GFCF"] + (options.negativeFinalDemand ? ["INVNT"] : [])
  let regionCodes =
    options.regionCodes.isEmpty ? (0..<regions).map { "R\($0)" } : options.regionCodes
  let sectorCodes =
    options.sectorCodes.isEmpty ? (0..<sectors).map { "S\($0)" } : options.sectorCodes
  return InputOutputTable(
    description: .init(
      name: "random \(seed)", year: 2020, moneyUnit: "million USD", source: "", licence: "",
      sha256: ""),
    separator: "_",
    regions: regionCodes.map { .init(code: $0, name: $0, nameJa: $0) },
    sectors: sectorCodes.map { .init(code: $0, name: $0, nameJa: $0) },
    countries: [],
    nodeLabels: (0..<n).map { "\(regionCodes[$0 / sectors])_\(sectorCodes[$0 % sectors])" },
    nodeRegion: (0..<n).map { $0 / sectors }, nodeSector: (0..<n).map { $0 % sectors },
    intermediateUse: intermediate,
    finalDemandLabels: regionCodes.flatMap { region in kinds.map { "\(region)_\($0)" } },
    finalDemandRegion: (0..<regions).flatMap { r in kinds.map { _ in r } },
    finalDemand: finalDemand, primaryInputLabels: ["VA"],
    primaryInputs: Matrix(rows: 1, columns: n, elements: (0..<n).map { gross[$0] - bought[$0] }),
    grossOutput: gross)
}

private func randomFinalDemand(
  _ regions: Int, _ n: Int, _ silent: Range<Int>, _ options: RandomTableOptions,
  _ generator: inout SplitMix64
) -> Matrix {
  let kinds = options.negativeFinalDemand ? 3 : 2
  var result = Matrix(rows: n, columns: regions * kinds)
  for i in 0..<n where !silent.contains(i) {
    for f in 0..<(regions * kinds) {
      let size = 1 + 99 * generator.nextUniform()
      let isInventory = f % kinds == 2
      result[i, f] = isInventory ? (generator.nextUniform() - 0.7) * 0.2 * size : size
    }
  }
  return result
}

private func randomCoefficients(
  _ n: Int, _ silent: Range<Int>, _ options: RandomTableOptions, _ generator: inout SplitMix64
) -> Matrix {
  var result = Matrix(rows: n, columns: n)
  for j in 0..<n where !silent.contains(j) {
    let target = 0.2 + 0.5 * generator.nextUniform()
    for i in 0..<n where !silent.contains(i) {
      let isZero = generator.nextUniform() < options.zeroCellShare
      let size = generator.nextUniform()
      result[i, j] = isZero ? 0 : size
    }
    let total = (0..<n).reduce(0.0) { $0 + result[$1, j] }
    for i in 0..<n where total > 0 { result[i, j] *= target / total }
  }
  return result
}

/// Random tables, some with negative final demand and silent nodes.
package let randomTables: [InputOutputTable] = [
  randomTable(regions: 1, sectors: 1, seed: 1), randomTable(regions: 3, sectors: 4, seed: 2),
  randomTable(
    regions: 4, sectors: 6, seed: 3,
    options: .init(zeroCellShare: 0.8, negativeFinalDemand: true, zeroOutputNodes: 2)),
]
