package import Quantities
import Scenarios

/// Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten that hold all values.
package struct AxisTicks {
  /// The ticks in rising order, at least two.
  package let values: [Double]
  /// Decimals that tell all ticks apart.
  package let decimals: Int

  /// Makes about `count` ticks around a range; a range of one value is widened.
  package init(from low: Double, to high: Double, count: Int, isWhole: Bool = false) {
    precondition(low <= high && count > 0, "AxisTicks: \(low) to \(high) in \(count)")
    let (low, high) = AxisTicks.widened(low, high)
    let rough = (high - low) / Double(count)
    // rough = 0.d… × 10^e, so that the step is at least 10^(e − 1); no power of ten is rounded.
    let power = DecimalDigits(rough).exponent - 1
    let factor = [1, 2, 5, 10].first { AxisTicks.number($0, power) >= rough } ?? 10
    let isTooFine = isWhole && power < 0
    let (step, exponent) = isTooFine ? (1, 0) : (factor, power)
    let unit = AxisTicks.number(step, exponent)
    let first = Int(AxisTicks.settled(low / unit).rounded(.down))
    let last = Int(AxisTicks.settled(high / unit).rounded(.up))
    values = (first...max(first + 1, last)).map { AxisTicks.number($0 * step, exponent) }
    decimals = max(0, step == 10 ? -exponent - 1 : -exponent)
  }

  /// The range that the ticks span.
  var range: ClosedRange<Double> { values[0]...values[values.count - 1] }

  /// Text of a tick; a percentage needs two decimals fewer than its share.
  package func label(_ value: Double, as style: NumberStyle) -> String {
    let decimals = style == .percent ? max(0, decimals - 2) : decimals
    return NumberFormat.fixed(value, decimals: decimals, as: style)
  }

  private static func widened(_ low: Double, _ high: Double) -> (Double, Double) {
    if low < high { return (low, high) }
    let half = low == 0 ? 1 : low.magnitude / 2
    return (low - half, high + half)
  }

  /// A whole number times a power of ten, correctly rounded.
  private static func number(_ mantissa: Int, _ power: Int) -> Double {
    Double("\(mantissa)e\(power)") ?? 0
  }

  /// A quotient that misses a whole number by rounding alone, set right.
  private static func settled(_ quotient: Double) -> Double {
    (quotient - quotient.rounded()).magnitude < 1e-9 ? quotient.rounded() : quotient
  }
}

/// Days to be marked on an axis, with their labels.
struct DayTicks {
  /// Day and label in rising order.
  let ticks: [(day: Int, label: String)]

  /// Marks days 0 to `last`: the first of months where there are dates, else round numbers.
  init(last: Int, start: CalendarDate?) {
    guard let start, last >= 60 else {
      let values = AxisTicks(from: 0, to: Double(max(1, last)), count: 8, isWhole: true).values
      ticks = values.map { Int($0) }.filter { $0 <= last }.map { day in
        (day, start.map { $0.adding(days: day).description } ?? String(day))
      }
      return
    }
    let months = DayTicks.months(from: start, last: last)
    let every = [1, 2, 3, 6, 12, 24, 60, 120].first { months.count <= $0 * 10 } ?? 240
    ticks = months.filter { ($0.year * 12 + $0.month - 1).isMultiple(of: every) }.map {
      (
        $0.day,
        String(CalendarDate(daysSinceEpoch: start.daysSinceEpoch + $0.day).description.prefix(7))
      )
    }
  }

  private static func months(
    from start: CalendarDate, last: Int
  ) -> [(day: Int, year: Int, month: Int)] {
    (0...last).compactMap { day in
      let parts = start.adding(days: day).components
      return parts.day == 1 ? (day, parts.year, parts.month) : nil
    }
  }
}
