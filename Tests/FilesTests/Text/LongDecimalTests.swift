import LinearAlgebra
import Testing

@testable import Files

/// Long decimals round as the standard parser rounds them.
@Suite struct LongDecimalTests {
  private func expectStandard(_ mantissa: UInt64, _ exponent: Int) {
    let value = LongDecimal.value(mantissa, exponent: exponent)
    let standard = Double("\(mantissa)e\(exponent)")
    if value?.bitPattern != standard?.bitPattern { Issue.record("\(mantissa)e\(exponent)") }
  }

  @Test func anyMantissaAndPower() {
    var generator = SplitMix64(seed: 12)
    for k in 0..<300_000 {
      let mantissa = generator.next() >> UInt64(k % 50)
      if mantissa > 0 { expectStandard(mantissa, Int(generator.next() % 83) - 27) }
    }
  }

  /// Odd multiples of half a unit in the last place lie between two doubles, and one off does not.
  @Test func tiesGoToTheEvenOne() {
    var generator = SplitMix64(seed: 13)
    for _ in 0..<20_000 {
      let half = (generator.next() >> 11) | (1 << 53) | 1
      for (power, five) in [(0, 1), (-1, 5), (-2, 25), (-3, 125), (-4, 625)] as [(Int, UInt64)] {
        for near in [-1, 0, 1] {
          expectStandard(half &* five &+ UInt64(bitPattern: Int64(near)), power)
        }
      }
    }
    for power in 1...23 {
      var five: UInt64 = 1
      for _ in 0..<power { five *= 5 }
      let (first, last) = ((1 << 53) / five | 1, (1 << 54) / five)
      for factor in stride(from: first, to: last, by: Int(max(2, last / 400 * 2))) {
        for near in [-1, 0, 1] { expectStandard(factor &+ UInt64(bitPattern: Int64(near)), power) }
      }
    }
  }

  @Test func outsideOfItsRangeItDecidesNothing() {
    #expect(LongDecimal.value(0, exponent: 0) == nil)
    #expect(LongDecimal.value(1, exponent: -28) == nil && LongDecimal.value(1, exponent: 56) == nil)
  }
}
