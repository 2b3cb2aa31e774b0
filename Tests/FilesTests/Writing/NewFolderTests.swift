import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

/// A folder is whole or not there, and only our own makes way.
@Suite struct NewFolderTests {
  /// Ours are the folders whose `mark` lists names and sizes, a line each.
  static let ownership = Ownership(mark: "mark") { folder in
    guard let data = FileManager.default.contents(atPath: folder + "/mark") else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard lines.first == "ours" else { return nil }
    return Dictionary(
      lines.dropFirst().compactMap { line in
        let parts = line.split(separator: " ")
        return Int(parts[0]).map { (String(parts[1]), $0) }
      }, uniquingKeysWith: { $1 })
  }

  /// Writes a folder of some files and its mark.
  static func write(_ names: [String], _ byte: UInt8, to path: String) throws {
    var folder = try NewFolder(path, replacing: ownership)
    for name in names { try folder.write([byte, byte], to: name) }
    let lines = ["ours"] + folder.files.map { "\($0.size) \($0.name)" }
    try folder.write(Array(lines.joined(separator: "\n").utf8), to: "mark")
    try folder.finish()
  }

  private func tree(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  private func code(_ work: () throws -> Void) throws -> String? {
    let error = try #require(throws: DiagnosticList.self) { try work() }
    return error.diagnostics.first?.problem.code
  }

  @Test func theLaterFolderReplacesTheEarlierWhole() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/deep/out"
      try Self.write(["a", "tables/x", "variants/v/y"], 1, to: path)
      #expect(
        try tree(path) == [
          "a", "mark", "tables", "tables/x", "variants", "variants/v", "variants/v/y",
        ])
      try Self.write(["a", "tables/z"], 2, to: path)
      #expect(try tree(path) == ["a", "mark", "tables", "tables/z"])
      #expect(try Array(Data(contentsOf: URL(filePath: path + "/a"))) == [2, 2])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/deep") == ["out"])
    }
  }

  @Test func anUnfinishedFolderLeavesNothing() throws {
    try withTemporaryFolder { folder in
      try Self.write(["a"], 1, to: folder + "/out")
      for path in ["out", "new/deep"] {
        var unfinished = try NewFolder("\(folder)/\(path)", replacing: Self.ownership)
        try unfinished.write([5], to: "tables/b")
      }
      #expect(try tree(folder) == ["out", "out/a", "out/mark"])
    }
  }

  /// Another's folder, a changed one, one without its mark, one with a file more or less.
  @Test func whatIsNotWhollyOursStays() throws {
    let manager = FileManager.default
    let changes: [(String) throws -> Void] = [
      { try TestSupport.write([7], to: $0 + "/notes") },
      { try TestSupport.write([7], to: $0 + "/tables/mine.csv") },
      { try TestSupport.write([7], to: $0 + "/a") },
      { try manager.removeItem(atPath: $0 + "/mark") },
      { try manager.removeItem(atPath: $0 + "/a") },
      { try TestSupport.write(Array("{\"name\": \"my app\"}".utf8), to: $0 + "/mark") },
      { try manager.createDirectory(atPath: $0 + "/empty", withIntermediateDirectories: false) },
      { try manager.createSymbolicLink(atPath: $0 + "/link", withDestinationPath: "/etc") },
    ]
    for change in changes {
      try withTemporaryFolder { folder in
        let path = folder + "/out"
        try Self.write(["a", "tables/x"], 1, to: path)
        try change(path)
        let before = try tree(folder)
        #expect(try code { try Self.write(["b"], 2, to: path) } == "foreign-files")
        #expect(try tree(folder) == before)
      }
    }
  }

  /// A folder that becomes another's while ours is written.
  @Test func whatAppearsMeanwhileStays() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      try Self.write(["a"], 1, to: path)
      var new = try NewFolder(path, replacing: Self.ownership)
      try new.write([2], to: "b")
      try TestSupport.write([7], to: path + "/notes")
      do throws(DiagnosticList) {
        try new.finish()
        Issue.record("finished over a file of others")
      } catch {
        #expect(error.diagnostics.map(\.problem.code) == ["foreign-files"])
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
          "a", "mark", "notes",
        ])
    }
  }

  /// A list that names files elsewhere removes none of them.
  @Test func aForgedListReachesNothingOutside() throws {
    try withTemporaryFolder(["victim": [9]]) { folder in
      let path = folder + "/out"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      try TestSupport.write(Array("ours\n1 ../victim\n1 link/victim".utf8), to: path + "/mark")
      try FileManager.default.createSymbolicLink(
        atPath: path + "/link", withDestinationPath: folder)
      #expect(try code { try Self.write(["a"], 1, to: path) } == "foreign-files")
      #expect(FileSystem.about(folder + "/victim") != nil)
    }
  }

  @Test func placesThatAreNoFolderAreRefusedAtOnce() throws {
    try withTemporaryFolder(["file": [9]]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/dangling", withDestinationPath: "nowhere")
      for (path, expected) in [
        ("", "nameless-output"), (folder + "/file", "not-a-folder"),
        (folder + "/dangling", "not-a-folder"), (folder + "/file/below", "cannot-write"),
        (folder + "/" + String(repeating: "x", count: 300), "cannot-write"),
        ("/proc/none/of/this", "cannot-write"), ("/dev/full", "not-a-folder"),
      ] {
        #expect(
          try code { _ = try NewFolder(path, replacing: Self.ownership) } == expected, "\(path)")
      }
      #expect(try tree(folder) == ["dangling", "file"])
    }
  }

  /// A link to a folder stands for the folder, and stays.
  @Test func aLinkToAFolderStays() throws {
    try withTemporaryFolder { folder in
      try Self.write(["a"], 1, to: folder + "/real")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "real")
      try Self.write(["b"], 2, to: folder + "/link/")
      #expect(try tree(folder) == ["link", "real", "real/b", "real/mark"])
    }
  }

  @Test func writersAtOnceLeaveOneWholeFolder() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/out"
      await withTaskGroup(of: Void.self) { group in
        for writer in 1...8 as ClosedRange<UInt8> {
          group.addTask {
            for _ in 0..<10 { try? Self.write(["a", "t/b", "own\(writer)"], writer, to: path) }
          }
        }
      }
      let found = try tree(path)
      let own = try #require(found.first { $0.hasPrefix("own") })
      #expect(found == ["a", "mark", own, "t", "t/b"])
      let bytes = try ["a", "t/b", own].flatMap {
        try Array(Data(contentsOf: URL(filePath: "\(path)/\($0)")))
      }
      #expect(Set(bytes).count == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
    }
  }

  @Test func leftoversOfKilledRunsGo() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/out"
      let dead = "\(folder)/.out.partial-" + String(repeating: "1", count: 32)
      try FileManager.default.createDirectory(
        atPath: dead + "/tables", withIntermediateDirectories: true)
      try TestSupport.write([], to: dead + "/.unfinished")
      try TestSupport.write([1], to: dead + "/tables/x")
      // Of the same name, but nobody's leftover: it is not marked.
      let kept = "\(folder)/.out.partial-" + String(repeating: "2", count: 32)
      try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
      try TestSupport.write([1], to: kept + "/precious")
      let living = try NewFolder(path, replacing: Self.ownership)
      try Self.write(["a"], 1, to: path)
      #expect(FileSystem.about(dead) == nil)
      #expect(FileSystem.about(kept + "/precious") != nil)
      #expect(FileSystem.about(living.partial) != nil)
    }
  }
}
