internal import ComparativeStatics
package import InputOutputTables
internal import Synchronization

/// The price model of one economy for many runs: made once, when the first of them needs it.
package final class PriceBase: Sendable {
  /// What the runs share.
  private struct Made: Sendable {
    let model: PriceModel
    let buyers: ConsumerPrices.Buyers
  }

  private let table: InputOutputTable
  private let made = Mutex<Made??>(nil)

  /// Makes the base of a table's prices; nothing is factored yet.
  package init(_ table: InputOutputTable) { self.table = table }

  /// Change of consumer prices by region where costs of a unit of output rise by node; nil if the table's
  /// I − A is singular.
  func consumerPriceChange(extraCost: [Double]) -> [Double]? {
    guard let own else { return nil }
    let change = own.model.priceChange(extraCost: extraCost)
    return ConsumerPrices(priceChange: change, in: table, own.buyers).change
  }

  private var own: Made? {
    made.withLock { known in
      if let known { return known }
      let found = (try? LeontiefModel(table)).map {
        Made(model: PriceModel($0), buyers: ConsumerPrices.Buyers(table))
      }
      known = found
      return found
    }
  }
}
