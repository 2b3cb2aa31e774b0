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
    for packing in ParquetWriter.Packing.allCases {
      let bytes = ParquetWriter.bytes(
        columns, rowsPerGroup: group, packing: packing, metadata: [("a", "b")])
      #expect(ParquetReader.columns(bytes) == columns)
      #expect(ParquetReader.columns(bytes, named: ["損失"]) == [columns[3]])
    }
  }

  @Test func packedFilesAreSmaller() {
    let columns = [ParquetColumn("day", .integers((0..<10_000).map { $0 % 53 }))]
    let plain = ParquetWriter.bytes(columns, packing: .none)
    #expect(ParquetWriter.bytes(columns).count < plain.count / 10)
  }

  /// The digest is of names and values: packing and row groups do not change it, one bit of a value does.
  @Test func theDigestIsOfTheValues() throws {
    let columns = columns(100, seed: 2)
    let files = ParquetWriter.Packing.allCases.flatMap { packing in
      [7, 5000].map { ParquetWriter.bytes(columns, rowsPerGroup: $0, packing: packing) }
    }
    let digests = files.compactMap { ParquetReader.columns($0).map(ParquetColumn.digest) }
    #expect(digests.count == 4 && Set(digests) == [ParquetColumn.digest(columns)])
    let zeros = [0.0, -0.0, nil].map {
      ParquetColumn.digest([ParquetColumn("a", .numbers([$0]))])
    }
    let named = ParquetColumn.digest([ParquetColumn("b", .numbers([0]))])
    let whole = ParquetColumn.digest([ParquetColumn("a", .integers([0]))])
    #expect(Set(zeros + [named, whole]).count == 5)
  }

  @Test(arguments: ParquetWriter.Packing.allCases)
  func damagedFilesAreRefused(_ packing: ParquetWriter.Packing) {
    let bytes = ParquetWriter.bytes(columns(50, seed: 1), packing: packing)
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
