import Diagnostics
import Quantities
import Scenarios

/// Dots of two values each, named at the right; a line may join those that no other beats.
struct PointDrawing {
  private let chart: Chart
  private let across: Chart.Scale
  private let hasFrontier: Bool
  private let thresholds: Chart.Thresholds?
  private let language: Language
  private let frame: SVGFrame
  private let ticks: (x: AxisTicks, y: AxisTicks)
  private let dots: [(index: Int, x: Double, y: Double)]
  private let labels: [[String]]
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double
  private let height: Double

  /// Finds room for names; dots that lack a value are left out.
  init(
    _ chart: Chart, names: [Bilingual], across: Chart.Scale, hasFrontier: Bool,
    thresholds: Chart.Thresholds? = nil, _ options: SVGOptions
  ) {
    self.chart = chart
    self.across = across
    self.hasFrontier = hasFrontier
    self.thresholds = thresholds
    language = options.language
    frame = SVGFrame(chart, options)
    dots = names.indices.compactMap { index in
      chart.series[0].values[index].flatMap { x in
        chart.series[1].values[index].map { (index, x, $0) }
      }
    }
    labels = dots.map { dot in
      wrapped(oneLine(names[dot.index].text(in: options.language)), to: 34)
    }
    ticks = (
      PointDrawing.ticks(dots.map(\.x) + (thresholds.map { [$0.across] } ?? [])),
      PointDrawing.ticks(dots.map(\.y) + (thresholds.map { [$0.up] } ?? []))
    )
    let face = SVGFrame.label
    let style = chart.style
    let y = ticks.y
    left =
      SVGFrame.margin + 8
      + (y.values.map { face.width(of: y.label($0, as: style)) }.max() ?? 0)
    let labelWidth = labels.joined().map { face.width(of: $0) }.max() ?? 0
    right = options.width - SVGFrame.margin - labelWidth - 30
    top = frame.top + face.lineHeight + 8
    let needed = Double(labels.joined().count) * face.lineHeight + Double(labels.count) * 4
    let below = frame.bottom + 2 * SVGFrame.quiet.lineHeight + 10
    bottom = top + max(options.height - top - below, needed)
    height = bottom + below
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    drawAxes(&svg)
    if hasFrontier, frontier.count > 1 {
      svg.path(
        [frontier.map { (x($0.x), y($0.y)) }], colour: SVGPalette.axis, dash: "7 4",
        title: Bilingual("No other is cheaper and avoids more", "より安く、より多く防ぐものはない")
          .text(in: language))
    }
    drawThresholds(&svg)
    drawDots(&svg)
    return (svg.lines, height)
  }

  /// Lines at the thresholds, with their values.
  private func drawThresholds(_ svg: inout SVGWriter) {
    guard let thresholds else { return }
    let threshold = Bilingual("threshold", "閾値").text(in: language)
    let values = (
      NumberFormat.rounded(thresholds.across, as: across.style),
      NumberFormat.rounded(thresholds.up, as: chart.style)
    )
    svg.path(
      [[(x(thresholds.across), top), (x(thresholds.across), bottom)]], colour: SVGPalette.axis,
      dash: "7 4", title: "\(threshold): \(values.0)")
    svg.path(
      [[(left, y(thresholds.up)), (right, y(thresholds.up))]], colour: SVGPalette.axis,
      dash: "7 4", title: "\(threshold): \(values.1)")
  }

  /// Dots that no other beats: less across and more up, from left to right.
  private var frontier: [(x: Double, y: Double)] {
    var best = -Double.infinity
    return dots.map { (x: $0.x, y: $0.y) }.sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }.filter { dot in
      defer { best = max(best, dot.y) }
      return dot.y > best
    }
  }

  private func drawDots(_ svg: inout SVGWriter) {
    let face = SVGFrame.label
    let heights = labels.map { Double($0.count) * face.lineHeight + 4 }
    let middles = spread(dots.map { y($0.y) }, heights: heights, within: top...bottom)
    for (number, dot) in dots.enumerated() {
      svg.line(
        from: (x(dot.x), y(dot.y)), to: (right + 22, middles[number]), colour: SVGPalette.grid)
    }
    for (number, dot) in dots.enumerated() {
      let place = (x: x(dot.x), y: y(dot.y))
      let values = [
        NumberFormat.rounded(dot.x, as: across.style) + " " + across.unit.text(in: language),
        NumberFormat.rounded(dot.y, as: chart.style),
      ]
      svg.dot(
        x: place.x, y: place.y, colour: SVGPalette.colour(0),
        title: labels[number].joined(separator: " ") + ": " + values.joined(separator: ", "))
      let first = middles[number] - heights[number] / 2 + 2 + face.size * 0.95
      for (line, text) in labels[number].enumerated() {
        svg.text(text, x: right + 26, y: first + Double(line) * face.lineHeight, face)
      }
    }
  }

  private func drawAxes(_ svg: inout SVGWriter) {
    for value in ticks.y.values {
      svg.line(from: (left, y(value)), to: (right, y(value)), colour: SVGPalette.grid)
      svg.text(
        ticks.y.label(value, as: chart.style), x: left - 8, y: y(value) + 5, SVGFrame.quiet,
        anchor: .end)
    }
    for value in ticks.x.values {
      svg.line(from: (x(value), top), to: (x(value), bottom), colour: SVGPalette.grid)
      svg.text(
        ticks.x.label(value, as: across.style), x: x(value), y: bottom + 20, SVGFrame.quiet,
        anchor: .middle)
    }
    let names = chart.series.map { $0.name.text(in: language) }
    svg.text(
      named(names[0], across.unit), x: (left + right) / 2,
      y: bottom + 20 + SVGFrame.quiet.lineHeight, SVGFrame.quiet, anchor: .middle)
    svg.text(
      named(names[1], chart.unit), x: SVGFrame.margin, y: frame.top + SVGFrame.quiet.size,
      SVGFrame.quiet)
  }

  private func named(_ name: String, _ unit: Bilingual) -> String {
    let unit = unit.text(in: language)
    return unit.isEmpty ? name : "\(name) [\(unit)]"
  }

  private static func ticks(_ values: [Double]) -> AxisTicks {
    AxisTicks(from: min(0, values.min() ?? 0), to: max(0, values.max() ?? 1), count: 6)
  }

  private func x(_ value: Double) -> Double {
    let range = ticks.x.range
    return left + (right - left) * (value - range.lowerBound)
      / (range.upperBound - range.lowerBound)
  }

  private func y(_ value: Double) -> Double {
    let range = ticks.y.range
    return bottom - (bottom - top) * (value - range.lowerBound)
      / (range.upperBound - range.lowerBound)
  }
}
