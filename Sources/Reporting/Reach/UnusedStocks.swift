package import Commodities
package import Diagnostics
internal import RiskMetrics
internal import Scenarios

/// Stocks that a file lets be given and that no case draws on: nobody who may have them is short.
package enum UnusedStocks {
  /// What may be given, and to whom.
  private struct Offer: Equatable {
    let commodity: Int
    let holders: [String]

    /// A release or a pool; nil for anything else. Industry's own stock is drawn, not given.
    init?(_ lever: AnyLever) {
      if let release = lever.as(Release.self), release.kind != .industry {
        commodity = release.commodity
        holders =
          release.coordination.map { $0.members.map { $0.code } }
          ?? release.holders.map { $0.holder.code }
      } else if let pool = lever.as(Pool.self) {
        commodity = pool.commodity
        holders = pool.members.map { $0.code }
      } else {
        return nil
      }
    }
  }

  /// A warning for each that gives nothing in any of all the cases of a file, in the file's order.
  package static func messages(
    _ results: [ScenarioResult], _ commodities: [Commodity]
  ) -> [Diagnostic] {
    var entries: [(entry: LeverEntry, offer: Offer, given: Double)] = []
    for result in results {
      for entry in result.scenario.levers where entry.list == .responses {
        guard let offer = Offer(entry.lever) else { continue }
        let own = result.assessment.commodities.filter {
          $0.commodity == offer.commodity && offer.holders.contains($0.importer)
        }
        // Whoever is no importer with figures is told of where the lever finds nothing.
        guard !own.isEmpty else { continue }
        let given = own.reduce(0) { $0 + $1.released }
        // A case may have another response in its place.
        let known = entries.firstIndex {
          $0.entry.index == entry.index && $0.offer == offer
        }
        if let known {
          entries[known].given += given
        } else {
          entries.append((entry, offer, given))
        }
      }
    }
    return entries.filter { $0.given == 0 }.map { entry, offer, _ in
      let commodity = commodities[offer.commodity]
      return Diagnostic(
        .warning,
        ReachProblem.givesNothing(
          "responses[\(entry.index)]", commodity: Bilingual(commodity.name, commodity.nameJa),
          holders: offer.holders),
        at: entry.place)
    }
  }
}
