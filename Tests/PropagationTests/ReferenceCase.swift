import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import Propagation
import ScenarioText
import Scenarios
import Testing

/// A case of an independent program, run here: a folder with an economy, a scenario and trajectories.
struct ReferenceCase {
  /// A trajectory of the case and ours.
  struct Series {
    let name: String
    let values: [Double]
    let expected: [[Double]]
    let width: Int
    /// The largest daily output.
    let scale: Double

    /// The largest difference over the first days, over the largest daily output.
    func difference(days: Int) -> Double {
      largestDifference(values, Array(expected.prefix(days)), width: width) / scale
    }
  }

  let horizon: Int
  let series: [Series]

  init(_ name: String) throws {
    let folder = fixtures(name)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/scenario.yaml")))
    let document = try Parser.parse(Source(name: "scenario.yaml", bytes: bytes))
    let table = try EconomyLoader.load("economy", relativeTo: folder).table
    let decoded = try ScenarioDecoder.decode(
      document, names: Names(table, []), defaults: try SectorDefaults.bundled())
    let economy = Economy(table)
    let result = run(economy, [decoded.base])[0]
    let scale = try #require(economy.output.max())
    let days = decoded.base.horizon
    horizon = days
    series = try [
      ("production", result.output), ("capacity", result.capacity), ("orders", result.orders),
      ("unmet", result.unmet),
    ].map { name, values in
      let expected = rows(try csv("\(folder)/\(name).csv"))
      #expect(expected.count == days)
      return Series(
        name: name, values: values, expected: expected, width: table.nodeCount, scale: scale)
    }
  }
}
