import InputOutputTables
import Scenarios
import Testing

/// Preset `sonae` against eight random cases of an independent program (MODEL2.md).
struct PresetSonaeTests {
  @Test(arguments: 0..<8) func trajectoriesAgree(_ number: Int) throws {
    let found = try ReferenceCase("model2/case\(number)")
    for series in found.series {
      let worst = series.difference(days: found.horizon)
      #expect(worst <= 1e-8, "\(series.name): \(worst)")
    }
  }
}
