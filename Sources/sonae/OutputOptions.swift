import ArgumentParser
import Foundation

/// Options for results on disk.
struct OutputOptions: ParsableArguments {
  @Option(help: "A folder for manifest, summary, tables and reports.")
  var output: String?

  @Flag(help: "Write daily production, capacity, orders and unmet final demand as well.")
  var trajectories = false

  /// Writes the folder if one is asked for.
  func write(_ run: ScenarioRun) throws {
    guard let output else {
      if trajectories { throw ValidationError("--trajectories needs --output DIR") }
      return
    }
    try OutputFolder(output).write(run, trajectories: trajectories)
  }

  func validate() throws {
    if trajectories, output == nil { throw ValidationError("--trajectories needs --output DIR") }
  }
}
