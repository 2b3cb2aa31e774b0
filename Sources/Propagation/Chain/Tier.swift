internal import Commodities
internal import Quantities

extension Overlay {
  /// What makers of a stage buy of the stage before (LEVERS.md A): a link of a chain.
  ///
  /// Makers a, sellers j; arrays are [a][j], [a][m] or [j][m], the scenario innermost; units of what is
  /// sold, a day.
  package struct Tier: Sendable {
    /// Codes of those who sell.
    package let sellers: [String]
    /// Codes of those who buy, sellers of the next stage all.
    package let makers: [String]
    /// Shares T of sellers in each maker's supply, [a][j].
    let shares: [Double]
    /// Days on the way, [a][j], whole, and where each link's ring starts, in days.
    let travelDays: [Int]
    let transitOffset: [Int]
    /// Units made of a unit bought.
    let yield: Double
    /// Makers' stock of what they buy, and the least of it, in days of use.
    let stockDays: Double
    let minimumDays: Double
    /// Spare capacity of every seller over its baseline.
    let spare: Double
    /// What makers buy at baseline, [a][m].
    package let bought: [Double]
    /// What sellers sell at baseline, [j][m].
    package let sold: [Double]
    /// Index of the maker at each place among the sellers of the next stage; −1: one without known inputs.
    let makerOf: [Int]
    var restrictions: [Restriction] = []
    var losses: [CapacityLoss] = []

    /// The maker at a place of the next stage; nil: what it buys is not known.
    func maker(at place: Int) -> Int? { makerOf[place] < 0 ? nil : makerOf[place] }

    /// Index of a link in [a][j] arrays.
    func link(_ maker: Int, _ seller: Int) -> Int { maker * sellers.count + seller }
  }

  /// The tiers of a commodity's chain from its first stage on; baseline goes down the chain from what the
  /// importers buy: a maker buys what it sells over its yield.
  static func tiers(of commodity: Commodity, _ overlay: Overlay) -> [Tier] {
    let chain = commodity.chain
    guard !chain.isEmpty else { return [] }
    let m = overlay.width
    var places = overlay.origins
    var made = overlay.origins.indices.flatMap { i in
      (0..<m).map { k in
        overlay.importers.indices.reduce(0) {
          $0 + overlay.importers[$1].use * overlay.shares[overlay.link($1, i) * m + k]
        }
      }
    }
    var tiers: [Tier] = []
    for stage in chain.stages.indices.dropLast().reversed() {
      let next = chain.stages[stage + 1]
      let tier = Tier(
        chain, stage: stage, next: next, places: places, made: made, width: m,
        spare: chain.stages[stage].spare?.value ?? overlay.spareCapacity)
      places = tier.sellers
      made = tier.sold
      tiers.insert(tier, at: 0)
    }
    return tiers
  }
}

extension Overlay.Tier {
  fileprivate init(
    _ chain: Commodity.Chain, stage: Int, next: Commodity.Chain.Stage, places: [String],
    made: [Double], width m: Int, spare: Double
  ) {
    let sellers = chain.sellers(of: stage)
    let makers = places.filter { !chain.links(of: $0, at: stage).isEmpty }
    let links = makers.map { maker in
      sellers.map { seller in
        chain.links(of: maker, at: stage).first { $0.seller == seller }
      }
    }
    let shares = links.flatMap { $0.map { $0?.share.value ?? 0 } }
    let travelDays = links.flatMap { $0.map { Int(($0?.travelDays?.value ?? 0).rounded()) } }
    let yield = next.yield?.value ?? 1
    var bought: [Double] = []
    for maker in makers {
      let place = places.firstIndex(of: maker) ?? 0
      bought += (0..<m).map { made[place * m + $0] / yield }
    }
    var sold = [Double](repeating: 0, count: sellers.count * m)
    for a in makers.indices {
      for j in sellers.indices {
        for k in 0..<m { sold[j * m + k] += bought[a * m + k] * shares[a * sellers.count + j] }
      }
    }
    var total = 0
    self.init(
      sellers: sellers, makers: makers, shares: shares, travelDays: travelDays,
      transitOffset: travelDays.map { days in
        defer { total += days }
        return total
      }, yield: yield, stockDays: next.stockDays.value ?? 0,
      minimumDays: next.minimumDays.value ?? 0, spare: spare, bought: bought, sold: sold,
      makerOf: places.map { makers.firstIndex(of: $0) ?? -1 })
  }
}
