/// A gzip file from which `count` or somewhat more letters x come out: 1,032 for each byte.
///
/// One block of deflate with codes of its own (RFC 1951): a letter, then copies of it. The checksum
/// is left out: who reads to the end finds the file damaged.
package func packedLetters(atLeast count: Int) -> [UInt8] {
  var bits = BitWriter()
  bits.number(1, 1)  // the last block
  bits.number(2, 2)  // codes of its own
  bits.number(29, 5)  // 286 codes of letters and lengths
  bits.number(0, 5)  // one of distances
  bits.number(14, 4)  // 18 lengths of codes for lengths of codes follow
  for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { bits.number(length, 3) }
  for zeros in [120, 135, 28] {
    bits.code("0")  // so many codes are not used
    bits.number(zeros - 11, 7)
    bits.code(zeros == 28 ? "10" : "11")  // then one of one bit, or of two
  }
  bits.code("10")
  bits.code("10")  // the letter
  for _ in 0..<(count / 258 + 1) { bits.code("00") }  // 258 letters like the one before
  bits.code("11")
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + bits.bytes + [UInt8](repeating: 0, count: 8)
}

private struct BitWriter {
  var bytes: [UInt8] = []
  private var used = 8

  /// A number, its lowest bit first.
  mutating func number(_ value: Int, _ count: Int) {
    for place in 0..<count { bit(value >> place & 1 == 1) }
  }

  /// A code as it is read.
  mutating func code(_ digits: String) {
    for digit in digits.utf8 { bit(digit == UInt8(ascii: "1")) }
  }

  private mutating func bit(_ isSet: Bool) {
    if used == 8 {
      bytes.append(0)
      used = 0
    }
    if isSet { bytes[bytes.count - 1] |= 1 << UInt8(used) }
    used += 1
  }
}
