import ArgumentParser
import Diagnostics
import Files
import Foundation
import InputOutputTables

/// Options for results on disk.
struct OutputOptions: ParsableArguments {
  @Option(help: "A folder for manifest, summary, tables and reports.")
  var output: String?

  @Flag(help: "Write daily production, capacity, orders and unmet final demand as well.")
  var trajectories = false

  @Option(
    help: "With --trajectories: days at whose start inventories are written, such as 0,30,364.")
  var stockDays: String?

  @Flag(
    inversion: .prefixedNo,
    help: "With --output: explore.html, which runs the model again in a browser without a network.")
  var page = true

  @OptionGroup var pictures: PictureOptions

  /// The days of --stock-days.
  var stockDayList: [Int] {
    get throws {
      try (stockDays ?? "").split(separator: ",").map { text in
        guard let day = Int(text.filter { $0 != " " }), day >= 0 else {
          throw ValidationError("--stock-days takes whole days such as 0,30,364; found '\(text)'")
        }
        return day
      }
    }
  }

  /// The folder to write, or a subfolder of it; nil if none is asked for.
  ///
  /// Throws if it could not be put into its place, so that no run is in vain.
  func folder(below subfolder: String? = nil) throws -> OutputFolder? {
    guard let output else { return nil }
    guard let subfolder else { return try OutputFolder(output) }
    if output.isEmpty { throw DiagnosticList.unwritten(.nameless) }
    if FileSystem.about("\(output)/\(Manifest.fileName)") != nil {
      throw DiagnosticList.unwritten(.foreign(output, files: [Manifest.fileName]))
    }
    return try OutputFolder("\(output)/\(subfolder)")
  }

  /// Throws unless each of these subfolders could be written, pictures and all.
  func check(below subfolders: [String?]) throws {
    try pictures.check()
    for subfolder in subfolders { _ = try folder(below: subfolder) }
  }

  func validate() throws {
    if try !stockDayList.isEmpty, !trajectories {
      throw ValidationError("--stock-days needs --trajectories")
    }
    if !pictures.pictures.isEmpty, output == nil {
      throw ValidationError("--pictures needs --output DIR")
    }
    if trajectories, output == nil { throw ValidationError("--trajectories needs --output DIR") }
  }
}
