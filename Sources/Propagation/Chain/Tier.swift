internal import Commodities
internal import Quantities
internal import Scenarios

extension Overlay {
  /// What makers of a stage buy of the stage before (LEVERS.md A): a link of a chain.
  ///
  /// Makers a, sellers j; arrays are [a][j], [a][j][m], [a][m] or [j][m], the scenario innermost; units of
  /// what is sold, a day.
  package struct Tier: Sendable {
    /// Codes of those who sell.
    package let sellers: [String]
    /// Codes of those who buy, sellers of the next stage all.
    package let makers: [String]
    /// Baseline shares T of sellers in each maker's supply, after what had moved before, [a][j][m].
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
    /// Supply that moves between sellers; their importers are makers.
    let shifts: [Shift]
    var restrictions: [Restriction] = []
    var losses: [CapacityLoss] = []
    var delays: [Delay] = []
    var growths: [Growth] = []

    /// Supply of a stage that a scenario moves.
    struct Move {
      let scenario: Int
      /// Index of its lever in the scenario.
      let entry: Int
      let move: SupplyMove
    }

    /// The maker at a place of the next stage; nil: what it buys is not known.
    func maker(at place: Int) -> Int? { makerOf[place] < 0 ? nil : makerOf[place] }

    /// Whether a scenario moves supply of a maker to a seller.
    func opens(_ maker: Int, _ seller: Int, scenario: Int) -> Bool {
      shifts.contains {
        $0.scenario == scenario && $0.importer == maker && $0.to.contains { $0.origin == seller }
      }
    }

    /// Index of a link in [a][j] arrays.
    func link(_ maker: Int, _ seller: Int) -> Int { maker * sellers.count + seller }
  }

  /// The tiers of a commodity's chain from its first stage on; baseline goes down the chain from what the
  /// importers buy: a maker buys what it sells over its yield.
  ///
  /// `opened` are sellers of a stage that the commodity's files may not have, `moves` what moves there.
  static func tiers(
    of commodity: Commodity, _ overlay: Overlay, opened: (_ stage: Int) -> [String],
    moves: (_ stage: Int) -> [Tier.Move]
  ) -> [Tier] {
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
      let sellers = Set(chain.sellers(of: stage)).union(opened(stage)).sorted()
      let tier = Tier(
        chain, stage: stage, Sellers(commodity: commodity, codes: sellers), places: places,
        made: made, width: m, moves: moves(stage),
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
    _ chain: Commodity.Chain, stage: Int, _ sellers: Sellers, places: [String], made: [Double],
    width m: Int, moves: [Move], spare: Double
  ) {
    let next = chain.stages[stage + 1]
    let makers = places.filter { !chain.links(of: $0, at: stage).isEmpty }
    let links = makers.map { maker in
      sellers.codes.map { seller in
        chain.links(of: maker, at: stage).first { $0.seller == seller }
      }
    }
    let travelDays = links.flatMap { $0.map { Int(($0?.travelDays?.value ?? 0).rounded()) } }
    let yield = next.yield?.value ?? 1
    var bought: [Double] = []
    for maker in makers {
      let place = places.firstIndex(of: maker) ?? 0
      bought += (0..<m).map { made[place * m + $0] / yield }
    }
    var shares = links.flatMap { own in
      own.flatMap { link in [Double](repeating: link?.share.value ?? 0, count: m) }
    }
    let shifts = Self.begin(moves, sellers, makers, bought: bought, width: m, &shares)
    var sold = [Double](repeating: 0, count: sellers.codes.count * m)
    for a in makers.indices {
      for j in sellers.codes.indices {
        for k in 0..<m {
          sold[j * m + k] += bought[a * m + k] * shares[(a * sellers.codes.count + j) * m + k]
        }
      }
    }
    var total = 0
    self.init(
      sellers: sellers.codes, makers: makers, shares: shares, travelDays: travelDays,
      transitOffset: travelDays.map { days in
        defer { total += days }
        return total
      }, yield: yield, stockDays: next.stockDays.value ?? 0,
      minimumDays: next.minimumDays.value ?? 0, spare: spare, bought: bought, sold: sold,
      makerOf: places.map { makers.firstIndex(of: $0) ?? -1 }, shifts: shifts)
  }

  /// The moves in numbers; moves what had moved before the first day (LEVERS.md 0.1).
  private static func begin(
    _ moves: [Move], _ sellers: Sellers, _ makers: [String], bought: [Double], width m: Int,
    _ shares: inout [Double]
  ) -> [Overlay.Shift] {
    moves.flatMap { move -> [Overlay.Shift] in
      let k = move.scenario
      let buyers = makers.indices.filter {
        makers[$0] == move.move.importer.code && bought[$0 * m + k] > 0
      }
      return buyers.map { a in
        let cells = sellers.codes.indices.map { (a * sellers.codes.count + $0) * m + k }
        let own = cells.map { shares[$0] }
        func shift(before: Double) -> Overlay.Shift {
          sellers.shift(
            move.move, buyer: a, code: makers[a], use: bought[a * m + k], shares: own,
            scenario: k, entry: move.entry, before: before)
        }
        let planned = shift(before: 0)
        let available = planned.from.reduce(0) { $0 + own[$1] }
        let moved = move.move.window.from > 0 ? 0 : min(planned.goal(on: 0), available)
        guard moved > 0 else { return planned }
        for seller in planned.from { shares[cells[seller]] -= moved * own[seller] / available }
        for target in planned.to {
          shares[cells[target.origin]] += planned.moved(to: target, from: 0, by: moved)
        }
        return shift(before: moved)
      }
    }
  }
}
