internal import InputOutputTables
internal import Scenarios

// Releases of strategic stocks (step 7).
extension InventoryModel {
  /// Released to an importer's users today, units a day: u = min(rate, V/Δt, shortfall), in turn, each
  /// against what is still short.
  func release(
    _ b: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, short: Double,
    at moment: Moment
  ) -> Double {
    var released = 0.0
    let step = batch.conventions.step
    for (index, pile) in overlay.stockpiles.enumerated()
    where pile.importer == b && pile.scenario == k {
      let price = s.price.isEmpty ? 1 : s.price[overlay.price(of: b) * width + k]
      guard
        pile.trigger.isOpen(
          since: &s.stockpileStart[index], steps: &s.stepsAboveTrigger[index], days: pile.days,
          short: short / overlay.importers[b].use, price: price, at: moment)
      else { continue }
      let amount = min(pile.rate, s.stockpileVolume[index] / step, short - released)
      s.stockpileVolume[index] = max(0, s.stockpileVolume[index] - amount * step)
      s.drawn[index] = amount
      released += amount
    }
    return released
  }
}

extension StockRelease.Trigger {
  /// Whether a stock is open on a day, given the share of use that is short today and the price over its
  /// base of yesterday; sets the day on which it started, −1 before.
  func isOpen(
    since start: inout Int, steps: inout Int, days: Int?, short: Double, price: Double,
    at moment: Moment
  ) -> Bool {
    if start < 0 {
      switch self {
      case .day(let first): if moment.day >= first { start = first }
      case .shortfall(let above, let days):
        steps = short > above ? steps + 1 : 0
        if steps >= days * moment.stepsPerDay { start = moment.day }
      case .price(let above, let days):
        steps = price > 1 + above ? steps + 1 : 0
        if steps >= days * moment.stepsPerDay { start = moment.day }
      }
    }
    guard start >= 0 else { return false }
    return days.map { moment.day < start + $0 } ?? true
  }
}
