import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

@Suite struct NewFileTests {
  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func aFileIsWholeOrNotThere() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a"
      do {
        let file = try NewFile(path)
        try file.append([1, 2] as [UInt8])
        #expect(try names(folder).count == 1 && FileSystem.about(path) == nil)
      }
      #expect(try names(folder).isEmpty)
      try NewFile.write([1, 2, 3], to: path)
      try NewFile.write([4], to: path)
      #expect(try Array(Data(contentsOf: URL(filePath: path))) == [4] && names(folder) == ["a"])
    }
  }

  /// A link where the file goes is replaced itself; what it points at stays as it is.
  @Test func aPlantedLinkIsNotFollowed() throws {
    try withTemporaryFolder(["victim": [9]]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a", withDestinationPath: "victim")
      try NewFile.write([1], to: folder + "/a")
      #expect(try Array(Data(contentsOf: URL(filePath: folder + "/victim"))) == [9])
      #expect(FileSystem.about(folder + "/a", followingLinks: false)?.kind == .file)
    }
  }

  @Test func whatIsThereStaysUnlessItIsToBeReplaced() throws {
    try withTemporaryFolder(["a": [9]]) { folder in
      let error = try #require(throws: DiagnosticList.self) {
        try NewFile.write([1], to: folder + "/a", replacing: false)
      }
      #expect(error.diagnostics.map(\.problem.code) == ["output-exists"])
      #expect(try Array(Data(contentsOf: URL(filePath: folder + "/a"))) == [9])
      #expect(try names(folder) == ["a"])
    }
  }

  @Test(arguments: ["", "no/such/folder", "a/below", String(repeating: "x", count: 300)])
  func whatCannotBeWrittenIsToldInWords(_ name: String) throws {
    try withTemporaryFolder(["a": [9]]) { folder in
      let error = try #require(throws: DiagnosticList.self) {
        try NewFile.write([1], to: name.isEmpty ? "" : "\(folder)/\(name)")
      }
      for language in Language.allCases {
        let text = error.text(in: language)
        #expect(!text.contains("Domain") && !text.contains("errno") && text.contains("\n"))
      }
      #expect(try names(folder) == ["a"])
    }
  }

  /// What a killed run left goes with the next good one; what somebody still writes stays.
  @Test func leftoversGoUnlessTheyAreBeingWritten() throws {
    try withTemporaryFolder { folder in
      let dead = ".a.partial-" + String(repeating: "0a", count: 16)
      try write([1], to: "\(folder)/\(dead)")
      try write([1], to: "\(folder)/.a.partial-notes")
      let other = try NewFile(folder + "/a")
      #expect(try names(folder).count == 3)
      try NewFile.write([2], to: folder + "/a")
      let left = try names(folder)
      #expect(left.count == 3 && left.contains("a") && left.contains(".a.partial-notes"))
      try other.append([3] as [UInt8])
    }
  }
}
