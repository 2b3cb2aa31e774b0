internal import InputOutputTables
internal import Scenarios

// Releases of strategic stocks (step 7).
extension InventoryModel {
  /// Released to an importer's users today, units a day: u = min(rate, V/Δt, shortfall).
  func release(
    _ b: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, short: Double,
    at moment: Moment
  ) -> Double {
    var released = 0.0
    let step = batch.conventions.step
    for (index, pile) in overlay.stockpiles.enumerated()
    where pile.importer == b && pile.scenario == k {
      guard isOpen(index, pile, overlay, &s, short: short, at: moment) else { continue }
      let amount = min(pile.rate, s.stockpileVolume[index] / step, short - released)
      s.stockpileVolume[index] = max(0, s.stockpileVolume[index] - amount * step)
      s.drawn[index] = amount
      released += amount
    }
    return released
  }

  private func isOpen(
    _ index: Int, _ pile: Overlay.Stockpile, _ overlay: Overlay, _ s: inout OverlayState,
    short: Double, at moment: Moment
  ) -> Bool {
    if s.stockpileStart[index] < 0 {
      switch pile.trigger {
      case .day(let first):
        if moment.day >= first { s.stockpileStart[index] = first }
      case .shortfall(let above, let days):
        let isAbove = short > above * overlay.importers[pile.importer].use
        s.stepsAboveTrigger[index] = isAbove ? s.stepsAboveTrigger[index] + 1 : 0
        if s.stepsAboveTrigger[index] >= days * moment.stepsPerDay {
          s.stockpileStart[index] = moment.day
        }
      }
    }
    let start = s.stockpileStart[index]
    guard start >= 0 else { return false }
    return pile.days.map { moment.day < start + $0 } ?? true
  }
}
