internal import CAllocationCounter
internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation
package import Scenarios

/// One measured figure: a snake-case name with its unit, and its value.
package struct Measured: Sendable {
  /// Name with the unit, such as `seconds_per_step`.
  package let name: String
  /// Value in the unit of the name.
  package let value: Double
}

/// Times parts of the engine on synthetic tables; no claim is made here, only figures.
package enum Measurement {
  /// Seconds that a piece of work takes: the least of several runs.
  package static func seconds(runs: Int = 3, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<runs).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
  }

  /// The machine's dgemm rate on one thread, 2·size³ operations, GFLOP/s.
  package static func dgemmRate(size: Int = 1_000) -> Double {
    let a = Matrix(rows: size, columns: size, repeating: 1.5)
    var c = Matrix(rows: size, columns: size)
    let time = seconds {
      OpenBLAS.gemm(
        transposedA: false, m: size, n: size, k: size, a.elements, at: 0, stride: size, a.elements,
        at: 0, stride: size, &c.elements, at: 0, stride: size)
    }
    return 2 * Double(size * size * size) / time / 1e9
  }

  /// LU of I − A on a synthetic table: seconds and share of the dgemm rate.
  package static func factorisation(regions: Int, sectors: Int, dgemmRate: Double) -> [Measured] {
    let n = regions * sectors
    var matrix = Matrix(rows: n, columns: n)
    var random = SplitMix64(seed: 2)
    for i in 0..<n {
      for j in 0..<n { matrix[i, j] = (i == j ? 1 : 0) - 0.5 * random.nextUniform() / Double(n) }
    }
    let time = seconds(runs: 2) { _ = LU(matrix) }
    let rate = 2.0 / 3 * Double(n * n * n) / time / 1e9
    return [
      Measured(name: "lu_n_\(n)_seconds", value: time),
      Measured(name: "lu_n_\(n)_share_of_dgemm", value: rate / dgemmRate),
    ]
  }

  /// One step of one scenario on a synthetic table: seconds and heap allocations.
  package static func step(regions: Int, sectors: Int, days: Int) -> [Measured] {
    let economy = Economy(syntheticTable(regions: regions, sectors: sectors))
    let batch = CompiledBatch(
      economy, [shockedScenario(sectors: sectors, days: days + 5)], commodities: [])
    var simulation = Simulation(batch)
    var silent = NoObserver()
    for _ in 0..<5 { simulation.advance(&silent) }
    let before = sonae_thread_allocations()
    let clock = ContinuousClock()
    let time = clock.measure { for _ in 0..<days { simulation.advance(&silent) } } / .seconds(1)
    let allocations = sonae_thread_allocations() - before
    let n = regions * sectors
    return [
      Measured(name: "step_n_\(n)_seconds", value: time / Double(days)),
      Measured(
        name: "step_n_\(n)_gigabytes_per_second",
        value: 2 * 8 * Double(n * n) * Double(days) / time / 1e9),
      Measured(
        name: "step_n_\(n)_allocations", value: Double(allocations) / Double(days)),
    ]
  }

  /// Allocations that a known allocation makes: the control, above 0 or the counter is blind.
  package static func allocationControl() -> Int {
    let before = sonae_thread_allocations()
    let values = [Double](repeating: Double(before), count: 1_000)
    return Int(sonae_thread_allocations() - before) + (values.isEmpty ? 1 : 0)
  }

  /// A scenario that leaves a whole region short every day.
  package static func shockedScenario(sectors: Int, days: Int) -> Scenario {
    let perProduct = [Double](repeating: 30, count: sectors)
    let model = ModelParameters(
      preset: .sonae, inventoryDays: perProduct, restockDays: perProduct,
      psi: [Double](repeating: 0.5, count: sectors),
      tableCriticality: [Double](repeating: 0.5, count: sectors * sectors),
      overproductionMax: 1.25, overproductionDays: 365, supplierChoice: .delivery,
      flexibility: 0.5, redirectMax: 0.25, redirectSpeed: 0.01, restockCap: 0.25,
      overlayRestockCap: 0.1, rationing: .proportional, criticalityDial: nil, flows: false,
      step: 1)
    let shock = Shock.capacity(
      nodes: Array(0..<sectors), by: 0.3, window: Window(from: 0, days: nil, recovery: .immediate))
    let ban = Shock.ban(
      exporter: Partner(code: "R1", region: 1), importer: Partner(code: "R0", region: 0),
      products: [.sector(0)], by: 0.5, leak: 0,
      window: Window(from: 0, days: nil, recovery: .immediate))
    return Scenario(
      title: "benchmark", titleJa: nil, economy: "", start: nil, horizon: days, model: model,
      baseline: [], shocks: [shock, ban], responses: [],
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
  }
}

/// An observer that looks away.
private struct NoObserver: Observer {
  mutating func observe(day: Int, state: borrowing State, batch: CompiledBatch) {}
}
