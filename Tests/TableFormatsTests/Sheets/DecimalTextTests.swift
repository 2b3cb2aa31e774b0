import Files
import LinearAlgebra
import Testing

import TableFormats

/// Numbers are written in the shortest form that reads back to the same double.
@Suite struct DecimalTextTests {
  private func written(_ value: Double) -> String {
    var text = DecimalText()
    text.append(value)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  @Test func anyNumberReadsBackToTheBit() {
    var generator = SplitMix64(seed: 3)
    for k in 0..<200_000 {
      let bits = generator.nextUniform()
      let digits = (generator.nextUniform() * 1e7).rounded()
      let value: Double =
        switch k % 4 {
        case 0: bits * 1e6 - 5e5
        case 1: digits / [1, 10, 100, 1e3, 1e4, 1e5, 1e6][k / 4 % 7]
        case 2: bits * [1e-12, 1e-6, 1, 1e9, 1e20][k / 4 % 5]
        default: -digits * 1e-3
        }
      let text = written(value)
      #expect(Double(text) == value && NumberParser.parse(text) == value, "\(value): \(text)")
      if abs(value) >= 1e-3 { #expect(text.utf8.count <= value.description.utf8.count, "\(text)") }
    }
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (-0.05, "-0.05"),
    (1234.5, "1234.5"), (1e15, "1000000000000000"), (1e17, "1e+17"),
    (0.30000000000000004, "0.30000000000000004"),
    (.leastNonzeroMagnitude, "5e-324"), (123_456_789, "123456789"), (1e-9, "0.000000001"),
  ])
  func knownNumbers(_ value: Double, _ text: String) { #expect(written(value) == text) }

  @Test func textsAreQuotedWhereTheReaderNeedsIt() {
    for (plain, cell) in [
      ("a", "a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), (" a", "\" a\""),
      ("a\nb", "\"a\nb\""),
    ] {
      var text = DecimalText()
      text.append(cell: plain)
      #expect(String(decoding: text.bytes, as: UTF8.self) == cell)
    }
  }
}
