/// A region's loss of value added over the horizon's GDP by what took it; the three add up to it.
package struct LossCauses: Sendable {
  /// What could not have been made with every input at hand: its own capacity was struck.
  package let capacity: Double
  /// What was asked for and could have been made, but for want of inputs.
  package let inputs: Double
  /// What could have been made and was not asked for; negative where others' customers turned to the
  /// region.
  package let demand: Double
}

/// Losses of one region over the horizon; money in the table's unit, losses positive.
package struct RegionMeasures: Sendable {
  /// Index of the region in the table.
  package let region: Int
  /// Output lost, money.
  package let outputLoss: Double
  /// Output lost over baseline output of the same days.
  package let outputLossShare: Double
  /// Value added lost, money.
  package let valueAddedLoss: Double
  /// Value added lost over that many days of the region's GDP; nil if the region has none.
  package let valueAddedLossShare: Double?
  /// The same by what took it; nil if the region has no GDP.
  package let causes: LossCauses?
  /// Value added lost in each quarter of the run (`Quarters`) over GDP of its days; empty if the region
  /// has none.
  package let quarterLossShares: [Double]
  /// Positive final demand of the region's buyers not met, money.
  package let finalDemandUnmet: Double
  /// That over their baseline final demand of the same days; nil if they have none.
  package let finalDemandUnmetShare: Double?
  /// Day of lowest output; nil if output never falls.
  package let worstDay: Int?
  /// Output on the worst day over baseline.
  package let worstDayOutputShare: Double
  /// First day from which output stays above 99% of its start; nil if not within the horizon.
  package let recoveryDay: Int?
  /// Value added lost to dearer imports beside the volumes, over the horizon's GDP; nil if not computed,
  /// or if no figure says what the region's own imports cost more.
  package internal(set) var incomeLossShare: Double?
  /// Whether what the region's own imports cost more is known.
  var hasImportCost = false
  /// Change of what is paid for priced commodities' imports, P₁Q₁ − P₀Q₀, over the horizon's GDP; it
  /// falls where volume falls by more than price rises. nil if not computed.
  package internal(set) var importBillChangeShare: Double?
  /// Cost of baseline imports at the new prices, Q₀ΔP, over the horizon's GDP; nil if not computed.
  package internal(set) var importBillAtBaseVolumeShare: Double?
  /// Change of consumer prices, mean of the horizon; nil if not computed.
  package internal(set) var consumerPriceChange: Double?

  /// Whether output, value added, income and final demand all change by less than 0.001%.
  package var isBelowRounding: Bool {
    [outputLossShare, valueAddedLossShare, incomeLossShare, finalDemandUnmetShare].allSatisfy {
      abs($0 ?? 0) < 1e-5
    }
  }

  /// Volumes and incomes lost over the horizon's GDP, which add up; nil if the region has no GDP.
  package var wholeLossShare: Double? { valueAddedLossShare.map { $0 + (incomeLossShare ?? 0) } }
}

/// Losses of one node over the horizon.
package struct NodeMeasures: Sendable {
  /// Index of the node in the table.
  package let node: Int
  /// Output lost, money.
  package let outputLoss: Double
  /// Output lost over baseline output of the same days.
  package let outputLossShare: Double
  /// Value added lost, money.
  package let valueAddedLoss: Double
  /// What limits it on most of its bad days: a sector or a commodity; nil if nothing does.
  package let limitedBy: Limit?

  /// An input that limits a node.
  package enum Limit: Sendable, Hashable {
    /// A sector's product, by index.
    case sector(Int)
    /// A commodity, by index into the catalogue.
    case commodity(Int)
  }
}

/// An overlay commodity in one importer.
package struct CommodityMeasures: Sendable {
  /// Index into the catalogue.
  package let commodity: Int
  /// Code of the importer.
  package let importer: String
  /// Table region of the importer.
  package let region: Int
  /// Shares of its supply by origin before the shock, largest first.
  package let dependency: [(origin: String, share: Double)]
  /// Physical shortfall before releases over use, mean of the horizon.
  package let shortfallShare: Double
  /// Users' stock at the start, days of use.
  package let stockDaysStart: Double
  /// Lowest users' stock, days of use.
  package let stockDaysLowest: Double
  /// The first day that has it.
  package let lowestDay: Int
  /// Days that end with users' stock under the minimum operating stock, or under what a step uses.
  package let shortDays: Int
  /// The first of them; nil if there is none.
  package let firstShortDay: Int?
  /// Users' stock at the end, days of use.
  package let stockDaysEnd: Double
  /// Released from stockpiles, units.
  package let released: Double
  /// Use given up by restraint, units.
  package let restrained: Double
  /// Value added of the products that this use would have made over GDP, in no loss; nil if the region
  /// has no GDP.
  package let forgoneShare: Double?
  /// Highest price over base less 1; nil if no price is computed.
  package let priceChangePeak: Double?
  /// Mean price over base less 1; nil if no price is computed.
  package let priceChangeMean: Double?
  /// Price before the shock, USD per unit; nil if no price is computed.
  package let priceBase: Double?
  /// Imports before the shock, of users without a node in the table too, units a day.
  package let importsBefore: Double
  /// The fewest imports of a day, units a day.
  package let importsLowest: Double
}

/// What a scenario stops of an overlay commodity's world or bloc market.
package struct MarketMeasures: Sendable {
  /// Index into the catalogue.
  package let commodity: Int
  /// Supply of the market, units a day.
  package let supply: Double
  /// The most of baseline purchases that cannot reach the market on a day, units a day.
  package let blockedPeak: Double
  /// Days on which any cannot.
  package let blockedDays: Int
}
