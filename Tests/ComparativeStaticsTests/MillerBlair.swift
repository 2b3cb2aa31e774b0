import InputOutputTables
import LinearAlgebra

/// Miller and Blair (2009), "Input-Output Analysis", 2nd edition, chapter 2, table 2.3.
let millerBlair = InputOutputTable(
  description: .init(
    name: "Miller and Blair", year: nil, moneyUnit: "USD", source: "", licence: "", sha256: ""),
  separator: "", regions: [.init(code: "ALL", name: "ALL", nameJa: "ALL")],
  sectors: [
    .init(code: "1", name: "1", nameJa: "1"), .init(code: "2", name: "2", nameJa: "2"),
  ],
  countries: [], nodeLabels: ["1", "2"], nodeRegion: [0, 0], nodeSector: [0, 1],
  intermediateUse: Matrix(rows: 2, columns: 2, elements: [150, 500, 200, 100]),
  finalDemandLabels: ["f"], finalDemandRegion: [0],
  finalDemand: Matrix(rows: 2, columns: 1, elements: [350, 1700]), primaryInputLabels: ["v"],
  primaryInputs: Matrix(rows: 1, columns: 2, elements: [650, 1400]), grossOutput: [1000, 2000])
