import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@Suite struct EconomyLoaderTests {
  @Test func everyFileOfASmallFolderIsRead() throws {
    let loaded = try load()
    let table = loaded.table
    #expect(loaded.warnings.isEmpty)
    #expect(table.nodeLabels == ["A_x", "A_y", "B_x", "B_y"] && table.separator == "_")
    #expect(table.nodeRegion == [0, 0, 1, 1] && table.nodeSector == [0, 1, 0, 1])
    #expect(table.regions.map(\.nameJa) == ["甲", "乙"])
    #expect(table.sectors.map(\.name) == ["Goods", "Services"])
    #expect(table.countries.map(\.code) == ["AAA", "BBB"])
    #expect(table.countries.map(\.region) == [0, 1])
    #expect(table.intermediateUse[1, 3] == 3 && table.finalDemand[3, 1] == 4)
    #expect(table.finalDemandRegion == [0, 0, 1])
    #expect(
      table.valueAdded == [34, 42, 35, 29] && table.primaryInputLabels == ["wages", "profits"])
    #expect(table.grossOutput == [50, 70, 50, 50])
    #expect(table.description.year == 2020 && table.description.moneyUnit == "million USD")
    #expect(table.description.sha256.utf8.count == 64)
  }

  @Test func absentFilesAreMadeUpFromTheOthers() throws {
    let absent: [String: String?] = [
      "VA.csv": nil, "x.csv": nil, "economy.csv": nil, "sectors.csv": nil, "regions.csv": nil,
      "countries.csv": nil,
    ]
    let table = try load(absent).table
    #expect(table.grossOutput == [50, 70, 50, 50])
    #expect(table.valueAdded == [34, 42, 35, 29])
    #expect(table.regions.map(\.name) == ["A", "B"] && table.description.moneyUnit == "money")
  }

  @Test func otherOrdersAreSortedByLabelWithANote() throws {
    let loaded = try load([
      "Y.csv": ",A_HFCE,A_GFCF,B_HFCE\nB_y,1,4,25\nB_x,2,3,30\nA_y,30,5,6\nA_x,20,10,4\n",
      "VA.csv": ",B_y,A_x,A_y,B_x\nwages,20,20,30,25\nprofits,9,14,12,10\n",
      "x.csv": "label,x\nB_y,50\nA_y,70\nB_x,50\nA_x,50\n",
      "Z.csv": ",A_x,A_y,B_x,B_y\nB_y,2,2,4,12\nA_y,4,20,2,3\nA_x,10,5,1,0\nB_x,0,1,8,6\n",
    ])
    let plain = try load().table
    #expect(
      loaded.warnings.map(\.problem.code) == ["reordered", "reordered", "reordered", "reordered"])
    #expect(loaded.warnings.allSatisfy { $0.severity == .note })
    #expect(loaded.table.intermediateUse == plain.intermediateUse)
    #expect(loaded.table.finalDemand == plain.finalDemand)
    #expect(loaded.table.primaryInputs == plain.primaryInputs)
    #expect(loaded.table.grossOutput == plain.grossOutput)
  }

  @Test func lineEndsMarksQuotesAndEmptyCellsDoNotChangeTheNumbers() throws {
    let plain = try load().table
    let z =
      "\u{FEFF}\"\",\"A_x\",A_y,B_x,B_y\r\nA_x,10,5,\"1\",\r\nA_y, 4 ,2e1,2,3.\r\nB_x,,1,8,6\r\nB_y,2,+2,4,12"
    #expect(try load(["Z.csv": z]).table.intermediateUse == plain.intermediateUse)
  }

  @Test func packedFilesAreReadAndHashLikePlainOnes() throws {
    let flat = "label,x\na,1\n"
    let one: [String: String?] = [
      "Z.csv": ",a\na,0.4\n", "Y.csv": ",HFCE\na,0.6\n", "VA.csv": nil, "regions.csv": nil,
      "countries.csv": nil, "sectors.csv": nil,
    ]
    let plain = try load(one.merging(["x.csv": flat]) { $1 }).table
    let packed = try load(
      one.merging(["x.csv": nil]) { $1 }, bytes: ["x.csv.gz": packedRows[0]]
    ).table
    #expect(packed.grossOutput == [1])
    #expect(packed.description.sha256 == plain.description.sha256)
  }

  @Test func bundledEconomyLoadsByName() throws {
    #expect(
      EconomyLoader.bundledNames() == [
        "g7plus-2011", "wiod-2014", "world-2022", "world-2022-detail",
      ])
    let loaded = try EconomyLoader.load("g7plus-2011", relativeTo: "/nowhere")
    let table = loaded.table
    #expect(table.nodeCount == 595 && table.regions.count == 17 && table.sectors.count == 35)
    #expect(table.countries.count == 250)
    #expect(table.regions[0].nameJa == "日本")
    #expect(loaded.warnings.map(\.problem.code) == ["zero-output", "negative-final-demand"])
    for (country, region) in [("SAU", "ROW"), ("ESP", "REU"), ("TWN", "TWN"), ("HKG", "ROW")] {
      let home = table.countries.first { $0.code == country }?.region
      #expect(home.map { table.regions[$0].code } == region)
    }
  }

  @Test func foldersOnDiskReadLikeFilesInMemory() throws {
    let files = smallFolder.mapValues { Array($0.utf8) }
    try withTemporaryFolder(files.merging(["x.csv.gz": packedRows[0]]) { $1 }) { folder in
      let onDisk = try EconomyLoader.load(folder, relativeTo: nil, strict: true)
      let inMemory = try load().table
      #expect(onDisk.table.description.sha256 == inMemory.description.sha256)
      #expect(onDisk.table.intermediateUse == inMemory.intermediateUse)
      #expect(onDisk.warnings.map(\.problem.code) == ["two-forms"])
    }
  }

  @Test func mistakesOnDiskNameTheFile() throws {
    try withTemporaryFolder(["Z.csv": Array(",a\na,b\n".utf8), "Y.csv": Array(",f\na,1\n".utf8)]) {
      folder in
      let error = try #require(throws: DiagnosticList.self) { try EconomyLoader.load(folder) }
      #expect(error.diagnostics.map { $0.place?.source.name } == ["\(folder)/Z.csv"])
    }
  }

  @Test func pathsAreRelativeToTheGivenFolder() throws {
    let files = smallFolder.mapValues { Array($0.utf8) }
    try withTemporaryFolder(files) { folder in
      let parts = folder.split(separator: "/")
      let parent = "/" + parts.dropLast().joined(separator: "/")
      let name = parts.last.map(String.init) ?? ""
      let relative = try EconomyLoader.load(name, relativeTo: parent)
      let absolute = try EconomyLoader.load(folder, relativeTo: "/nowhere")
      #expect(relative.table.nodeCount == 4 && absolute.table.nodeCount == 4)
    }
  }

  @Test(arguments: ["", "g7plus", "no/such/folder", "nul\0byte"])
  func unknownNamesListWhatThereIs(_ name: String) throws {
    let error = try #require(throws: DiagnosticList.self) {
      try EconomyLoader.load(name, relativeTo: "/somewhere")
    }
    let problem = try #require(error.diagnostics.first).problem
    #expect(error.diagnostics.count == 1 && problem.code == "unknown-economy")
    #expect(problem.message(in: .en).contains("/somewhere/\(name)"))
    #expect(problem.help(in: .ja)?.contains("g7plus-2011") == true)
  }

  @Test func aFileIsNotAFolder() throws {
    try withTemporaryFolder(["Z.csv": [44]]) { folder in
      let error = try #require(throws: DiagnosticList.self) {
        try EconomyLoader.load(folder + "/Z.csv")
      }
      #expect(error.diagnostics.map(\.problem.code) == ["not-a-folder"])
    }
  }

  @Test(
    .enabled(if: sharedData("tables") != nil),
    arguments: [
      (
        "us_bea2017_ixi402", 402,
        ["negative-value-added", "negative-intermediate", "negative-final-demand"]
      ),
      ("wiod2011_full", 1435, ["unbalanced-rows", "zero-output", "negative-final-demand"]),
      ("wiod2016_niot_JPN_2014_56", 56, ["zero-output", "negative-final-demand"]),
      ("japan2011_13", 13, ["negative-final-demand"]),
    ])
  func publishedTablesLoadWithTheirKnownFlaws(
    _ known: (name: String, nodes: Int, warnings: [String])
  ) throws {
    let path = try #require(sharedData("tables/\(known.name)"))
    let loaded = try EconomyLoader.load(path)
    #expect(loaded.table.nodeCount == known.nodes)
    #expect(loaded.warnings.map(\.problem.code) == known.warnings)
  }
}
