internal import Commodities
internal import ComparativeStatics
internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation
internal import Quantities
internal import Scenarios

/// What price changes cost: import bills and consumer prices by region (MODEL.md 4.13).
///
/// The rule that ties physical quantities to a table of another year is the commodity folder's:
/// the cost added to user j per unit of its output is q[j]·(P − P0)/(x0[j]·G), G the region's GDP of
/// the commodity's year over its GDP in the table, both in USD.
struct PriceEffects {
  /// Import bills by region.
  private(set) var bills: ImportBills
  /// Change of consumer prices, which follow costs with a lag, mean of the horizon, by region.
  private(set) var consumerPriceChange: [Double?]

  private let economy: Economy
  private let scenario: Scenario
  private let lag: CostLag
  /// The scenario's depreciations.
  private let rises: [ImportPriceRise]
  /// Cost added per unit of output, by node in the table's order.
  private var addedCost: [Double]
  /// Regions with every figure that a cost push needs.
  private var isComputed: [Bool]
  /// What users bought of commodities before, by user node in the table's order and by the sectors that the
  /// table has them in; the table's money a year. A cost push stands for it.
  private var known: [Int: [[Int]: Double]] = [:]

  /// `prices`: those of the batch's overlays, nil where the scenario does not name the commodity.
  init(
    _ economy: Economy, scenario: Scenario, number: Int, prices: [MarketPrice?],
    batch: CompiledBatch, accounts: Accounts, catalogue: [Commodity], base: PriceBase
  ) {
    self.economy = economy
    self.scenario = scenario
    lag = CostLag(days: scenario.model.prices.lagDays)
    rises = batch.importPriceRises.filter { $0.scenario == number }
    bills = ImportBills(regions: economy.regionCount, days: scenario.horizon)
    consumerPriceChange = [Double?](repeating: nil, count: economy.regionCount)
    addedCost = [Double](repeating: 0, count: economy.nodeCount)
    isComputed = [Bool](repeating: false, count: economy.regionCount)
    for (index, overlay) in batch.overlays.enumerated() {
      guard let found = prices[index] else { continue }
      price(
        catalogue[overlay.commodity], overlay, found, accounts.overlays[index],
        number: number, width: batch.width)
    }
    let hasCurrency = addCurrency()
    if hasCurrency || isComputed.contains(true) { solvePrices(base) }
  }

  /// Whether a bill or a currency says what a region's imports cost more.
  func hasImportCost(of region: Int) -> Bool {
    bills.baseVolumeShare[region] != nil || rises.contains { $0.region == region }
  }

  /// Adds a commodity's bills and cost pushes.
  private mutating func price(
    _ commodity: Commodity, _ overlay: Overlay, _ price: MarketPrice,
    _ accounts: OverlayAccounts, number: Int, width: Int
  ) {
    for importer in commodity.importers {
      let known = overlay.importers.firstIndex { $0.code == importer.code }
      guard let region = economy.table.region(ofCountry: importer.code), let base = price.base,
        let multiple = known.map({ price.multiple(of: $0) }) ?? price.multipleOutside
      else { continue }
      let paid = multiple.enumerated().map { base * $1 * (1 + depreciation(of: region, on: $0)) }
      let usual = known.map {
        overlay.importsAtBaseline(of: $0, scenario: number, width: width)
      }
      let volume = known.map { b in
        multiple.indices.map { day in
          let usual = usual ?? 0
          return usual > 0
            ? accounts.receivedAbroad[day * overlay.countries.count + b] / usual : 1
        }
      }
      bills.add(
        importer, of: commodity, in: region, base: base, price: paid, volume: volume)
      push(
        commodity, importer, in: region, base: base, rise: lag.shown(paid.map { $0 - base }))
    }
  }

  /// Rise x of foreign currency's price in a region's own on a day.
  private func depreciation(of region: Int, on day: Int) -> Double {
    var rise = 1.0
    for entry in rises where entry.region == region {
      rise *= 1 + entry.depreciation(on: day)
    }
    return rise - 1
  }

  /// Adds a commodity's cost push to an importer's users.
  ///
  /// q·(P − P0)/(x0·G): G, the region's GDP of the commodity's year over its GDP in the table, turns the
  /// table's money into USD of that year whatever the table counts in.
  private mutating func push(
    _ commodity: Commodity, _ importer: Commodity.Importer, in region: Int, base: Double,
    rise: Double
  ) {
    let table = economy.table
    let tableGDP = table.nodeRegion.indices.reduce(0.0) {
      $0 + (table.nodeRegion[$1] == region ? table.valueAdded[$1] : 0)
    }
    guard let use = importer.use.value, let gdp = importer.gdp.value,
      !importer.users.isEmpty, tableGDP > 0
    else { return }
    let growth = gdp / tableGDP
    let holders = table.sectors(standingFor: commodity.tableSector)
    for user in importer.users {
      let sectors = table.sectors(standingFor: user.sector)
      let nodes = table.nodeLabels.indices.filter {
        table.nodeRegion[$0] == region && sectors.contains(table.nodeSector[$0])
          && economy.output[economy.position[$0]] > 0
      }
      let output = nodes.reduce(0) { $0 + economy.output[economy.position[$1]] }
      for node in nodes {
        let quantity = user.shareOfUse * use / (output * growth)
        addedCost[node] += quantity * rise
        known[node, default: [:]][holders, default: 0] +=
          quantity * base * table.grossOutput[node]
      }
    }
    isComputed[region] = true
  }

  /// Import prices rise by depreciation times pass-through, as far as consumers see it, mean of the
  /// horizon; what a commodity's cost push stands for has risen with it.
  private mutating func addCurrency() -> Bool {
    let table = economy.table
    let outside = table.importedInputs
    for entry in rises {
      let region = entry.region
      let rise =
        entry.passThrough * lag.shown((0..<scenario.horizon).map(entry.depreciation(on:)))
      for j in table.nodeLabels.indices where table.nodeRegion[j] == region {
        let output = table.grossOutput[j]
        guard output > 0 else { continue }
        addedCost[j] += imported(by: j, outside: outside[j]) / output * rise
      }
      isComputed[region] = true
      directImportRise[region, default: 0] += rise
    }
    return !rises.isEmpty
  }

  /// What a user imports but for commodities with a cost push of their own, the table's money a year.
  private func imported(by j: Int, outside: Double) -> Double {
    let table = economy.table
    var bySector = [Double](repeating: 0, count: table.sectors.count)
    for i in table.nodeLabels.indices where table.nodeRegion[i] != table.nodeRegion[j] {
      bySector[table.nodeSector[i]] += max(0, table.intermediateUse[i, j])
    }
    var imported = outside + bySector.reduce(0, +)
    // What the table has no imports of in its sectors came from outside, or from home.
    let bought = (known[j] ?? [:]).sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (holders, value) in bought {
      imported -= min(value, outside + holders.reduce(0) { $0 + bySector[$1] })
    }
    return max(0, imported)
  }

  /// Rise of imported consumer goods by region, from currencies.
  private var directImportRise: [Int: Double] = [:]

  /// Δp' = Δv'(I − A)⁻¹, weighted by each region's household consumption.
  private mutating func solvePrices(_ base: PriceBase) {
    guard let consumer = base.consumerPriceChange(extraCost: addedCost) else { return }
    for region in isComputed.indices where isComputed[region] {
      let direct = importShare(of: region) * (directImportRise[region] ?? 0)
      consumerPriceChange[region] = consumer[region] + direct
    }
  }

  /// Imported part of a region's final demand, 0 to 1.
  private func importShare(of region: Int) -> Double {
    var all = 0.0
    var imported = 0.0
    for i in 0..<economy.nodeCount {
      let demand = economy.regionalFinalDemand[i, region]
      all += demand
      if economy.region[i] != region { imported += demand }
    }
    return all > 0 ? imported / all : 0
  }
}
