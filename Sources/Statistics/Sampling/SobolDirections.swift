internal import Files

/// Direction numbers of Sobol' sequences, 32 bits, for the dimensions of a table.
///
/// Joe and Kuo (2008), new-joe-kuo-6; how the table is packed is told beside it.
package struct SobolDirections: Sendable {
  /// v₁ … v₃₂ of each dimension, [dimension][bit], the highest bit first.
  package let numbers: [[UInt32]]

  /// Dimensions of the bundled table.
  package static let most = 21_201

  /// The first dimensions of the bundled table, at most `most`.
  package static func bundled(dimensions: Int) -> SobolDirections {
    precondition((1...most).contains(dimensions), "SobolDirections: \(dimensions) dimensions")
    guard let bytes = BundledData.bytes(of: "sobol/directions.bin") else {
      preconditionFailure("SobolDirections: the table is not in the program")
    }
    return SobolDirections(packed: bytes, dimensions: dimensions)
  }

  /// Reads a packed table.
  package init(packed bytes: [UInt8], dimensions: Int) {
    var bits = BitReader(bytes: bytes)
    let first = (0..<32).map { UInt32(1) << (31 - UInt32($0)) }
    numbers =
      [first]
      + (1..<dimensions).map { _ in
        let degree = bits.next(5)
        let inner = bits.next(degree - 1)
        let initial = (0..<degree).map { 2 * UInt32(bits.next($0)) + 1 }
        return Self.directions(degree: degree, inner: inner, initial: initial)
      }
  }

  /// vᵢ of a primitive polynomial: m₁ … m_s as given, then Sobol's recurrence.
  private static func directions(degree s: Int, inner: Int, initial: [UInt32]) -> [UInt32] {
    var v = initial.enumerated().map { $1 << UInt32(31 - $0) }
    for i in s..<32 {
      var next = v[i - s] ^ (v[i - s] >> UInt32(s))
      for k in 1..<max(1, s) where inner >> (s - 1 - k) & 1 == 1 { next ^= v[i - k] }
      v.append(next)
    }
    return v
  }
}

/// Reads numbers of any width from bytes, the highest bit first.
private struct BitReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next(_ width: Int) -> Int {
    var value = 0
    for _ in 0..<width {
      value = value << 1 | Int(bytes[position >> 3] >> UInt8(7 - position & 7) & 1)
      position += 1
    }
    return value
  }
}
