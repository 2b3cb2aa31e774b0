import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TableFormats
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The OECD's layout at a small size always, and at the real size where SONAE_FULL_SIZE is set.
///
/// One after the other: the processor's time is that of the whole process.
@Suite(.serialized) struct FullSizeTests {
  @Test(arguments: [false, true])
  func theLayoutOf2025IsRead(_ longNumbers: Bool) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/2022_SML.csv"
      let made = SyntheticICIO(regions: 3, longNumbers: longNumbers)
      try made.write(to: path)
      let found = try TableImport.read(.oecdICIO, path)
      #expect(found.provenance.edition == "2025" && found.table.description.year == 2022)
      #expect(found.table.regions.map(\.code) == ["XAA", "XAB", "ROW"])
      #expect(found.table.sectors.map(\.code) == SyntheticICIO.industries)
      #expect(found.table.nodeLabels == made.nodes)
      #expect(found.table.primaryInputLabels == ["TLS", "VA"])
      #expect(found.table.finalDemandLabels.count == 18)
      #expect(found.provenance.remarks.contains { $0.code == "not-available" })
      for node in TableAudit(found.table).nodes {
        #expect(node.rowGap < 1e-9 && node.columnGap < 1e-9, "\(node.label)")
      }
    }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["SONAE_FULL_SIZE"] != nil),
    arguments: [false, true])
  func theRealSizeLoadsInFiveSecondsAndAgainInHalfASecond(_ longNumbers: Bool) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/2022_SML.csv"
      try SyntheticICIO(regions: 81, longNumbers: longNumbers).write(to: path)
      let cache = CacheFolder(folder + "/cache")
      let load = { try EconomySource.load("icio:\(path)", cache: cache).table.nodeCount }
      let first = try processorSeconds(load)
      let second = try processorSeconds(load)
      let size = FileSystem.about(path)?.size ?? 0
      print(
        "ICIO of \(size) bytes: \(first.seconds) s, from the table in binary \(second.seconds) s")
      #expect(first.result == 4050 && second.result == 4050)
      #expect(first.seconds < 5 && second.seconds < 0.5)
    }
  }

  private func processorSeconds<Result>(
    _ body: () throws -> Result
  ) rethrows -> (result: Result, seconds: Double) {
    let start = clock()
    let result = try body()
    return (result, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
}
