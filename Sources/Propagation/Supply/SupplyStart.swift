internal import Commodities
internal import InputOutputTables
internal import Scenarios

/// Where a scenario's supply of a commodity stands on the first day: after the dependencies that it sets
/// and after what moved and was saved before (LEVERS.md 0.1 and 0.8).
struct SupplyStart {
  /// Shares T, [importer][i].
  private(set) var shares: [Double]
  /// Shares T of home supply without spare capacity, [importer][i]; empty: none.
  private(set) var firm: [Double] = []
  /// Shares T that levers had moved to an origin, [importer][i]; empty: none.
  private(set) var led: [Double] = []
  /// What each effect had moved of an importer's supply, by its place among the scenario's and by importer.
  private(set) var moved: [Key: Moved] = [:]

  /// An effect of the scenario and an importer.
  struct Key: Hashable {
    let effect: Int
    let importer: Int
  }

  /// What an effect had moved before the first day.
  struct Moved {
    /// Share of the importer's supply.
    let share: Double
    /// The importer's shares before it, which say whose sales fell.
    let shares: [Double]
  }

  private let links: OverlayLinks
  private let importers: [Overlay.Importer]

  init(
    _ plan: EffectPlan, commodity: Int, _ links: OverlayLinks, importers: [Overlay.Importer],
    users: [Overlay.User], _ economy: Economy
  ) {
    shares = links.shares
    self.links = links
    self.importers = importers
    for case (_, .share(.set(let share))) in plan.effects where share.commodity == commodity {
      links.setDependency(share, in: &shares)
    }
    for (place, (_, effect)) in plan.effects.enumerated() where effect.commodity == commodity {
      switch effect {
      case .share(.move(let move))
      where move.stage == nil && move.window.from <= 0 && move.builds:
        begin(move, at: place)
      case .use(let saving) where saving.shareBefore > 0:
        begin(saving, users, economy)
      default: break
      }
    }
  }

  /// Moves what had moved.
  private mutating func begin(_ move: SupplyMove, at place: Int) {
    for b in links.importers(named: move.importer) {
      let row = b * links.origins.count
      let own = Array(shares[row..<row + links.origins.count])
      let shift = links.shift(
        move, importer: b, use: importers[b].use, shares: own, scenario: 0, entry: 0)
      let available = shift.from.reduce(0) { $0 + own[$1] }
      let days = min(-move.window.from, move.window.days ?? .max)
      let pace = shift.perDay < .infinity ? shift.perDay * Double(days) : .infinity
      // Of a pace what was reached fades once it is over; a path has faded by itself.
      let left = shift.perDay < .infinity ? shift.left(on: 0) : 1
      let most = min(pace, shift.goal(on: 0), available) * left
      guard most > 0 else { continue }
      moved[Key(effect: place, importer: b)] = Moved(share: most, shares: own)
      let arrived = shift.arrived(of: most)
      for origin in shift.from {
        shares[row + origin] = max(0, shares[row + origin] - arrived * own[origin] / available)
      }
      if !move.hasSpare, firm.isEmpty { firm = shares.map { _ in 0 } }
      if led.isEmpty { led = shares.map { _ in 0 } }
      for target in shift.to {
        let part = shift.moved(to: target, from: 0, by: most)
        shares[row + target.origin] += part
        led[row + target.origin] += part
        if !move.hasSpare { firm[row + target.origin] += part }
      }
    }
  }

  /// Takes what was saved off one seller: (T − r)/(1 − r), the others T/(1 − r); pro rata changes nothing.
  private mutating func begin(_ saving: UseSaving, _ users: [Overlay.User], _ economy: Economy) {
    for b in links.importers(named: saving.importer) {
      let row = b * links.origins.count
      let own = Array(shares[row..<row + links.origins.count])
      let displaced = links.origins(saving.displaced, importer: b, shares: own)
      let held = displaced.reduce(0) { $0 + own[$1] }
      let use = importers[b].users.reduce(0.0) { sum, u in
        let user = users[u]
        let fits = saving.sectors?.contains(economy.product[user.node]) ?? true
        return fits ? sum + user.requirement * economy.output[user.node] : sum
      }
      // Never more than they sell.
      let saved = min(saving.shareBefore * use / importers[b].use, held)
      guard saved > 0, saved < 1 else { continue }
      for i in own.indices {
        let part = displaced.contains(i) ? saved * own[i] / held : 0
        shares[row + i] = (own[i] - part) / (1 - saved)
      }
    }
  }
}

extension OverlayLinks {
  /// A move in the numbers of an importer; `shares` are its own.
  func shift(
    _ move: SupplyMove, importer b: Int, use: Double, shares: [Double], scenario: Int, entry: Int,
    before: Double = 0
  ) -> Overlay.Shift {
    sellers.shift(
      move, buyer: b, code: code(of: b), use: use, shares: shares, scenario: scenario,
      entry: entry, before: before)
  }

  /// Origins whose sales to an importer fall; `shares` are its own.
  func origins(_ displaced: Displaced, importer b: Int, shares: [Double]) -> [Int] {
    sellers.displaced(displaced, buyer: code(of: b), to: [], shares: shares)
  }

  private var sellers: Sellers { Sellers(commodity: commodity, codes: origins) }
}
