/// Numbers that are hard to write and read back.
package enum HardNumbers {
  /// Numbers that are hard to write: ties, extremes, subnormals, and a spread of bit patterns.
  package static let all: [Double] =
    [
      0.1, 1e-7, Double.leastNonzeroMagnitude, 1e22, 1e23, 9_007_199_254_740_992,
      1.7976931348623157e308, -0.3, 2.5, 12,
      1 / 3, 123_456_789.125, 2.2250738585072014e-308,
    ]
    + (1...200).compactMap { index in
      let value = Double(bitPattern: UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
      return value.isFinite ? value : nil
    }
}
