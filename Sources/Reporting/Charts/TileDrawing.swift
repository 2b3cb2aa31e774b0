import Diagnostics
import Quantities
import Scenarios

/// A world map of equal tiles, shaded by value; regions that are no country stand in a row below.
struct TileDrawing {
  private let chart: Chart
  private let language: Language
  private let frame: SVGFrame
  private let width: Double
  private let tile: (width: Double, height: Double)
  private let placed: [(index: Int, column: Int, row: Int)]
  private let others: [Int]
  private let height: Double
  private let most: Double
  /// Tiles of a row of regions that are no country, each as wide as three.
  private static let othersPerRow = TileLayout.columns / 3

  /// Finds the place of every region.
  init(_ chart: Chart, _ places: [Chart.Place], _ options: SVGOptions) {
    self.chart = chart
    language = options.language
    frame = SVGFrame(chart, options)
    width = options.width
    let room = options.width - 2 * SVGFrame.margin
    tile = (room / Double(TileLayout.columns), room / Double(TileLayout.columns) * 0.76)
    placed = places.enumerated().compactMap { index, place in
      TileLayout.places[place.code].map { (index, $0.column, $0.row) }
    }
    others = places.indices.filter { TileLayout.places[places[$0].code] == nil }
    let otherRows = (others.count + TileDrawing.othersPerRow - 1) / TileDrawing.othersPerRow
    let map = placed.isEmpty ? 0 : Double(TileLayout.rows) * tile.height + 10
    height = frame.top + map + Double(otherRows) * tile.height + 14 + frame.bottom
    most = chart.series[0].values.compactMap { $0 }.max() ?? 0
  }

  /// The elements, and the height they take.
  func drawn() -> (lines: [String], height: Double) {
    var svg = SVGWriter()
    frame.write(to: &svg, height: height)
    if !placed.isEmpty { drawWorld(&svg) }
    for (index, column, row) in placed {
      drawTile(
        index, at: corner(column, row), width: tile.width, label: code(of: index), &svg)
    }
    let top = frame.top + (placed.isEmpty ? 0 : Double(TileLayout.rows) * tile.height + 10)
    for (number, index) in others.enumerated() {
      let column = number % TileDrawing.othersPerRow
      let row = number / TileDrawing.othersPerRow
      let at = (SVGFrame.margin + Double(column * 3) * tile.width, top + Double(row) * tile.height)
      let columns = SVGFrame.quiet.columns(in: 3 * tile.width - 8)
      let name = oneLine(name(of: index))
      let label = displayWidth(name) <= columns ? name : oneLine(code(of: index))
      drawTile(index, at: at, width: 3 * tile.width, label: label, &svg)
    }
    return (svg.lines, height)
  }

  /// Countries that are no region of the table, for the shape of the world.
  private func drawWorld(_ svg: inout SVGWriter) {
    let taken = Set(placed.map { code(of: $0.index) })
    for (code, place) in TileLayout.places.sorted(by: { $0.key < $1.key })
    where !taken.contains(code) {
      let (x, y) = corner(place.column, place.row)
      svg.rectangle(
        x: x + 1, y: y + 1, width: tile.width - 2, height: tile.height - 2,
        fill: SVGPalette.blank)
    }
  }

  private func drawTile(
    _ index: Int, at corner: (x: Double, y: Double), width: Double, label: String,
    _ svg: inout SVGWriter
  ) {
    let value = chart.series[0].values[index]
    let text = value.map { NumberFormat.rounded($0, as: chart.style) } ?? NumberFormat.missing
    let look = value.map { SVGPalette.shade(share(of: $0)) }
    svg.rectangle(
      x: corner.x + 1, y: corner.y + 1, width: width - 2, height: tile.height - 2,
      fill: look?.fill ?? "#ffffff", title: "\(name(of: index)): \(text)", stroke: SVGPalette.axis)
    let ink = look?.ink ?? SVGPalette.quiet
    let middle = (x: corner.x + width / 2, y: corner.y + tile.height / 2)
    svg.text(
      label, x: middle.x, y: middle.y - 2, SVGWriter.Face(size: 13, colour: ink, isBold: true),
      anchor: .middle)
    svg.text(
      text, x: middle.x, y: middle.y + 13, SVGWriter.Face(size: 12, colour: ink), anchor: .middle)
  }

  private func corner(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
    (SVGFrame.margin + Double(column) * tile.width, frame.top + Double(row) * tile.height)
  }

  private func code(of index: Int) -> String {
    if case .places(let places) = chart.axis { places[index].code } else { "" }
  }

  private func name(of index: Int) -> String {
    chart.rowNames?[index].text(in: language) ?? ""
  }

  private func share(of value: Double) -> Double {
    value < 0 ? -1 : most > 0 ? (value / most).squareRoot() : 0
  }
}
