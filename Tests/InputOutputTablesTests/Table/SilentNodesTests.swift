import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

/// Near-zero outputs and totals among the sectors: found when a table is loaded.
@Suite struct SilentNodesTests {
  private func loaded(_ z: String, _ y: String, _ va: String? = nil) throws -> LoadedTable {
    var files = ["Z.csv": z, "Y.csv": y]
    files["VA.csv"] = va
    return try EconomyLoader.load("eco", files: files.mapValues { Array($0.utf8) })
  }

  /// Inputs of iron are ten million times its output: it counts as silent, with a warning.
  @Test func anOutputNextToNothingIsNotDividedBy() throws {
    let found = try loaded(
      ",iron,steel,svc\niron,0.0,2e-06,0.0\nsteel,20.0,10.0,5.0\nsvc,10.0,8.0,30.0\n",
      ",HFCE\niron,8e-07\nsteel,60.0\nsvc,80.0\n")
    #expect(found.table.isSilent == [true, false, false])
    #expect(found.table.technicalCoefficients.column(0) == [0, 0, 0])
    let warning = try #require(found.warnings.first { $0.problem.code == "flows-exceed-output" })
    #expect(warning.severity == .warning)
    #expect(warning.problem.message(in: .en).contains("`iron` 10714286"))
    #expect(warning.problem.message(in: .ja).contains("10 倍"))
    let note = TableAudit(found.table).nodes[0].note
    #expect(note.contains("flows-exceed-output"))
  }

  /// The limit itself is not beyond it, and a small node with small flows is none.
  @Test func theLimitIsOnTheRatioNotOnTheSize() {
    func silent(_ flow: Double, _ output: Double) -> Bool {
      let use = Matrix(rows: 2, columns: 2, elements: [0, 0, flow, 0])
      return InputOutputTable(
        description: .init(
          name: "", year: nil, moneyUnit: "", source: "", licence: "", sha256: ""),
        separator: "", regions: [.init(code: "A", name: "A", nameJa: "A")],
        sectors: ["a", "b"].map { .init(code: $0, name: $0, nameJa: $0) }, countries: [],
        nodeLabels: ["a", "b"], nodeRegion: [0, 0], nodeSector: [0, 1], intermediateUse: use,
        finalDemandLabels: [], finalDemandRegion: [], finalDemand: Matrix(rows: 2, columns: 0),
        primaryInputLabels: [], primaryInputs: Matrix(rows: 0, columns: 2),
        grossOutput: [output, 1e9]
      ).isSilent[0]
    }
    #expect(!silent(10, 1) && silent(10.001, 1))
    #expect(!silent(5e-9, 1e-9) && silent(1, 0) && silent(0, 0) && silent(0, -1))
  }

  /// Japan's mining sells 32 times what it makes, since nearly all of it is imported.
  @Test func competitiveImportsMakeNobodySilent() throws {
    let found = try loaded(
      ",mining,rest\nmining,1,200\nrest,3,50\n",
      ",HFCE,exports,(less) imports\nmining,5,1,-197\nrest,60,20,-10\n")
    #expect(found.table.isSilent == [false, false])
    #expect(!found.warnings.contains { $0.problem.code == "flows-exceed-output" })
  }

  @Test func aTotalAmongTheSectorsIsWarnedOf() throws {
    let found = try loaded(
      ",agr,man,Total\nagr,10.0,20.0,30.0\nman,30.0,5.0,35.0\nTotal,40.0,25.0,65.0\n",
      ",HFCE\nagr,70.0\nman,65.0\nTotal,135.0\n")
    let warning = try #require(found.warnings.first { $0.problem.code == "total-among-others" })
    #expect(warning.severity == .warning)
    #expect(warning.problem.message(in: .en).hasPrefix("the sector `Total` is the sum"))
    #expect(!warning.problem.message(in: .ja).isEmpty)
  }

  @Test func totalsOfARegionOfFinalDemandAndOfRowsAreToo() throws {
    let found = try loaded(
      ",A_x,A_y,A_z,B_x,B_y,B_z\nA_x,1,2,3,1,0,1\nA_y,4,5,9,2,1,3\nA_z,5,7,12,3,1,4\n"
        + "B_x,1,1,2,7,3,1\nB_y,2,0,2,1,5,2\nB_z,3,3,6,0,2,9\n",
      ",A_c,A_g,A_t,B_c\nA_x,5,4,9,1\nA_y,3,1,4,2\nA_z,8,5,13,3\nB_x,1,0,1,9\nB_y,2,2,4,8\n"
        + "B_z,0,3,3,7\n",
      ",A_x,A_y,A_z,B_x,B_y,B_z\nw,1,2,3,4,5,6\ns,2,2,4,4,1,3\nall,3,4,7,8,6,9\n")
    let totals = found.warnings.filter { $0.problem.code == "total-among-others" }
      .map { $0.problem.message(in: .en) }
    #expect(totals.count == 3)
    #expect(totals[0].contains("`A_z`") && !totals[0].contains("B_"))
    #expect(totals[1].contains("`A_t`") && totals[2].contains("`all`"))
  }

  /// Two alike are not a total, nor is a node that lacks one flow of the sum.
  @Test func whatOnlyResemblesATotalIsNone() throws {
    let two = try loaded(",a,b\na,1,2\nb,1,2\n", ",HFCE\na,3\nb,3\n")
    #expect(!two.warnings.contains { $0.problem.code == "total-among-others" })
    let near = try loaded(
      ",a,b,c\na,10,20,5\nb,30,5,5\nc,40,24,7\n", ",HFCE\na,70\nb,65\nc,135\n")
    #expect(!near.warnings.contains { $0.problem.code == "total-among-others" })
  }
}
