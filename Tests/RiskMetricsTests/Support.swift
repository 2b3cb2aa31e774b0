import Commodities
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Propagation
import RiskMetrics
import Scenarios

/// The bundled economy and commodities.
enum Bundled {
  static let economy = Result { () throws(DiagnosticList) in
    Economy(try EconomyLoader.load("g7plus-2011").table)
  }
  static let commodities = Result { () throws(DiagnosticList) in
    try CommodityCatalogue.bundled()
      .filter { ["crude oil", "rare earths"].contains($0.name) }
  }
}

/// A model with preset `pooled`'s global values and one value per product everywhere else.
func model(
  _ sectors: Int, inventory: [Double]? = nil, restock: [Double]? = nil, psi: [Double]? = nil,
  criticality: Double = 1, overproductionMax: Double = 1.25
) -> ModelParameters {
  ModelParameters(
    preset: .pooled, inventoryDays: inventory ?? [Double](repeating: 30, count: sectors),
    restockDays: restock ?? [Double](repeating: 30, count: sectors),
    psi: psi ?? [Double](repeating: 0.5, count: sectors),
    tableCriticality: [Double](repeating: criticality, count: sectors * sectors),
    overproductionMax: overproductionMax, overproductionDays: 365, supplierChoice: .delivery,
    flexibility: 0.5, redirectMax: 0.25, redirectSpeed: 0.01, restockCap: 0.25,
    overlayRestockCap: 0.1, rationing: .proportional, criticalityDial: nil, flows: false, step: 1,
    variety: nil)
}

/// A scenario of shocks and what stands around them.
func scenario(
  _ model: ModelParameters, horizon: Int, baseline: [any Lever] = [],
  _ shocks: [any Lever] = [], responses: [any Lever] = []
) -> Scenario {
  Scenario(
    title: "test", titleJa: nil, economy: "", start: nil, horizon: horizon, model: model,
    baseline: baseline, shocks: shocks, responses: responses,
    report: ReportOptions(regions: [], tables: [], languages: ["en"]))
}

/// Runs a scenario alone and assesses it.
func assess(
  _ economy: Economy, _ scenario: Scenario, commodities: [Commodity] = []
) -> (trajectory: Trajectory, assessment: RiskAssessment) {
  let batch = CompiledBatch(economy, [scenario], commodities: commodities)
  var recorder = BothRecords(batch)
  var simulation = Simulation(batch)
  simulation.run(&recorder)
  let trajectory = recorder.trajectories.trajectories[0]
  let assessment = RiskAssessment(
    recorder.accounts.accounts(of: 0, batch), batch: batch, number: 0, scenario: scenario,
    commodities: commodities,
    prices: PriceBase(economy.table))
  return (trajectory, assessment)
}

/// Accounts and trajectories of the same run.
struct BothRecords: Observer {
  var accounts: AccountsRecorder
  var trajectories: TrajectoryRecorder

  init(_ batch: CompiledBatch) {
    accounts = AccountsRecorder(batch, tracingLimits: true)
    trajectories = TrajectoryRecorder(batch)
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    accounts.observe(moment, state: state, batch: batch)
    trajectories.observe(moment, state: state, batch: batch)
  }
}

/// A table from its flows; value added is the column residual unless given.
func table(
  regions: Int, use: [Double], demand: [Double], valueAdded: [Double]? = nil
) -> InputOutputTable {
  let n = demand.count / regions
  let sectors = n / regions
  let z = Matrix(rows: n, columns: n, elements: use)
  let y = Matrix(rows: n, columns: regions, elements: demand)
  let sold = z.rowSums
  let bought = z.columnSums
  let final = y.rowSums
  let gross = (0..<n).map { sold[$0] + final[$0] }
  let codes = (0..<regions).map { "R\($0)" }
  return InputOutputTable(
    description: .init(
      name: "by hand", year: nil, moneyUnit: "million USD", source: "", licence: "", sha256: ""),
    separator: "_", regions: codes.map { .init(code: $0, name: $0, nameJa: $0) },
    sectors: (0..<sectors).map { .init(code: "S\($0)", name: "S\($0)", nameJa: "S\($0)") },
    countries: [], nodeLabels: (0..<n).map { "R\($0 / sectors)_S\($0 % sectors)" },
    nodeRegion: (0..<n).map { $0 / sectors }, nodeSector: (0..<n).map { $0 % sectors },
    intermediateUse: z, finalDemandLabels: codes.map { $0 + "_FD" },
    finalDemandRegion: Array(0..<regions), finalDemand: y, primaryInputLabels: ["VA"],
    primaryInputs: Matrix(
      rows: 1, columns: n, elements: valueAdded ?? (0..<n).map { gross[$0] - bought[$0] }),
    grossOutput: gross)
}

/// Whether two numbers agree to a relative tolerance.
func isNear(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(1e-12, abs(expected))
}
