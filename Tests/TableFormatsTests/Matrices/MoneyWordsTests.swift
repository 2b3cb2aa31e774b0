import Quantities
import Testing

@testable import TableFormats

@Suite struct MoneyWordsTests {
  @Test(arguments: [
    ("M.EUR", "million EUR"), ("Mill USD", "million USD"), ("Million USD", "million USD"),
    ("millions of US$", "million USD"), ("000 USD", "thousand USD"),
    ("\u{2018}000 US$", "thousand USD"), ("'000 USD", "thousand USD"), ("1000 EUR", "thousand EUR"),
    ("USD", "USD"), ("bn JPY", "billion JPY"), ("MEUR", "million EUR"), ("TJ", "TJ"),
    ("1000 p", "1000 p"), ("big bags of USD", "big bags of USD"), ("", ""),
  ])
  func spellingsOfOneUnitAreOne(_ text: String, _ unit: String) {
    #expect(MoneyWords.unit(text) == unit)
  }

  @Test(arguments: [
    ("(単位:百万円)", "million JPY", 1e6), ("（単位 : 10億円）", "billion JPY", 1e9),
    ("単位：１０億円", "billion JPY", 1e9), ("単位：億円", "100 million JPY", 1e8),
    ("(単位：千円)", "thousand JPY", 1e3), ("単位：兆円", "trillion JPY", 1e12),
    ("(単位：万円)", "10000 JPY", 1e4), ("(in millions of yen)", "million JPY", 1e6),
  ])
  func unitsInYenAreRead(_ heading: String, _ unit: String, _ base: Double) throws {
    #expect(MoneyWords.yen(in: heading) == unit)
    let read = try #require(Unit.tableMoney(unit))
    #expect(read.currency == "JPY" && read.multiplier / read.divisor == base)
  }

  @Test func aHeadingWithoutUnitHasNone() {
    #expect(MoneyWords.yen(in: "産業連関表") == nil && MoneyWords.yen(in: "単位：トン") == nil)
  }
}
