import Diagnostics
import Quantities
import Scenarios

extension Chart {
  /// The chart as one SVG file without outside parts; ends with a line feed.
  package func svg(_ options: SVGOptions = SVGOptions()) -> String {
    let drawing =
      switch axis {
      case .days(let start):
        LineDrawing(self, start: start, days: Array(series[0].values.indices), options).drawn()
      case .fan(let start, let days):
        LineDrawing(self, start: start, days: days, isFan: true, options).drawn()
      case .categories(let names): BarDrawing(self, names: names, options).drawn()
      case .grid(let names): HeatDrawing(self, rows: names, options).drawn()
      case .places(let places): TileDrawing(self, places, options).drawn()
      case .ranges(let names, let about):
        RangeDrawing(self, names: names, about: about, options).drawn()
      case .points(let names, let across, let hasFrontier, let thresholds):
        PointDrawing(
          self, names: names, across: across, hasFrontier: hasFrontier, thresholds: thresholds,
          options
        ).drawn()
      case .flows(let flows): FlowDrawing(self, flows, options).drawn()
      }
    let width = NumberFormat.exact(options.width)
    let height = NumberFormat.exact(drawing.height.rounded(.up))
    let language = options.language
    let id = name + options.suffix
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
          + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" lang=\"\(language.rawValue)\""
          + " aria-labelledby=\"\(id)-title \(id)-desc\" font-family=\"\(fonts)\">",
        "<title id=\"\(id)-title\">\(escapedXML(oneLine(title.text(in: language))))</title>",
        "<desc id=\"\(id)-desc\">\(escapedXML(oneLine(alternative(in: language))))</desc>",
        "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
      ] + drawing.lines + ["</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Latin letters of any plain face; Japanese ones by what each system has.
private let fonts =
  "'Noto Sans','Noto Sans CJK JP','Noto Sans JP','Yu Gothic','Hiragino Sans',Meiryo,sans-serif"
