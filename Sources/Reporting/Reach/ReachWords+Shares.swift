internal import Commodities
internal import Diagnostics
internal import Propagation
internal import Quantities
internal import Scenarios

extension ReachWords {
  /// What differs by less is taken to be meant, a share of imports.
  private static let near = 0.05

  /// Importers whose one stated share through a chokepoint stands for commodities with other figures.
  func sharedShares(of lever: AnyLever, _ acting: [Touch], path: String) -> [ReachProblem] {
    guard let closure = lever.as(Closure.self), closure.shareOf == nil else { return [] }
    let acted = Set(acting.compactMap { $0.effect.commodity }).sorted()
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
