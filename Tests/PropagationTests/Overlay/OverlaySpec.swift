import Commodities
import Quantities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios

/// A made-up commodity and what befalls it, small enough to compute by hand.
///
/// Regions R0, R1 … have sectors S0 and S1 without intermediate inputs, so that output is final demand
/// times what the commodity allows. Origins are the regions themselves and A, B, C.
struct OverlaySpec {
  struct Importer {
    var use = 10.0
    /// Shares of use by origin; the importer's own is home production.
    var shares: [String: Double] = ["A": 0.6, "B": 0.4]
    var stockDays = 30.0
    var minimumDays = 0.0
    /// Share of use, exposed share and criticality of S0 and S1.
    var users: [(share: Double, exposed: Double, criticality: Double)] = [(1, 1, 1)]
    /// Share of imports through the strait from A and B; nil: not known.
    var through: Double?
    /// Days at sea by origin.
    var travel: [String: Int] = [:]

    func imports(home: String) -> Double { use * (1 - (shares[home] ?? 0)) }
  }

  struct Ban {
    var origin: String
    var importer: Int?
    var share: Double
    var window: Window
  }

  struct Review {
    var origin: String
    var importer: Int?
    var covers: Double
    var approval: Double
    var days: Int
    var window: Window
  }

  struct Closure {
    var share: Double
    var bypass: Double
    var window: Window
  }

  struct Loss {
    var origins: [String]
    var share: Double
    var window: Window
  }

  struct Shift {
    var importer: Int
    var from: String
    var to: [(origin: String, part: Double)]
    var perYear: Double
    var from0: Int
  }

  struct Restraint {
    var importer: Int
    var share: Double
    var window: Window
  }

  var importers: [Importer] = [Importer()]
  /// Stages before the origins; none.
  var chain = Commodity.Chain()
  var demand: [Double] = [100, 50]
  var market = Commodity.Market.world
  var supply = 100.0
  var elasticities = (supply: 0.1, demand: -0.4)
  var bound = 10.0
  var spare = 0.0
  /// Flow of all buyers through the strait.
  var flow = 0.0
  var orderCap = 0.1
  var redirect = (max: 0.0, speed: 0.01)
  var prices = PriceParameters.plain
  var income = IncomeParameters.off
  var step = 1.0
  var horizon = 60
  var bans: [Ban] = []
  var reviews: [Review] = []
  var closures: [Closure] = []
  var losses: [Loss] = []
  var shifts: [Shift] = []
  var restraints: [Restraint] = []
  var releases: [(importer: Int, release: Release)] = []
  /// Further shocks and responses, on commodity 0 and importers `R0`, `R1` …
  var others: (shocks: [any Lever], responses: [any Lever]) = ([], [])
}

extension OverlaySpec {
  /// Every origin in the order of its code.
  var origins: [String] {
    let named = importers.flatMap { Array($0.shares.keys) } + shifts.flatMap { $0.to.map(\.origin) }
    return Set(named).sorted()
  }

  func figure(_ value: Double?) -> Figure {
    Figure(
      value: value, unit: "", year: "2024", basis: "", source: "made up",
      confidence: value == nil ? .missing : .assumption)
  }

  /// The commodity as a file would give it.
  var commodity: Commodity { commodity(named: "ore", part: nil) }

  /// The commodity under another name, embodied in a named part of its users' output.
  func commodity(named name: String, part: String?) -> Commodity {
    Commodity(
      name: name, nameJa: name, unit: "t", year: 2023, tableSector: "S0",
      spareCapacity: figure(spare), importers: importers.indices.map { importer($0, part: part) },
      chain: chain,
      chokepoints: [.init(name: "strait", nameJa: "海峡", flow: figure(flow), bypass: figure(0))],
      groups: [],
      price: .init(
        market: market, base: figure(100), supply: figure(supply),
        supplyElasticity: figure(elasticities.supply),
        demandElasticity: figure(elasticities.demand), bound: figure(bound), comparisons: []),
      gaps: [])
  }

  private func importer(_ b: Int, part: String?) -> Commodity.Importer {
    let it = importers[b]
    let strait = Commodity.Route(
      origins: ["A", "B"], chokepoint: "strait", shareOfImportsThrough: it.through.map(figure),
      travelDays: nil)
    return Commodity.Importer(
      code: "R\(b)", use: figure(it.use), imports: figure(it.imports(home: "R\(b)")),
      origins: it.shares.sorted { $0.key < $1.key }.map {
        .init(origin: $0.key, share: $0.value, figure: figure($0.value))
      },
      users: it.users.enumerated().map { s, user in
        .init(
          sector: "S\(s)", shareOfUse: user.share, exposedShare: figure(user.exposed),
          criticality: figure(user.criticality), part: part)
      },
      industryStockDays: figure(it.stockDays), minimumOperatingDays: figure(it.minimumDays),
      stocks: [],
      routes: (it.through == nil ? [] : [strait])
        + it.travel.sorted { $0.key < $1.key }.map {
          .init(
            origins: [$0.key], chokepoint: nil, shareOfImportsThrough: nil,
            travelDays: figure(Double($0.value)))
        }, gdp: figure(1e6))
  }

  /// The table: final demand alone.
  var economy: Economy {
    let n = importers.count * 2
    var final = Matrix(rows: n, columns: importers.count)
    for i in 0..<n { final[i, i / 2] = demand[i % 2] * 365 }
    let labels = (0..<n).map { "R\($0 / 2)_S\($0 % 2)" }
    let gross = final.rowSums
    return Economy(
      InputOutputTable(
        description: .init(
          name: "made up", year: 2023, moneyUnit: "million USD", source: "", licence: "",
          sha256: ""),
        separator: "_",
        regions: importers.indices.map { .init(code: "R\($0)", name: "R\($0)", nameJa: "R\($0)") },
        sectors: (0..<2).map { .init(code: "S\($0)", name: "S\($0)", nameJa: "S\($0)") },
        countries: [], nodeLabels: labels, nodeRegion: (0..<n).map { $0 / 2 },
        nodeSector: (0..<n).map { $0 % 2 }, intermediateUse: Matrix(rows: n, columns: n),
        finalDemandLabels: importers.indices.map { "R\($0)_HFCE" },
        finalDemandRegion: Array(importers.indices), finalDemand: final,
        primaryInputLabels: ["VA"],
        primaryInputs: Matrix(rows: 1, columns: n, elements: gross), grossOutput: gross))
  }

  /// The scenario as a file would give it.
  var scenario: Scenario {
    var parameters = model(2)
    parameters.overlayRestockCap = orderCap
    parameters.redirectMax = redirect.max
    parameters.redirectSpeed = redirect.speed
    parameters.prices = prices
    parameters.income = income
    parameters.step = step
    return Scenario(
      title: "made up", titleJa: nil, economy: "", start: nil, horizon: horizon,
      model: parameters,
      shocks: shocks, responses: responses,
      report: ReportOptions(regions: [], tables: [], languages: ["en"]))
  }

  private func place(_ b: Int) -> Partner { Partner(code: "R\(b)", region: b) }

  private func origin(_ code: String) -> Partner { Partner(code: code, region: nil) }

  private var shocks: [any Lever] {
    let bans = bans.map { ban -> any Lever in
      Scenarios.Ban(
        exporter: origin(ban.origin), importer: ban.importer.map(place),
        products: [.commodity(0)], by: ban.share, leak: 0, window: ban.window)
    }
    let reviews = reviews.map { review -> any Lever in
      Scenarios.Review(
        exporter: origin(review.origin), importer: review.importer.map(place),
        products: [.commodity(0)], covers: review.covers, delay: review.days,
        approval: review.approval, window: review.window)
    }
    let closures = closures.map { closure -> any Lever in
      Scenarios.Closure(
        chokepoint: "strait", by: closure.share, bypass: [WayCapacity(closure.bypass)],
        window: closure.window)
    }
    let losses = losses.map { loss -> any Lever in
      Capacity(
        .origins(loss.origins.map(origin), commodity: 0), by: loss.share, window: loss.window)
    }
    return bans + reviews + closures + losses + others.shocks
  }

  private var responses: [any Lever] {
    let shifts = shifts.map { shift -> any Lever in
      Diversify(
        commodity: 0, importer: place(shift.importer), from: origin(shift.from),
        to: shift.to.map { .init(origin: origin($0.origin), part: $0.part) },
        perYear: shift.perYear,
        window: Window(from: shift.from0, days: nil, recovery: .immediate))
    }
    let restraints = restraints.map { restraint -> any Lever in
      Restrain(
        commodity: 0, importers: [place(restraint.importer)], by: restraint.share,
        window: restraint.window)
    }
    return shifts + restraints + releases.map { $0.release as any Lever } + others.responses
  }

  /// Runs the engine; the trajectory's regions and sectors are the table's.
  func run() -> (overlay: Overlay, trajectory: Trajectory) {
    let batch = CompiledBatch(economy, [scenario], commodities: [commodity])
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    return (batch.overlays[0], recorder.trajectories[0])
  }
}
