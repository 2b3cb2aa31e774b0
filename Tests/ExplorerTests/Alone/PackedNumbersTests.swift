import Files
import LinearAlgebra
import Testing

@testable import Explorer

/// Tables of numbers in little room.
@Suite struct PackedNumbersTests {
  /// The inverse, as the page's script has it.
  private func text(of packed: [UInt8]) throws -> String {
    let end = try #require(packed.firstIndex(of: 0))
    let lines = String(decoding: packed[..<end], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let columns = lines[0].count { $0 == "," }
    var at = end + 1
    func next() -> UInt64 {
      var value: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 63, by: 7) {
        value += UInt64(packed[at] & 127) << shift
        at += 1
        if packed[at - 1] < 128 { break }
      }
      return value
    }
    let rows = lines.dropFirst().map { label in
      ([String(label)] + (0..<columns).map { _ in printed(next()) }).joined(separator: ",")
    }
    #expect(at == packed.count)
    return ([String(lines[0])] + rows).joined(separator: "\n") + "\n"
  }

  private func printed(_ hundredths: UInt64) -> String {
    let decimals = String(hundredths % 100 + 100).dropFirst()
    let shortest = decimals.hasSuffix("0") ? decimals.dropLast() : decimals
    return shortest == "0" ? "\(hundredths / 100)" : "\(hundredths / 100).\(shortest)"
  }

  @Test(arguments: 1...20) func drawnTablesComeBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let columns = Int(random.next() % 9) + 1
    let header = (["table"] + (0..<columns).map { "c\($0)" }).joined(separator: ",")
    let rows = (0..<Int(random.next() % 12)).map { row in
      (["行\(row)"] + (0..<columns).map { _ in printed(random.next() >> (25 + random.next() % 39)) })
        .joined(separator: ",")
    }
    let table = ([header] + rows).joined(separator: "\n") + "\n"
    let packed = try #require(PackedNumbers.bytes(of: Array(table.utf8)))
    #expect(try text(of: packed) == table)
  }

  @Test func bundledFlowsAreCarriedPacked() throws {
    let bytes = try #require(BundledData.bytes(of: "economies/world-2022/Z.csv.gz"))
    let table = try #require(Inflate.gunzip(bytes))
    let packed = try #require(PackedNumbers.bytes(of: table))
    #expect(try text(of: packed) == String(decoding: table, as: UTF8.self))
    #expect(packed.count * 3 < table.count)
  }

  /// What would come back as another text, or as none.
  @Test(arguments: [
    "", ",a\nr,1", ",a\nr,1.0\n", ",a\nr,1.234\n", ",a\nr,-1\n", ",a\nr,1e3\n", ",a\nr,01\n",
    ",a\nr,\n", ",a\nr,1.\n", ",a\nr,.5\n", ",a\nr,1.2.3\n", ",a\nr,1,2\n", ",a\nr\n",
    ",a\nr\0,1\n", ",a\nr,1234567890123\n", ",a\r\nr,1\r\n", ",a\nr,\"1\"\n",
  ])
  func anyOtherTextIsLeftAsItIs(_ text: String) {
    #expect(PackedNumbers.bytes(of: Array(text.utf8)) == nil)
  }
}
