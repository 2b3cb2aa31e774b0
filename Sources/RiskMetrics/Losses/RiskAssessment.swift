package import Commodities
internal import InputOutputTables
package import Propagation
package import Scenarios

/// What a scenario costs: measures by region, node and commodity.
package struct RiskAssessment: Sendable {
  /// Number of days.
  package let days: Int
  /// Regions in the table's order.
  package internal(set) var regions: [RegionMeasures]
  /// Nodes, the largest value-added loss first.
  package let nodes: [NodeMeasures]
  /// Commodities by importer.
  package let commodities: [CommodityMeasures]
  /// Markets of commodities that have one.
  package let markets: [MarketMeasures]
  /// What levers cost whom, USD.
  package let ledger: [LedgerLine]
  /// World output lost over baseline output.
  package let worldOutputLossShare: Double
  /// Whether output ends far below its start without an end of the fall in sight.
  package let signs: [Instability]

  /// A sign that a result is not to be trusted as it stands.
  package enum Instability: Sendable, Hashable {
    /// Output of a region ends under half of its start.
    case collapse(region: Int, share: Double)
    /// Output of a region swings up and down without a shock in force.
    case oscillation(region: Int, amplitude: Double)
  }

  /// Assesses scenario `number` of a batch; `prices` belongs to the batch's economy.
  package init(
    _ accounts: Accounts, batch: CompiledBatch, number: Int, scenario: Scenario,
    commodities catalogue: [Commodity], prices base: PriceBase
  ) {
    let economy = batch.economy
    let losses = LossAccounts(accounts, economy: economy)
    // What other scenarios of the batch name is not part of this one.
    let prices = batch.overlays.enumerated().map { index, overlay in
      overlay.isNamed[number]
        ? MarketPrice(
          overlay, series: accounts.overlays[index].price, days: scenario.horizon, number: number)
        : nil
    }
    let effects = PriceEffects(
      economy, scenario: scenario, number: number, prices: prices, batch: batch,
      accounts: accounts, catalogue: catalogue, base: base)
    days = scenario.horizon
    regions = (0..<economy.regionCount).map { region in
      var measures = losses.measures(of: region)
      measures.importBillChangeShare = effects.bills.changeShare[region]
      measures.importBillAtBaseVolumeShare = effects.bills.baseVolumeShare[region]
      measures.consumerPriceChange = effects.consumerPriceChange[region]
      measures.hasImportCost = effects.hasImportCost(of: region)
      return measures
    }
    nodes = losses.nodes(batch: batch)
    let named = prices.enumerated().compactMap { index, price in
      price.map {
        CommodityAccounts(
          batch.overlays[index], accounts: accounts.overlays[index], price: $0, number: number,
          width: batch.width, days: accounts.days)
      }
    }
    commodities = named.flatMap { $0.measures(economy: economy) }
    ledger = accounts.ledger
    markets = named.compactMap { $0.market }
    worldOutputLossShare = losses.worldLossShare
    signs = (0..<economy.regionCount).compactMap { losses.instability(of: $0) }
  }
}
