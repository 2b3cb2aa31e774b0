import Files
import LinearAlgebra
import Testing

@Suite struct ZstandardTests {
  private func bytes(_ count: Int, kinds: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: UInt64(count) + kinds)
    return (0..<count).map { _ in UInt8(random.next() % kinds) }
  }

  @Test(arguments: [0, 1, 100, 70_000], [1, 3, 256])
  func whatIsPackedUnpacksToItself(_ count: Int, _ kinds: UInt64) {
    let bytes = bytes(count, kinds: kinds)
    #expect(Zstandard.unpacked(Zstandard.packed(bytes), count: count) == bytes)
  }

  @Test func anotherSizeIsRefused() {
    let frame = Zstandard.packed(bytes(100, kinds: 5))
    for count in [-1, 0, 99, 101, Int.max] {
      #expect(Zstandard.unpacked(frame, count: count) == nil)
    }
  }

  @Test func everyCutIsRefused() {
    let frame = Zstandard.packed(bytes(300, kinds: 5))
    for count in 0..<frame.count {
      #expect(Zstandard.unpacked(Array(frame.prefix(count)), count: 300) == nil)
    }
  }
}
