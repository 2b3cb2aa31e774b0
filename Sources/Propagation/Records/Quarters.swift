/// Quarters of a year of 365 days, counted from a run's first day.
package enum Quarters {
  /// Number of quarters that a run of some days begins.
  package static func count(in days: Int) -> Int { (4 * days + 364) / 365 }

  /// First day after a quarter of a run; the last quarter ends with the run.
  package static func end(of quarter: Int, in days: Int) -> Int {
    min(days, 365 * (quarter + 1) / 4)
  }

  /// Days of each quarter of a run, in order.
  package static func days(in days: Int) -> [Range<Int>] {
    (0..<count(in: days)).map { end(of: $0 - 1, in: days)..<end(of: $0, in: days) }
  }
}
