import ArgumentParser
import Diagnostics
import Files
import Foundation

/// A kind of picture that charts are drawn as beside their SVG, by `rsvg-convert`.
enum Picture: String, CaseIterable, ExpressibleByArgument {
  /// Pixels.
  case png
  /// Lines and letters.
  case pdf

  /// The converter's path; nil if it is not installed.
  static let converter: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/rsvg-convert" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Draws an SVG; throws if the converter is not there or fails.
  func drawn(_ svg: String, named name: String) throws -> [UInt8] {
    guard let converter = Picture.converter else {
      throw DiagnosticList([Diagnostic(.error, FolderProblem.noConverter)])
    }
    let folder = FileManager.default.temporaryDirectory.path + "/sonae-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (source, target) = ("\(folder)/chart.svg", "\(folder)/chart.\(rawValue)")
    try Data(svg.utf8).write(to: URL(filePath: source))
    let process = Process()
    process.executableURL = URL(filePath: converter)
    process.arguments = ["--format", rawValue, "--output", target, source]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: target)
    else { throw DiagnosticList([Diagnostic(.error, FolderProblem.notDrawn(name))]) }
    return [UInt8](data)
  }
}

/// Which pictures are drawn.
struct PictureOptions: ParsableArguments {
  @Option(help: "With --output: charts as png or pdf as well, by rsvg-convert; may repeat.")
  var pictures: [Picture] = []

  /// Throws if pictures are asked for and cannot be drawn.
  func check() throws(DiagnosticList) {
    guard pictures.isEmpty || Picture.converter != nil else {
      throw DiagnosticList([Diagnostic(.error, FolderProblem.noConverter)])
    }
  }
}
