internal import ComparativeStatics
package import InputOutputTables
internal import Synchronization

/// The price model of one economy for many runs: factored once, when the first of them needs it.
package final class PriceBase: Sendable {
  private let table: InputOutputTable
  private let buyers: ConsumerPrices.Buyers
  private let model = Mutex<PriceModel??>(nil)

  /// Makes the base of a table's prices; nothing is factored yet.
  package init(_ table: InputOutputTable) {
    self.table = table
    buyers = ConsumerPrices.Buyers(table)
  }

  /// Change of consumer prices by region where costs of a unit of output rise by node; nil if the table's
  /// I − A is singular.
  func consumerPriceChange(extraCost: [Double]) -> [Double]? {
    guard let change = prices?.priceChange(extraCost: extraCost) else { return nil }
    return ConsumerPrices(priceChange: change, in: table, buyers).change
  }

  /// The price model; nil if the table's I − A is singular.
  private var prices: PriceModel? {
    model.withLock { known in
      if let known { return known }
      let made = (try? LeontiefModel(table)).map(PriceModel.init)
      known = made
      return made
    }
  }
}
