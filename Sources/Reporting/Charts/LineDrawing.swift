import Diagnostics
import Quantities
import Scenarios

/// Lines over days, each named at its end; of a fan the middle one, between shades.
struct LineDrawing {
  private let chart: Chart
  /// The day of each value.
  private let days: [Int]
  private let isFan: Bool
  private let start: CalendarDate?
  private let language: Language
  private let frame: SVGFrame
  private let ticks: AxisTicks
  private let labels: [[String]]
  private let spanLabels: [(x: Double, row: Int)]
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double
  private let height: Double
  /// Height of a row of names of stretches, the bar below the name included.
  private static let rowHeight = SVGFrame.quiet.lineHeight + 5

  /// Finds room for labels, ticks and shaded stretches; the chart grows with its labels.
  init(
    _ chart: Chart, start: CalendarDate?, days: [Int], isFan: Bool = false, _ options: SVGOptions
  ) {
    self.chart = chart
    self.days = days
    self.isFan = isFan
    self.start = start
    language = options.language
    frame = SVGFrame(chart, options)
    let ticks = chart.valueTicks(fromZero: false)
    let labels = chart.series.map { series in
      wrapped(oneLine(series.name.text(in: options.language)), to: 26)
    }
    let face = SVGFrame.label
    let tickWidth = ticks.values.map { face.width(of: ticks.label($0, as: chart.style)) }.max() ?? 0
    self.ticks = ticks
    self.labels = labels
    left = SVGFrame.margin + tickWidth + 8
    let labelWidth = labels.joined().map { face.width(of: $0) }.max() ?? 0
    right = options.width - SVGFrame.margin - labelWidth - 16
    spanLabels = LineDrawing.placed(
      chart.spans, from: left, to: right, days: (days.last ?? 0) + 1, language)
    let rowCount = (spanLabels.map { $0.row }.max() ?? -1) + 1
    top =
      frame.top + (chart.unit.isEmpty ? 0 : face.lineHeight)
      + Double(rowCount) * LineDrawing.rowHeight + 8
    let needed = Double(labels.joined().count) * face.lineHeight + Double(labels.count) * 4
    let below = frame.bottom + 2 * SVGFrame.quiet.lineHeight + 10
    bottom = top + max(options.height - top - below, needed)
    height = bottom + below
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    drawSpans(&svg)
    drawAxes(&svg)
    if isFan {
      drawShade(from: 0, to: 4, &svg)
      drawShade(from: 1, to: 3, &svg)
      draw(chart.series[2], 2, &svg)
    } else {
      for (index, series) in chart.series.enumerated() { draw(series, index, &svg) }
    }
    drawLabels(&svg)
    return (svg.lines, height)
  }

  /// The shade between two series of a fan, over the days that have both.
  private func drawShade(from low: Int, to high: Int, _ svg: inout SVGWriter) {
    let known = days.indices.compactMap { index -> (x: Double, low: Double, high: Double)? in
      guard let bottom = chart.series[low].values[index],
        let top = chart.series[high].values[index]
      else { return nil }
      return (x(days[index]), y(bottom), y(top))
    }
    if known.isEmpty { return }
    let names = [low, high].map { chart.series[$0].name.text(in: language) }
    svg.area(
      known.map { ($0.x, $0.high) } + known.reversed().map { ($0.x, $0.low) },
      colour: SVGPalette.colour(0), opacity: SVGPalette.fanOpacity,
      title: names.joined(separator: "–"))
  }

  /// The colour of a series: a fan has one.
  private func colour(_ index: Int) -> String { SVGPalette.colour(isFan ? 0 : index) }

  private func drawSpans(_ svg: inout SVGWriter) {
    let last = days.last ?? 0
    for (span, label) in zip(chart.spans, spanLabels) {
      let from = max(0, min(span.days.lowerBound, last))
      let to = max(from, min(span.days.upperBound, last))
      svg.rectangle(
        x: x(from), y: top, width: max(1, x(to) - x(from)), height: bottom - top,
        fill: SVGPalette.shade.colour,
        opacity: SVGPalette.shade.opacity)
      let y = top - 4 - Double(label.row) * LineDrawing.rowHeight
      svg.line(from: (x(from), y), to: (x(to), y), colour: SVGPalette.axis, width: 2)
      svg.text(span.label.text(in: language), x: label.x, y: y - 5, SVGFrame.quiet)
    }
  }

  private func drawAxes(_ svg: inout SVGWriter) {
    for value in ticks.values {
      svg.line(from: (left, y(value)), to: (right, y(value)), colour: SVGPalette.grid)
      svg.text(
        ticks.label(value, as: chart.style), x: left - 8, y: y(value) + 5, SVGFrame.quiet,
        anchor: .end)
    }
    svg.line(from: (left, bottom), to: (right, bottom), colour: SVGPalette.axis)
    for tick in DayTicks(last: days.last ?? 0, start: start).ticks {
      svg.line(from: (x(tick.day), bottom), to: (x(tick.day), bottom + 5), colour: SVGPalette.axis)
      svg.text(tick.label, x: x(tick.day), y: bottom + 20, SVGFrame.quiet, anchor: .middle)
    }
    let word = start == nil ? SubjectWord.day : SubjectWord.date
    svg.text(
      word.text(in: language), x: (left + right) / 2, y: bottom + 20 + SVGFrame.quiet.lineHeight,
      SVGFrame.quiet, anchor: .middle)
    let unit = chart.unit.text(in: language)
    if !unit.isEmpty {
      svg.text(unit, x: SVGFrame.margin, y: frame.top + SVGFrame.quiet.size, SVGFrame.quiet)
    }
  }

  private func draw(_ series: Chart.Series, _ index: Int, _ svg: inout SVGWriter) {
    var strokes: [[(x: Double, y: Double)]] = [[]]
    for (day, value) in zip(days, series.values) {
      if let value {
        strokes[strokes.count - 1].append((x(day), y(value)))
      } else {
        strokes.append([])
      }
    }
    let colour = colour(index)
    for stroke in strokes where stroke.count == 1 {
      svg.dot(x: stroke[0].x, y: stroke[0].y, colour: colour)
    }
    let lines = strokes.filter { $0.count > 1 }
    if lines.isEmpty { return }
    svg.path(
      lines, colour: colour, dash: isFan ? "" : SVGPalette.dash(index),
      title: series.name.text(in: language))
  }

  private func drawLabels(_ svg: inout SVGWriter) {
    let face = SVGFrame.label
    let ends = chart.series.map(end)
    let heights = labels.map { Double($0.count) * face.lineHeight + 4 }
    let middles = spread(ends.map { $0.y }, heights: heights, within: top...bottom)
    for (index, label) in labels.enumerated() {
      let colour = colour(index)
      let from = (x: ends[index].x + 2, y: ends[index].y)
      svg.line(from: from, to: (right + 12, middles[index]), colour: colour)
      let first = middles[index] - Double(label.count) * face.lineHeight / 2 + face.size * 0.95
      for (line, text) in label.enumerated() {
        svg.text(
          text, x: right + 16, y: first + Double(line) * face.lineHeight,
          SVGWriter.Face(size: face.size, colour: colour, isBold: true))
      }
    }
  }

  /// Where a line ends; at the lower right corner if it has no values.
  private func end(of series: Chart.Series) -> (x: Double, y: Double) {
    guard let index = series.values.lastIndex(where: { $0 != nil }),
      let value = series.values[index]
    else { return (right, bottom) }
    return (x(days[index]), y(value))
  }

  private func x(_ day: Int) -> Double {
    left + (right - left) * Double(day) / Double(max(1, days.last ?? 0))
  }

  private func y(_ value: Double) -> Double {
    let range = ticks.range
    return bottom - (bottom - top) * (value - range.lowerBound)
      / (range.upperBound - range.lowerBound)
  }

  /// Where the names of stretches begin, and their rows, so that no two names or bars overlap.
  private static func placed(
    _ spans: [Chart.Span], from left: Double, to right: Double, days: Int, _ language: Language
  ) -> [(x: Double, row: Int)] {
    let place = { (day: Int) in
      left + (right - left) * Double(min(max(0, day), days - 1)) / Double(max(1, days - 1))
    }
    var ends: [Double] = []
    return spans.map { span in
      let width = SVGFrame.quiet.width(of: oneLine(span.label.text(in: language)))
      let x = max(left, min(place(span.days.lowerBound), right - width))
      let end = max(x + width, place(span.days.upperBound)) + 12
      let row = ends.firstIndex { $0 <= x } ?? ends.count
      if row == ends.count { ends.append(end) } else { ends[row] = end }
      return (x, row)
    }
  }
}
