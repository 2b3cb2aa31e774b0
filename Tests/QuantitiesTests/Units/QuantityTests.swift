import Testing

@testable import Quantities

@Suite struct QuantityTests {
  @Test(arguments: [
    ("90%", 0.9), ("90 %", 0.9), ("-34.9%", -0.349), ("+5 percent", 0.05), ("60 days", 60),
    ("60days", 60), ("2 years", 730), ("1 day", 1), (".5 days", 0.5), ("1e2 days", 100),
    ("1E1 weeks", 70), ("1.3 mb/d", 1.3e6), ("80 Mbbl", 8e7), ("24000 t", 24000),
    ("110 USD/kg", 110_000), ("140 USD/bbl", 140), ("2.5 trillion JPY", 2.5e12), ("0.5", 0.5),
    ("1 points a day", 0.01), ("5 points", 0.05), ("-0 days", 0), ("3  days", 3),
  ]) func readsNumbersWithUnits(_ text: String, _ base: Double) throws {
    #expect(try Quantity(text, accepting: Dimension.allCases).base == base)
  }

  @Test(
    arguments: [
      ("", .empty), ("days", .notANumber), ("5. days", .notANumber), ("- 5 days", .notANumber),
      ("--5 days", .notANumber), ("1.2.3 days", .notANumber), ("5, days", .notANumber),
      ("0x10 days", .unknownUnit("x10 days")), ("nan", .notFinite), ("-inf days", .notFinite),
      (".nan", .notFinite), ("1e999 days", .notFinite), ("1e308 years", .notFinite),
      ("5", .missingUnit), ("5 dayz", .unknownUnit("dayz")), ("5 Days", .unknownUnit("Days")),
      ("1,000 days", .thousandsSeparator("1000 days")),
      ("1,234,567.5 days", .thousandsSeparator("1234567.5 days")),
      ("1 000 000 days", .thousandsSeparator("1000000 days")),
      ("1_000 days", .thousandsSeparator("1000 days")),
      ("0,5 days", .decimalComma("0.5 days")), ("６０ days", .wideCharacters("60 days")),
      ("60　days", .wideCharacters("60 days")), ("−5 days", .wideCharacters("-5 days")),
    ] as [(String, QuantityFault)])
  func saysWhatIsWrong(_ text: String, _ fault: QuantityFault) {
    #expect(throws: fault) { try Quantity(text, accepting: [.duration]) }
  }

  @Test func refusesAnotherDimension() throws {
    let unit = try #require(Unit.named("%"))
    #expect(throws: QuantityFault.wrongUnit(unit)) { try Quantity("5%", accepting: [.duration]) }
  }

  @Test func aNumberAloneNeedsADimensionOfNumbers() throws {
    #expect(try Quantity("5", accepting: [.number]).base == 5)
    #expect(throws: QuantityFault.missingUnit) { try Quantity("5", accepting: [.share]) }
  }

  @Test func textIsShort() {
    #expect(Quantity(number: 90, unit: Unit.all[0]).text == "90%")
    #expect(Quantity(number: 0.1, unit: .one).text == "0.1")
    #expect(Unit.named("days")?.text(of: 1) == "1 day")
    #expect(Unit.named("points a day")?.text(of: 1) == "1 point a day")
  }
}
