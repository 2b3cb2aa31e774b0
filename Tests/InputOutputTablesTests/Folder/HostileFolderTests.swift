import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import TestSupport
import Testing

/// What an economy folder claims is not believed before it is there.
@Suite struct HostileFolderTests {
  private func codes(_ files: [String: [UInt8]]) -> [String] {
    do throws(DiagnosticList) {
      _ = try EconomyLoader.load("hostile", files: files)
      return []
    } catch {
      return error.diagnostics.map(\.problem.code)
    }
  }

  /// n labels and one cell a row must not make n · n numbers.
  @Test func aHeaderAloneMakesNoTable() {
    let labels = (0..<Limits.nodes).map { "JPN_S\($0)" }
    let z = "," + labels.joined(separator: ",") + "\n" + labels.map { "\($0),1\n" }.joined()
    let found = codes(["Z.csv": Array(z.utf8), "Y.csv": Array(",JPN_F\nJPN_S0,1\n".utf8)])
    #expect(Set(found) == ["wrong-cell-count", "more-problems"] && found.count == 51)
  }

  @Test func aRowOrAHeaderWithoutEndIsRefused() {
    let long = String(repeating: "1,", count: Limits.cells + 5)
    let y = Array(",F\na,1\n".utf8)
    #expect(codes(["Z.csv": Array(",a\na,\(long)\n".utf8), "Y.csv": y]) == ["wrong-cell-count"])
    #expect(codes(["Z.csv": Array(",\(long)\n".utf8), "Y.csv": y]).contains("row-too-wide"))
  }

  @Test func aListWithoutEndIsRefused() {
    let rows = (0...Limits.textRows).map { "S\($0)\n" }.joined()
    let found = codes([
      "Z.csv": Array(",a\na,1\n".utf8), "Y.csv": Array(",F\na,1\n".utf8),
      "sectors.csv": Array("code\n\(rows)".utf8),
    ])
    #expect(found == ["list-too-long"])
  }

  @Test func aPackedFileOfOneLetterIsRefused() {
    let bomb = packedLetters(atLeast: Limits.unpackedFree + (4 << 20))
    let found = codes(["Z.csv.gz": bomb, "Y.csv": Array(",F\na,1\n".utf8)])
    #expect(found == ["damaged-gzip"])
  }

  /// Dates that nanoseconds in 64 bits cannot hold, and devices that never end.
  @Test func aFileIsReadWhateverItsDateAndADeviceIsNot() throws {
    try withTemporaryFolder(["Z.csv": Array(",a\na,1\n".utf8), "Y.csv": Array(",F\na,1\n".utf8)]) {
      folder in
      let manager = FileManager.default
      for seconds in [10_413_792_000.0, 200_000_000_000, -10_000_000_000] {
        try manager.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: seconds)],
          ofItemAtPath: folder + "/Z.csv")
        #expect(try EconomyLoader.load(folder, cache: nil).table.nodeCount == 1)
      }
      try manager.removeItem(atPath: folder + "/Y.csv")
      try manager.createSymbolicLink(
        atPath: folder + "/Y.csv", withDestinationPath: "/dev/zero")
      let error = try #require(throws: DiagnosticList.self) {
        try EconomyLoader.load(folder, cache: nil)
      }
      #expect(error.diagnostics.map(\.problem.code) == ["too-large-file"])
    }
  }
}
