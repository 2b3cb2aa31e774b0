internal import Quantities
internal import Scenarios

/// The years of a scenario's ledger: calendar years, and years of the run for what is discounted.
struct LedgerCalendar: Sendable {
  /// Days of one calendar year and one year of the run.
  struct Part: Sendable {
    let first: Int
    /// The first day after it.
    let end: Int
    /// Calendar year; the year of the run, from 1, where the scenario has no dates.
    let year: Int
    /// Year of the run, from 0; less before it.
    let ofRun: Int
  }

  /// Parts, the earliest first.
  private(set) var parts: [Part] = []

  /// The years from a day, the run's first or one before it, to the horizon.
  init(_ scenario: Scenario, from first: Int) {
    var day = min(0, first)
    while day < scenario.horizon {
      let ofRun = (day >= 0 ? day : day - 364) / 365
      var end = min(scenario.horizon, 365 * (ofRun + 1))
      var year = ofRun + 1
      if let start = scenario.start {
        year = start.adding(days: day).components.year
        let next = CalendarDate(year: year + 1, month: 1, day: 1)
        end = min(end, next?.days(since: start) ?? end)
      }
      parts.append(Part(first: day, end: end, year: year, ofRun: ofRun))
      day = end
    }
  }

  /// Place of the part that holds a day of the run.
  func part(of day: Int) -> Int { parts.firstIndex { day < $0.end } ?? parts.count - 1 }
}
