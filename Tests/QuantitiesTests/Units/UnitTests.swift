import Testing

@testable import Quantities

@Suite struct UnitTests {
  @Test(arguments: Unit.all) func conversionReturns(_ unit: Unit) {
    for number in [0.001, 1, 7, 90, 123_456.789] {
      let back = unit.number(fromBase: unit.base(number))
      #expect(abs(back - number) <= 1e-15 * number * 4)
    }
  }

  @Test(arguments: Unit.all) func everySpellingMeansTheSame(_ unit: Unit) {
    for name in [unit.name] + unit.aliases { #expect(Unit.named(name) == unit) }
  }

  @Test func noSpellingMeansTwoUnits() {
    let names = Unit.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Unit.all) func textReadsBack(_ unit: Unit) throws {
    for number in [1, 0.1, 60, 1e-7, 2.5e300] {
      let quantity = Quantity(number: number, unit: unit)
      #expect(try Quantity(quantity.text, accepting: [unit.dimension]) == quantity)
    }
  }

  @Test(arguments: [0.5, 1, 110, 91.25]) func priceLaws(_ x: Double) throws {
    #expect(try base(x, "USD/kg") == 1000 * x)
    #expect(try base(x, "USD/t") == x)
  }

  @Test(arguments: [0.5, 1, 1.3, 80]) func physicalLaws(_ x: Double) throws {
    #expect(try base(x, "mb/d") == base(1000 * x, "kb/d"))
    #expect(try base(x, "Mbbl") == base(1000 * x, "kbbl"))
    #expect(try base(x, "kt") == base(1000 * x, "t"))
    #expect(try base(1000 * x, "kg") == base(x, "t"))
    #expect(try base(365 * x, "t/year") == base(x, "t/d"))
    #expect(abs(try base(x, "million kl") / base(x, "Mbbl") - 6.2898108) < 1e-6)
  }

  @Test(arguments: [1.0, 2, 60]) func timeLaws(_ x: Double) throws {
    #expect(try base(x, "years") == base(365 * x, "days"))
    #expect(try base(x, "weeks") == base(7 * x, "days"))
    #expect(abs(try base(365 * x, "points a year") - base(x, "points a day")) < 1e-15)
  }

  @Test func percentIsExact() throws {
    #expect(try base(90, "%") == 0.9)
    #expect(try base(34.9, "%") == 0.349)
    #expect(try base(5, "points") == 0.05)
  }

  @Test(arguments: [
    ("USD", 1.0), ("kUSD", 1e3), ("MUSD", 1e6), ("M.EUR", 1e6), ("million USD", 1e6),
    ("billion USD", 1e9), ("trillion JPY", 1e12), ("TJPY", 1e12),
  ]) func moneyScales(_ text: String, _ scale: Double) throws {
    let unit = try #require(Unit.money(text))
    #expect(unit.base(1) == scale)
    #expect(unit.currency == String(text.suffix(3)))
  }

  @Test(arguments: ["", "usd", "USDX", "zillion USD", "million", "million million USD", "XMUSD"])
  func noMoney(_ text: String) { #expect(Unit.money(text) == nil) }

  @Test func tableMoneyMayHaveANumber() throws {
    #expect(try #require(Unit.tableMoney("100 million JPY")).base(1) == 1e8)
    #expect(Unit.tableMoney("baskets") == nil)
  }

  private func base(_ number: Double, _ name: String) throws -> Double {
    try #require(Unit.named(name)).base(number)
  }
}
