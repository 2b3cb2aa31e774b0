import Diagnostics
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

import TableFormats

/// A table kept in binary is the table, and never another one.
@Suite struct CacheTests {
  private let table = randomTable(
    regions: 3, sectors: 4, seed: 5, options: .init(negativeFinalDemand: true, zeroOutputNodes: 1))

  @Test func whatIsKeptComesBackToTheBit() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/t.bin"
      #expect(TableCache.write(table, notes: ["a", ""], key: "k", to: path))
      let entry = try #require(TableCache.read(path, key: "k"))
      #expect(entry.notes == ["a", ""])
      #expect(entry.table.description == table.description)
      #expect(entry.table.nodeLabels == table.nodeLabels)
      #expect(entry.table.intermediateUse == table.intermediateUse)
      #expect(entry.table.finalDemand == table.finalDemand)
      #expect(entry.table.primaryInputs == table.primaryInputs)
      #expect(entry.table.grossOutput == table.grossOutput)
      #expect(TableCache.read(path, key: "other") == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["t.bin"])
    }
  }

  @Test func aDamagedCacheReadsAsNone() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/t.bin"
      TableCache.write(table, key: "k", to: path)
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      for position in stride(from: 0, to: bytes.count, by: 7) {
        var damaged = bytes
        damaged[position] ^= 0x10
        try write(damaged, to: path)
        #expect(TableCache.read(path, key: "k") == nil, "byte \(position)")
      }
      for length in [0, 7, 47, 48, 100, bytes.count - 1] {
        try write(Array(bytes.prefix(length)), to: path)
        #expect(TableCache.read(path, key: "k") == nil, "length \(length)")
      }
      try write(bytes, to: path)
      #expect(TableCache.read(path, key: "k") != nil)
    }
  }

  @Test func aChangedFolderIsReadAnewAndItsCacheMadeAnew() throws {
    let found = try imported(Deliveries.icio)
    try withTemporaryFolder { parent in
      let folder = parent + "/made"
      try EconomyFolder.write(found, to: folder)
      let path = folder + "/x.csv"
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      let x = cell(Deliveries.world.x[0])
      try write(Array(text.replacing("JPN_A01,\(x)\n", with: "JPN_A01,77\n").utf8), to: path)
      #expect(try EconomyLoader.load(folder).table.grossOutput[0] == 77)
      let key = economyCacheKey(folder: folder, name: "made")
      let entry = try #require(TableCache.read(folder + "/table.bin", key: key))
      #expect(entry.table.grossOutput[0] == 77)
    }
  }

  @Test func aFolderWithoutCacheGetsNone() throws {
    let found = try imported(Deliveries.icio)
    try withTemporaryFolder { parent in
      let folder = parent + "/made"
      try EconomyFolder.write(found, to: folder)
      try FileManager.default.removeItem(atPath: folder + "/table.bin")
      _ = try EconomyLoader.load(folder)
      #expect(!FileManager.default.fileExists(atPath: folder + "/table.bin"))
    }
  }
}
