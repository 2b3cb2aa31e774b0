internal import Scenarios

/// What a lever of a scenario costs someone in a part of a year, USD.
package struct LedgerLine: Sendable, Hashable {
  /// Index of the lever in the scenario's levers.
  package let entry: Int
  /// Who pays, such as `government:JPN`.
  package let payer: String
  /// Whether it buys something that keeps its worth: a cost of no year but of its capital.
  package let isAsset: Bool
  /// Calendar year; the year of the run, from 1, where the scenario has no dates.
  package let year: Int
  /// Year of the run, from 0; less before it.
  package let yearOfRun: Int
  /// Days of the part since the lever began.
  package let days: Int
  /// USD; a receipt is less than 0.
  package let cost: Double
}

/// Keeps the ledger of a batch while it runs: payer by lever by year.
struct LedgerRecorder: Sendable {
  private let calendars: [LedgerCalendar]
  /// Where each item's parts start in `costs`.
  private let offsets: [Int]
  /// USD by item and part.
  private var costs: [Double]

  /// Opens the ledger, with what was paid before the first day.
  init(_ batch: CompiledBatch) {
    var first = [Int](repeating: 0, count: batch.width)
    for item in batch.ledger where item.hasPast {
      first[item.scenario] = min(first[item.scenario], item.window.from)
    }
    let calendars =
      batch.ledger.isEmpty
      ? [] : zip(batch.scenarios, first).map { LedgerCalendar($0, from: $1) }
    self.calendars = calendars
    var total = 0
    offsets = batch.ledger.map { item in
      defer { total += calendars[item.scenario].parts.count }
      return total
    }
    costs = [Double](repeating: 0, count: total)
    for (index, item) in batch.ledger.enumerated() where item.hasPast {
      let overlay = item.overlay.map { batch.overlays[$0] }
      for (place, part) in calendars[item.scenario].parts.enumerated() where part.first < 0 {
        for day in part.first..<min(0, part.end) {
          costs[offsets[index] + place] += item.before(day, overlay)
        }
      }
    }
  }

  /// Adds a step of the scenarios whose weight, days, is above 0.
  mutating func add(
    _ moment: Moment, _ state: borrowing State, _ batch: CompiledBatch, weight: [Double]
  ) {
    for (index, item) in batch.ledger.enumerated() where weight[item.scenario] > 0 {
      let amount = item.perDay(moment.day, state, batch)
      guard amount != 0 else { continue }
      costs[offsets[index] + calendars[item.scenario].part(of: moment.day)] +=
        amount * weight[item.scenario]
    }
  }

  /// The lines of one scenario of the batch.
  func lines(of k: Int, _ batch: CompiledBatch) -> [LedgerLine] {
    batch.ledger.indices.filter { batch.ledger[$0].scenario == k }.flatMap { index in
      let item = batch.ledger[index]
      return calendars[k].parts.enumerated().map { place, part in
        LedgerLine(
          entry: item.entry, payer: item.payer, isAsset: item.isAsset, year: part.year,
          yearOfRun: part.ofRun, days: max(0, part.end - max(part.first, item.window.from)),
          cost: costs[offsets[index] + place])
      }
    }
  }
}

extension LedgerItem {
  /// Whether anything was paid before the first day.
  fileprivate var hasPast: Bool {
    guard window.from < 0 else { return false }
    switch amount {
    case .moved, .saved, .flat, .purchase, .difference, .gap: return true
    case .scarce, .released, .refilled, .insured, .path, .shield: return false
    }
  }
}
