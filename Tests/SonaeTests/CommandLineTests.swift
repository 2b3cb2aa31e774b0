import Foundation
import TestSupport
import Testing

/// The program as its users meet it: exit codes, and what goes where.
struct CommandLineTests {
  struct Outcome {
    let code: Int32
    let out: String
    let err: String
  }

  /// The built program beside the tests.
  static let binary: String? = {
    let start = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    var folders = [repository.appending(path: ".build/release")]
    var folder = start
    for _ in 0..<6 {
      folder = folder.deletingLastPathComponent()
      folders.append(folder)
    }
    return folders.map { $0.appending(path: "sonae").path }.first {
      isFile($0) && FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Runs the program.
  func run(
    _ arguments: String..., in directory: String, binary: String? = binary
  ) throws -> Outcome {
    try run(arguments, in: directory, binary: binary)
  }

  /// Runs the program, its streams to files so that no pipe fills up.
  func run(
    _ arguments: [String], in directory: String, binary: String? = binary
  ) throws -> Outcome {
    let program = try #require(binary, "the program is not built beside the tests")
    return try withTemporaryFolder(["out": [], "err": []]) { folder in
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = arguments
      process.currentDirectoryURL = URL(filePath: directory)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder + "/out"))
      process.standardError = try FileHandle(forWritingTo: URL(filePath: folder + "/err"))
      try process.run()
      process.waitUntilExit()
      return Outcome(
        code: process.terminationStatus, out: try text(folder + "/out"),
        err: try text(folder + "/err"))
    }
  }

  @Test func aMissingFileIsRefused() throws {
    let outcome = try run("run", "nosuch.yaml", in: "/")
    #expect(outcome.code == 1 && outcome.out.isEmpty)
    #expect(outcome.err.contains("error: there is no scenario `nosuch.yaml`"))
    #expect(outcome.err.contains("help: "))
  }

  @Test func aNearMissIsSuggestedInTheChosenLanguage() throws {
    let outcome = try run("run", "hormuz-2062", "--language", "ja", in: "/")
    #expect(outcome.code == 1 && outcome.err.contains("エラー"))
    #expect(outcome.err.contains("`hormuz-2026` の誤りではありませんか"))
  }

  @Test(arguments: [
    ("title: x\n\teconomy: small\n", 2), ("title: x\neconomy: small\nhorizn: 3 days\n", 3),
    ("title: x\neconomy: small\nhorizon: 3 weeks or so\n", 3),
  ])
  func aMalformedFileIsRefusedWithItsPlace(_ scenario: String, _ line: Int) async throws {
    try await withSmallStudy(scenario: scenario) { folder in
      let outcome = try run("run", "test.yaml", in: folder)
      #expect(outcome.code == 1 && outcome.out.isEmpty)
      let place = try Regex("test\\.yaml:\(line):[0-9]+: error: ")
      #expect(outcome.err.contains(place))
    }
  }

  @Test(arguments: [["run"], ["run", "x", "--format", "pdf"], ["compare", "x"]])
  func misuseEndsWith64(_ arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.code == 64 && outcome.out.isEmpty && outcome.err.contains("Usage:"))
  }

  @Test func aMistypedCommandIsNamed() throws {
    let near = try run("rum", "x", in: "/")
    #expect(near.code == 64 && near.out.isEmpty && near.err.contains("did you mean `sonae run`?"))
    let far = try run("bogus-and-far", in: "/")
    #expect(far.code == 64 && far.err.contains("commands: bench, "))
    #expect(try run("help", "run", in: "/").code == 0)
  }

  private func run(_ arguments: [String]) throws -> Outcome {
    switch arguments.count {
    case 1: try run(arguments[0], in: "/")
    case 2: try run(arguments[0], arguments[1], in: "/")
    default: try run(arguments[0], arguments[1], arguments[2], arguments[3], in: "/")
    }
  }

  @Test func theProgramAloneRunsABundledScenarioFromAnywhere() throws {
    let program = try #require(Self.binary, "the program is not built beside the tests")
    try withTemporaryFolder { folder in
      let copy = folder + "/sonae"
      try FileManager.default.copyItem(atPath: program, toPath: copy)
      let outcome = try run("run", "hormuz-2026", "--format", "json", in: "/", binary: copy)
      #expect(outcome.code == 0)
      let object = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
      #expect((object as? [String: Any])?["schema"] as? String == "sonae.summary/1")
      #expect(!outcome.err.contains("error"))
    }
  }

  @Test func theCheckedFileRunsAsTheFile() async throws {
    try await withSmallStudy { folder in
      let checked = try run("check", "test.yaml", in: folder)
      #expect(checked.code == 0)
      try write(Array(checked.out.utf8), to: folder + "/checked.yaml")
      let results = try ["test.yaml", "checked.yaml"].map {
        try run("run", $0, "--format", "csv", in: folder)
      }
      #expect(results.allSatisfy { $0.code == 0 } && results[0].out == results[1].out)
      #expect(results[0].out.contains("region"))
    }
  }

  @Test func outputGoesToTheFolderAndTrajectoriesNeedOne() async throws {
    try await withSmallStudy { folder in
      let done = try run("run", "test.yaml", "--output", "out", "--trajectories", in: folder)
      #expect(done.code == 0)
      #expect(FileManager.default.fileExists(atPath: folder + "/out/manifest.json"))
      #expect(FileManager.default.fileExists(atPath: folder + "/out/production.csv"))
      #expect(try run("run", "test.yaml", "--trajectories", in: folder).code == 64)
    }
  }

  @Test func aStarterIsWrittenOnceAndIsValid() throws {
    try withTemporaryFolder { folder in
      #expect(try run("init", "mine", in: folder).code == 0)
      #expect(try run("check", "mine.yaml", in: folder).code == 0)
      let again = try run("init", "mine", in: folder)
      #expect(again.code == 1 && again.err.contains("`mine.yaml` is already there"))
    }
  }

  @Test func aDoubtfulResultEndsWith2WhenStrict() async throws {
    let collapse = smallScenario.replacing("for: 5 days, recovery: linear over 10 days", with: "")
      .replacing("by: 50%, from: day 2, ", with: "by: 90%").replacing("[A.x]", with: "['*.*']")
      .replacing("horizon: 40 days", with: "horizon: 90 days")
      .replacing("shocks:", with: "model: {overproduction: {max: 1, over: 365 days}}\nshocks:")
    let alone = String(collapse.split(separator: "variants:")[0])
    try await withSmallStudy(scenario: alone) { folder in
      #expect(try run("run", "test.yaml", in: folder).code == 0)
      let strict = try run("run", "test.yaml", "--strict", in: folder)
      #expect(strict.code == 2 && !strict.out.isEmpty)
    }
  }

  @Test func severalFilesNeverShareAFolderSilently() async throws {
    try await withSmallStudy { folder in
      let other = smallScenario.replacing("title: Half", with: "title: Another half")
      try write(Array(other.utf8), to: folder + "/other.yaml")
      let outcome = try run("run", "test.yaml", "other.yaml", "--output", "out", in: folder)
      let summaries = try files(in: folder).filter { $0.hasSuffix("summary.json") }
      #expect(outcome.code != 0 || summaries.count == 2)
    }
  }
}
