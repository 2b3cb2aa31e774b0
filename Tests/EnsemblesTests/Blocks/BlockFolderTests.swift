import Diagnostics
import Ensembles
import Files
import Foundation
import TestSupport
import Testing

@Suite struct BlockFolderTests {
  private let block = EnsembleBlock(part: .draws, number: 3, rows: 768..<770)

  private func tables(_ value: Double) -> BlockFolder.Tables {
    .init(
      runs: [
        ParquetColumn("draw", .integers([768, 769])), ParquetColumn("x", .numbers([value, nil])),
      ], paths: [ParquetColumn("output", .numbers([1, value]))])
  }

  private func code(_ work: () throws -> Void) -> String? {
    do { try work() } catch let list as DiagnosticList {
      return list.diagnostics.first?.problem.code
    } catch { return "\(error)" }
    return nil
  }

  @Test func whatIsWrittenIsReadBackAndASecondWriterMustAgree() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      let first = try BlockFolder(path, plan: "plan", isShared: false)
      #expect(first.tables(block) == nil)
      try first.write(block, tables(1))
      #expect(first.tables(block) == tables(1))
      let second = try BlockFolder(path, plan: "plan", isShared: true)
      try second.write(block, tables(1))
      #expect(code { try second.write(block, tables(2)) } == "block-differs")
      #expect(second.tables(block) == tables(1))
    }
  }

  /// Parts of a job array start at the same moment: whoever looks while another makes the folder joins it.
  @Test func whoStartsAtTheSameMomentJoins() async throws {
    try await withTemporaryFolder { folder in
      for round in 0..<1000 {
        let path = "\(folder)/\(round)"
        let codes = await withTaskGroup(of: String?.self) { group in
          for _ in 0..<4 {
            group.addTask {
              self.code { _ = try BlockFolder(path, plan: "plan", isShared: true) }
            }
          }
          return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(codes == [nil, nil, nil, nil])
      }
    }
  }

  /// Machines with other libraries pack the same values in other bytes.
  @Test func whoPacksTheSameValuesOtherwiseAgrees() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      let opened = try BlockFolder(path, plan: "plan", isShared: false)
      let plain = ParquetWriter.bytes(tables(1).runs, rowsPerGroup: 1, packing: .none)
      try Data(plain).write(to: URL(filePath: path + "/blocks/3.parquet"))
      #expect(opened.tables(block) == nil)
      try opened.write(block, tables(1))
      #expect(opened.tables(block) == tables(1))
      let there = try Data(contentsOf: URL(filePath: path + "/blocks/3.parquet"))
      #expect(there == Data(plain))
    }
  }

  /// What nobody can read is done anew; what can be read and differs is never overwritten.
  @Test(arguments: ["3.parquet", "paths-3.parquet", "3.json"])
  func aDamagedBlockIsWrittenAnew(_ name: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      let opened = try BlockFolder(path, plan: "plan", isShared: false)
      try opened.write(block, tables(1))
      let file = URL(filePath: path + "/blocks/" + name)
      for bytes in [try Data(contentsOf: file).dropLast(7), Data()] {
        try bytes.write(to: file)
        #expect(opened.tables(block) == nil)
        try opened.write(block, tables(1))
        #expect(opened.tables(block) == tables(1))
      }
      #expect(code { try opened.write(block, tables(2)) } == "block-differs")
    }
  }

  @Test func aDamagedOrHalfWrittenBlockIsNotWhole() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      let opened = try BlockFolder(path, plan: "plan", isShared: false)
      try opened.write(block, tables(1))
      try FileManager.default.removeItem(atPath: path + "/blocks/3.json")
      #expect(opened.tables(block) == nil)
      try opened.write(block, tables(1))
      #expect(opened.tables(block) != nil)
      for name in ["paths-3", "3"] {
        try Data("x".utf8).write(to: URL(filePath: path + "/blocks/\(name).parquet"))
        #expect(opened.tables(block) == nil)
      }
    }
  }

  @Test func foldersOfOthersAreRefused() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      _ = try BlockFolder(path, plan: "plan", isShared: false)
      #expect(code { _ = try BlockFolder(path, plan: "plan", isShared: false) } == "ensemble-begun")
      #expect(code { _ = try BlockFolder(path, plan: "other", isShared: true) } == "other-ensemble")
      #expect(code { _ = try BlockFolder(reading: folder) } == "no-ensemble")
      try Data("x".utf8).write(to: URL(filePath: folder + "/mine.txt"))
      #expect(
        code { _ = try BlockFolder(folder, plan: "p", isShared: true) } == "foreign-ensemble-folder"
      )
      #expect(FileManager.default.fileExists(atPath: folder + "/mine.txt"))
    }
  }
}
