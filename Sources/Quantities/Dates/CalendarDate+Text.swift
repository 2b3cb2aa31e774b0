extension CalendarDate: Comparable, CustomStringConvertible {
  /// Makes a date from year (1 to 9999), month and day; nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else { return nil }
    // Years start in March, so that the leap day is a year's last; eras of 400 years have 146,097 days
    // (Hinnant, "chrono-compatible low-level date algorithms"). Year 1 or later: no negative eras.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: era * 146_097 + dayOfEra - CalendarDate.epoch)
  }

  /// Reads `2026-03-02`; nil if it is not written so or there is no such day.
  package init?(_ text: String) {
    guard let parts = CalendarDate.parts(text) else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// The numbers of a text that looks like `2026-03-02`, whether or not there is such a day.
  package static func parts(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map({ $0.utf8.count }) == [4, 2, 2] else { return nil }
    guard text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }) else { return nil }
    guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    return (year, month, day)
  }

  /// Year, month and day.
  package var components: (year: Int, month: Int, day: Int) {
    let days = daysSinceEpoch + CalendarDate.epoch
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The date as `2026-03-02`.
  package var description: String {
    let (year, month, day) = components
    return [(year, 4), (month, 2), (day, 2)].map { number, width in
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined(separator: "-")
  }

  /// The date a number of days later.
  package func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// Days from another date to this one.
  package func days(since other: CalendarDate) -> Int { daysSinceEpoch - other.daysSinceEpoch }

  /// Whether a date is earlier than another.
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    a.daysSinceEpoch < b.daysSinceEpoch
  }

  /// Number of days of a month, 28 to 31.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days from 1 March of year 0 to 1 January 1970.
  private static let epoch = 719_468
}
