import ArgumentParser
import Foundation

/// Options for results on disk.
struct OutputOptions: ParsableArguments {
  @Option(help: "A folder for manifest, summary, tables and reports.")
  var output: String?

  @Flag(help: "Write daily production, capacity, orders and unmet final demand as well.")
  var trajectories = false

  @Option(
    help: "With --trajectories: days at whose start inventories are written, such as 0,30,364.")
  var stockDays: String?

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

  /// Writes the folder, or a subfolder of it, if one is asked for.
  func write(_ run: ScenarioRun, below subfolder: String? = nil) throws {
    guard let output else { return }
    let path = subfolder.map { "\(output)/\($0)" } ?? output
    try OutputFolder(path).write(run, trajectories: trajectories)
  }

  func validate() throws {
    if try !stockDayList.isEmpty, !trajectories {
      throw ValidationError("--stock-days needs --trajectories")
    }
    if trajectories, output == nil { throw ValidationError("--trajectories needs --output DIR") }
  }
}
