import InputOutputTables
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

import TableFormats

/// One name leads to a bundled economy, a folder, or a provider's file.
@Suite struct EconomySourceTests {
  @Test func aProvidersFileIsAnEconomy() throws {
    try withDelivery(Deliveries.icio) { path in
      let plain = try TableImport.read(.oecdICIO, path)
      let cache = CacheFolder(path + ".cache", leastBytes: 0)
      let first = try EconomySource.load("icio:\(path)", cache: cache)
      #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).count == 1)
      let second = try EconomySource.load("oecd-icio:\(path)", strict: true, cache: cache)
      for loaded in [first, second] {
        #expect(loaded.table.intermediateUse == plain.table.intermediateUse)
        #expect(loaded.table.description == plain.table.description)
        #expect(loaded.warnings.map(\.problem.code) == first.warnings.map(\.problem.code))
      }
    }
  }

  @Test func aChangedFileIsReadAnew() throws {
    try withDelivery(Deliveries.icio) { path in
      let cache = CacheFolder(path + ".cache", leastBytes: 0)
      _ = try EconomySource.load("icio:\(path)", cache: cache)
      let other = SmallWorld(seed: 8)
      try write(text(Layouts.icio(other)), to: path)
      #expect(try EconomySource.load("icio:\(path)", cache: cache).table.grossOutput == other.x)
    }
  }

  /// Nothing is written beside what a user downloaded.
  @Test func foldersAreProvidersTablesTooAndStayAsTheyAre() throws {
    try withDelivery(Deliveries.exiobase) { folder in
      try withTemporaryFolder { other in
        let cache = CacheFolder(other + "/cache", leastBytes: 0)
        let before = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        let first = try EconomySource.load("exiobase:\(folder)/", cache: cache)
        let second = try EconomySource.load("exiobase:\(folder)", cache: cache)
        #expect(first.table.grossOutput == second.table.grossOutput)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == before)
      }
    }
  }

  @Test func pathsAreRelativeToTheGivenFolder() throws {
    try withDelivery(Deliveries.icio) { path in
      let parts = path.split(separator: "/")
      let parent = "/" + parts.dropLast().joined(separator: "/")
      let loaded = try EconomySource.load("icio:2022_SML.csv", relativeTo: parent)
      #expect(loaded.table.nodeCount == 9)
    }
  }

  @Test func bundledNamesAndFoldersAreAsBefore() throws {
    #expect(try EconomySource.load("g7plus-2011").table.nodeCount == 595)
    let error = try #require(throws: DiagnosticList.self) { try EconomySource.load("no/such") }
    #expect(error.diagnostics.map(\.problem.code) == ["unknown-economy"])
  }

  @Test func unknownFormatsAndMissingFilesAreTold() throws {
    let wrong = try #require(throws: DiagnosticList.self) {
      try EconomySource.load("figarro:a.csv")
    }
    #expect(wrong.diagnostics.map(\.problem.code) == ["unknown-format"])
    #expect(wrong.diagnostics[0].problem.help(in: .en) == "did you mean `figaro`?")
    let missing = try #require(throws: DiagnosticList.self) { try EconomySource.load("icio:a.csv") }
    #expect(missing.diagnostics.map(\.problem.code) == ["no-such-path"])
  }

  @Test func namesOfFormatsAreUnique() {
    #expect(Set(ProviderFormat.names).count == ProviderFormat.names.count)
    for name in ProviderFormat.names { #expect(ProviderFormat(named: name) != nil) }
  }
}
