import LinearAlgebra
import Testing

@testable import Explorer

/// Bytes as text in 85 characters.
@Suite struct Base85Tests {
  /// The inverse, as the page's script has it.
  private func bytes(of text: String) -> [UInt8] {
    let codes = Array(text.utf8)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: codes.count, by: 5) {
      let group = codes[start..<min(start + 5, codes.count)].map { $0 == 126 ? 60 : $0 }
      let filled = group + [UInt8](repeating: 124, count: 5 - group.count)
      let value = filled.reduce(UInt64(0)) { $0 * 85 + UInt64($1 - 40) }
      bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }.prefix(group.count - 1)
    }
    return bytes
  }

  @Test func everyLengthComesBackAndEndsNoElement() {
    var random = SplitMix64(seed: 85)
    for count in 0...200 {
      let given = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let text = Base85.text(of: given)
      #expect(bytes(of: text) == given)
      #expect(!text.utf8.contains { $0 == UInt8(ascii: "<") })
      #expect(text.utf8.count == count / 4 * 5 + (count % 4 == 0 ? 0 : count % 4 + 1))
    }
  }

  /// Ascii85 writes `Man ` as `9jqo^`: digits 24, 73, 80, 78 and 61.
  @Test func digitsAreThoseOfAscii85() {
    #expect(Base85.text(of: Array("Man ".utf8)) == "@qxve")
    // 2³² − 1 = 82·85⁴ + 23·85³ + 54·85² + 12·85 + 0
    #expect(Base85.text(of: [255, 255, 255, 255]) == "z?^4(")
  }
}
