import Diagnostics
import Quantities
import Scenarios

/// Bars that lie, a group for each name, values at their ends.
struct BarDrawing {
  private let chart: Chart
  private let language: Language
  private let frame: SVGFrame
  private let axis: ValueAxis
  private let labels: [[String]]
  private let legend: [[Int]]
  private let top: Double
  private let height: Double
  private static let bar = 18.0
  private static let groupGap = 12.0

  /// Finds room for names, values and a legend; the chart is as high as its bars need.
  init(_ chart: Chart, names: [Bilingual], _ options: SVGOptions) {
    self.chart = chart
    language = options.language
    frame = SVGFrame(chart, options)
    labels = names.map { wrapped(oneLine($0.text(in: options.language)), to: 30) }
    let face = SVGFrame.label
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }
    let valueWidth =
      values.map { face.width(of: NumberFormat.rounded($0, as: chart.style)) }.max() ?? 0
    let nameWidth = labels.joined().map { face.width(of: $0) }.max() ?? 0
    let isSigned = values.contains { $0 < 0 }
    axis = ValueAxis(
      ticks: chart.valueTicks(fromZero: true),
      left: SVGFrame.margin + nameWidth + 10 + (isSigned ? valueWidth + 6 : 0),
      right: options.width - SVGFrame.margin - valueWidth - 8)
    legend = BarDrawing.legend(chart, options)
    top = frame.top + Double(legend.count) * face.lineHeight + 8
    let groups = labels.map { BarDrawing.height(of: $0, series: chart.series.count) }
    height =
      top + groups.reduce(0, +) + BarDrawing.groupGap / 2 + ValueAxis.below
      + frame.bottom
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    drawLegend(&svg)
    axis.draw(
      chart, from: top, to: height - frame.bottom - ValueAxis.below, in: language, &svg)
    var y = top + BarDrawing.groupGap / 2
    for (index, label) in labels.enumerated() {
      let height = BarDrawing.height(of: label, series: chart.series.count)
      drawGroup(index, label, middle: y + (height - BarDrawing.groupGap) / 2, &svg)
      y += height
    }
    svg.line(from: (x(0), top), to: (x(0), y), colour: SVGPalette.axis)
    return (svg.lines, height)
  }

  private func drawGroup(
    _ index: Int, _ label: [String], middle: Double, _ svg: inout SVGWriter
  ) {
    let face = SVGFrame.label
    let first = middle - Double(label.count) * face.lineHeight / 2 + face.size * 0.95
    for (line, text) in label.enumerated() {
      let y = first + Double(line) * face.lineHeight
      svg.text(text, x: nameEnd, y: y, face, anchor: .end)
    }
    let top = middle - Double(chart.series.count) * BarDrawing.bar / 2
    for (number, series) in chart.series.enumerated() {
      let y = top + Double(number) * BarDrawing.bar
      drawBar(series.values[index], y: y, SVGPalette.colour(number), label, &svg)
    }
  }

  private func drawBar(
    _ value: Double?, y: Double, _ colour: String, _ label: [String], _ svg: inout SVGWriter
  ) {
    let face = SVGFrame.quiet
    guard let value else {
      svg.text(NumberFormat.missing, x: x(0) + 6, y: y + face.size, face)
      return
    }
    let text = NumberFormat.rounded(value, as: chart.style)
    svg.rectangle(
      x: min(x(0), x(value)), y: y + 1, width: (x(value) - x(0)).magnitude,
      height: BarDrawing.bar - 2, fill: colour, title: label.joined(separator: " ") + ": " + text)
    svg.text(
      text, x: value < 0 ? x(value) - 6 : x(value) + 6, y: y + face.size + 0.5, face,
      anchor: value < 0 ? .end : .start)
  }

  private func drawLegend(_ svg: inout SVGWriter) {
    let face = SVGFrame.label
    for (row, entries) in legend.enumerated() {
      var x = SVGFrame.margin
      let y = frame.top + Double(row) * face.lineHeight
      for index in entries {
        let name = oneLine(chart.series[index].name.text(in: language))
        svg.rectangle(x: x, y: y + 2, width: 12, height: 12, fill: SVGPalette.colour(index))
        svg.text(name, x: x + 18, y: y + 13, face)
        x += 18 + face.width(of: name) + 20
      }
    }
  }

  private var nameEnd: Double { SVGFrame.margin + nameWidth }

  private var nameWidth: Double {
    labels.joined().map { SVGFrame.label.width(of: $0) }.max() ?? 0
  }

  private func x(_ value: Double) -> Double { axis.x(value) }

  private static func height(of label: [String], series: Int) -> Double {
    max(Double(series) * bar, Double(label.count) * SVGFrame.label.lineHeight) + groupGap
  }

  /// Rows of a legend that fit the width; one series needs none.
  private static func legend(_ chart: Chart, _ options: SVGOptions) -> [[Int]] {
    guard chart.series.count > 1 else { return [] }
    var rows: [[Int]] = [[]]
    var used = 0.0
    for (index, series) in chart.series.enumerated() {
      let name = oneLine(series.name.text(in: options.language))
      let width = 38 + SVGFrame.label.width(of: name)
      if used + width > options.width - 2 * SVGFrame.margin, used > 0 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(index)
      used += width
    }
    return rows
  }
}
