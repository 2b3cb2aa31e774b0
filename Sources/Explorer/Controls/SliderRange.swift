internal import Quantities
internal import Scenarios

/// The ends and the step of a slider, in the unit of its value.
package struct SliderRange: Sendable, Hashable {
  /// The left end.
  package let low: Double
  /// The right end.
  package let high: Double
  /// What a move changes at least: 1, 2 or 5 times a power of ten.
  package let step: Double

  /// Bounds further away than so many times the value are no end of a slider.
  private static let farthest = 4.0
  /// Where there is no bound the slider ends at so many times the value.
  private static let span = 3.0
  /// Steps of a slider, about.
  private static let steps = 200.0

  /// The key's bounds where they are near, else a span around the values that matter.
  ///
  /// `values`: what stands there, its default or example, in `unit`.
  init(_ values: [Double], in unit: Unit, bounds: Key.Bounds?, isWhole: Bool) {
    let size = max(values.map(abs).max() ?? 0, isWhole ? 10 : 0)
    let reach = size > 0 ? size : 1
    let least = values.min() ?? 0
    let most = values.max() ?? 0
    var low = least < 0 ? -Self.ceiling(Self.span * reach) : 0
    var high = max(Self.ceiling(Self.span * reach), most)
    if let bounds {
      let start = unit.number(fromBase: bounds.low)
      let end = unit.number(fromBase: bounds.high)
      if abs(start) <= Self.farthest * reach || start > low { low = start }
      // A whole is a natural end.
      let isWholeOf = unit.dimension == .share && bounds.high == 1
      if isWholeOf || end <= Self.farthest * reach || end < high { high = end }
    }
    low = min(low, least)
    high = max(high, most)
    if high <= low { high = low + 1 }
    let fine = Self.ceiling((high - low) / Self.steps)
    let isClose = high - low <= 400
    step = isWhole ? max(1, isClose ? 1 : fine.rounded()) : fine
    // The end itself may be left out.
    let isOpen = bounds.map { $0.isOpen && low <= unit.number(fromBase: $0.low) } ?? false
    self.low = isOpen ? min(low + step, least) : low
    self.high = high
  }

  /// The next of 1, 2, 5 times a power of ten.
  static func ceiling(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    // Powers of ten and what they divide are exact, so that steps read as they are written.
    var power = 1.0
    var part = 1.0
    while power * 10 <= value { power *= 10 }
    while power / part > value { part *= 10 }
    let digits = [1.0, 2, 5, 10]
    return digits.map { $0 * power / part }.first { $0 >= value * (1 - 1e-12) } ?? value
  }
}
