import Diagnostics
import Quantities
import Scenarios

/// A tornado: for each name a bar from one end to the other, about the value in the middle.
struct RangeDrawing {
  private let chart: Chart
  private let language: Language
  private let frame: SVGFrame
  private let axis: ValueAxis
  private let labels: [[String]]
  private let about: Double
  private let top: Double
  private let height: Double
  private static let bar = 24.0

  /// Finds room for names and for values at both ends of the bars.
  init(_ chart: Chart, names: [Bilingual], about: Double, _ options: SVGOptions) {
    self.chart = chart
    self.about = about
    language = options.language
    frame = SVGFrame(chart, options)
    labels = names.map { wrapped(oneLine($0.text(in: options.language)), to: 44) }
    let values = chart.series.flatMap { $0.values.compactMap { $0 } } + [about]
    let quiet = SVGFrame.quiet
    let style = chart.style
    let room = values.map { quiet.width(of: NumberFormat.rounded($0, as: style)) }.max() ?? 0
    let nameWidth = labels.joined().map { SVGFrame.label.width(of: $0) }.max() ?? 0
    axis = ValueAxis(
      ticks: AxisTicks(from: values.min() ?? 0, to: values.max() ?? 1, count: 6),
      left: SVGFrame.margin + nameWidth + 10 + room + 8,
      right: options.width - SVGFrame.margin - room - 8)
    top = frame.top + SVGFrame.label.lineHeight + 8
    let body = labels.map { RangeDrawing.height(of: $0) }.reduce(0, +)
    height = top + body + ValueAxis.below + frame.bottom
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    drawLegend(&svg)
    axis.draw(
      chart, from: top, to: height - frame.bottom - ValueAxis.below, in: language, &svg)
    var y = top
    for (index, label) in labels.enumerated() {
      let height = RangeDrawing.height(of: label)
      drawRow(index, label, middle: y + height / 2, &svg)
      y += height
    }
    svg.line(from: (x(about), top), to: (x(about), y), colour: "#222222", width: 1.5)
    return (svg.lines, height)
  }

  private func drawRow(_ index: Int, _ label: [String], middle: Double, _ svg: inout SVGWriter) {
    let face = SVGFrame.label
    let first = middle - Double(label.count) * face.lineHeight / 2 + face.size * 0.95
    let nameWidth = labels.joined().map { face.width(of: $0) }.max() ?? 0
    for (line, text) in label.enumerated() {
      svg.text(
        text, x: SVGFrame.margin + nameWidth, y: first + Double(line) * face.lineHeight, face,
        anchor: .end)
    }
    let ends = chart.series.map { $0.values[index] }
    for (number, value) in ends.enumerated() {
      guard let value else { continue }
      let text = NumberFormat.rounded(value, as: chart.style)
      let name = label.joined(separator: " ")
      svg.rectangle(
        x: min(x(about), x(value)), y: middle - RangeDrawing.bar / 2,
        width: (x(value) - x(about)).magnitude, height: RangeDrawing.bar,
        fill: SVGPalette.colour(number),
        title: "\(name), \(chart.series[number].name.text(in: language)): \(text)")
      let other = ends[1 - number] ?? about
      let isLeft = value < other || (value == other && number == 0)
      svg.text(
        text, x: isLeft ? min(x(value), x(about)) - 6 : max(x(value), x(about)) + 6,
        y: middle + 5, SVGFrame.quiet, anchor: isLeft ? .end : .start)
    }
  }

  private func drawLegend(_ svg: inout SVGWriter) {
    var x = SVGFrame.margin
    for (index, series) in chart.series.enumerated() {
      let name = oneLine(series.name.text(in: language))
      svg.rectangle(
        x: x, y: frame.top + 2, width: 12, height: 12, fill: SVGPalette.colour(index))
      svg.text(name, x: x + 18, y: frame.top + 13, SVGFrame.label)
      x += 38 + SVGFrame.label.width(of: name)
    }
  }

  private func x(_ value: Double) -> Double { axis.x(value) }

  private static func height(of label: [String]) -> Double {
    max(bar, Double(label.count) * SVGFrame.label.lineHeight) + 12
  }
}
