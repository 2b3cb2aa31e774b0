package import InputOutputTables
internal import LinearAlgebra

/// A made-up table of any size: balanced, productive, dense; the same for the same seed.
package func syntheticTable(regions: Int, sectors: Int, seed: UInt64 = 1) -> InputOutputTable {
  let n = regions * sectors
  var random = SplitMix64(seed: seed)
  var use = Matrix(rows: n, columns: n)
  for cell in use.elements.indices { use.elements[cell] = random.nextUniform() + 0.01 }
  var demand = Matrix(rows: n, columns: regions)
  var gross = [Double](repeating: 0, count: n)
  var bought = [Double](repeating: 0, count: n)
  for i in 0..<n {
    for k in 0..<regions { demand[i, k] = Double(sectors) * (0.5 + random.nextUniform()) }
    for j in 0..<n {
      gross[i] += use[i, j]
      bought[j] += use[i, j]
    }
    for k in 0..<regions { gross[i] += demand[i, k] }
  }
  let regionCodes = (0..<regions).map { "R\($0)" }
  let sectorCodes = (0..<sectors).map { "S\($0)" }
  return InputOutputTable(
    description: .init(
      name: "synthetic \(regions) x \(sectors)", year: nil, moneyUnit: "money", source: "",
      licence: "", sha256: ""),
    separator: "_", regions: regionCodes.map { .init(code: $0, name: $0, nameJa: $0) },
    sectors: sectorCodes.map { .init(code: $0, name: $0, nameJa: $0) }, countries: [],
    nodeLabels: regionCodes.flatMap { r in sectorCodes.map { "\(r)_\($0)" } },
    nodeRegion: (0..<n).map { $0 / sectors }, nodeSector: (0..<n).map { $0 % sectors },
    intermediateUse: use, finalDemandLabels: regionCodes.map { "\($0)_FD" },
    finalDemandRegion: Array(0..<regions), finalDemand: demand, primaryInputLabels: ["VA"],
    primaryInputs: Matrix(rows: 1, columns: n, elements: (0..<n).map { gross[$0] - bought[$0] }),
    grossOutput: gross)
}
