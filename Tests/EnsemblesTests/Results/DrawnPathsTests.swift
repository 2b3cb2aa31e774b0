import Ensembles
import Files
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct DrawnPathsTests {
  /// Blocks of several sizes, in memory and on disk: the quantiles of all draws of each day.
  @Test(arguments: [0, 1000, 1 << 23])
  func quantilesAreThoseOfAllDraws(_ most: Int) throws {
    let (series, days) = (2, 3)
    var random = SplitMix64(seed: 11)
    try withTemporaryFolder { folder in
      var paths = DrawnPaths(series: series, days: days, in: folder, inMemory: most)
      var all = (0..<series).map { _ in [[Double?]](repeating: [], count: days) }
      for draws in [256, 256, 1, 88] {
        let numbers = (0..<series).map { _ in
          (0..<draws * days).map { _ -> Double? in
            let value = random.nextUniform()
            return value < 0.2 ? nil : value
          }
        }
        for (index, values) in numbers.enumerated() {
          for (row, value) in values.enumerated() { all[index][row % days].append(value) }
        }
        let places = [Int](repeating: 0, count: draws * days)
        try paths.add(
          [ParquetColumn("draw", .integers(places)), ParquetColumn("day", .integers(places))]
            + numbers.map { ParquetColumn("x", .numbers($0)) })
      }
      #expect(all[1][2].count == 601)
      #expect(try paths.quantiles() == all.map { PathQuantiles($0) })
    }
  }
}
