internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// What a batch of preset `sonae` knows of varieties before it runs (MODEL2.md).
struct Varieties: Sendable {
  /// Parameters by scenario.
  let columns: VarietyColumns
  /// Struck nodes.
  let strikes: Strikes
  /// Place among the products that shocks touch; nil: its varieties stay at hand. S.
  let place: [Int?]
  /// Number of touched products.
  let touchedCount: Int
  /// Whether what is at hand of a product is kept user by user in eight scenarios each, S × ⌈m/8⌉: 1 with
  /// several struck suppliers in a scenario or with measured losses. Otherwise what a user misses is its
  /// share of the struck supplier times what has bitten in the user's sector, unless it has lost links.
  let byUser: [[Int32]]
  /// What is known of six users at a time, `SONAE_ANY_CUT` and the others, S × ⌈n/6⌉.
  let sixes: [UInt8]
  /// Users whom starved suppliers of a product limit in any scenario, in the order of nodes, S.
  let chained: [[Range<Int>]]
  /// Place in `VarietyState.atHand` of each product that needs one, S.
  let userPlace: [Int?]
  /// Number of those.
  let byUserCount: Int
  /// Purchases a day of each touched import by supplier, inputs and final demand, as
  /// `TradeLinks.Import.flowOffset` counts; 0 for imports without restricted suppliers.
  let purchases: [Double]

  /// `inverse`: 1 over requirements, 0 where an input never binds, S × n. `isPacked`: the batch's
  /// products run by packed shares.
  init(
    _ columns: VarietyColumns, losses: Losses, links: TradeLinks, economy: Economy,
    inverse: [Double], width: Int, isPacked: Bool
  ) {
    self.columns = columns
    let strikes = Strikes(losses, economy: economy, width: width)
    self.strikes = strikes
    byUser = (0..<economy.productCount).map {
      Varieties.byUser($0, strikes, width: width, isPacked: isPacked)
    }
    let isLinked = (0..<economy.productCount).map { links.isRestricted($0) }
    let isTouched = (0..<economy.productCount).map { p in
      columns.hasVarieties(p, products: economy.productCount)
        && (!strikes.products[p].isEmpty || isLinked[p])
    }
    (place, touchedCount) = Varieties.places(isTouched)
    let byUser = byUser
    (userPlace, byUserCount) = Varieties.places(
      isTouched.indices.map { isTouched[$0] && (isLinked[$0] || byUser[$0].contains(1)) })
    sixes = isPacked ? columns.sixes(economy, inverse: inverse) : []
    chained = (0..<economy.productCount).map { Varieties.chained($0, columns, economy) }
    purchases = Varieties.purchases(links, economy: economy)
  }

  private static func byUser(
    _ p: Int, _ strikes: Strikes, width: Int, isPacked: Bool
  ) -> [Int32] {
    let struck = strikes.products[p]
    let lanes = PackedShares.columns
    let groups = (width + lanes - 1) / lanes
    let layers = struck.layers.count / width
    guard
      isPacked, strikes.measured.isEmpty, (1...InventoryModel.mostLayers).contains(layers)
    else { return [Int32](repeating: 1, count: groups) }
    var byUser = [Int32](repeating: 0, count: groups)
    for (cell, supplier) in struck.layers.enumerated() where cell >= width && supplier >= 0 {
      byUser[cell % width / lanes] = 1
    }
    return byUser
  }

  /// Nodes of neighbouring limited sectors are one range.
  private static func chained(
    _ p: Int, _ columns: VarietyColumns, _ economy: Economy
  ) -> [Range<Int>] {
    var users: [Range<Int>] = []
    for u in 0..<economy.productCount where columns.starves[p * economy.productCount + u] {
      let nodes = economy.productStart[u]..<economy.productStart[u + 1]
      if let last = users.last, last.upperBound == nodes.lowerBound {
        users[users.count - 1] = last.lowerBound..<nodes.upperBound
      } else {
        users.append(nodes)
      }
    }
    return users
  }

  /// Counts what is true from 0 on.
  private static func places(_ isCounted: [Bool]) -> ([Int?], Int) {
    var count = 0
    let places = isCounted.map { isCounted -> Int? in
      guard isCounted else { return nil }
      count += 1
      return count - 1
    }
    return (places, count)
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
