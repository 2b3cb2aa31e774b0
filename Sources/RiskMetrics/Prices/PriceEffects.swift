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
  /// Change of the import bill over GDP of the commodity's year and the horizon, by region.
  private(set) var importBillShare: [Double?]
  /// Change of consumer prices, mean of the horizon, by region.
  private(set) var consumerPriceChange: [Double?]

  private let economy: Economy
  private let scenario: Scenario
  /// Money unit of the table in USD; nil if it is another currency.
  private let money: Double?
  /// Cost added per unit of output, by node in the table's order.
  private var addedCost: [Double]
  /// Regions with every figure that a cost push needs.
  private var isComputed: [Bool]

  /// `prices`: those of the batch's overlays, nil where the scenario does not name the commodity.
  init(
    _ economy: Economy, scenario: Scenario, number: Int, prices: [MarketPrice?],
    batch: CompiledBatch, accounts: Accounts, catalogue: [Commodity], base: PriceBase
  ) {
    self.economy = economy
    self.scenario = scenario
    let unit = Unit.tableMoney(economy.table.description.moneyUnit)
    money = unit?.currency == "USD" ? unit?.base(1) : nil
    importBillShare = [Double?](repeating: nil, count: economy.regionCount)
    consumerPriceChange = importBillShare
    addedCost = [Double](repeating: 0, count: economy.nodeCount)
    isComputed = [Bool](repeating: false, count: economy.regionCount)
    for (index, overlay) in batch.overlays.enumerated() {
      guard let multiple = prices[index]?.multiple, let base = prices[index]?.base else {
        continue
      }
      let commodity = catalogue[overlay.commodity]
      let rise = multiple.map { ($0 - 1) * base }
      addImportBills(
        commodity, overlay: overlay, rise: rise, received: accounts.overlays[index].received)
      push(commodity, overlay: overlay, rise: rise.reduce(0, +) / Double(rise.count))
    }
    let hasCurrency = addCurrency(batch.importPriceRises.filter { $0.scenario == number })
    if hasCurrency || isComputed.contains(true) { solvePrices(base) }
  }

  /// Import bill: physical imports times the price change, over the horizon's GDP.
  private mutating func addImportBills(
    _ commodity: Commodity, overlay: Overlay, rise: [Double], received: [Double]
  ) {
    for importer in commodity.importers {
      guard let region = region(importer.code), isAffected(importer, commodity, overlay),
        let gdp = importer.gdp.value, let imports = importer.imports.value,
        let use = importer.use.value, use > 0, gdp > 0
      else { continue }
      let bill = rise.indices.reduce(0.0) { total, day in
        let volume =
          overlay.importers.firstIndex { $0.code == importer.code }.map { b in
            received[day * overlay.importers.count + b] * imports / use
          } ?? imports
        return total + volume * rise[day]
      }
      let daysOfYear = CalendarDate.days(ofYear: commodity.year)
      let share = bill / (gdp / Double(daysOfYear) * Double(rise.count))
      importBillShare[region] = (importBillShare[region] ?? 0) + share
    }
  }

  /// Adds a commodity's cost push to its users.
  private mutating func push(_ commodity: Commodity, overlay: Overlay, rise: Double) {
    guard let money else { return }
    for importer in commodity.importers {
      guard let region = region(importer.code), isAffected(importer, commodity, overlay),
        let use = importer.use.value, let gdp = importer.gdp.value, !importer.users.isEmpty
      else { continue }
      let table = economy.table
      let tableGDP = economy.regionNodes[region].reduce(0.0) { $0 + economy.valueAdded[$1] }
      guard tableGDP > 0 else { continue }
      let growth = gdp / (tableGDP * money)
      for user in importer.users {
        guard let sector = table.sectors.firstIndex(where: { $0.code == user.sector }) else {
          continue
        }
        for node in economy.suppliers(of: sector) where economy.region[node] == region {
          let output = economy.output[node] * money * growth
          guard output > 0 else { continue }
          addedCost[economy.order[node]] += user.shareOfUse * use * rise / output
        }
      }
      isComputed[region] = true
    }
  }

  /// In a bloc or importer market only the importers under the shock pay the new price.
  private func isAffected(
    _ importer: Commodity.Importer, _ commodity: Commodity, _ overlay: Overlay
  ) -> Bool {
    commodity.price.market == .world || overlay.importers.contains { $0.code == importer.code }
  }

  private func region(_ code: String) -> Int? {
    economy.table.regions.firstIndex { $0.code == code }
  }

  /// Import prices rise by depreciation times pass-through, mean of the horizon.
  private mutating func addCurrency(_ rises: [ImportPriceRise]) -> Bool {
    let table = economy.table
    let outside = table.importedInputs
    let days = Double(scenario.horizon)
    for entry in rises {
      let region = entry.region
      let mean = (0..<scenario.horizon).reduce(0.0) { $0 + entry.window.share(on: $1) } / days
      let rise = entry.rise * mean
      for j in table.nodeLabels.indices where table.nodeRegion[j] == region {
        let output = table.grossOutput[j]
        guard output > 0 else { continue }
        var imported = outside[j]
        for i in table.nodeLabels.indices where table.nodeRegion[i] != region {
          imported += max(0, table.intermediateUse[i, j])
        }
        addedCost[j] += imported / output * rise
      }
      isComputed[region] = true
      directImportRise[region, default: 0] += rise
    }
    return !rises.isEmpty
  }

  /// Rise of imported consumer goods by region, from currencies.
  private var directImportRise: [Int: Double] = [:]

  /// Δp' = Δv'(I − A)⁻¹, weighted by each region's household consumption.
  private mutating func solvePrices(_ base: PriceBase) {
    guard let change = base.prices?.priceChange(extraCost: addedCost) else { return }
    let consumer = ConsumerPrices(priceChange: change, in: economy.table).change
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
