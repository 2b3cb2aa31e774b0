import CAllocationCounter
import InputOutputTables
import LinearAlgebra
import Measurement
import Propagation
import Scenarios
import TestSupport
import Testing

/// Laws of the dynamic model (MODEL.md section 4, invariants) on random economies.
struct InventoryModelTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

  static func table(_ seed: UInt64, regions: Int = 3, sectors: Int = 4) -> InputOutputTable {
    randomTable(regions: regions, sectors: sectors, seed: seed)
  }

  /// A few shocks of every kind that tables know, drawn by seed.
  static func shocks(_ seed: UInt64, table: InputOutputTable) -> [any Lever] {
    var random = SplitMix64(seed: seed &+ 1_000)
    let window = Window(from: 3, days: 20, recovery: .linear(over: 15))
    let exporter = Partner(code: table.regions[0].code, region: 0)
    let importer = Partner(code: table.regions[1].code, region: 1)
    return [
      Capacity(
        nodes: [Int(random.next() % UInt64(table.nodeCount))],
        by: random.nextUniform(), window: window),
      Destruction(
        nodes: [Int(random.next() % UInt64(table.nodeCount))], by: 0.5 * random.nextUniform(),
        window: window, rebuild: nil),
      Ban(
        exporter: exporter, importer: importer, products: [.sector(0), .sector(1)],
        by: random.nextUniform(), leak: 0.1, window: window),
      Demand(
        regions: [1], sectors: [2], by: random.nextUniform() - 0.7,
        window: Window(from: 5, days: 30, recovery: .exponential(over: 10))),
    ]
  }

  @Test(arguments: seeds) func nothingMovesWithoutAShock(_ seed: UInt64) {
    let economy = Economy(Self.table(seed))
    let result = run(economy, [scenario(model(4), horizon: 1_000, [])])[0]
    let baseline = economy.position.map { economy.output[$0] }
    let scale = baseline.max() ?? 1
    let n = economy.nodeCount
    for day in [0, 1, 10, 100, 999] {
      for node in 0..<n {
        #expect(abs(result.output[day * n + node] - baseline[node]) <= 1e-12 * scale)
      }
    }
    #expect(result.unmet.allSatisfy { abs($0) <= 1e-12 * scale })
  }

  @Test(arguments: seeds) func outputStaysWithinCapacityAndDemand(_ seed: UInt64) {
    let table = Self.table(seed)
    let economy = Economy(table)
    let scenario = scenario(model(4), horizon: 150, Self.shocks(seed, table: table))
    let batch = CompiledBatch(economy, [scenario], commodities: [])
    var simulation = Simulation(batch)
    var watch = BoundsWatch()
    simulation.run(&watch)
    #expect(watch.days == 150)
    #expect(watch.violations.isEmpty, "\(watch.violations.prefix(3))")
    #expect(watch.lowest < 1, "the shocks must bite")
  }

  @Test(arguments: seeds) func aWiderBatchGivesTheSameNumbers(_ seed: UInt64) {
    let table = Self.table(seed)
    let economy = Economy(table)
    let scenarios = (0..<5).map { offset in
      scenario(model(4), horizon: 120, Self.shocks(seed &+ UInt64(offset), table: table))
    }
    let together = run(economy, scenarios)
    let scale = economy.output.max() ?? 1
    for (index, one) in scenarios.enumerated() {
      let alone = run(economy, [one])[0]
      let worst = zip(alone.output, together[index].output).map { abs($0 - $1) }.max() ?? 0
      #expect(worst <= 1e-10 * scale, "scenario \(index): \(worst)")
    }
  }

  @Test(arguments: seeds) func scalingMoneyScalesResults(_ seed: UInt64) {
    let table = Self.table(seed)
    let scaled = Self.scaled(table, by: 1_000)
    let shocks = Self.shocks(seed, table: table)
    let small = run(Economy(table), [scenario(model(4), horizon: 100, shocks)])[0]
    let large = run(Economy(scaled), [scenario(model(4), horizon: 100, shocks)])[0]
    let scale = small.output.max() ?? 1
    let worst = zip(small.output, large.output).map { abs($0 - $1 / 1_000) }.max() ?? 0
    #expect(worst <= 1e-9 * scale)
  }

  @Test(arguments: seeds) func theOrderOfRegionsDoesNotMatter(_ seed: UInt64) {
    let table = Self.table(seed)
    let n = table.nodeCount
    let sectors = table.sectors.count
    let last = table.regions.count - 1
    // Region r becomes last − r; sectors keep their order.
    let order = (0..<n).map { (last - $0 / sectors) * sectors + $0 % sectors }
    let turned = Self.permuted(table, order: order)
    let shock = { (node: Int) -> [any Lever] in
      [
        Capacity(
          nodes: [node], by: 0.6, window: Window(from: 2, days: 30, recovery: .immediate))
      ]
    }
    let here = run(Economy(table), [scenario(model(4), horizon: 90, shock(order[1]))])[0]
    let there = run(Economy(turned), [scenario(model(4), horizon: 90, shock(1))])[0]
    let scale = here.output.max() ?? 1
    for day in 0..<90 {
      for node in 0..<n {
        let difference = abs(here.output[day * n + order[node]] - there.output[day * n + node])
        #expect(difference <= 1e-9 * scale)
      }
    }
  }

  @Test(arguments: [(3, 4, 1), (5, 7, 6)]) func aStepAllocatesNothing(
    _ regions: Int, _ sectors: Int, _ scenarios: Int
  ) async {
    let counter: AllocationCounter = { Int(sonae_thread_allocations()) }
    #expect(Measurement.allocationControl(counter) > 0, "the counter must see an allocation")
    for rules in [BenchmarkRules.fixed, .delivery, .varieties] {
      let figures = await BatchBenchmark(
        regions: regions, sectors: sectors, scenarios: scenarios, days: 20, threads: 1,
        rules: rules, counter: counter
      ).run()
      func value(_ name: String) -> Double? { figures.first { $0.name == name }?.value }
      #expect(value("allocations_per_step") == 0)
    }
  }

  @Test func aWholeBanStopsALinkAndLeakageReopensIt() {
    let table = Self.table(11)
    let economy = Economy(table)
    let window = Window(from: 0, days: nil, recovery: .immediate)
    func loss(by share: Double, leak: Double) -> Double {
      let ban = Ban(
        exporter: Partner(code: "", region: 0), importer: nil,
        products: (0..<4).map { .sector($0) }, by: share, leak: leak, window: window)
      let result = run(economy, [scenario(model(4), horizon: 60, [ban])])[0]
      return result.unmet.reduce(0, +)
    }
    let none = loss(by: 0, leak: 0)
    let half = loss(by: 0.5, leak: 0)
    let leaky = loss(by: 1, leak: 0.5)
    let full = loss(by: 1, leak: 0)
    #expect(abs(none) < 1e-9)
    #expect(abs(half - leaky) <= 1e-9 * half)
    #expect(full > half && half > 0)
  }

  static func scaled(_ table: InputOutputTable, by factor: Double) -> InputOutputTable {
    scaled(table, final: { $0 * factor }) { $0 * factor }
  }

  /// A table whose flows between industries, and all others, are changed one by one.
  static func scaled(
    _ table: InputOutputTable, final: (Double) -> Double = { $0 },
    intermediate: (Double) -> Double
  ) -> InputOutputTable {
    func changed(_ m: Matrix, _ change: (Double) -> Double) -> Matrix {
      Matrix(rows: m.rows, columns: m.columns, elements: m.elements.map(change))
    }
    return InputOutputTable(
      description: table.description, separator: table.separator, regions: table.regions,
      sectors: table.sectors, countries: table.countries, nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector,
      intermediateUse: changed(table.intermediateUse, intermediate),
      finalDemandLabels: table.finalDemandLabels,
      finalDemandRegion: table.finalDemandRegion,
      finalDemand: changed(table.finalDemand, final),
      primaryInputLabels: table.primaryInputLabels,
      primaryInputs: changed(table.primaryInputs, final),
      grossOutput: table.grossOutput.map(final))
  }

  /// Node i of the result is node order[i] of the table; regions keep their names by index.
  static func permuted(_ table: InputOutputTable, order: [Int]) -> InputOutputTable {
    let n = order.count
    let last = table.regions.count - 1
    var use = Matrix(rows: n, columns: n)
    var demand = table.finalDemand
    var added = table.primaryInputs
    for i in 0..<n {
      for j in 0..<n { use[i, j] = table.intermediateUse[order[i], order[j]] }
      for k in 0..<demand.columns { demand[i, k] = table.finalDemand[order[i], k] }
      for item in 0..<added.rows { added[item, i] = table.primaryInputs[item, order[i]] }
    }
    return InputOutputTable(
      description: table.description, separator: table.separator,
      regions: Array(table.regions.reversed()), sectors: table.sectors,
      countries: table.countries, nodeLabels: order.map { table.nodeLabels[$0] },
      nodeRegion: order.map { last - table.nodeRegion[$0] },
      nodeSector: order.map { table.nodeSector[$0] }, intermediateUse: use,
      finalDemandLabels: table.finalDemandLabels,
      finalDemandRegion: table.finalDemandRegion.map { last - $0 }, finalDemand: demand,
      primaryInputLabels: table.primaryInputLabels, primaryInputs: added,
      grossOutput: order.map { table.grossOutput[$0] })
  }
}

/// Checks 0 ≤ x ≤ κ, x ≤ D and S ≥ 0 on every day.
struct BoundsWatch: Observer {
  var days = 0
  var lowest = 1.0
  var violations: [String] = []

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    days += 1
    for i in 0..<batch.economy.nodeCount {
      let output = state.output[i]
      let scale = 1e-12 * max(1, batch.economy.output[i])
      lowest = min(lowest, output / max(1e-300, batch.economy.output[i]))
      if output < 0 { violations.append("day \(moment.day) node \(i): output \(output)") }
      if output > state.capacity[i] + scale {
        violations.append("day \(moment.day) node \(i): above κ")
      }
      if output > state.demand[i] + scale {
        violations.append("day \(moment.day) node \(i): above D")
      }
    }
    for cell in state.stock.indices where state.stock[cell] < -1e-9 {
      violations.append("day \(moment.day) stock \(cell): \(state.stock[cell])")
    }
  }
}
