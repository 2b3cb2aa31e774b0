import Diagnostics
import FoundationEssentials
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// What the rows under a table are: by column, by name, and kept by whatever is done to a table.
@Suite struct PrimaryInputKindTests {
  @Test(
    arguments: [
      ("VA", .valueAdded), ("wages", .valueAdded), ("Compensation of employees", .valueAdded),
      ("W2_D1", .valueAdded), ("W2_D29X39", .valueAdded), ("W2_B2A3G", .valueAdded),
      ("r64 Value added at basic prices", .valueAdded),
      ("Other net taxes on production", .valueAdded),
      ("Taxes on production and imports, less subsidies", .valueAdded),
      ("Indirect taxes (except custom duties)", .valueAdded),
      ("Operating surplus: Consumption of fixed capital", .valueAdded),
      ("家計外消費支出（行）", .valueAdded), ("雇用者所得", .valueAdded),
      ("間接税（除関税・輸入品商品税）", .valueAdded), ("（控除）経常補助金", .valueAdded),
      ("IMPORTS", .imports), ("imported inputs", .imports), ("輸入", .imports), ("移輸入", .imports),
      ("Direct purchases abroad by residents", .imports), ("TLS", .productTaxes),
      ("JPN_TAXSUB", .productTaxes), ("TXSP", .productTaxes), ("W2_D21X31", .productTaxes),
      ("taxes less subsidies on products", .productTaxes), ("関税", .productTaxes),
      ("Taxes less subsidies on products purchased: Total", .productTaxes),
      ("輸入品商品税", .productTaxes), ("IntTTM", .margins), ("TTM", .margins),
      ("International Transport Margins", .margins), ("CIF/ FOB adjustments margins", .margins),
    ] as [(String, PrimaryInputKind)])
  func namesSayTheKind(_ label: String, _ kind: PrimaryInputKind) {
    #expect(PrimaryInputKind(label: label) == kind)
  }

  @Test(arguments: ["q", "ROUNDING", "row 7"]) func otherNamesSayNone(_ label: String) {
    #expect(PrimaryInputKind(label: label) == nil)
  }

  @Test(
    arguments: [
      ("EXP", .exports), ("EXPORTS", .exports), ("81_Exports total", .exports), ("輸出", .exports),
      ("移輸出", .exports), ("F04000", .exports), ("84_(less) Imports", .imports),
      ("85_(less) Custom duties", .imports), ("(控除）輸入計", .imports), ("HFCE", .domestic),
      ("P3_S14", .domestic), ("INVNT", .domestic),
    ] as [(String, FinalDemandKind)])
  func columnsSayWhoBuys(_ label: String, _ kind: FinalDemandKind) {
    #expect(FinalDemandKind(label: label) == kind)
    #expect(FinalDemandKind(label: "JPN_" + label, region: "JPN") == kind)
  }

  /// The case that made GDP 135 instead of 80.
  @Test func importsAreNotValueAdded() throws {
    let loaded = try national()
    let table = loaded.table
    #expect(table.valueAdded == [40, 40] && table.importedInputs == [20, 35])
    #expect(table.allPrimaryInputs == [60, 75] && table.exportsOutside == [20, 25])
    #expect(table.primaryInputKinds == [.imports, .valueAdded, .valueAdded])
    #expect(loaded.warnings.map(\.problem.code) == ["kinds-by-name"])
    let note = try #require(loaded.warnings.first).problem.message(in: .en)
    #expect(note.contains("value added: `wages`, `surplus`; imports: `IMPORTS`"))
  }

  @Test func theColumnDecidesWhereItStands() throws {
    for header in [",kind,agr,man", ",agr,man,kind"] {
      let isFirst = header.hasPrefix(",kind")
      let row = { (label: String, kind: String, cells: String) in
        isFirst ? "\(label),\(kind),\(cells)\n" : "\(label),\(cells),\(kind)\n"
      }
      let text =
        header + "\n" + row("a", "Imports", "20,35") + row("b", "value  added", "30,25")
        + row("wages", "生産物税", "4,6") + row("c", "margins", "6,9")
      let loaded = try national(text)
      #expect(loaded.warnings.isEmpty)
      #expect(
        loaded.table.primaryInputKinds == [.imports, .valueAdded, .productTaxes, .margins])
      #expect(loaded.table.valueAdded == [30, 25])
    }
  }

  @Test func anEmptyCellLeavesItToTheName() throws {
    let loaded = try national(",kind,agr,man\nIMPORTS,,20,35\nq,,40,40\n")
    #expect(loaded.table.primaryInputKinds == [.imports, .valueAdded])
    #expect(loaded.warnings.map(\.problem.code) == ["kinds-by-name"])
  }

  @Test func wordsThatAreNoKindAreRefusedAllAtOnce() throws {
    let error = try #require(throws: DiagnosticList.self) {
      try national(",kind,agr,man\na,importz,20,35\nb,wages,40,40\n")
    }
    #expect(error.diagnostics.map(\.problem.code) == ["unknown-kind", "unknown-kind"])
    #expect(error.text(in: .en).contains("VA.csv:2:3"))
    #expect(error.diagnostics[0].problem.help(in: .en) == "did you mean `imports`?")
    #expect(error.diagnostics.allSatisfy { $0.problem.help(in: .ja) != nil })
  }

  @Test func aRowThatLacksItsKindIsTooShort() throws {
    let error = try #require(throws: DiagnosticList.self) {
      try national(",agr,man,kind\nIMPORTS,20,35\n")
    }
    #expect(error.diagnostics.map(\.problem.code) == ["wrong-cell-count"])
  }

  @Test func aSectorOfThatNameKeepsItsColumn() throws {
    let loaded = try EconomyLoader.load(
      "kind",
      files: [
        "Z.csv": ",kind,b\nkind,1,2\nb,3,4\n", "Y.csv": ",HFCE\nkind,7\nb,8\n",
        "VA.csv": ",kind,b\nVA,6,9\n",
      ].mapValues { Array($0.utf8) })
    #expect(loaded.table.valueAdded == [6, 9] && loaded.table.kindColumn.isEmpty)
  }

  /// Without a row of imports they may hide in value added: said, since nothing else would show it.
  @Test func exportsWithoutImportsAreWarnedOf() throws {
    let loaded = try national(",agr,man\nwages,40,50\nsurplus,20,25\n")
    #expect(loaded.warnings.map(\.problem.code) == ["no-imports"])
    #expect(loaded.warnings[0].severity == .warning)
    let closed = try EconomyLoader.load(
      "closed",
      files: ["Z.csv": ",a\na,1\n", "Y.csv": ",HFCE\na,2\n"].mapValues { Array($0.utf8) })
    #expect(closed.warnings.isEmpty)
  }

  /// For any table output is the sum of everything below it, and GDP that of value added alone.
  @Test(arguments: 1...8) func outputIsTheSumOfAllRows(_ seed: Int) throws {
    let table = randomNationalTable(sectors: 2 + seed % 6, seed: UInt64(seed))
    let bought = table.intermediateUse.columnSums
    for j in 0..<table.nodeCount {
      let kinds = PrimaryInputKind.allCases.reduce(0) { $0 + table.primaryInputs($1)[j] }
      #expect(abs(bought[j] + kinds - table.grossOutput[j]) < 1e-9 * table.grossOutput[j])
      #expect(
        abs(table.valueAdded[j] - table.primaryInputs[0, j] - table.primaryInputs[1, j]) < 1e-9)
    }
    #expect(TableAudit(table).nodes.allSatisfy { $0.columnGap < 1e-12 })
  }

  @Test(arguments: 1...4) func kindsOutliveFoldersCachesAndChangesOfShape(_ seed: Int) throws {
    let table = randomNationalTable(sectors: 4, seed: UInt64(seed))
    let files = FolderWriter.economy(table, provenance: "")
    let again = try EconomyLoader.load(
      "again", files: Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) }))
    #expect(again.table.primaryInputKinds == table.primaryInputKinds)
    #expect(!again.warnings.contains { $0.problem.code == "kinds-by-name" })
    #expect(table.aggregated().primaryInputKinds == table.primaryInputKinds)
    #expect(table.aggregated().finalDemandKinds == table.finalDemandKinds)
    try withTemporaryFolder { folder in
      #expect(TableCache.write(table, key: "k", to: folder + "/t"))
      let kept = try #require(TableCache.read(folder + "/t", key: "k")).table
      #expect(kept.primaryInputKinds == table.primaryInputKinds)
      #expect(kept.valueAdded == table.valueAdded)
    }
  }

  @Test func pymrioNamesCarryWhatTheyDoNotSay() throws {
    let loaded = try national(",kind,agr,man\nabroad,imports,20,35\nwages,value added,40,40\n")
    let files = FolderWriter.pymrio(loaded.table, provenance: "")
    let factors = try #require(files.first { $0.name == "factor_inputs/F.txt" }).bytes
    let text = String(decoding: factors, as: UTF8.self)
    #expect(text.contains("abroad (imports)\t20") && text.contains("\nwages\t40"))
    #expect(PrimaryInputKind(label: "abroad (imports)") == .imports)
    for kind in PrimaryInputKind.allCases {
      #expect(PrimaryInputKind(label: "q (\(kind.rawValue))") == kind)
    }
  }

  private func national(
    _ va: String = ",agr,man\nIMPORTS,20,35\nwages,30,25\nsurplus,10,15\n"
  ) throws(DiagnosticList) -> LoadedTable {
    try EconomyLoader.load(
      "nat",
      files: [
        "Z.csv": ",agr,man\nagr,10,20\nman,30,5\n",
        "Y.csv": ",HFCE,EXPORTS\nagr,50,20\nman,40,25\n", "VA.csv": va,
      ].mapValues { Array($0.utf8) })
  }
}
