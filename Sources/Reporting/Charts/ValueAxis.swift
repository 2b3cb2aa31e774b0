import Diagnostics
import Scenarios

/// The axis of charts whose values run from left to right: grid lines, their labels and the unit below.
struct ValueAxis {
  let ticks: AxisTicks
  /// Where the lowest and the highest tick stand.
  let left: Double
  let right: Double

  /// Where a value stands.
  func x(_ value: Double) -> Double {
    let range = ticks.range
    return left + (right - left) * (value - range.lowerBound)
      / (range.upperBound - range.lowerBound)
  }

  /// Height of what stands under the plot.
  static let below = 2 * SVGFrame.quiet.lineHeight + 10

  /// Draws it from the top of the plot to its end.
  func draw(
    _ chart: Chart, from top: Double, to end: Double, in language: Language,
    _ svg: inout SVGWriter
  ) {
    for value in ticks.values {
      svg.line(from: (x(value), top), to: (x(value), end), colour: SVGPalette.grid)
      svg.text(
        ticks.label(value, as: chart.style), x: x(value), y: end + 17, SVGFrame.quiet,
        anchor: .middle)
    }
    svg.text(
      chart.unit.text(in: language), x: (left + right) / 2,
      y: end + 17 + SVGFrame.quiet.lineHeight, SVGFrame.quiet, anchor: .middle)
  }
}
