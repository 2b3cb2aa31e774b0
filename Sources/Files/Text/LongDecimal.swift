/// Rounds a decimal of up to 19 digits correctly where one multiplication of doubles does not.
///
/// Eisel and Lemire's algorithm (Lemire 2021, Number parsing at a gigabyte per second, Software:
/// Practice and Experience 51: 1700-1727) for powers of ten from -27 to 55: there the product with
/// 128 bits of the power of five always decides the rounding.
package enum LongDecimal {
  /// Powers of ten that `value` accepts.
  package static let exponents = -27...55

  /// mantissa × 10^exponent; nil if it is 0, subnormal or beyond the largest double.
  package static func value(_ mantissa: UInt64, exponent: Int) -> Double? {
    guard mantissa != 0, exponents.contains(exponent) else { return nil }
    let zeros = mantissa.leadingZeroBitCount
    let digits = mantissa << UInt64(zeros)
    let power = powersOfFive[exponent - exponents.lowerBound]
    var product = digits.multipliedFullWidth(by: UInt64(truncatingIfNeeded: power >> 64))
    if product.high & 0x1FF == 0x1FF {
      let rest = digits.multipliedFullWidth(by: UInt64(truncatingIfNeeded: power)).high
      let (low, carried) = product.low.addingReportingOverflow(rest)
      product = (carried ? product.high + 1 : product.high, low)
    }
    return rounded(product.high, product.low, exponent: exponent, zeros: zeros)
  }

  /// The double whose leading bits a product holds; ties go to the even one.
  private static func rounded(
    _ high: UInt64, _ low: UInt64, exponent: Int, zeros: Int
  ) -> Double? {
    let upper = high >> 63
    let shift = upper + 9
    var bits = high >> shift
    var binary = ((217_706 * exponent) >> 16) + 63 + Int(upper) - zeros + 1023
    if low <= 1, (-4...23).contains(exponent), bits & 3 == 1, bits << shift == high {
      bits &= ~1
    }
    bits = (bits + (bits & 1)) >> 1
    if bits >= 1 << 53 {
      bits = 1 << 52
      binary += 1
    }
    guard (1..<2047).contains(binary) else { return nil }
    return Double(bitPattern: UInt64(binary) << 52 | bits & ((1 << 52) - 1))
  }

  /// The leading 128 bits of 5^q, rounded down for q ≥ 0 and up for q < 0.
  private static let powersOfFive: [UInt128] = exponents.map { q in
    var power: UInt128 = 1
    for _ in 0..<abs(q) { power *= 5 }
    if q >= 0 { return power << UInt128(power.leadingZeroBitCount) }
    // 2^(z + 127) / 5^-q with z the bits of 5^-q, bit by bit.
    let width = 128 - power.leadingZeroBitCount
    var (quotient, rest): (UInt128, UInt128) = (0, 1)
    for _ in 0..<(width + 127) {
      rest <<= 1
      quotient <<= 1
      if rest >= power {
        rest -= power
        quotient |= 1
      }
    }
    return quotient + 1
  }
}
