import ArgumentParser
import Foundation

/// Options for results on disk.
struct OutputOptions: ParsableArguments {
  @Option(help: "A folder for manifest, summary, tables and reports.")
  var output: String?

  @Flag(help: "Write daily production, capacity, orders and unmet final demand as well.")
  var trajectories = false

  /// Writes the folder, or a subfolder of it, if one is asked for.
  func write(_ run: ScenarioRun, below subfolder: String? = nil) throws {
    guard let output else { return }
    let path = subfolder.map { "\(output)/\($0)" } ?? output
    try OutputFolder(path).write(run, trajectories: trajectories)
  }

  func validate() throws {
    if trajectories, output == nil { throw ValidationError("--trajectories needs --output DIR") }
  }
}
