import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport

/// Random economies, parameters and shocks of preset `sonae`; the same seed, the same draw (MODEL2.md).
struct RandomVarieties {
  /// What a draw leaves out, because a law speaks of less.
  struct Limits {
    /// Highest psi.
    var psi = 0.95
    /// Whether inventories may be unlimited.
    var isUnlimited = true
    /// Steps a day that are drawn.
    var stepsPerDay = [1, 1, 2, 4]
    /// Rationing that is drawn; the laws of recovery hold for the default alone.
    var rationing: [ModelParameters.Rationing] = [.intermediateFirst]
  }

  let economy: Economy
  let model: ModelParameters
  private var random: SplitMix64

  init(seed: UInt64, _ limits: Limits = Limits()) {
    var random = SplitMix64(seed: seed &* 7_919 &+ 11)
    let regions = 2 + Int(random.next() % 2)
    let sectors = 2 + Int(random.next() % 3)
    economy = Economy(
      randomTable(
        regions: regions, sectors: sectors, seed: seed,
        options: RandomTableOptions(negativeFinalDemand: random.nextUniform() < 0.3)))
    model = Self.model(sectors, limits, &random)
    self.random = random
  }

  private static func model(
    _ count: Int, _ limits: Limits, _ random: inout SplitMix64
  ) -> ModelParameters {
    func draw(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * random.nextUniform()
    }
    func chance(_ share: Double) -> Bool { random.nextUniform() < share }
    let days = (0..<count).map { _ in
      limits.isUnlimited && chance(0.15) ? .infinity : 2 / draw(0.03, 1)
    }
    let steps = limits.stepsPerDay[Int(random.next() % UInt64(limits.stepsPerDay.count))]
    let rationing = limits.rationing[Int(random.next() % UInt64(limits.rationing.count))]
    return ModelParameters(
      preset: .sonae, inventoryDays: days, restockDays: days.map { _ in draw(2, 60) },
      psi: days.map { _ in draw(0, limits.psi) },
      tableCriticality: (0..<count * count).map { _ in
        chance(0.2) ? 0 : chance(0.25) ? 1 : draw(0, 1)
      },
      overproductionMax: draw(1, 1.5), overproductionDays: draw(30, 400), supplierChoice: .fixed,
      flexibility: 0, redirectMax: 0, redirectSpeed: 0, restockCap: draw(0, 0.5),
      overlayRestockCap: 0.1, rationing: rationing, criticalityDial: nil, flows: false,
      step: 1 / Double(steps),
      variety: VarietyParameters(
        reach: days.map { $0.isFinite && !chance(0.2) ? draw(1, 4) : 0 },
        cover: days.map { _ in draw(0.25, 1) }, chain: draw(0, 0.95),
        replaceable: chance(0.2) ? 0 : draw(0, 1), adaptationDays: days.map { _ in draw(20, 400) }))
  }

  mutating func uniform(_ low: Double = 0, _ high: Double = 1) -> Double {
    low + (high - low) * random.nextUniform()
  }

  mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  /// One shock as a function of its size: lost capacity of some nodes, or a ban with leak.
  mutating func shock(_ window: Window) -> (Double) -> any Lever {
    if uniform() < 0.5 {
      let nodes = Array(Set((0...below(3)).map { _ in below(economy.nodeCount) })).sorted()
      return { Capacity(nodes: nodes, by: $0, window: window) }
    }
    let exporter = below(economy.regionCount)
    let importer = (exporter + 1 + below(economy.regionCount - 1)) % economy.regionCount
    let products = Array(Set((0...below(2)).map { _ in below(economy.productCount) })).sorted()
    let leak = uniform() < 0.5 ? 0 : uniform(0, 0.3)
    return {
      Ban(
        exporter: Partner(code: "", region: exporter),
        importer: Partner(code: "", region: importer), products: products.map { .sector($0) },
        by: $0, leak: leak, window: window)
    }
  }

  /// A shock of 60 days from the third on, that ends at once.
  static let sixtyDays = Window(from: 3, days: 60, recovery: .immediate)

  /// Several shocks of any size and time, demand too.
  mutating func shocks() -> [any Lever] {
    var shocks: [any Lever] = []
    for _ in 0...below(3) {
      let recovery: Recovery = uniform() < 0.5 ? .immediate : .exponential(over: 12)
      let window = Window(from: below(20), days: 10 + below(50), recovery: recovery)
      let size = uniform() < 0.2 ? 1 : uniform()
      shocks.append(shock(window)(size))
    }
    if uniform() < 0.4 {
      shocks.append(
        Demand(
          regions: [below(economy.regionCount)], sectors: [below(economy.productCount)],
          by: uniform(-0.8, 0.5), window: Window(from: 5, days: 30, recovery: .linear(over: 10))))
    }
    return shocks
  }

  /// Output lost over a run, of each scenario of a batch of shocks, over a day's usual output.
  func losses(_ all: [[any Lever]], horizon: Int, model: ModelParameters? = nil) -> [Double] {
    let batch = CompiledBatch(
      economy, all.map { scenario(model ?? self.model, horizon: horizon, $0) }, commodities: [])
    var totals = LossTotals(batch)
    var simulation = Simulation(batch, tracingLimits: false)
    simulation.run(&totals)
    let usual = economy.output.reduce(0, +)
    return totals.losses.map { $0 / usual }
  }
}
