import ArgumentParser
import Diagnostics
import Foundation
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

@testable import sonae

/// `sonae economy` as its users meet it.
struct EconomyCommandTests {
  let program = CommandLineTests()

  /// A folder with the small economy in `small` and other files beside it.
  func withEconomy(
    _ files: [String: String] = [:], _ body: (String) throws -> Void
  ) throws {
    try withTemporaryFolder(files.mapValues { Array($0.utf8) }) { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/small", withIntermediateDirectories: false)
      for (name, text) in smallEconomy {
        try write(Array(text.utf8), to: "\(folder)/small/\(name)")
      }
      try body(folder)
    }
  }

  @Test func keepingRegionsWritesAnEconomyThatLoads() throws {
    try withEconomy { folder in
      let outcome = try program.run(
        "economy", "aggregate", "small", "--keep-regions", "B", "--output", "two", in: folder)
      #expect(outcome.code == 0 && outcome.out.contains("Gross output"))
      #expect(!outcome.out.contains("2.00"), "counts are whole numbers")
      let table = try EconomyLoader.load(folder + "/two", strict: true).table
      #expect(table.regions.map(\.code) == ["B", "ROW"])
      #expect(table.grossOutput == [50, 50, 50, 70])
      let note = try text(folder + "/two/provenance.txt")
      #expect(note.contains("--keep-regions B") && note.contains("SHA-256 "))
      #expect(table.description.name == "two")
    }
  }

  @Test func splittingAndJoiningAgainGivesTheSameFiles() throws {
    let files = [
      "weights.csv": "sector,to,weight\nx,x1,1\nx,x2,1\n",
      "join.csv": "sector,to\nx1,x\nx2,x\ny,y\n",
    ]
    try withEconomy(files) { folder in
      let split = try program.run(
        "economy", "split", "small", "--weights", "weights.csv", "--output", "parts", in: folder)
      let join = try program.run(
        "economy", "aggregate", "parts", "--sectors", "join.csv", "--output", "again", in: folder)
      let export = try program.run("economy", "export", "small", "--output", "plain", in: folder)
      #expect([split.code, join.code, export.code] == [0, 0, 0])
      for file in ["Z.csv", "Y.csv", "VA.csv", "x.csv"] {
        #expect(try text("\(folder)/again/\(file)") == text("\(folder)/plain/\(file)"))
      }
    }
  }

  @Test func newTotalsAreMetAndReported() throws {
    let files = ["totals.csv": "label,row_total,column_total\nA_x,60,\nA_HFCE,,63\n"]
    try withEconomy(files) { folder in
      let outcome = try program.run(
        "economy", "update", "small", "--totals", "totals.csv", "--output", "new", "--format",
        "csv",
        in: folder)
      #expect(outcome.code == 0 && outcome.out.contains("\nRounds,,"))
      let table = try EconomyLoader.load(folder + "/new", strict: true).table
      #expect(abs(table.grossOutput[0] - 60) < 1e-9)
      #expect(abs(table.finalDemand.columnSums[0] - 63) < 1e-6)
    }
  }

  @Test func totalsThatAreNotMetEndWithTwoAndWriteNothing() throws {
    let files = ["totals.csv": "label,row_total,column_total\nA_x,60,\nA_HFCE,,63\n"]
    try withEconomy(files) { folder in
      let outcome = try program.run(
        "economy", "update", "small", "--totals", "totals.csv", "--output", "new", "--rounds", "1",
        in: folder)
      #expect(outcome.code == 2 && outcome.err.contains("after 1 rounds"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
    }
  }

  @Test func pymrioFilesAreWritten() throws {
    try withEconomy { folder in
      let outcome = try program.run(
        "economy", "export", "small", "--layout", "pymrio", "--output", "out", in: folder)
      #expect(outcome.code == 0)
      #expect(
        try files(in: folder + "/out") == [
          "Y.txt", "Z.txt", "factor_inputs/F.txt", "factor_inputs/file_parameters.json",
          "factor_inputs/unit.txt", "file_parameters.json", "provenance.txt", "unit.txt", "x.txt",
        ])
    }
  }

  @Test func mistakesOfAConcordanceShowTheirLine() throws {
    try withEconomy(["map.csv": "region,to\nA,X\nC,X\n"]) { folder in
      let outcome = try program.run(
        "economy", "aggregate", "small", "--regions", "map.csv", "--output", "o", in: folder)
      #expect(outcome.code == 1 && outcome.err.contains("map.csv:3:1"))
      #expect(outcome.err.contains("no region `C`") && outcome.err.contains("not listed: `B`"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/o"))
      let taken = try program.run(
        "economy", "aggregate", "small", "--keep-regions", "A", "--output", "small", in: folder)
      #expect(taken.code == 1 && taken.err.contains("already there"))
    }
  }

  @Test(
    arguments: [
      ["aggregate", "small", "--output", "o"],
      ["aggregate", "small", "--output", "o", "--regions", "a", "--keep-regions", "b"],
      ["export", "small", "--output", "o", "--name", "n"],
      ["update", "small", "--output", "o", "--totals", "t", "--rounds", "0"],
    ])
  func optionsThatMakeNoSenseAreUsageErrors(_ arguments: [String]) {
    #expect(throws: (any Error).self) { try Sonae.parseAsRoot(["economy"] + arguments) }
  }
}
