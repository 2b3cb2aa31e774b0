import Diagnostics
import InputOutputTables
import Testing

@Suite struct ConcordanceTests {
  private let table = reshapedTables[0]

  @Test func newCodesMayBeNamed() throws {
    let map = try concordance(
      "region,to,name,name_ja\nR0,N,North,北\nR1,N,,\nR2,S,South,\nR3,R3,,\n", .region, of: table)
    let new = table.aggregated(regions: map)
    #expect(new.regions.map(\.name) == ["North", "South", "R3"])
    #expect(new.regions.map(\.nameJa) == ["北", "South", "R3"])
  }

  @Test func everyMistakeIsToldAtOnceAtItsPlace() throws {
    let text = "region,to\nR0,N_1\nR0,S\nQ9,S\nR2,\n"
    let error = try #require(throws: DiagnosticList.self) {
      try concordance(text, .region, of: table)
    }
    #expect(
      error.diagnostics.map(\.problem.code) == [
        "holds-separator", "code-twice", "unknown-code", "empty-target", "unlisted-codes",
      ])
    let lines = error.diagnostics.map { diagnostic in
      diagnostic.place.map { text.utf8.prefix($0.range.lowerBound).count { $0 == 10 } + 1 }
    }
    #expect(lines == [2, 3, 4, 5, 1])
    for diagnostic in error.diagnostics {
      #expect(diagnostic.problem.message(in: .ja) != diagnostic.problem.message(in: .en))
    }
  }

  @Test func aRestThatHoldsMoreThanItsOwnRegionHasAnotherName() throws {
    let more = try Concordance.keeping(["R0"], rest: "R3", of: table)
    #expect(more.names["R3"]?.en == "Rest of the world")
    let alone = try Concordance.keeping(["R0", "R1", "R2"], rest: "R3", of: table)
    #expect(alone.names["R3"]?.en == table.regions[3].name)
  }

  @Test(arguments: ["sector,to\nS0,a\n", "to\na\n", "region\nR0\n"])
  func absentColumnsAreNamed(_ text: String) throws {
    let error = try #require(throws: DiagnosticList.self) {
      try concordance(text, .region, of: table)
    }
    #expect(error.diagnostics.allSatisfy { $0.problem.code == "missing-column" })
  }

  @Test(
    arguments: [
      (["R9", "R0", "R0"], "ROW", ["unknown-code", "code-twice"]), ([], "ROW", ["keeps-nothing"]),
      (["R0"], "R_W", ["holds-separator"]),
    ])
  func keepingExplainsItsMistakes(_ codes: [String], _ rest: String, _ found: [String]) throws {
    let error = try #require(throws: DiagnosticList.self) {
      try Concordance.keeping(codes, rest: rest, of: table)
    }
    #expect(error.diagnostics.map(\.problem.code) == found)
  }
}
