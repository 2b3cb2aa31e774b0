import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import Testing

/// A table from reference files: plain Z and Y with labels `region<separator>sector`.
func referenceTable(z: CSVTable, y: CSVTable, separator: Character, valueAdded: [Double]? = nil)
  -> InputOutputTable
{
  let labels = Array(z.header.dropFirst())
  func split(_ label: String) -> (String, String) {
    let parts = label.split(separator: separator, maxSplits: 1)
    return (String(parts[0]), String(parts[1]))
  }
  func unique(_ names: [String]) -> [String] {
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    return seen
  }
  let regions = unique(labels.map { split($0).0 })
  let sectors = unique(labels.map { split($0).1 })
  let columns = Array(y.header.dropFirst())
  func numbers(_ table: CSVTable) -> [Double] {
    table.rows.flatMap { $0.dropFirst().map { Double($0) ?? .nan } }
  }
  let n = labels.count
  let use = Matrix(rows: n, columns: n, elements: numbers(z))
  let demand = Matrix(rows: n, columns: columns.count, elements: numbers(y))
  var gross = [Double](repeating: 0, count: n)
  var bought = [Double](repeating: 0, count: n)
  for i in 0..<n {
    for j in 0..<n {
      gross[i] += use[i, j]
      bought[j] += use[i, j]
    }
    for k in columns.indices { gross[i] += demand[i, k] }
  }
  let added = valueAdded ?? (0..<n).map { gross[$0] - bought[$0] }
  return InputOutputTable(
    description: .init(
      name: "reference", year: nil, moneyUnit: "money", source: "", licence: "", sha256: ""),
    separator: String(separator),
    regions: regions.map { .init(code: $0, name: $0, nameJa: $0) },
    sectors: sectors.map { .init(code: $0, name: $0, nameJa: $0) }, countries: [],
    nodeLabels: labels, nodeRegion: labels.map { regions.firstIndex(of: split($0).0) ?? 0 },
    nodeSector: labels.map { sectors.firstIndex(of: split($0).1) ?? 0 },
    intermediateUse: use, finalDemandLabels: columns,
    finalDemandRegion: columns.map { regions.firstIndex(of: split($0).0) ?? 0 },
    finalDemand: demand, primaryInputLabels: ["VA"],
    primaryInputs: Matrix(rows: 1, columns: n, elements: added), grossOutput: gross)
}

/// Reads a file, packed or not, as a table of text.
func csv(_ path: String) throws -> CSVTable {
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
  let plain = Inflate.isGzip(bytes) ? try #require(Inflate.gunzip(bytes)) : bytes
  return try CSVTable(Source(name: path, bytes: plain))
}

/// A folder of fixtures beside these tests.
func fixtures(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
}

/// The numbers of a trajectory file, row by row, without its first column.
func rows(_ table: CSVTable) -> [[Double]] {
  table.rows.map { $0.dropFirst().map { Double($0) ?? .nan } }
}

/// A model with a preset's global values and one value per product everywhere else.
func model(
  _ sectors: Int, preset: ModelParameters.Preset = .pooled, inventory: [Double]? = nil,
  restock: [Double]? = nil, psi: [Double]? = nil, criticality: Double = 1
) -> ModelParameters {
  let isReference = preset == .ario
  let days = inventory ?? [Double](repeating: isReference ? 90 : 30, count: sectors)
  let rationing: ModelParameters.Rationing =
    preset == .sonae ? .intermediateFirst : .proportional
  let choice: ModelParameters.SupplierChoice =
    switch preset {
    case .sonae: .fixed
    case .pooled: .delivery
    case .ario: .capacity
    }
  return ModelParameters(
    preset: preset, inventoryDays: days,
    restockDays: restock ?? [Double](repeating: isReference ? 60 : 30, count: sectors),
    psi: psi ?? [Double](repeating: isReference ? 0.8 : 0.5, count: sectors),
    tableCriticality: [Double](repeating: criticality, count: sectors * sectors),
    overproductionMax: 1.25, overproductionDays: 365, supplierChoice: choice, flexibility: 0.5,
    redirectMax: isReference ? 0 : 0.25, redirectSpeed: 0.01,
    restockCap: isReference ? .infinity : 0.25, overlayRestockCap: 0.1, rationing: rationing,
    criticalityDial: nil, flows: false, step: 1,
    variety: preset == .sonae
      ? VarietyParameters(
        reach: days.map { $0.isFinite ? 2.5 : 0 }, cover: days.map { _ in 1 }, chain: 0.75,
        replaceable: 1, adaptationDays: days.map { _ in 365 }) : nil)
}

/// A scenario of table shocks.
func scenario(_ model: ModelParameters, horizon: Int, _ shocks: [any Lever]) -> Scenario {
  Scenario(
    title: "test", titleJa: nil, economy: "", start: nil, horizon: horizon, model: model,
    baseline: [], shocks: shocks, responses: [],
    report: ReportOptions(regions: [], tables: [], languages: ["en"]))
}

/// Runs scenarios as one batch.
func run(_ economy: Economy, _ scenarios: [Scenario]) -> [Trajectory] {
  let batch = CompiledBatch(economy, scenarios, commodities: [])
  var recorder = TrajectoryRecorder(batch)
  var simulation = Simulation(batch)
  simulation.run(&recorder)
  return recorder.trajectories
}

/// Largest |difference| over all days and columns; NaN if any value is.
func largestDifference(_ values: [Double], _ expected: [[Double]], width: Int) -> Double {
  var worst = 0.0
  for (day, row) in expected.enumerated() {
    for (column, value) in row.enumerated() {
      let difference = abs(values[day * width + column] - value)
      if !(difference <= worst) { worst = difference }
    }
  }
  return worst
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
