import Scenarios
import Testing

@testable import Quantities

@Suite struct CalendarDateTests {
  @Test func serialNumbersReturn() {
    for serial in stride(from: -719_162, through: 2_932_896, by: 97) {
      let date = CalendarDate(daysSinceEpoch: serial)
      let (year, month, day) = date.components
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(CalendarDate(date.description) == date)
    }
  }

  @Test func daysFollowEachOther() {
    var last = CalendarDate(year: 1899, month: 12, day: 31)
    for year in 1900...2101 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          let date = CalendarDate(year: year, month: month, day: day)
          #expect(date == last?.adding(days: 1))
          last = date
        }
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-02", 20_514),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ]) func knownSerialNumbers(_ text: String, _ serial: Int) {
    #expect(CalendarDate(text)?.daysSinceEpoch == serial)
    #expect(CalendarDate(daysSinceEpoch: serial).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00",
    "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "",
    "2026-01", "２０２６-01-01", "2026-01-01-01",
  ]) func refused(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test func orderAndDifferenceAgree() {
    let early = CalendarDate(daysSinceEpoch: 20_000)
    for days in [0, 1, 365, 36_500] {
      #expect(early.adding(days: days).days(since: early) == days)
      #expect((early < early.adding(days: days)) == (days > 0))
    }
  }
}
