import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Final demand asked column by column, for income and for struck suppliers.
struct FinalColumnsTests {
  static let window = Window(from: 2, days: 20, recovery: .linear(over: 15))
  static let always = Window(from: 0, days: nil, recovery: .immediate)

  static func economy(_ seed: UInt64) -> Economy {
    let options = RandomTableOptions(negativeFinalDemand: seed.isMultiple(of: 2))
    return Economy(randomTable(regions: 3, sectors: 4, seed: seed, options: options))
  }

  static func shocks(_ seed: UInt64) -> [any Lever] {
    [
      Capacity(nodes: [Int(seed) % 12], by: 0.6, window: window),
      Demand(regions: [1], sectors: [0, 2], by: -0.2, window: window),
      Ban(
        exporter: Partner(code: "R0", region: 0), importer: Partner(code: "R1", region: 1),
        products: [.sector(1)], by: 0.8, leak: 0, window: window),
    ]
  }

  /// Columns of which income takes nothing are the table's: a currency that moves nothing.
  @Test(arguments: [ModelParameters.Preset.sonae, .pooled, .ario], 1...6)
  func columnsAreTheTablesWhereNothingMoves(_ preset: ModelParameters.Preset, seed: UInt64) {
    let economy = Self.economy(seed)
    let still = Currency(region: 0, depreciation: 0, passThrough: 1, window: Self.always)
    let plain = model(4, preset: preset)
    var byColumn = plain
    byColumn.income = IncomeTests.central
    let shocks = Self.shocks(seed) + [still]
    let table = run(economy, [scenario(plain, horizon: 60, shocks)])[0]
    let columns = run(economy, [scenario(byColumn, horizon: 60, shocks)])[0]
    let scale = economy.output.max() ?? 1
    for (a, b) in zip(table.output + table.unmet, columns.output + columns.unmet) {
      #expect(abs(a - b) <= 1e-10 * scale)
    }
    #expect(table.output.indices.contains { table.output[$0] < 0.9 * table.output[$0 % 12] })
  }

  /// What buyers no longer want is not unmet, in touched imports as elsewhere.
  @Test(arguments: [ModelParameters.Preset.sonae, .pooled]) func lowerDemandIsMet(
    _ preset: ModelParameters.Preset
  ) {
    let economy = Self.economy(2)
    var parameters = model(4, preset: preset)
    parameters.income = IncomeParameters(show: .within, propensity: 0.86, lagDays: 10)
    let weaker = Currency(
      region: 1, depreciation: 0.5, passThrough: 1, exportPassThrough: 0, window: Self.always)
    let less = Demand(regions: [1], sectors: [0, 2], by: -0.1, window: Self.always)
    let t = run(economy, [scenario(parameters, horizon: 60, [weaker, less])])[0]
    let wanted = economy.regionalFinalDemand.columnSums[1]
    #expect(t.unmet.allSatisfy { abs($0) <= 1e-12 * wanted })
    #expect(t.output[59 * 12..<60 * 12].reduce(0, +) < t.output[0..<12].reduce(0, +))
  }

  /// Dearer imports and lost capacity together cost a region no more than one after the other.
  @Test(arguments: 1...20) func bothCostNoMoreThanTheirSum(_ seed: UInt64) {
    let economy = Self.economy(seed)
    var parameters = model(4)
    parameters.income = IncomeParameters(show: .within, propensity: 0.62, lagDays: 30)
    let regions = 0..<3
    let prices = regions.map { region -> any Lever in
      Currency(
        region: region, depreciation: 0.1 * Double(seed % 3 + 1), passThrough: 1,
        exportPassThrough: 0, window: Self.always)
    }
    let volumes = [
      Capacity(nodes: [Int(seed) % 12, (Int(seed) * 5 + 3) % 12], by: 0.4, window: Self.window)
    ]
    let found = run(
      economy,
      [volumes, prices, volumes + prices].map { scenario(parameters, horizon: 120, $0) })
    let usual = economy.output.reduce(0, +) * 120
    let loss = found.map { usual - $0.output.reduce(0, +) }
    #expect(loss[0] > 0 && loss[1] > 0)
    #expect(loss[2] <= (loss[0] + loss[1]) * (1 + 1e-9), "\(loss)")
  }
}
