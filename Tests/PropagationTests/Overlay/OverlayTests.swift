import Commodities
import Diagnostics
import Files
import InputOutputTables
import Propagation
import Scenarios
import Testing

/// Laws of the overlay commodities: conservation, stocks, releases, transit.
struct OverlayTests {
  static let table = try? EconomyLoader.load("g7plus-2011").table
  static let commodities = ((try? CommodityCatalogue.bundled()) ?? [])
    .filter { ["crude oil", "rare earths"].contains($0.name) }

  static func closure(days: Int, responses: [any Lever] = []) throws -> Scenario {
    let table = try #require(table)
    let text = "defaults/sector-defaults.csv"
    let defaults = try SectorDefaults(
      Source(name: text, bytes: try #require(BundledData.bytes(of: text))))
    let standard = defaults.model(
      for: table.sectors.map(\.code), level: .central, flows: false)
    var parameters = model(table.sectors.count)
    parameters.inventoryDays = standard.inventoryDays
    parameters.restockDays = standard.restockDays
    parameters.psi = standard.psi
    parameters.tableCriticality = standard.criticality
    let shock = Closure(
      chokepoint: "Strait of Hormuz", by: 0.9,
      window: Window(from: 0, days: days, recovery: .immediate))
    return Scenario(
      title: "closure", titleJa: nil, economy: "g7plus-2011", start: nil, horizon: 200,
      model: parameters, baseline: [], shocks: [shock], responses: responses,
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
  }

  static func release(_ volume: Double, rate: Double, from day: Int) -> any Lever {
    Release(
      commodity: 0,
      holders: [.init(holder: Partner(code: "JPN", region: 0), volume: volume)],
      kind: .government, rate: rate, trigger: .day(day), days: nil)
  }

  static func run(_ scenario: Scenario) throws -> (CompiledBatch, Trajectory) {
    let batch = CompiledBatch(
      Economy(try #require(table)), [scenario], commodities: commodities)
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    return (batch, recorder.trajectories[0])
  }

  @Test func aClosureOfNoDaysChangesNothing() throws {
    let (batch, t) = try Self.run(try Self.closure(days: 0))
    let overlay = try #require(batch.overlays.first)
    for (b, importer) in overlay.importers.enumerated() {
      for day in 0..<t.days {
        let cell = day * overlay.importers.count + b
        #expect(abs(t.overlays[0].received[cell] - importer.use) <= 1e-9 * importer.use)
        #expect(t.overlays[0].shortfall[cell] <= 1e-9 * importer.use)
      }
    }
  }

  @Test func whatLeftBeforeAClosureStillArrives() throws {
    let (batch, t) = try Self.run(try Self.closure(days: 60))
    let overlay = try #require(batch.overlays.first)
    let japan = try #require(overlay.importers.firstIndex { $0.code == "JPN" })
    let received = (0..<t.days).map {
      t.overlays[0].received[$0 * overlay.importers.count + japan] / overlay.importers[japan].use
    }
    #expect(received[..<20].allSatisfy { abs($0 - 1) < 0.02 }, "20 days at sea")
    #expect(received[25] < 0.6)
  }

  @Test func aReleaseIsConserved() throws {
    let volume = 30e6
    let (batch, t) = try Self.run(
      try Self.closure(days: 120, responses: [Self.release(volume, rate: 1e6, from: 30)]))
    let overlay = try #require(batch.overlays.first)
    let japan = try #require(overlay.importers.firstIndex { $0.code == "JPN" })
    let released = (0..<t.days).map {
      t.overlays[0].released[$0 * overlay.importers.count + japan]
    }
    #expect(released[..<30].allSatisfy { $0 == 0 })
    #expect(released.allSatisfy { $0 <= 1e6 })
    #expect(abs(released.reduce(0, +) - volume) <= 1e-6 * volume)
  }

  @Test func stocksNeverFallBelowZeroAndAccountForEveryBarrel() throws {
    let (batch, t) = try Self.run(try Self.closure(days: 180))
    let overlay = try #require(batch.overlays.first)
    #expect(t.overlays[0].stock.allSatisfy { $0 >= 0 })
    for (b, importer) in overlay.importers.enumerated() {
      let stock = (0..<t.days).map { t.overlays[0].stock[$0 * overlay.importers.count + b] }
      let received = (0..<t.days).map {
        t.overlays[0].received[$0 * overlay.importers.count + b]
      }
      let start = overlay.targetDays[b] * importer.use
      let used = start + received.reduce(0, +) - (stock.last ?? 0)
      #expect(used > 0 && used <= importer.use * Double(t.days) * 1.02, "\(importer.code)")
    }
  }

  /// Supply is only ever moved: a new origin takes its share from the others, to a whole.
  @Test(arguments: ["CHN", "VNM", "AUS", "ZAF"]) func dependencyMovesSupplyAndLosesNone(
    _ origin: String
  ) throws {
    let closed = try Self.closure(days: 0)
    let rare = try #require(Self.commodities.firstIndex { $0.name == "rare earths" })
    let japan = Partner(code: "JPN", region: 0)
    let move = Diversify(
      commodity: rare, importer: japan, from: Partner(code: "CHN", region: nil),
      to: [.init(origin: Partner(code: "ZAF", region: nil), part: 1)], perYear: 0.2,
      window: Window(from: 0, days: nil, recovery: .immediate))
    let scenario = Scenario(
      title: "dependency", titleJa: nil, economy: "g7plus-2011", start: nil, horizon: 200,
      model: closed.model,
      baseline: [
        BaselineDependency(
          commodity: rare, importer: japan, origin: Partner(code: origin, region: nil),
          share: 0.6, basis: "weight")
      ], shocks: [], responses: [move], report: closed.report)
    let (batch, t) = try Self.run(scenario)
    let overlay = try #require(batch.overlays.first)
    #expect(abs(overlay.shares.reduce(0, +) - 1) < 1e-12)
    let chosen = try #require(overlay.origins.firstIndex(of: origin))
    #expect(abs(overlay.shares[chosen] - 0.6) < 1e-12)
    let use = overlay.importers[0].use
    #expect(t.overlays[0].received.allSatisfy { $0 > use * 0.98 })
  }

  /// A group's members are summed in one order: every set in a program orders its members anew.
  @Test func aGroupsDependencyHasTheSameBitsEachTime() throws {
    let closed = try Self.closure(days: 0)
    let crude = try #require(Self.commodities.firstIndex { $0.name == "crude oil" })
    let group = try #require(
      Self.commodities[crude].groups.max { $0.members.count < $1.members.count })
    try #require(group.members.count > 2)
    let scenario = Scenario(
      title: "dependency", titleJa: nil, economy: "g7plus-2011", start: nil, horizon: 1,
      model: closed.model,
      baseline: [
        BaselineDependency(
          commodity: crude, importer: Partner(code: "JPN", region: 0),
          origin: Partner(code: group.code, region: nil), share: 0.9, basis: "weight")
      ], shocks: [], responses: [], report: closed.report)
    let economy = Economy(try #require(Self.table))
    // A set's order follows from its address: those that are kept move the next one on.
    var kept: [Set<Int>] = []
    let shares = try (0..<50).map { _ in
      kept.append(Set(0..<group.members.count))
      let batch = CompiledBatch(economy, [scenario], commodities: Self.commodities)
      return try #require(batch.overlays.first).shares.map(\.bitPattern)
    }
    #expect(kept.count == 50 && Set(shares).count == 1)
  }

  @Test func moreStockNeverCostsMoreOutput() throws {
    func lost(_ volume: Double) throws -> Double {
      let (batch, t) = try Self.run(
        try Self.closure(days: 180, responses: [Self.release(volume, rate: 2e6, from: 10)]))
      let economy = batch.economy
      let n = economy.nodeCount
      let japan = economy.regionNodes[0]
      return japan.reduce(0.0) { total, node in
        (0..<t.days).reduce(total) {
          $0 + economy.output[node] - t.output[$1 * n + economy.order[node]]
        }
      }
    }
    let losses = try [0, 40e6, 80e6, 160e6].map(lost)
    for (less, more) in zip(losses.dropFirst(), losses) { #expect(less <= more) }
    #expect(losses[0] > 1.5 * losses[2])
  }
}
