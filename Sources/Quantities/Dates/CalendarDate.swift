/// A day of the proleptic Gregorian calendar, without a time or zone.
package struct CalendarDate: Sendable, Hashable, Codable {
  /// Days since 1 January 1970.
  package let daysSinceEpoch: Int

  /// Makes a date from its serial number.
  package init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = daysSinceEpoch
  }
}
