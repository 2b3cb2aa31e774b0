import Commodities
import Decisions
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import Scenarios
import TestSupport

/// A small world, three regions by four sectors, and its full model.
func smallModel(seed: UInt64 = 2) -> FullModel {
  FullModel(Economy(randomTable(regions: 3, sectors: 4, seed: seed)), commodities: [], threads: 2)
}

/// A scenario of levers with one value per product everywhere.
func scenario(
  horizon: Int = 60, sectors: Int = 4, _ shocks: [any Lever], responses: [any Lever] = []
) -> Scenario {
  let model = ModelParameters(
    preset: .pooled, inventoryDays: [Double](repeating: 10, count: sectors),
    restockDays: [Double](repeating: 10, count: sectors),
    psi: [Double](repeating: 0.5, count: sectors),
    tableCriticality: [Double](repeating: 0.5, count: sectors * sectors),
    overproductionMax: 1.25, overproductionDays: 365, supplierChoice: .delivery,
    flexibility: 0.5, redirectMax: 0.25, redirectSpeed: 0.01, restockCap: 0.25,
    overlayRestockCap: 0.1, rationing: .proportional, criticalityDial: nil, flows: false, step: 1,
    variety: nil)
  return Scenario(
    title: "test", titleJa: nil, economy: "", start: nil, horizon: horizon, model: model,
    shocks: shocks, responses: responses,
    report: ReportOptions(regions: [], tables: [], languages: ["en"]))
}

/// A loss of a node's capacity.
func loss(of node: Int, by share: Double, from day: Int = 0, for days: Int = 20) -> Capacity {
  Capacity(
    nodes: [node], by: share, window: Window(from: day, days: days, recovery: .immediate))
}

/// Two regions that use an ore: R0 buys nine tenths of it from A through a strait, R1 all from B.
enum OreWorld {
  private static func figure(_ value: Double) -> Figure {
    Figure(
      value: value, unit: "", year: "2024", basis: "", source: "made up", confidence: .assumption)
  }

  static let ore = Commodity(
    name: "ore", nameJa: "鉱石", unit: "t", year: 2023, tableSector: "S0",
    spareCapacity: figure(0),
    importers: [
      importer("R0", use: 10, shares: [("A", 0.9), ("B", 0.1)], through: 1),
      importer("R1", use: 20, shares: [("B", 1)], through: 0),
    ],
    chokepoints: [.init(name: "strait", nameJa: "海峡", flow: figure(9), bypass: figure(0))],
    groups: [],
    price: .init(
      market: .world, base: figure(100), supply: figure(30), supplyElasticity: figure(0.1),
      demandElasticity: figure(-0.1), bound: figure(5), comparisons: []),
    gaps: [])

  private static func importer(
    _ code: String, use: Double, shares: [(String, Double)], through: Double
  ) -> Commodity.Importer {
    Commodity.Importer(
      code: code, use: figure(use), imports: figure(use),
      origins: shares.map { .init(origin: $0.0, share: $0.1, figure: figure($0.1)) },
      users: [
        .init(
          sector: "S0", shareOfUse: 1, exposedShare: figure(0.8), criticality: figure(1), part: nil)
      ], industryStockDays: figure(20), minimumOperatingDays: figure(5), stocks: [],
      routes: [
        .init(
          origins: ["A"], chokepoint: "strait", shareOfImportsThrough: figure(through),
          travelDays: nil)
      ], gdp: figure(1e9))
  }

  static func model() -> FullModel {
    let labels = (0..<4).map { "R\($0 / 2)_S\($0 % 2)" }
    var final = Matrix(rows: 4, columns: 2)
    for i in 0..<4 { final[i, i / 2] = 365 * Double(10 + i) }
    let gross = final.rowSums
    let table = InputOutputTable(
      description: .init(
        name: "made up", year: 2023, moneyUnit: "million USD", source: "", licence: "", sha256: ""),
      separator: "_",
      regions: (0..<2).map { .init(code: "R\($0)", name: "R\($0)", nameJa: "R\($0)") },
      sectors: (0..<2).map { .init(code: "S\($0)", name: "S\($0)", nameJa: "S\($0)") },
      countries: [], nodeLabels: labels, nodeRegion: [0, 0, 1, 1], nodeSector: [0, 1, 0, 1],
      intermediateUse: Matrix(rows: 4, columns: 4), finalDemandLabels: ["R0_HFCE", "R1_HFCE"],
      finalDemandRegion: [0, 1], finalDemand: final, primaryInputLabels: ["VA"],
      primaryInputs: Matrix(rows: 1, columns: 4, elements: gross), grossOutput: gross)
    return FullModel(Economy(table), commodities: [ore], threads: 2)
  }

  static let holder = Partner(code: "R0", region: 0)

  /// The strait closed from day 5 for some days, over 120 days, with ways around it, units a day.
  static func closed(
    _ days: Int, around: Double = 0, responses: [any Lever] = []
  ) -> Scenario {
    scenario(
      horizon: 120, sectors: 2,
      [
        Closure(
          chokepoint: "strait", by: 1, bypass: [WayCapacity(around)],
          window: Window(from: 5, days: days, recovery: .immediate))
      ], responses: responses)
  }

  static func stockpile(_ days: Double) -> Stockpile {
    Stockpile(commodity: 0, holder: holder, days: days)
  }

  static func release(_ volume: Double, rate: Double?, from day: Int = 8) -> Release {
    Release(
      commodity: 0, holders: [.init(holder: holder, volume: volume)], kind: .government,
      rate: rate, trigger: .day(day), days: nil)
  }

  /// Closures of some lengths, equally likely.
  static func cases(_ lengths: [Int], responses: [any Lever] = []) -> [DecisionCase] {
    lengths.map {
      DecisionCase(
        name: Bilingual("\($0) days", "\($0)日"), probability: 1 / Double(lengths.count),
        scenario: closed($0, responses: responses))
    }
  }
}
