import InputOutputTables
import LinearAlgebra
import Scenarios

/// Two regions of one sector; R0 buys from R1 for final use.
enum TradingEconomy {
  /// The table; `imports` is money a day.
  static func economy(imports: Double) -> Economy {
    let final = Matrix(rows: 2, columns: 2, elements: [36_500, 0, imports * 365, 36_500])
    let gross = final.rowSums
    return Economy(
      InputOutputTable(
        description: .init(
          name: "made up", year: 2023, moneyUnit: "million USD", source: "", licence: "",
          sha256: ""),
        separator: "_",
        regions: (0..<2).map { .init(code: "R\($0)", name: "R\($0)", nameJa: "R\($0)") },
        sectors: [.init(code: "S0", name: "S0", nameJa: "S0")],
        countries: [], nodeLabels: ["R0_S0", "R1_S0"], nodeRegion: [0, 1], nodeSector: [0, 0],
        intermediateUse: Matrix(rows: 2, columns: 2), finalDemandLabels: ["R0_HFCE", "R1_HFCE"],
        finalDemandRegion: [0, 1], finalDemand: final, primaryInputLabels: ["VA"],
        primaryInputs: Matrix(rows: 1, columns: 2, elements: gross), grossOutput: gross))
  }

  /// A scenario of it.
  static func scenario(
    horizon: Int, shocks: [any Lever], responses: [any Lever]
  ) -> Scenario {
    Scenario(
      title: "made up", titleJa: nil, economy: "", start: nil, horizon: horizon, model: model(1),
      shocks: shocks, responses: responses,
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
  }
}
