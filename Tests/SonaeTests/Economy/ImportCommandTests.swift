import Foundation
import TestSupport
import Testing

/// `sonae import` and `FORMAT:PATH` as users meet them.
struct ImportCommandTests {
  private let program = CommandLineTests()

  @Test func aProvidersFileBecomesAnEconomyThatScenariosRunOn() throws {
    try withTemporaryFolder { folder in
      try SyntheticICIO(regions: 3).write(to: folder + "/2022_SML.csv")
      let made = try program.run(
        "import", "icio", "2022_SML.csv", "--output", "made", in: folder)
      #expect(made.code == 0 && made.out.contains("3 regions, 50 sectors"))
      #expect(made.out.contains("licence: ") && !made.err.contains("rows"))
      #expect(
        try files(in: folder + "/made") == [
          "VA.csv", "Y.csv", "Z.csv", "countries.csv", "economy.csv", "provenance.json",
          "provenance.md", "regions.csv", "sectors.csv", "x.csv",
        ])
      let table = ["--table", "multipliers", "--format", "csv"]
      let one = try program.run(
        "inspect", "made", table[0], table[1], table[2], table[3], in: folder)
      let other = try program.run(
        "inspect", "icio:2022_SML.csv", table[0], table[1], table[2], table[3], in: folder)
      #expect(one.code == 0 && one.out == other.out && one.out.contains("XAA_C17_18"))
    }
  }

  @Test func aScenarioMayNameAProvidersFile() throws {
    try withTemporaryFolder { folder in
      try SyntheticICIO(regions: 2).write(to: folder + "/2022_SML.csv")
      let scenario = smallScenario.replacing("economy: small", with: "economy: icio:2022_SML.csv")
        .replacing("A.x", with: "XAA.D").replacing("A's goods", with: "power")
      try write(Array(scenario.utf8), to: folder + "/test.yaml")
      let outcome = try program.run("check", folder + "/test.yaml", in: "/")
      #expect(outcome.code == 0, "\(outcome.err)")
      let other = try program.run(
        "check", "test.yaml", "--economy", "figaro:2022_SML.csv", in: folder)
      #expect(other.code == 1 && other.err.contains("it looks like `oecd-icio`"))
    }
  }

  @Test func whatIsRefusedLeavesNothingAndSaysWhy() throws {
    try withTemporaryFolder(["bad.csv": Array("V1,AAA_A01,AAA_HFCE\nAAA_A01,x,1\n".utf8)]) {
      folder in
      let bad = try program.run("import", "oecd-icio", "bad.csv", "-o", "made", in: folder)
      #expect(bad.code == 1 && bad.out.isEmpty)
      #expect(bad.err.contains("bad.csv:2:9: error: `x` is not a number"))
      let unknown = try program.run("import", "oecd-icoi", "bad.csv", "-o", "made", in: folder)
      #expect(unknown.code == 1 && unknown.err.contains("did you mean `oecd-icio`?"))
      let taken = try program.run("import", "icio", "bad.csv", "-o", ".", in: folder)
      #expect(taken.code == 1 && taken.err.contains("is already there"))
      #expect(try files(in: folder) == ["bad.csv"])
    }
  }

  @Test func formatsAreListedWithWhatToDownloadAndTheirLicence() throws {
    let list = try program.run("list", "formats", "--format", "csv", in: "/")
    #expect(list.code == 0 && list.out.contains("oecd-icio,") && list.out.contains("CC BY-SA 4.0"))
    let japanese = try program.run("list", "formats", "--language", "ja", in: "/")
    #expect(japanese.out.contains("入手するもの"))
  }
}
