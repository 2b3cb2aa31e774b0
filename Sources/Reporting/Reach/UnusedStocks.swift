package import Commodities
package import Diagnostics
internal import RiskMetrics
internal import Scenarios

/// Stocks that a file lets be given and that no case draws on: nobody who may have them is short, or they do
/// not open.
package enum UnusedStocks {
  /// What may be given, to whom and when.
  private struct Offer {
    let commodity: Int
    let holders: [String]
    /// Units; infinite: all that the figures state.
    let volume: Double
    let trigger: StockRelease.Trigger
    /// Days from the stock to its users.
    let travelDays: Int
    /// Whether whoever is short has a part of what is given.
    let isForAll: Bool

    /// A release or a pool; nil for anything else. Industry's own stock is drawn, not given.
    init?(_ lever: AnyLever) {
      if let release = lever.as(Release.self), release.kind != .industry {
        commodity = release.commodity
        holders =
          release.coordination.map { $0.members.map { $0.code } }
          ?? release.holders.map { $0.holder.code }
        volume =
          release.coordination.map { $0.total }
          ?? release.holders.reduce(0) { $0 + ($1.volume ?? .infinity) }
        trigger = release.trigger
        travelDays = 0
        isForAll = release.coordination == nil
      } else if let pool = lever.as(Pool.self) {
        commodity = pool.commodity
        holders = pool.members.map { $0.code }
        volume = pool.volume
        trigger = pool.trigger
        travelDays = pool.travelDays
        isForAll = pool.rule != .entitlement
      } else {
        return nil
      }
    }

    func isOfTheSame(as other: Offer) -> Bool {
      commodity == other.commodity && holders == other.holders
    }
  }

  /// An entry's offer over the cases that have it.
  private struct Entry {
    let entry: LeverEntry
    let offer: Offer
    var given: Double
    var reasons: [UnusedReason]
  }

  /// A warning for each that gives nothing in any of all the cases of a file, in the file's order.
  package static func messages(
    _ results: [ScenarioResult], _ commodities: [Commodity]
  ) -> [Diagnostic] {
    var entries: [Entry] = []
    for result in results {
      for entry in result.scenario.levers where entry.list == .responses {
        guard let offer = Offer(entry.lever) else { continue }
        let own = result.assessment.commodities.filter {
          $0.commodity == offer.commodity && offer.holders.contains($0.importer)
        }
        // Whoever is no importer with figures is told of where the lever finds nothing.
        guard !own.isEmpty else { continue }
        let given = own.reduce(0) { $0 + $1.released }
        let reasons = reason(offer, own, in: result.scenario).map { [$0] } ?? []
        // A case may have another response in its place.
        let known = entries.firstIndex {
          $0.entry.index == entry.index && $0.offer.isOfTheSame(as: offer)
        }
        if let known {
          entries[known].given += given
          entries[known].reasons += reasons
        } else {
          entries.append(Entry(entry: entry, offer: offer, given: given, reasons: reasons))
        }
      }
    }
    return entries.compactMap { entry in
      guard entry.given == 0, let reason = UnusedReason(entry.reasons) else { return nil }
      let why = reason.words(of: commodities[entry.offer.commodity], entry.offer.holders)
      return Diagnostic(
        .warning, ReachProblem.givesNothing("responses[\(entry.entry.index)]", why),
        at: entry.entry.place)
    }
  }

  /// Why a case gives nothing of an offer; nil where the file's reader has said it: it starts too late.
  private static func reason(
    _ offer: Offer, _ own: [CommodityMeasures], in scenario: Scenario
  ) -> UnusedReason? {
    if case .day(let first) = offer.trigger, first >= scenario.horizon { return nil }
    // Days of use that a government has bought are in its releases.
    let isFilled = scenario.levers.contains { entry in
      entry.lever.as(Stockpile.self).map {
        !$0.isWithUsers && $0.commodity == offer.commodity
          && offer.holders.contains($0.holder.code)
      } ?? false
    }
    if offer.volume == 0, !isFilled { return .empty }
    if own.allSatisfy({ $0.shortfallShare == 0 }) { return .nobodyShort }
    switch offer.trigger {
    case .day(let first):
      if first + offer.travelDays >= scenario.horizon { return .late(horizon: scenario.horizon) }
      return offer.travelDays == 0 && offer.isForAll ? .nobodyShort : .reachesNobody
    case .shortfall: return .closed
    case .price(let above, _):
      guard let peak = own.compactMap({ $0.priceChangePeak }).max(), peak <= above else {
        return .closed
      }
      return .priceBelow(above: above, peak: peak)
    }
  }
}
