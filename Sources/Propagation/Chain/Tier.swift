internal import Commodities
internal import Quantities
internal import Scenarios

extension Overlay {
  /// What makers buy of a stage (LEVERS.md A), its index that of the stage in the chain.
  ///
  /// Makers a, sellers j; arrays are [a][j], [a][j][m], [a][m] or [j][m], the scenario innermost; units of
  /// what is sold, a day.
  package struct Tier: Sendable {
    /// Codes of those who sell.
    package let sellers: [String]
    /// Those who buy, each a seller of a stage that is made of this one.
    package let makers: [Maker]
    /// Baseline shares T of sellers in each maker's supply, after what had moved before, [a][j][m].
    let shares: [Double]
    /// Days on the way, [a][j], whole, and where each link's ring starts, in days.
    let travelDays: [Int]
    let transitOffset: [Int]
    /// Spare capacity of every seller over its baseline.
    let spare: Double
    /// What makers buy at baseline, [a][m].
    package let bought: [Double]
    /// What sellers sell at baseline, [j][m].
    package let sold: [Double]
    /// What sellers need to make it; none: what they buy is not known.
    var inputs: [Input] = []
    /// Supply that moves between sellers; their importers are makers.
    let shifts: [Shift]
    var restrictions: [Restriction] = []
    var losses: [CapacityLoss] = []
    /// Reviews.
    package internal(set) var delays: [Delay] = []
    var growths: [Growth] = []

    /// Who buys a stage to make another.
    package struct Maker: Sendable {
      /// The country.
      package let code: String
      /// Index of the tier that sells what it makes; nil: importers buy it.
      package let product: Int?
      /// Its place among the sellers of that.
      package let place: Int
      /// Units made of a unit bought.
      package let yield: Double
      /// Its stock of what it buys, and the least of it, in days of use.
      let stockDays: Double
      let minimumDays: Double
    }

    /// A tier that sellers of a later stage buy from.
    struct Input: Sendable {
      let tier: Int
      /// Index of the maker at each place among those sellers; −1: what it buys is not known.
      let makerOf: [Int]

      /// The maker at a place; nil: what it buys is not known.
      func maker(at place: Int) -> Int? { makerOf[place] < 0 ? nil : makerOf[place] }
    }

    /// Supply of a stage that a scenario moves.
    struct Move {
      let scenario: Int
      /// Index of its lever in the scenario.
      let entry: Int
      let move: SupplyMove
    }

    /// Whether a scenario moves supply of a maker to a seller.
    func opens(_ maker: Int, _ seller: Int, scenario: Int) -> Bool {
      shifts.contains {
        $0.scenario == scenario && $0.importer == maker && $0.to.contains { $0.origin == seller }
      }
    }

    /// Index of a link in [a][j] arrays.
    package func link(_ maker: Int, _ seller: Int) -> Int { maker * sellers.count + seller }
  }

  /// Adds the tiers of a commodity's chain; baseline goes down the chain from what the importers buy: a maker
  /// buys what it sells over its yield.
  ///
  /// `opened` are sellers of a stage that the commodity's files may not have, `moves` what moves there.
  mutating func addTiers(
    of commodity: Commodity, opened: (_ stage: Int) -> [String],
    moves: (_ stage: Int) -> [Tier.Move]
  ) {
    let chain = commodity.chain
    guard !chain.isEmpty else { return }
    let last = Tier.Made(
      stage: chain.stages.count - 1, product: nil, places: origins,
      amounts: origins.indices.flatMap { i in
        (0..<width).map { k in
          importers.indices.reduce(0) {
            $0 + importers[$1].use * shares[link($1, i) * width + k]
          }
        }
      })
    var made = [last]
    var found: [Tier] = []
    for stage in chain.stages.indices.dropLast().reversed() {
      let sellers = Set(chain.sellers(of: stage)).union(opened(stage)).sorted()
      let tier = Tier(
        chain, stage: stage, Sellers(commodity: commodity, codes: sellers), made: made,
        width: width, moves: moves(stage),
        spare: chain.stages[stage].spare?.value ?? spareCapacity)
      found.append(tier)
      made.append(
        Tier.Made(stage: stage, product: stage, places: tier.sellers, amounts: tier.sold))
    }
    tiers = found.reversed()
    inputs = inputs(of: last, chain)
    for index in tiers.indices {
      tiers[index].inputs = inputs(of: made[tiers.count - index], chain)
    }
  }

  /// What sellers of a stage buy.
  private func inputs(of made: Tier.Made, _ chain: Commodity.Chain) -> [Tier.Input] {
    chain.stages[made.stage].inputs.map { input in
      Tier.Input(
        tier: input.stage,
        makerOf: made.places.indices.map { place in
          tiers[input.stage].makers.firstIndex {
            $0.product == made.product && $0.place == place
          } ?? -1
        })
    }
  }
}

extension Overlay.Tier {
  /// What sellers of a stage make at baseline.
  fileprivate struct Made {
    let stage: Int
    /// Index of its tier; nil: the last.
    let product: Int?
    let places: [String]
    /// Units a day, [place][m].
    let amounts: [Double]
  }

  fileprivate init(
    _ chain: Commodity.Chain, stage: Int, _ sellers: Sellers, made: [Made], width m: Int,
    moves: [Move], spare: Double
  ) {
    var makers: [Maker] = []
    var bought: [Double] = []
    for own in made {
      for input in chain.stages[own.stage].inputs where input.stage == stage {
        let yield = input.yield.value ?? 1
        for (place, code) in own.places.enumerated()
        where !chain.links(of: code, at: stage).isEmpty {
          makers.append(
            Maker(
              code: code, product: own.product, place: place, yield: yield,
              stockDays: input.stockDays.value ?? 0, minimumDays: input.minimumDays.value ?? 0))
          bought += (0..<m).map { own.amounts[place * m + $0] / yield }
        }
      }
    }
    let links = makers.map { maker in
      sellers.codes.map { seller in
        chain.links(of: maker.code, at: stage).first { $0.seller == seller }
      }
    }
    let travelDays = links.flatMap { $0.map { Int(($0?.travelDays?.value ?? 0).rounded()) } }
    var shares = links.flatMap { own in
      own.flatMap { link in [Double](repeating: link?.share.value ?? 0, count: m) }
    }
    let shifts = Self.begin(
      moves, sellers, makers.map { $0.code }, bought: bought, width: m, &shares)
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
      }, spare: spare, bought: bought, sold: sold, shifts: shifts)
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
        for seller in planned.from {
          shares[cells[seller]] = max(0, shares[cells[seller]] - moved * own[seller] / available)
        }
        for target in planned.to {
          shares[cells[target.origin]] += planned.moved(to: target, from: 0, by: moved)
        }
        return shift(before: moved)
      }
    }
  }
}
