internal import Commodities
internal import InputOutputTables
internal import LinearAlgebra
internal import Quantities
internal import Scenarios

/// What dearer imports do to private demand in a batch (LEVERS.md G).
struct Income: Sendable {
  /// An importer's bill for an overlay commodity.
  struct Bill: Sendable {
    /// Index of the overlay.
    let overlay: Int
    /// The country's rows of what buyers receive; nil: a country that buys on its market without users
    /// in the table.
    let buyers: [Int]?
    /// Row of the price that it pays.
    let price: Int
    /// Table region.
    let region: Int
    /// Imports at baseline over the country's GDP of the commodity's year: share of GDP per USD a unit.
    let importsOverGDP: Double
    /// GDP a day of the commodity's year, USD.
    let dayOfGDP: Double
    /// Imports at baseline by scenario, units a day, m; empty for a country outside the overlay.
    let usual: [Double]
    /// Price before the shock by scenario, USD a unit, m; nil where none is computed.
    let basePrice: [Double?]
    /// Whether its price stays, because the restriction is its own, by scenario, m.
    let isOwn: [Bool]
  }

  /// A depreciation of a region's currency in a scenario.
  struct Depreciation: Sendable {
    let rise: ImportPriceRise
    /// ρ_m·M − ρ_x·X over GDP, M and X the table's trade but for what has a bill of its own.
    let share: Double
  }

  /// Bills of each region.
  let bills: [[Bill]]
  /// What of the ledger is paid abroad and lowers incomes, indices by region and scenario, R × m.
  let paidAbroad: [[Int]]
  /// Depreciations.
  let depreciations: [Depreciation]
  /// Parts of bills that governments pay.
  let shields: [ImportShield]
  /// GDP of the table a day by region, USD; nil where the table counts other money.
  let productPerDay: [Double]?
  /// Whether any scenario has the effect in its run.
  let isFelt: Bool
  /// m·GDP/C by region and scenario, 0 where the effect is not in the run, R × m.
  let answer: [Double]
  /// Δt/τ_Y, m.
  let rate: [Double]
  /// Columns of private demand of each region.
  let columns: [[Int]]
}

extension Income {
  /// The effect in those scenarios that have it in the run, and bills where a government pays a part;
  /// nil if there is neither.
  init?(
    _ economy: Economy, _ scenarios: [Scenario], overlays: [Overlay], rises: [ImportPriceRise],
    shields: [ImportShield], ledger: [LedgerItem], commodities: [Commodity]
  ) {
    let models = scenarios.map { $0.model }
    isFelt = models.contains { $0.income.show == .within }
    guard isFelt || !shields.isEmpty else { return nil }
    self.shields = shields
    columns = (0..<economy.regionCount).map { economy.table.privateColumns(of: $0) }
    let product = (0..<economy.regionCount).map { region in
      economy.regionNodes[region].reduce(0) { $0 + economy.valueAdded[$1] }
    }
    let spent = columns.map { columns in
      columns.reduce(0) { sum, f in
        (0..<economy.nodeCount).reduce(sum) { $0 + economy.finalDemand[$1, f] }
      }
    }
    let bills = overlays.indices.flatMap { Income.bills(of: $0, overlays, economy, commodities) }
    answer = (0..<economy.regionCount).flatMap { region in
      models.enumerated().map { k, model in
        guard model.income.show == .within, spent[region] > 0 else { return 0 }
        let own = bills.filter { $0.region == region && overlays[$0.overlay].isPriced(in: k) }
        let priced = Set(own.map { $0.overlay }).sorted().map {
          commodities[overlays[$0].commodity]
        }
        let propensity = model.income.propensity * Commodity.Price.Link.propensityPart(in: priced)
        return propensity * product[region] / 365 / spent[region]
      }
    }
    rate = models.map { min(1, $0.step / $0.income.lagDays) }
    self.bills = (0..<economy.regionCount).map { region in bills.filter { $0.region == region } }
    paidAbroad = (0..<economy.regionCount).flatMap { region in
      scenarios.indices.map { k in
        ledger.indices.filter {
          ledger[$0].scenario == k && ledger[$0].region == region && ledger[$0].dayOfGDP != nil
        }
      }
    }
    let unit = Unit.tableMoney(economy.table.description.moneyUnit)
    productPerDay = unit?.currency == "USD" ? product.map { (unit?.base($0) ?? 0) / 365 } : nil
    let billed = Set(shields.map { $0.scenario })
    depreciations = rises.filter {
      models[$0.scenario].income.show == .within || billed.contains($0.scenario)
    }.map { rise in
      // What has a bill of its own is not counted with the table's trade as well.
      var known: [[Int]: Double] = [:]
      for bill in bills where bill.region == rise.region {
        guard let base = bill.basePrice[rise.scenario] else { continue }
        let commodity = commodities[overlays[bill.overlay].commodity]
        known[economy.table.sectors(standingFor: commodity.tableSector), default: 0] +=
          bill.importsOverGDP * base
      }
      return Depreciation(
        rise: rise,
        share: Income.tradeShare(rise, economy, gdp: product[rise.region] / 365, billed: known))
    }
  }

  private static func bills(
    of index: Int, _ overlays: [Overlay], _ economy: Economy, _ commodities: [Commodity]
  ) -> [Bill] {
    let overlay = overlays[index]
    let commodity = commodities[overlay.commodity]
    let days = Double(CalendarDate.days(ofYear: commodity.year))
    return commodity.importers.compactMap { importer in
      guard let gdp = importer.gdp.value, gdp > 0, let imports = importer.imports.value else {
        return nil
      }
      let known = overlay.importers.firstIndex { $0.code == importer.code }
      let region =
        known.map { overlay.importers[$0].region }
        ?? (overlay.isWorld
          ? economy.table.region(ofCountry: importer.code) : nil)
      guard let region else { return nil }
      let scenarios = 0..<overlay.width
      return Bill(
        overlay: index, buyers: known.map { overlay.grouping.members[$0] },
        price: known.map { overlay.price(of: $0) } ?? 0, region: region,
        importsOverGDP: imports / (gdp / days), dayOfGDP: gdp / days,
        usual: known.map { b in
          scenarios.map { overlay.importsAtBaseline(of: b, scenario: $0, width: overlay.width) }
        } ?? [],
        basePrice: scenarios.map { overlay.isPriced(in: $0) ? overlay.basePrice[$0] : nil },
        isOwn: scenarios.map { k in
          known.map { overlay.isBloc && overlay.restricts($0, scenario: k) } ?? false
        })
    }
  }

  /// ρ_m·M − ρ_x·X over GDP, a day; imports without what of them has bills of its own, by the sectors that the
  /// table has it in, share of GDP.
  private static func tradeShare(
    _ rise: ImportPriceRise, _ economy: Economy, gdp: Double, billed: [[Int]: Double]
  ) -> Double {
    guard gdp > 0 else { return 0 }
    let outside = economy.importsFromOutside(of: rise.region)
    var imports = [Double](repeating: 0, count: economy.productCount)
    var exports = 0.0
    for i in 0..<economy.nodeCount {
      let isHome = economy.region[i] == rise.region
      var flow = 0.0
      for j in 0..<economy.nodeCount where (economy.region[j] == rise.region) != isHome {
        flow +=
          economy.requirements[economy.product[i], j] * economy.output[j]
          * economy.supplierShares[i, j]
      }
      for region in 0..<economy.regionCount where (region == rise.region) != isHome {
        flow += economy.regionalFinalDemand[i, region]
      }
      if isHome { exports += flow + economy.exportsOutside[i] }
      if !isHome { imports[economy.product[i]] += flow }
    }
    var left = outside + imports.reduce(0, +)
    // What the table has no imports of in its sectors came from outside.
    for (sectors, share) in billed.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      left -= min(share * gdp, outside + sectors.reduce(0) { $0 + imports[$1] })
    }
    return (rise.passThrough * max(0, left) - rise.exportPassThrough * exports) / gdp
  }
}
