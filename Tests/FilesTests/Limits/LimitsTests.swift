import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct LimitsTests {
  /// GLORIA's supply and use of 164 regions, the largest table published.
  @Test func realTablesAreFarBelowEveryBound() throws {
    let nodes = 164 * 120 * 2
    #expect(nodes * 22 < Limits.line / 4 && nodes * 2 < Limits.cells && nodes < Limits.nodes)
    // 9,800 nodes of 18 characters, packed 6 times.
    let text = 9_800 * 9_800 * 18
    #expect(text < Limits.tableFile && !Limits.isBomb(unpacked: text, packed: text / 6))
  }

  @Test func aTableLargerThanTheMachineIsRefused() throws {
    try Limits.check(nodes: 1)
    for count in [Limits.nodes + 1, 100_000, 1_000_000] {
      #expect(throws: DiagnosticList.self) { try Limits.check(nodes: count) }
    }
  }

  @Test func aSmallFileUnpacksWhateverItsRatio() {
    #expect(!Limits.isBomb(unpacked: Limits.unpackedFree, packed: 1))
    #expect(Limits.isBomb(unpacked: Limits.unpackedFree * 2, packed: 1_000))
  }

  @Test func aPackedFileOfOneLetterIsNotUnpackedToItsEnd() throws {
    let small = packedLetters(atLeast: 1_000)
    #expect(Inflate.gunzip(small) == nil)  // its checksum is missing
    let bomb = packedLetters(atLeast: Limits.unpackedFree + (8 << 20))
    try withTemporaryFolder(["b.gz": bomb]) { folder in
      guard var stream = GzipStream(folder + "/b.gz") else {
        Issue.record("the file does not open")
        return
      }
      var total = 0
      while !stream.isBomb, total < 2 * Limits.unpackedFree {
        var piece: [UInt8] = []
        guard let count = stream.read(1 << 20, into: &piece), count > 0 else { break }
        total += count
        #expect(piece.last == UInt8(ascii: "x"))
      }
      #expect(stream.isBomb && total <= Limits.unpackedFree + (2 << 20))
    }
    #expect(Inflate.gunzip(bomb) == nil)
  }

  @Test(arguments: Language.allCases) func everyRefusalSaysSomething(_ language: Language) {
    let problems: [LimitProblem] = [
      .line("f", number: 3), .cells, .blankLines("f", number: 3), .textRows, .sheetRow(last: 9),
      .unpacked("f"), .workbook("f"), .size("f", most: 1 << 20), .nodes(7), .addressSpace(1 << 20),
      .memory(nodes: 100_000, 1 << 34),
    ]
    for problem in problems { #expect(!problem.message(in: language).isEmpty) }
    #expect(Set(problems.map(\.code)).count == problems.count)
  }
}
