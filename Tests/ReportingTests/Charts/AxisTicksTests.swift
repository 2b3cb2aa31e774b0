import Quantities
import Reporting
import Testing

@Suite struct AxisTicksTests {
  @Test(arguments: [
    (0.0, 1.0), (0.93, 1), (-25, 163), (1e-9, 3e-9), (0, 365), (-1e12, -3e11), (5, 5), (0, 0),
    (1e300, 2e300), (99.97, 100.01),
  ]) func ticksAreEvenRoundAndHoldTheRange(_ low: Double, _ high: Double) {
    let ticks = AxisTicks(from: low, to: high, count: 6)
    #expect(ticks.values[0] <= low && high <= ticks.values[ticks.values.count - 1])
    #expect((2...9).contains(ticks.values.count), "\(ticks.values)")
    let step = ticks.values[1] - ticks.values[0]
    for (a, b) in zip(ticks.values, ticks.values.dropFirst()) {
      #expect((b - a - step).magnitude <= step * 1e-9)
    }
  }

  @Test(arguments: [
    (0.0, 1.0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0.93, 1, [0.92, 0.94, 0.96, 0.98, 1]),
    (-25, 163, [-50, 0, 50, 100, 150, 200]), (0, 0.3, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]),
  ]) func knownTicks(_ low: Double, _ high: Double, _ values: [Double]) {
    #expect(AxisTicks(from: low, to: high, count: 6).values == values)
  }

  @Test(arguments: [1.0, 2, 3, 7]) func daysAreWhole(_ last: Double) {
    let values = AxisTicks(from: 0, to: last, count: 8, isWhole: true).values
    #expect(values.allSatisfy { $0 == $0.rounded() })
    #expect(values == (0...Int(last)).map { Double($0) })
  }

  @Test func labelsTellTicksApart() {
    for (low, high) in [(0.93, 1.0), (0.9991, 0.9993), (0, 5), (-0.002, 0.001)] {
      for style in [NumberStyle.percent, .significant] {
        let ticks = AxisTicks(from: low, to: high, count: 6)
        let labels = ticks.values.map { ticks.label($0, as: style) }
        #expect(Set(labels).count == labels.count, "\(labels)")
      }
    }
    let ticks = AxisTicks(from: 0.93, to: 1, count: 6)
    #expect(
      ticks.label(0.94, as: .percent) == "94%" && ticks.label(0.94, as: .significant) == "0.94")
  }
}
