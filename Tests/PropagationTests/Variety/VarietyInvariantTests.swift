import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// What holds on every day of every run of preset `sonae` (MODEL2.md, laws and bound).
struct VarietyInvariantTests {
  static let every = RandomVarieties.Limits(
    rationing: [.intermediateFirst, .proportional, .finalFirst])

  @Test(arguments: 1...12) func nothingMovesWithoutAShock(_ seed: UInt64) {
    let drawn = RandomVarieties(seed: seed, Self.every)
    let economy = drawn.economy
    let result = run(economy, [scenario(drawn.model, horizon: 1_000, [])])[0]
    let usual = economy.position.map { economy.output[$0] }
    let scale = usual.max() ?? 1
    let worst = result.output.enumerated().map { abs($1 - usual[$0 % usual.count]) }.max() ?? 1
    #expect(worst <= 1e-12 * scale)
    #expect(result.unmet.allSatisfy { abs($0) <= 1e-12 * scale })
  }

  @Test(arguments: 1...60) func everyDayKeepsTheBounds(_ seed: UInt64) {
    var drawn = RandomVarieties(seed: seed, Self.every)
    let shocks = drawn.shocks()
    let batch = CompiledBatch(
      drawn.economy, [scenario(drawn.model, horizon: 150, shocks)], commodities: [])
    var simulation = Simulation(batch)
    var watch = VarietyWatch(drawn.model)
    simulation.run(&watch)
    #expect(watch.bounds.days == 150 * batch.stepsPerDay)
    #expect(watch.bounds.violations.isEmpty, "\(watch.bounds.violations.prefix(3))")
    #expect(watch.unbounded.isEmpty, "\(watch.unbounded.prefix(3))")
    #expect(watch.unbalanced.isEmpty, "\(watch.unbalanced.prefix(3))")
    #expect(watch.compared == batch.horizon * batch.stepsPerDay - 1)
  }

  @Test(arguments: 1...12) func scalingMoneyScalesResults(_ seed: UInt64) {
    var drawn = RandomVarieties(seed: seed, Self.every)
    let scaled = Economy(InventoryModelTests.scaled(drawn.economy.table, by: 1_000))
    let shocked = scenario(drawn.model, horizon: 120, drawn.shocks())
    let small = run(drawn.economy, [shocked])[0].output
    let large = run(scaled, [shocked])[0].output
    let scale = small.max() ?? 1
    #expect(zip(small, large).allSatisfy { abs($0 - $1 / 1_000) <= 1e-9 * scale })
  }

  @Test(arguments: 1...12) func theOrderOfRegionsDoesNotMatter(_ seed: UInt64) {
    var drawn = RandomVarieties(seed: seed, Self.every)
    let table = drawn.economy.table
    let sectors = table.sectors.count
    let last = table.regions.count - 1
    let order = (0..<table.nodeCount).map { (last - $0 / sectors) * sectors + $0 % sectors }
    let turned = Economy(InventoryModelTests.permuted(table, order: order))
    let node = drawn.below(table.nodeCount)
    let window = Window(from: 2, days: 30, recovery: .linear(over: 20))
    func shocks(_ place: (Int) -> Int, _ region: (Int) -> Int) -> [any Lever] {
      [
        Capacity(nodes: [place(node)], by: 0.6, window: window),
        Ban(
          exporter: Partner(code: "", region: region(0)),
          importer: Partner(code: "", region: region(1)), products: [.sector(0), .sector(1)],
          by: 0.9, leak: 0.1, window: window),
      ]
    }
    let here = run(
      drawn.economy, [scenario(drawn.model, horizon: 90, shocks({ $0 }, { $0 }))])[0].output
    let there = run(
      turned, [scenario(drawn.model, horizon: 90, shocks({ order[$0] }, { last - $0 }))])[0].output
    let n = table.nodeCount
    let scale = here.max() ?? 1
    let worst =
      there.enumerated().map { cell, value in
        abs(here[cell / n * n + order[cell % n]] - value)
      }.max() ?? 1
    #expect(worst <= 1e-9 * scale)
    #expect((here.min() ?? 1) < 0.999 * scale)
  }
}

/// Watches 0 ≤ x ≤ κ, x ≤ D and S ≥ 0; that users receive what suppliers ship; and that no shortage
/// exceeds the largest of its first tier.
private struct VarietyWatch: Observer {
  var bounds = BoundsWatch()
  var unbounded: [String] = []
  var unbalanced: [String] = []
  /// Steps whose shipments were compared with receipts.
  var compared = 0
  private let model: ModelParameters
  /// The largest 1 − e and χ·(1 − v) so far.
  private var largest = 0.0
  /// What must be in each product's stocks at the start of the next step, if shipped is received.
  private var expected: [Double] = []

  init(_ model: ModelParameters) { self.model = model }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    bounds.observe(moment, state: state, batch: batch)
    bound(moment, state, batch.economy)
    if !expected.isEmpty { compare(moment, state, batch.economy) }
    expected = expectedStocks(state, batch.economy)
  }

  /// A later tier's shortage counts as its own only where the varieties allow less than the suppliers do.
  private mutating func bound(_ moment: Moment, _ state: borrowing State, _ economy: Economy) {
    let chain = model.variety?.chain ?? 0
    var most = 0.0
    for i in 0..<economy.nodeCount {
      let left = state.variety.allowed[i]
      most = max(most, 1 - left)
      if left < state.variety.fed[i] { largest = max(largest, 1 - left) }
    }
    if most > largest + 1e-12 {
      unbounded.append("day \(moment.day): \(most) above \(largest)")
    }
    for i in 0..<economy.nodeCount { largest = max(largest, chain * (1 - state.limit[i])) }
  }

  private mutating func compare(_ moment: Moment, _ state: borrowing State, _ economy: Economy) {
    compared += 1
    let n = economy.nodeCount
    for p in 0..<economy.productCount where model.inventoryDays[p].isFinite {
      let found = (0..<n).reduce(0) { $0 + state.stock[p * n + $1] }
      if abs(found - expected[p]) > 1e-9 * max(1, expected[p]) {
        unbalanced.append("day \(moment.day) product \(p): \(found) for \(expected[p])")
      }
    }
  }

  /// Σ_j S + Δt·(Σ_i shipped to industry − Σ_j a·min(x, ρ·x*)), S values.
  private func expectedStocks(_ state: borrowing State, _ economy: Economy) -> [Double] {
    let n = economy.nodeCount
    return (0..<economy.productCount).map { p in
      let days = max(model.inventoryDays[p], model.step)
      var change = 0.0
      for i in economy.suppliers(of: p) { change += shipped(i, state, economy) }
      var stock = 0.0
      for j in 0..<n {
        let use = economy.requirements[p, j]
        let binding = use * max(model.psi[p] * days, model.step) * state.wanted[j]
        let held = state.stock[p * n + j]
        let ratio = binding > 0 ? min(1, held / binding) : 1
        change -= use * min(state.output[j], ratio * state.wanted[j])
        stock += held
      }
      return stock + model.step * change
    }
  }

  /// What a supplier ships to industry: what is left of its output by the order of rationing.
  private func shipped(_ i: Int, _ state: borrowing State, _ economy: Economy) -> Double {
    let demand = state.demand[i]
    guard demand > 0 else { return 0 }
    let available = state.output[i] + min(economy.inflow[i], demand)
    let industry = state.intermediateDemand[i]
    return switch model.rationing {
    case .proportional: industry * min(1, available / demand)
    case .intermediateFirst: min(industry, available)
    case .finalFirst: max(0, min(industry, available - (demand - industry)))
    case .domesticFirst, .namedFirst, .waterFilling:
      preconditionFailure("these share a supplier by user")
    }
  }
}
