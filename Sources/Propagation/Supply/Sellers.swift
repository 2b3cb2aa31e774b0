internal import Commodities
internal import Scenarios

/// Who sells a commodity, or one of its stages, and whom of them a name means.
struct Sellers {
  let commodity: Commodity
  /// Their codes.
  let codes: [String]

  /// Those that a partner names: a country, or the members of a group.
  func named(_ partner: Partner) -> [Int] {
    let group = commodity.members(of: partner.code)
    return codes.indices.filter { group.contains(codes[$0]) }
  }

  /// Those whose sales to a buyer fall; `shares` are the buyer's, `buyer` its code.
  func displaced(
    _ displaced: Displaced, buyer: String?, to targets: [Int], shares: [Double]
  ) -> [Int] {
    switch displaced {
    case .origin(let partner): return named(partner)
    case .proRata: return Array(codes.indices)
    case .others(let partners):
      let kept = Set(partners.flatMap { named($0) })
      return codes.indices.filter { !kept.contains($0) }
    case .largest:
      let others = codes.indices.filter { codes[$0] != buyer && !targets.contains($0) }
      // The first among equals.
      return others.max { (shares[$0], $1) < (shares[$1], $0) }.map { [$0] } ?? []
    }
  }

  /// A move in the numbers of a buyer, who takes `use` units a day; `shares` are its own.
  func shift(
    _ move: SupplyMove, buyer: Int, code: String?, use: Double, shares: [Double], scenario: Int,
    entry: Int, before: Double = 0
  ) -> Overlay.Shift {
    let to = move.to.flatMap { target in
      let members = named(target.origin)
      return members.map {
        Overlay.Shift.Target(
          origin: $0, part: target.part / Double(members.count),
          most: target.capacity / Double(members.count) / use)
      }
    }
    let most =
      switch move.extent {
      case .unlimited: Double.infinity
      case .share(let share): share
      case .units(let units): units / use
      case .upTo(let share): max(0, share - to.reduce(0) { $0 + shares[$1.origin] })
      }
    return Overlay.Shift(
      importer: buyer, scenario: scenario, entry: entry,
      from: displaced(move.from, buyer: code, to: to.map { $0.origin }, shares: shares), to: to,
      perDay: move.perDay, most: most, builds: move.builds, before: before, window: move.window)
  }
}
