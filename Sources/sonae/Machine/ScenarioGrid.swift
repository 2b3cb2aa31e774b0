import ArgumentParser
import Diagnostics
import ScenarioText
import Scenarios

/// As many different scenarios around one file as a benchmark asks for.
struct ScenarioGrid {
  let file: ScenarioFile
  /// The points, in order.
  let scenarios: [Scenario]
  /// Time to read them all.
  let seconds: Double

  /// Draws the highest overproduction from 1.2 to 1.3, which counts under every preset, so that no two
  /// are alike.
  init(named name: String, count: Int) throws {
    let file = try ScenarioFile(name, ScenarioOptions.parse([]))
    let names = Names(file.table, file.commodities)
    let defaults = try SectorDefaults.bundled()
    var scenarios: [Scenario] = []
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<count {
      let value = 1.2 + 0.1 * Double(number) / Double(count)
      let document = try file.document.setting(
        path: "model.overproduction.max", value: Source(name: "bench", text: "\(value)"))
      scenarios.append(
        try ScenarioDecoder.decode(document, names: names, defaults: defaults).base)
    }
    self.file = file
    self.scenarios = scenarios
    seconds = (clock.now - start) / .seconds(1)
  }
}
