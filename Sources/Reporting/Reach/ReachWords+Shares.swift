internal import Commodities
internal import Diagnostics
internal import Propagation
internal import Quantities
internal import Scenarios

extension ReachWords {
  /// What differs by less is taken to be meant, a share of imports.
  private static let near = 0.05

  /// What a closure states of commodities that it does not fit, or of several at a time.
  func statedWays(of lever: AnyLever, _ acting: [Touch], path: String) -> [ReachProblem] {
    guard let closure = lever.as(Closure.self) else { return [] }
    let acted = Set(acting.compactMap { $0.effect.commodity }).sorted()
    return otherShare(closure, path: path) + sharedShares(closure, acted, path: path)
      + sharedCapacities(closure, acted, path: path) + untakenWay(closure, acted, path: path)
  }

  /// A longer way by sea that the figures know and the closure lets nothing take.
  private func untakenWay(
    _ closure: Closure, _ acted: [Int], path: String
  ) -> [ReachProblem] {
    guard closure.detour == nil, closure.by > 0 else { return [] }
    let ways = acted.compactMap { index -> (strait: Commodity.Chokepoint, days: Double)? in
      let strait = commodities[index].chokepoints.first { $0.name == closure.chokepoint }
      guard let strait, let days = strait.detourDays?.value else { return nil }
      return (strait, days)
    }
    guard let longest = ways.max(by: { $0.days < $1.days }) else { return [] }
    let (strait, days) = (longest.strait, Int(longest.days.rounded(.up)))
    return [.nothingGoesAround(path, Bilingual(strait.name, strait.nameJa), days: days)]
  }

  /// A share of a commodity that does not pass.
  private func otherShare(_ closure: Closure, path: String) -> [ReachProblem] {
    guard let index = closure.shareOf, !closure.shareThrough.isEmpty,
      !commodities[index].chokepoints.contains(where: { $0.name == closure.chokepoint })
    else { return [] }
    let (name, place) = (commodities[index], closure.chokepoint)
    return [
      .actsInPart(
        path,
        Bilingual(
          "`\(name.name)` does not pass `\(place)` by its figures, so that its `share through` changes nothing",
          "`\(name.nameJa)`は数値の上で `\(place)` を通らず、その `share through` は何も変えません"))
    ]
  }

  /// Ways around whose one stated capacity stands for several commodities counted in its unit.
  private func sharedCapacities(
    _ closure: Closure, _ acted: [Int], path: String
  ) -> [ReachProblem] {
    let stated =
      closure.bypass.map { ("bypass", $0) }
      + (closure.detour.map { [("alternative.capacity", $0.capacity)] } ?? [])
    return stated.compactMap { key, capacity in
      let own = acted.filter { capacity.rate < .infinity && capacity.fits(commodities[$0], at: $0) }
      guard capacity.rate > 0, own.count > 1 else { return nil }
      let names = own.map { Bilingual(commodities[$0].name, commodities[$0].nameJa) }
      return .oneCapacityForSeveral(path, key: key, names)
    }
  }

  /// Importers whose one stated share through a chokepoint stands for commodities with other figures.
  private func sharedShares(
    _ closure: Closure, _ acted: [Int], path: String
  ) -> [ReachProblem] {
    guard closure.shareOf == nil else { return [] }
    return closure.shareThrough.compactMap { stated in
      let own = acted.compactMap { index -> (words: Bilingual, share: Double)? in
        let commodity = commodities[index]
        let importer = commodity.importers.first { $0.code == stated.importer.code }
        guard let share = importer?.shareThrough(closure.chokepoint)?.value else { return nil }
        let percent = NumberFormat.brief(share, as: .percent)
        return (Bilingual("\(commodity.name) \(percent)", "\(commodity.nameJa)\(percent)"), share)
      }
      guard own.count > 1, own.contains(where: { abs($0.share - stated.share) > Self.near }) else {
        return nil
      }
      return .oneShareForSeveral(
        path, importer: stated.importer.code,
        share: NumberFormat.brief(stated.share, as: .percent), own: own.map { $0.words })
    }
  }
}
