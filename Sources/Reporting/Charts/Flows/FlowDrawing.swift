import Diagnostics
import Quantities
import Scenarios

/// Bands between named things that stand in columns (Sankey), as thick as what passes.
struct FlowDrawing {
  private let chart: Chart
  private let language: Language
  private let frame: SVGFrame
  private let layout: FlowLayout
  private let left: Double
  private let right: Double
  private let top: Double
  private let height: Double
  /// Width of the bar that stands for a thing.
  private static let bar = 14.0

  /// Finds room for the names of the first column at the left and of the others at the right of their bars.
  init(_ chart: Chart, _ flows: [Chart.Flow], _ options: SVGOptions) {
    self.chart = chart
    let language = options.language
    self.language = language
    frame = SVGFrame(chart, options)
    let face = SVGFrame.label
    let unit = chart.unit.isEmpty ? 0 : SVGFrame.quiet.lineHeight + 6
    top = frame.top + unit
    layout = FlowLayout(
      flows, chart.series[0].values, height: options.height - top - frame.bottom,
      slot: face.lineHeight + 2)
    let widest = { [layout] (isIncluded: (Int) -> Bool) in
      layout.nodes.filter { isIncluded($0.column) }.map {
        face.width(of: FlowDrawing.label(of: $0, chart, language))
      }.max() ?? 0
    }
    left = SVGFrame.margin + widest { $0 == 0 } + 8
    right = options.width - SVGFrame.margin - widest { [layout] in $0 == layout.columns - 1 } - 8
    height = top + layout.height + frame.bottom
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    let unit = chart.unit.text(in: language)
    if !unit.isEmpty {
      svg.text(unit, x: SVGFrame.margin, y: frame.top + SVGFrame.quiet.size, SVGFrame.quiet)
    }
    for band in layout.bands { draw(band, &svg) }
    for node in layout.nodes { draw(node, &svg) }
    return (svg.lines, height)
  }

  private func draw(_ band: FlowLayout.Band, _ svg: inout SVGWriter) {
    let (source, target) = (layout.nodes[band.source], layout.nodes[band.target])
    let names = [source, target].map { oneLine($0.name.text(in: language)) }
    svg.band(
      from: (x(source.column) + FlowDrawing.bar, top + band.start),
      to: (x(target.column), top + band.end), thickness: band.thickness, fill: colour(of: source),
      title: "\(names[0]) → \(names[1]): \(NumberFormat.rounded(band.value, as: chart.style))")
  }

  private func draw(_ node: FlowLayout.Node, _ svg: inout SVGWriter) {
    let label = FlowDrawing.label(of: node, chart, language)
    let face = SVGFrame.label
    svg.rectangle(
      x: x(node.column), y: top + node.middle - node.thickness / 2, width: FlowDrawing.bar,
      height: max(1, node.thickness), fill: colour(of: node), title: label)
    let isFirst = node.column == 0
    svg.text(
      label, x: isFirst ? left - 8 : x(node.column) + FlowDrawing.bar + 6,
      y: top + node.middle + face.size * 0.35, face, anchor: isFirst ? .end : .start)
  }

  /// The name, and how much passes.
  private static func label(of node: FlowLayout.Node, _ chart: Chart, _ language: Language)
    -> String
  {
    oneLine(node.name.text(in: language)) + " "
      + NumberFormat.rounded(node.value, as: chart.style)
  }

  /// Things of the first column have colours of their own; further ones are told apart by their names.
  private func colour(of node: FlowLayout.Node) -> String {
    node.column == 0 ? SVGPalette.colour(node.rank) : SVGPalette.axis
  }

  private func x(_ column: Int) -> Double {
    left + (right - FlowDrawing.bar - left) * Double(column) / Double(max(1, layout.columns - 1))
  }
}
