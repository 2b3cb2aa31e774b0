package import InputOutputTables
import LinearAlgebra

/// A random table of one region whose rows under the table are of every kind, with exports.
///
/// Rows of wages, surplus, imports, product taxes and margins share what inputs leave of output;
/// columns of households, investment and exports share what producers leave of it.
package func randomNationalTable(sectors n: Int, seed: UInt64) -> InputOutputTable {
  let whole = randomTable(regions: 1, sectors: n, seed: seed)
  var generator = SplitMix64(seed: seed &+ 77)
  let left = whole.allPrimaryInputs
  var rows = Matrix(rows: 5, columns: n)
  var final = Matrix(rows: n, columns: 3)
  let sold = whole.totalFinalDemand
  for j in 0..<n {
    let parts = (0..<5).map { _ in 0.05 + generator.nextUniform() }
    let uses = (0..<3).map { _ in 0.05 + generator.nextUniform() }
    for k in 0..<5 { rows[k, j] = left[j] * parts[k] / parts.reduce(0, +) }
    for k in 0..<3 { final[j, k] = sold[j] * uses[k] / uses.reduce(0, +) }
  }
  return InputOutputTable(
    description: whole.description, separator: "", regions: whole.regions,
    sectors: whole.sectors, countries: [], nodeLabels: whole.sectors.map(\.code),
    nodeRegion: whole.nodeRegion, nodeSector: whole.nodeSector,
    intermediateUse: whole.intermediateUse, finalDemandLabels: ["HFCE", "GFCF", "EXPORTS"],
    finalDemandRegion: [0, 0, 0], finalDemand: final,
    primaryInputLabels: ["wages", "surplus", "IMPORTS", "TLS", "TTM"], primaryInputs: rows,
    grossOutput: whole.grossOutput)
}
