extension CalendarDate {
  /// Number of days of a year of the Gregorian calendar, 365 or 366.
  package static func days(ofYear year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return isLeap ? 366 : 365
  }
}
