import Files
import LinearAlgebra
import Testing

@Suite struct ParquetTests {
  private func columns(_ rows: Int, seed: UInt64) -> [ParquetColumn] {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<rows).map { _ -> Double? in
      let value = random.nextUniform()
      return value < 0.3 ? nil : (value - 0.6) * 1e6
    }
    return [
      ParquetColumn("draw", .integers((0..<rows).map { $0 - 3 })),
      ParquetColumn("shocks[0].closure.for", .numbers(numbers)),
      ParquetColumn("all missing", .numbers([Double?](repeating: nil, count: rows))),
      ParquetColumn("損失", .numbers((0..<rows).map { Double($0) })),
    ]
  }

  @Test(arguments: [0, 1, 7, 8, 9, 100, 1000], [8, 64, 5000])
  func whatIsWrittenIsReadBack(_ rows: Int, _ group: Int) {
    let columns = columns(rows, seed: UInt64(rows))
    let bytes = ParquetWriter.bytes(columns, rowsPerGroup: group, metadata: [("a", "b")])
    #expect(ParquetReader.columns(bytes) == columns)
  }

  @Test func damagedFilesAreRefused() {
    let bytes = ParquetWriter.bytes(columns(50, seed: 1))
    #expect(ParquetReader.columns([]) == nil)
    #expect(ParquetReader.columns(Array(bytes.dropLast())) == nil)
    #expect(ParquetReader.columns(Array(bytes.dropFirst())) == nil)
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      var bad = bytes
      bad[Int(random.next() % UInt64(bad.count))] = UInt8(truncatingIfNeeded: random.next())
      _ = ParquetReader.columns(bad)
    }
  }
}
