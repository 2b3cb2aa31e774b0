internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// What a batch of preset `sonae` knows of varieties before it runs (MODEL2.md).
struct Varieties: Sendable {
  /// Parameters by scenario.
  let columns: VarietyColumns
  /// Struck nodes.
  let strikes: Strikes
  /// Place in `VarietyState.atHand` of each product that shocks touch; nil: its varieties stay at hand. S.
  let place: [Int?]
  /// Number of touched products.
  let touchedCount: Int
  /// Purchases a day of each touched import by supplier, inputs and final demand, as
  /// `TradeLinks.Import.flowOffset` counts; 0 for imports without restricted suppliers.
  let purchases: [Double]

  init(
    _ columns: VarietyColumns, losses: Losses, links: TradeLinks, economy: Economy,
    width: Int
  ) {
    self.columns = columns
    strikes = Strikes(losses, economy: economy, width: width)
    var count = 0
    var place: [Int?] = []
    for p in 0..<economy.productCount {
      let isTouched =
        columns.hasVarieties[p]
        && (!strikes.products[p].isEmpty
          || links.importsOfProduct[p].contains { !links.imports[$0].cells.isEmpty })
      place.append(isTouched ? count : nil)
      if isTouched { count += 1 }
    }
    self.place = place
    touchedCount = count
    purchases = Varieties.purchases(links, economy: economy)
  }

  private static func purchases(_ links: TradeLinks, economy: Economy) -> [Double] {
    var purchases = [Double](repeating: 0, count: links.flowCount)
    for link in links.imports where !link.cells.isEmpty {
      for (row, i) in economy.suppliers(of: link.product).enumerated() {
        var flow = economy.regionalFinalDemand[i, link.region]
        for j in economy.regionNodes[link.region] {
          flow +=
            economy.requirements[link.product, j] * economy.output[j]
            * economy.supplierShares[i, j]
        }
        purchases[link.flowOffset + row] = flow
      }
    }
    return purchases
  }
}
