import Diagnostics
import Files
import FoundationEssentials
import InputOutputTables
import Propagation
import ScenarioText
import Scenarios
import Testing

/// Preset `sonae` against six random cases of an independent program (MODEL.md section 4).
struct PresetSonaeTests {
  /// Case 0 is an unstable economy: after its shock it sits on a fixed point that repels by a factor
  /// of about 1.6 a day, so from day 160 on every program's trajectory is its own rounding error,
  /// grown. Two NumPy programs that differ only in the order of sums part by 1e-6 there.
  static let comparableDays = [195, 170, 120, 247, 79, 186]

  /// There the sign of a scarcity that is nothing but rounding decides whether overproduction rises
  /// or falls that day, 2e-8 of capacity a time; capacity binds nothing by then.
  static let comparableDaysOfCapacity = [160, 170, 120, 247, 79, 186]

  @Test(arguments: 0..<6) func trajectoriesAgree(_ number: Int) throws {
    let folder = fixtures("sonae/case\(number)")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/scenario.yaml")))
    let document = try Parser.parse(Source(name: "scenario.yaml", bytes: bytes))
    let table = try EconomyLoader.load("economy", relativeTo: folder).table
    let path = "defaults/sector-defaults.csv"
    let defaults = try SectorDefaults(
      Source(name: path, bytes: try #require(BundledData.bytes(of: path))))
    let decoded = try ScenarioDecoder.decode(
      document, names: Names(table, []), defaults: defaults)
    let economy = Economy(table)
    let result = run(economy, [decoded.base])[0]
    let scale = try #require(economy.output.max())
    let n = table.nodeCount
    for (name, values) in [
      ("production", result.output), ("capacity", result.capacity), ("orders", result.orders),
      ("unmet", result.unmet),
    ] {
      let expected = rows(try csv("\(folder)/\(name).csv"))
      #expect(expected.count == decoded.base.horizon)
      let comparable = name == "capacity" ? Self.comparableDaysOfCapacity : Self.comparableDays
      let days = comparable[number]
      let worst = largestDifference(values, Array(expected.prefix(days)), width: n) / scale
      #expect(worst <= 1e-8, "\(name): \(worst)")
    }
  }
}
