import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Who is served first on the table (LEVERS.md F), against `Fixtures/levers/18-rationing.json`.
struct ServiceOrderTests {
  private static let users = ["intermediate_home", "intermediate_abroad", "final_home"]

  @Test(arguments: [
    ("intermediate_first", [true, true, false]), ("final_first", [false, false, true]),
    ("domestic_first", [true, false, true]), ("proportional", [true, true, true]),
  ])
  func classesAreServedOneAfterTheOther(_ rule: String, _ isFirst: [Bool]) throws {
    let example = try WorkedExample.read("18-rationing")
    let all = try example.table("asked")
    let asked = Self.users.map { all[$0] ?? 0 }
    let first = zip(asked, isFirst).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let shares = ServiceOrder.shares(
      first: first, rest: asked.reduce(0, +) - first, available: try example.number("available"))
    let found = zip(asked, isFirst).map { $1 ? $0 * shares.first : $0 * shares.rest }
    #expect(relativeDistance(found, try example.numbers(rule)) < 1e-12)
  }

  @Test func waterRisesOverUsualOrders() throws {
    let example = try WorkedExample.read("18-rationing")
    let (all, usual) = (try example.table("asked"), try example.table("base"))
    let asked = Self.users.map { all[$0] ?? 0 }
    let base = Self.users.map { usual[$0] ?? 0 }
    let level = ServiceOrder.level(
      asked: asked, base: base, count: 3, available: try example.number("available"))
    let found = zip(asked, base).map { min($0, level * $1) }
    #expect(relativeDistance(found, try example.numbers("water_filling")) < 1e-12)
  }

  /// The example on a table: B's maker missed half a day's goods and orders them again, households of A ask
  /// half as much more, and A_S0 can make 60 of 80. What makers got shows in what they make the day after.
  @Test(arguments: [
    ("proportional", ModelParameters.Rationing.proportional),
    ("intermediate_first", .intermediateFirst), ("final_first", .finalFirst),
    ("domestic_first", .domesticFirst), ("water_filling", .waterFilling),
  ])
  func aTableServesItsUsers(_ name: String, _ rule: ModelParameters.Rationing) throws {
    let example = try WorkedExample.read("18-rationing")
    let base = try example.table("base")
    let asked = try example.table("asked")
    let available = try example.number("available")
    var parameters = model(2, inventory: [1, .infinity], restock: [1, 1], psi: [1, 1])
    parameters.rationing = rule
    parameters.overproductionMax = 1
    parameters.restockCap = .infinity
    parameters.supplierChoice = .fixed
    parameters.redirectMax = 0
    let (home, abroad) = (Partner(code: "A", region: 0), Partner(code: "B", region: 1))
    let missed =
      ((asked["intermediate_abroad"] ?? 0) - (base["intermediate_abroad"] ?? 0))
      / (base["intermediate_abroad"] ?? 1)
    let more = (asked["final_home"] ?? 0) / (base["final_home"] ?? 1) - 1
    let day = Window(from: 1, days: 1, recovery: .immediate)
    let shocks: [any Lever] = [
      Ban(
        exporter: home, importer: abroad, products: [.sector(0)], by: missed, leak: 0,
        window: Window(from: 0, days: 1, recovery: .immediate)),
      Demand(regions: [0], sectors: [0], by: more, window: day),
      Capacity(nodes: [0], by: 1 - available / base.values.reduce(0, +), window: day),
    ]
    let t = Self.run(Self.chain, scenario(parameters, horizon: 3, shocks))
    let expected = try example.numbers(name)
    #expect(abs(t.output[4] - available) < 1e-9)
    // Unmet final demand by region and product; what makers make of what they got, a day of it at most.
    #expect(abs((asked["final_home"] ?? 0) - t.unmet[4] - expected[2]) < 1e-9)
    let made = [t.output[8 + 1] / 100 * 40, t.output[8 + 3] / 50 * 20]
    for (found, (given, usual)) in zip(made, zip(expected, [40.0, 20])) {
      #expect(abs(found - min(given, usual)) < 1e-9)
    }
  }

  @Test(arguments: 0..<60) func aLevelGivesOutWhatThereIs(_ seed: UInt64) {
    var g = SplitMix64(seed: 1800 + seed)
    let count = 1 + Int(20 * g.nextUniform())
    let asked = (0..<count).map { _ in g.nextUniform() < 0.1 ? 0 : 10 * g.nextUniform() }
    let base = asked.map { $0 > 0 ? 0.1 + 10 * g.nextUniform() : g.nextUniform() }
    let available = asked.reduce(0, +) * g.nextUniform()
    let level = ServiceOrder.level(asked: asked, base: base, count: count, available: available)
    let given = zip(asked, base).map { $0 > 0 ? min($0, level * $1) : 0 }
    #expect(abs(given.reduce(0, +) - available) <= 1e-9 * (1 + available))
    #expect(zip(given, asked).allSatisfy { $0 <= $1 })
  }

  /// A sells 100 a day at home and 50 abroad and can make 90.
  @Test(arguments: [
    (ModelParameters.Rationing.proportional, [40.0, 20]), (.domesticFirst, [10, 50]),
    (.namedFirst, [60, 0]), (.waterFilling, [40, 20]),
  ])
  func finalDemandIsServedByRegion(
    _ rule: ModelParameters.Rationing, _ unmet: [Double]
  ) {
    let economy = Economy(
      tradeTable([[100, 50], [0, 100]], columns: ["A_HFCE", "B_HFCE"], regions: [0, 1]))
    var parameters = model(1)
    parameters.rationing = rule
    parameters.servedFirst = ServedFirst(sectors: [], regions: [1])
    parameters.overproductionMax = 1
    let loss = Capacity(nodes: [0], by: 0.4, window: .since(0))
    let t = Self.run(economy, parameters, loss, days: 3)
    #expect(relativeDistance(Array(t.unmet.suffix(2)), unmet) < 1e-9)
  }

  /// A_S0 sells 40 to A_S1, 20 to B_S1 and 20 to households of A, and can make 60: who is first goes on.
  @Test(arguments: [
    (ModelParameters.Rationing.domesticFirst, ServedFirst.nobody, [1.0, 0]),
    (.namedFirst, ServedFirst(sectors: [], regions: [1]), [2.0 / 3, 1]),
    (.namedFirst, ServedFirst(sectors: [1], regions: []), [1, 1]),
  ])
  func usersAreServedInTheirOrder(
    _ rule: ModelParameters.Rationing, _ first: ServedFirst, _ left: [Double]
  ) {
    var parameters = model(2, inventory: [1, .infinity], restock: [1, 1], psi: [1, 1])
    parameters.rationing = rule
    parameters.servedFirst = first
    parameters.overproductionMax = 1
    parameters.restockCap = 0
    parameters.supplierChoice = .fixed
    parameters.redirectMax = 0
    let economy = Self.chain
    let loss = Capacity(nodes: [0], by: 0.25, window: .since(0))
    let t = Self.run(economy, parameters, loss, days: 40)
    let last = Array(t.output.suffix(4))
    #expect(abs(last[1] / 100 - left[0]) < 1e-6, "\(last)")
    #expect(abs(last[3] / 50 - left[1]) < 1e-6, "\(last)")
  }

  /// Preset by preset: nobody loses where nothing is short, and those named lose no more than without.
  @Test(arguments: 1...12) func whoIsFirstLosesLeast(_ seed: UInt64) {
    let table = randomTable(regions: 3, sectors: 4, seed: 70 + seed)
    let economy = Economy(table)
    for preset in [ModelParameters.Preset.sonae, .pooled] {
      var parameters = model(4, preset: preset)
      let loss = Capacity(nodes: [Int(seed) % 12], by: 0.5, window: .since(0))
      func unmet(_ rule: ModelParameters.Rationing, _ region: Int) -> Double {
        parameters.rationing = rule
        parameters.servedFirst = ServedFirst(sectors: [], regions: [region])
        let t = Self.run(economy, parameters, loss, days: 5)
        #expect(t.output.allSatisfy { $0 >= 0 && $0.isFinite })
        #expect(t.unmet.allSatisfy { $0.isFinite })
        return t.unmet.indices.filter { $0 / 4 % 3 == region }.reduce(0) { $0 + t.unmet[$1] }
      }
      for region in 0..<3 {
        let even = unmet(.proportional, region)
        #expect(unmet(.namedFirst, region) <= even + 1e-9 * (1 + even))
      }
      for rule in [
        ModelParameters.Rationing.domesticFirst, .namedFirst, .waterFilling, .proportional,
      ] {
        parameters.rationing = rule
        let t = Self.run(economy, parameters, nil, days: 20)
        #expect(
          relativeDistance(Array(t.output.suffix(12)), table.grossOutput.map { $0 / 365 }) < 1e-12)
      }
    }
  }

  /// A batch under each rule gives its single runs, at any width and packed or not.
  @Test(arguments: [
    ModelParameters.Rationing.domesticFirst, .namedFirst, .waterFilling,
  ]) func aBatchIsItsSingleRuns(_ rule: ModelParameters.Rationing) {
    for (width, preset) in [
      (3, ModelParameters.Preset.sonae), (8, .pooled), (5, .ario), (8, .sonae),
    ] {
      let table = randomTable(regions: 4, sectors: 4, seed: UInt64(90 + width))
      let economy = Economy(table)
      var parameters = model(4, preset: preset)
      parameters.rationing = rule
      parameters.servedFirst = ServedFirst(sectors: [2], regions: [1])
      let scenarios = (0..<width).map {
        scenario(
          parameters, horizon: 25, InventoryModelTests.shocks(UInt64(40 + $0), table: table))
      }
      let batch = CompiledBatch(
        economy, scenarios, commodities: [],
        packed: width == 8 && PackedShares.isFast ? PackedShares(economy) : nil)
      var recorder = TrajectoryRecorder(batch)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      for (found, alone) in zip(recorder.trajectories, scenarios.map { Self.run(economy, $0) }) {
        #expect(relativeDistance(found.output, alone.output) < 1e-9)
        #expect(relativeDistance(found.unmet, alone.unmet) < 1e-9)
      }
    }
  }

  private static func run(
    _ economy: Economy, _ parameters: ModelParameters, _ loss: Capacity?, days: Int
  ) -> Trajectory {
    run(economy, scenario(parameters, horizon: days, loss.map { [$0] } ?? []))
  }

  private static func run(_ economy: Economy, _ scenario: Scenario) -> Trajectory {
    let batch = CompiledBatch(economy, [scenario], commodities: [])
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    return recorder.trajectories[0]
  }

  private static var chain: Economy {
    let labels = ["A_S0", "A_S1", "B_S0", "B_S1"]
    var use = Matrix(rows: 4, columns: 4)
    use[0, 1] = 40 * 365
    use[0, 3] = 20 * 365
    let final = Matrix(
      rows: 4, columns: 2, elements: [20, 0, 100, 0, 0, 10, 0, 50].map { $0 * 365 })
    let gross = [80.0, 100, 10, 50].map { $0 * 365 }
    return Economy(
      InputOutputTable(
        description: .init(
          name: "chain", year: 2023, moneyUnit: "million USD", source: "", licence: "",
          sha256: ""),
        separator: "_",
        regions: ["A", "B"].map { .init(code: $0, name: $0, nameJa: $0) },
        sectors: ["S0", "S1"].map { .init(code: $0, name: $0, nameJa: $0) }, countries: [],
        nodeLabels: labels, nodeRegion: [0, 0, 1, 1], nodeSector: [0, 1, 0, 1],
        intermediateUse: use, finalDemandLabels: ["A_HFCE", "B_HFCE"], finalDemandRegion: [0, 1],
        finalDemand: final, primaryInputLabels: ["VA"],
        primaryInputs: Matrix(
          rows: 1, columns: 4, elements: [80, 60, 10, 30].map { $0 * 365 }), grossOutput: gross))
  }
}
