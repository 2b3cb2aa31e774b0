import Diagnostics
import Quantities
import Scenarios

/// A heat map: a row for each name, a column for each series, the value in every cell.
struct HeatDrawing {
  private let chart: Chart
  private let language: Language
  private let frame: SVGFrame
  private let rows: [[String]]
  private let heads: [[String]]
  private let left: Double
  private let cell: Double
  private let top: Double
  private let height: Double
  private let most: Double

  /// Finds room for names of rows and columns; the chart is as high as its rows need.
  init(_ chart: Chart, rows names: [Bilingual], _ options: SVGOptions) {
    self.chart = chart
    language = options.language
    frame = SVGFrame(chart, options)
    let face = SVGFrame.label
    rows = names.map { wrapped(oneLine($0.text(in: options.language)), to: 40) }
    left = SVGFrame.margin + (rows.joined().map { face.width(of: $0) }.max() ?? 0) + 10
    let cell = (options.width - SVGFrame.margin - left) / Double(chart.series.count)
    self.cell = cell
    heads = chart.series.map { series in
      let columns = SVGFrame.quiet.columns(in: cell - 4)
      return wrapped(oneLine(series.name.text(in: options.language)), to: columns)
    }
    let headLines = heads.map { $0.count }.max() ?? 0
    let unit = chart.unit.isEmpty ? 0 : SVGFrame.quiet.lineHeight
    top = frame.top + unit + Double(headLines) * SVGFrame.quiet.lineHeight + 6
    let body = rows.map { HeatDrawing.height(of: $0) }.reduce(0, +)
    height = top + body + 12 + frame.bottom
    most = chart.series.flatMap { $0.values.compactMap { $0 } }.max() ?? 0
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    drawHeads(&svg)
    var y = top
    for (index, name) in rows.enumerated() {
      let height = HeatDrawing.height(of: name)
      let face = SVGFrame.label
      let first = y + (height - Double(name.count) * face.lineHeight) / 2 + face.size * 0.95
      for (line, text) in name.enumerated() {
        svg.text(
          text, x: left - 10, y: first + Double(line) * face.lineHeight, face, anchor: .end)
      }
      for column in chart.series.indices {
        drawCell(index, column, y: y, height: height, name.joined(separator: " "), &svg)
      }
      y += height
    }
    return (svg.lines, height)
  }

  private func drawHeads(_ svg: inout SVGWriter) {
    let face = SVGFrame.quiet
    let unit = chart.unit.text(in: language)
    if !unit.isEmpty {
      svg.text(unit, x: SVGFrame.margin, y: frame.top + face.size, face)
    }
    for (column, head) in heads.enumerated() {
      for (line, text) in head.enumerated() {
        let up = Double(head.count - 1 - line) * face.lineHeight
        svg.text(text, x: x(column) + cell / 2, y: top - 8 - up, face, anchor: .middle)
      }
    }
  }

  private func drawCell(
    _ row: Int, _ column: Int, y: Double, height: Double, _ name: String, _ svg: inout SVGWriter
  ) {
    let series = chart.series[column]
    let value = series.values[row]
    let text = value.map { NumberFormat.rounded($0, as: chart.style) } ?? NumberFormat.missing
    let look = value.map { SVGPalette.shade(share(of: $0)) }
    svg.rectangle(
      x: x(column) + 1, y: y + 1, width: cell - 2, height: height - 2,
      fill: look?.fill ?? SVGPalette.blank,
      title: "\(name), \(series.name.text(in: language)): \(text)")
    svg.text(
      text, x: x(column) + cell / 2, y: y + height / 2 + 5,
      SVGWriter.Face(size: 13, colour: look?.ink ?? SVGPalette.quiet), anchor: .middle)
  }

  /// Square root of the share of the largest, so that small losses are told apart as well.
  private func share(of value: Double) -> Double {
    value < 0 ? -1 : most > 0 ? (value / most).squareRoot() : 0
  }

  private func x(_ column: Int) -> Double { left + Double(column) * cell }

  private static func height(of name: [String]) -> Double {
    max(26, Double(name.count) * SVGFrame.label.lineHeight + 4)
  }
}
