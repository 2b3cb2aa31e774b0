import LinearAlgebra
import Quantities
import Scenarios
import TestSupport
import Testing

@testable import Explorer

struct SliderRangeTests {
  private static let units: [Unit] = ["%", "days", "mb/d", "Mbbl", ""].compactMap {
    $0.isEmpty ? Unit.one : Unit.named($0)
  }

  @Test(arguments: 0..<200) func everySliderHoldsItsValueWithinTheBounds(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let unit = Self.units[Int.random(in: 0..<Self.units.count, using: &random)]
    let isWhole = unit.name == "days" && Bool.random(using: &random)
    let low = isWhole ? 1 : Double.random(in: 0...2, using: &random)
    let isOpen = Bool.random(using: &random)
    let high =
      Bool.random(using: &random)
      ? .infinity : low + .random(in: (isWhole ? 3 : 0.1)...1e5, using: &random)
    let bounds = Key.Bounds(low, high, isOpen: isOpen)
    let top = min(high, low + 1e4)
    let value = unit.number(fromBase: Double.random(in: low...top, using: &random).nextUp)
    let range = SliderRange([value], in: unit, bounds: bounds, isWhole: isWhole)
    #expect(range.low < range.high)
    #expect(range.low <= value + range.step && value <= range.high)
    #expect(unit.base(range.low) >= low * (1 - 1e-12))
    #expect(range.high <= max(unit.number(fromBase: high) * (1 + 1e-12), value))
    #expect(range.step > 0 && range.step <= range.high - range.low)
    if isWhole { #expect(range.step == range.step.rounded()) }
  }

  @Test func aShareRunsOverTheWhole() throws {
    let unit = try #require(Unit.named("%"))
    let range = SliderRange([2], in: unit, bounds: .share, isWhole: false)
    #expect(range.low == 0 && range.high == 100 && range.step == 0.5)
  }

  @Test func farBoundsAreNoEnds() throws {
    let unit = try #require(Unit.named("days"))
    let range = SliderRange([60], in: unit, bounds: Key.Bounds(1, 36_500), isWhole: true)
    #expect(range.low == 1 && range.high == 200 && range.step == 1)
  }

  @Test func anOpenEndIsLeftOut() throws {
    let unit = try #require(Unit.named("days"))
    let range = SliderRange([30], in: unit, bounds: .positive, isWhole: false)
    #expect(range.low == range.step)
  }

  @Test(arguments: [
    (0.0, 1.0), (0.003, 0.005), (0.05, 0.05), (0.2, 0.2), (0.21, 0.5), (1, 1), (1.1, 2), (7, 10),
    (10, 10), (1095, 2000),
  ])
  func stepsAreRound(_ value: Double, _ step: Double) {
    #expect(SliderRange.ceiling(value) == step)
  }
}
