import Diagnostics
import Files
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

  /// Numbers that no table may have, their checksums right.
  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308])
  func aForgedNumberIsRefused(_ number: Double) throws {
    let forged = InputOutputTable(
      description: table.description, separator: table.separator, regions: table.regions,
      sectors: table.sectors, countries: table.countries, nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector,
      intermediateUse: table.intermediateUse, finalDemandLabels: table.finalDemandLabels,
      finalDemandRegion: table.finalDemandRegion, finalDemand: table.finalDemand,
      primaryInputLabels: table.primaryInputLabels, primaryInputs: table.primaryInputs,
      primaryInputKinds: table.primaryInputKinds,
      grossOutput: table.grossOutput.indices.map { $0 == 3 ? number : table.grossOutput[$0] })
    try withTemporaryFolder { folder in
      #expect(TableCache.write(forged, key: "k", to: folder + "/t.bin"))
      #expect(TableCache.read(folder + "/t.bin", key: "k") == nil)
    }
  }

  /// Same size and same date, other numbers: what git, Nix and `touch -r` make.
  @Test func aChangedFolderIsReadAnewWhateverItsDate() throws {
    let found = try imported(Deliveries.icio)
    try withTemporaryFolder { parent in
      let cache = CacheFolder(parent + "/cache", leastBytes: 0)
      let folder = parent + "/made"
      try writeEconomy(found, to: folder)
      let first = try numbers(EconomyLoader.load(folder, cache: cache).table)
      #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).count == 1)
      #expect(try numbers(EconomyLoader.load(folder, cache: cache).table) == first)
      let path = folder + "/x.csv"
      let date = try #require(
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let digit = try #require(bytes.lastIndex { (0x31...0x38).contains($0) })
      bytes[digit] += 1
      try write(bytes, to: path)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
      #expect(try numbers(EconomyLoader.load(folder, cache: cache).table) != first)
      #expect(try !FileManager.default.contentsOfDirectory(atPath: folder).contains("table.bin"))
    }
  }

  /// What is compiled in is read a second time from the cache, the same to the last bit; a damaged cache is
  /// none.
  @Test(arguments: ["world-2022", "wiod-2014", "g7plus-2011"])
  func bundledTablesAreKept(_ name: String) throws {
    try withTemporaryFolder { parent in
      let cache = CacheFolder(parent + "/cache")
      let fresh = try EconomyLoader.load(name, cache: nil)
      let first = try EconomyLoader.load(name, cache: cache)
      let kept = try FileManager.default.contentsOfDirectory(atPath: cache.path)
      #expect(kept.count == 1)
      let again = try EconomyLoader.load(name, cache: cache)
      #expect(numbers(first.table) == numbers(fresh.table))
      #expect(numbers(again.table) == numbers(fresh.table))
      #expect(again.table.nodeLabels == fresh.table.nodeLabels)
      #expect(again.warnings.map(\.problem.code) == fresh.warnings.map(\.problem.code))
      let path = "\(cache.path)/\(try #require(kept.first))"
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      bytes[bytes.count / 2] ^= 1
      try write(bytes, to: path)
      #expect(try numbers(EconomyLoader.load(name, cache: cache).table) == numbers(fresh.table))
    }
  }

  @Test func aProvidersFileIsReadAnewWhateverItsDate() throws {
    try withDelivery(Deliveries.icio) { path in
      let cache = CacheFolder(path + ".cache", leastBytes: 0)
      let load = { try numbers(EconomySource.load("icio:\(path)", cache: cache).table) }
      let first = try load()
      #expect(try load() == first)
      let entries = try FileManager.default.contentsOfDirectory(atPath: cache.path)
      #expect(entries.count == 1)
      let date = try #require(
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let line = try #require(bytes.firstIndex(of: 0x0A))
      let digit = try #require(
        bytes[line...].dropFirst(10).firstIndex { (0x31...0x38).contains($0) })
      bytes[digit] += 1
      try write(bytes, to: path)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
      #expect(try load() != first)
    }
  }

  /// A table in binary that came with a folder is not read, nor is anything written there.
  @Test func whatComesWithAFolderIsNoCache() throws {
    let found = try imported(Deliveries.icio)
    try withTemporaryFolder(["victim.txt": Array("precious".utf8)]) { parent in
      let cache = CacheFolder(parent + "/cache", leastBytes: 0)
      let folder = parent + "/made"
      try writeEconomy(found, to: folder)
      for name in ["table.bin", "table.bin.new"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "../victim.txt")
      }
      let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(
        try EconomyLoader.load(folder, cache: cache).warnings.allSatisfy { $0.severity != .error })
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
      #expect(try Data(contentsOf: URL(filePath: parent + "/victim.txt")) == Data("precious".utf8))
    }
  }

  /// Only a folder of the user's own, closed to others, is a cache.
  @Test func aFolderThatOthersCanWriteIsNoCache() throws {
    try withTemporaryFolder { parent in
      let manager = FileManager.default
      for (name, permissions) in [("open", 0o777), ("group", 0o770)] {
        let folder = CacheFolder("\(parent)/\(name)")
        try manager.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: folder.path)
        folder.keep(table, key: "k")
        #expect(try manager.contentsOfDirectory(atPath: folder.path).isEmpty)
        TableCache.write(table, key: "k", to: folder.path(of: "k"))
        #expect(folder.table(of: "k") == nil)
      }
      let made = CacheFolder(parent + "/deep/own")
      #expect(made.table(of: "k") == nil && FileSystem.about(made.path) == nil)
      made.keep(table, key: "k")
      #expect(made.table(of: "k") != nil)
      #expect(FileSystem.about(made.path)?.permissions == 0o700)
      try manager.createSymbolicLink(atPath: parent + "/link", withDestinationPath: made.path)
      #expect(CacheFolder(parent + "/link").table(of: "k") == nil)
      // A file that others can write is not read.
      try manager.setAttributes([.posixPermissions: 0o666], ofItemAtPath: made.path(of: "k"))
      #expect(made.table(of: "k") == nil)
    }
  }

  /// Every number of a table.
  private func numbers(_ table: InputOutputTable) -> [Double] {
    table.intermediateUse.elements + table.finalDemand.elements + table.primaryInputs.elements
      + table.grossOutput
  }
}
