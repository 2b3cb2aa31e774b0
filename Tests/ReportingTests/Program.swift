import Foundation
import TestSupport
import Testing

/// A program that some tests need; they are left out where it is not installed.
enum Program: String {
  case chromium, lualatex, python3

  /// Its path; nil if it is not installed.
  var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(rawValue)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs it in a folder: its exit code, and all that it says on both streams.
  func run(_ arguments: [String], in folder: String) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let log = folder + "/\(rawValue).log"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: log))
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let data = FileManager.default.contents(atPath: log) ?? Data()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
