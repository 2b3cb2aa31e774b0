import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct FolderWriterTests {
  static func loaded(_ files: [FolderWriter.File]) throws -> LoadedTable {
    try EconomyLoader.load(
      "back", files: Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) }))
  }

  @Test(arguments: 0..<3) func whatIsWrittenReadsBackToTheSameBits(_ index: Int) throws {
    let table = reshapedTables[index]
    let back = try Self.loaded(FolderWriter.economy(table, provenance: ""))
    let withCountries = table.aggregated()
    expectSame(back.table, withCountries)
    #expect(back.table.description.name == table.description.name)
    #expect(back.table.description.moneyUnit == table.description.moneyUnit)
    #expect(back.table.description.year == table.description.year)
  }

  @Test func anAggregatedTableReadsBackToTheSameBits() throws {
    let table = try EconomyLoader.load("g7plus-2011").table
    let new = table.aggregated(regions: try Concordance.keeping(["JPN", "USA"], of: table))
    let back = try Self.loaded(FolderWriter.economy(new, provenance: "p"))
    expectSame(back.table, new)
    #expect(back.table.description.source == new.description.source)
    #expect(back.table.description.licence == table.description.licence)
  }

  @Test func hardNumbersAndNamesReadBack() throws {
    let numbers = [
      0.1, 1 / 3.0, 1e-300, 123_456_789.123_456_78, 1e22, -0.0, .leastNonzeroMagnitude,
      .leastNormalMagnitude,
      -1e-5,
    ]
    let names = ["a,b", "say \"so\"", " edge"]
    let table = InputOutputTable(
      description: .init(
        name: "hard, \"very\"", year: nil, moneyUnit: "m", source: "two\nlines", licence: "",
        sha256: ""),
      separator: "", regions: [.init(code: "ALL", name: "All", nameJa: "全")],
      sectors: names.map { .init(code: $0, name: $0, nameJa: "日本") },
      countries: [.init(code: "ALL", region: 0)],
      nodeLabels: names, nodeRegion: [0, 0, 0], nodeSector: [0, 1, 2],
      intermediateUse: Matrix(rows: 3, columns: 3, elements: numbers), finalDemandLabels: ["f"],
      finalDemandRegion: [0], finalDemand: Matrix(rows: 3, columns: 1, elements: [7, 8, 9]),
      primaryInputLabels: ["v"],
      primaryInputs: Matrix(rows: 1, columns: 3, elements: [1, 2, 3]), grossOutput: [1, 2, 3])
    let back = try Self.loaded(FolderWriter.economy(table, provenance: ""))
    expectSame(back.table, table)
    #expect(back.table.description.name == table.description.name)
    #expect(back.table.description.source == table.description.source)
  }

  @Test func foldersAreWrittenWholeAndNeverOver() throws {
    let files = FolderWriter.economy(reshapedTables[0], provenance: "made by hand\n")
    try withTemporaryFolder { folder in
      try FolderWriter.write(files, to: NewFolder("\(folder)/deep/new"))
      let onDisk = try EconomyLoader.load("\(folder)/deep/new").table
      expectSame(onDisk, reshapedTables[0].aggregated())
      let manager = FileManager.default
      #expect(try manager.contentsOfDirectory(atPath: "\(folder)/deep") == ["new"])
      let error = try #require(throws: DiagnosticList.self) {
        try FolderWriter.write(files, to: NewFolder("\(folder)/deep/new"))
      }
      #expect(error.diagnostics.map(\.problem.code) == ["output-exists"])
      try manager.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: false)
      try FolderWriter.write(files, to: NewFolder("\(folder)/empty"))
    }
  }

  @Test func whatCannotBeWrittenLeavesNothing() throws {
    let files = FolderWriter.economy(reshapedTables[0], provenance: "")
    try withTemporaryFolder(["file": [1]]) { folder in
      for (path, code) in [("file", "output-exists"), ("file/below", "cannot-write")] {
        let error = try #require(throws: DiagnosticList.self) {
          try FolderWriter.write(files, to: NewFolder("\(folder)/\(path)"))
        }
        #expect(error.diagnostics.map(\.problem.code) == [code])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
    }
  }
}
