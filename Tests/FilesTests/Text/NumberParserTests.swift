import LinearAlgebra
import Testing

@testable import Files

@Suite struct NumberParserTests {
  /// A random decimal text, from plain integers to more digits and larger exponents than fit.
  private func randomText(_ generator: inout SplitMix64) -> String {
    func digits(_ most: UInt64, _ generator: inout SplitMix64) -> String {
      let count = Int(generator.next() % most) + 1
      return String((0..<count).map { _ in Character(String(generator.next() % 10)) })
    }
    var text = ["", "-", "+"][Int(generator.next() % 3)] + digits(22, &generator)
    if generator.next() % 2 == 0 { text += "." + digits(22, &generator) }
    if generator.next() % 3 == 0 {
      text += ["e", "E"][Int(generator.next() % 2)] + ["", "-", "+"][Int(generator.next() % 3)]
      text += digits(3, &generator)
    }
    return text
  }

  @Test func everyRandomTextReadsLikeTheStandardParser() {
    var generator = SplitMix64(seed: 2011)
    for _ in 0..<200_000 {
      let text = randomText(&generator)
      let value = NumberParser.parse(text)
      if value?.bitPattern != Double(text)?.bitPattern {
        Issue.record("\(text) reads \(value ?? .nan)")
      }
    }
  }

  @Test func everyPrintedDoubleReadsBack() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<100_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      if NumberParser.parse("\(value)") != value { Issue.record("\(value)") }
    }
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("12", 12), (".5", 0.5), ("5.", 5), ("1e22", 1e22), ("1e23", 1e23),
    ("9007199254740993", 9_007_199_254_740_992), ("0.1", 0.1), ("1e-23", 1e-23),
    ("5e-324", .leastNonzeroMagnitude), ("2e-324", 0), ("1e400", .infinity), ("-1e400", -.infinity),
    ("000000000000000000000000001.5", 1.5), ("1.7976931348623157e308", .greatestFiniteMagnitude),
  ])
  func knownNumbers(_ known: (text: String, value: Double)) {
    #expect(NumberParser.parse(known.text)?.bitPattern == known.value.bitPattern)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,2", "0x10", "nan", "inf", "1 2", "--1",
    "1f", "1e5.", "\u{FF11}", "١", "1_000",
  ])
  func textsThatAreNoDecimalNumbersAreRefused(_ text: String) {
    #expect(NumberParser.parse(text) == nil)
  }

  @Test func onlyTheRangeIsRead() {
    let bytes = Array("x,12.5,y".utf8)
    #expect(NumberParser.parse(bytes.span, 2..<6) == 12.5)
  }
}
