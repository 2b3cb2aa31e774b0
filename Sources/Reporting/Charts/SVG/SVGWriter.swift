import Diagnostics
import Quantities

/// Writes the elements of a drawing, coordinates rounded to two decimals.
struct SVGWriter {
  /// Where a text stands about its point.
  enum Anchor: String {
    case start, middle, end
  }

  /// Size and look of a text.
  struct Face {
    let size: Double
    var colour = "#222222"
    var isBold = false

    /// Height of a line, in the drawing's units.
    var lineHeight: Double { size * 1.3 }

    /// Columns of a terminal that fit a width in this face, wide characters counted as two.
    func columns(in width: Double) -> Int { max(4, Int(width / (size * 0.56))) }

    /// Width that a text takes, on the safe side.
    func width(of text: String) -> Double { Double(displayWidth(text)) * size * 0.56 }
  }

  /// Elements so far, one a line.
  private(set) var lines: [String] = []

  /// Adds a straight line.
  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), colour: String,
    width: Double = 1
  ) {
    lines.append(
      "<line x1=\"\(at(start.x))\" y1=\"\(at(start.y))\" x2=\"\(at(end.x))\" y2=\"\(at(end.y))\""
        + " stroke=\"\(colour)\" stroke-width=\"\(at(width))\"/>")
  }

  /// Adds a filled rectangle that shows a title when pointed at.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, opacity: Double = 1,
    title: String = "", stroke: String? = nil
  ) {
    let edge = stroke.map { " stroke=\"\($0)\" stroke-width=\"0.5\"" } ?? ""
    let look = "fill=\"\(fill)\"" + (opacity < 1 ? " fill-opacity=\"\(at(opacity))\"" : "")
    let frame =
      "<rect x=\"\(at(x))\" y=\"\(at(y))\" width=\"\(at(width))\" height=\"\(at(height))\" \(look)\(edge)"
    let tip = "<title>\(escapedXML(oneLine(title)))</title>"
    lines.append(title.isEmpty ? frame + "/>" : frame + ">\(tip)</rect>")
  }

  /// Adds connected strokes; each list of points is one stroke.
  mutating func path(
    _ strokes: [[(x: Double, y: Double)]], colour: String, dash: String, title: String
  ) {
    let data = strokes.map { points in
      "M" + points.map { "\(at($0.x)) \(at($0.y))" }.joined(separator: "L")
    }.joined()
    let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    lines.append(
      "<path d=\"\(data)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\""
        + " stroke-linejoin=\"round\" stroke-linecap=\"round\"\(dashes)>"
        + "<title>\(escapedXML(oneLine(title)))</title></path>")
  }

  /// Adds a filled shape around which the points run.
  mutating func area(
    _ points: [(x: Double, y: Double)], colour: String, opacity: Double, title: String
  ) {
    let data = points.map { "\(at($0.x)) \(at($0.y))" }.joined(separator: "L")
    lines.append(
      "<path d=\"M\(data)Z\" fill=\"\(colour)\" fill-opacity=\"\(at(opacity))\">"
        + "<title>\(escapedXML(oneLine(title)))</title></path>")
  }

  /// Adds a band of a thickness that leaves and arrives level; the points are the middles of its ends.
  mutating func band(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), thickness: Double,
    fill: String, title: String
  ) {
    let half = max(0.5, thickness) / 2
    lines.append(
      "<path d=\"M\(edge(start, end, -half))L\(edge(end, start, half))Z\" fill=\"\(fill)\""
        + " fill-opacity=\"0.45\"><title>\(escapedXML(oneLine(title)))</title></path>")
  }

  /// A curve between two points, moved down, that is level at both.
  private func edge(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ down: Double
  ) -> String {
    let middle = at((from.x + to.x) / 2)
    let (start, end) = (at(from.y + down), at(to.y + down))
    return "\(at(from.x)) \(start)C\(middle) \(start) \(middle) \(end) \(at(to.x)) \(end)"
  }

  /// Adds a dot that shows a title when pointed at.
  mutating func dot(x: Double, y: Double, colour: String, title: String = "") {
    let dot =
      "<circle cx=\"\(at(x))\" cy=\"\(at(y))\" r=\"\(title.isEmpty ? 3.5 : 5)\" fill=\"\(colour)\""
    let tip = "<title>\(escapedXML(oneLine(title)))</title>"
    lines.append(title.isEmpty ? dot + "/>" : dot + ">\(tip)</circle>")
  }

  /// Adds a line of text, its baseline at the point.
  mutating func text(
    _ text: String, x: Double, y: Double, _ face: Face, anchor: Anchor = .start
  ) {
    let weight = face.isBold ? " font-weight=\"bold\"" : ""
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    lines.append(
      "<text x=\"\(at(x))\" y=\"\(at(y))\" font-size=\"\(at(face.size))\" fill=\"\(face.colour)\""
        + "\(weight)\(place)>\(escapedXML(oneLine(text)))</text>")
  }

  /// A coordinate rounded to two decimals.
  private func at(_ value: Double) -> String {
    NumberFormat.exact((value * 100).rounded() / 100)
  }
}
