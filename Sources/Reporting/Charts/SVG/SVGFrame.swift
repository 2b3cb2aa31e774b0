import Diagnostics
import Scenarios

/// What all charts share: title and subtitle above, notes below.
struct SVGFrame {
  /// Blank at every edge.
  static let margin = 24.0
  /// The face of labels and ticks.
  static let label = SVGWriter.Face(size: 14)
  /// The face of notes, ticks and units.
  static let quiet = SVGWriter.Face(size: 13, colour: SVGPalette.quiet)

  private let title: [String]
  private let subtitle: [String]
  private let notes: [String]
  private static let titleFace = SVGWriter.Face(size: 21, isBold: true)
  private static let subtitleFace = SVGWriter.Face(size: 15, colour: SVGPalette.quiet)

  /// Breaks the words of a chart into lines that fit its width.
  init(_ chart: Chart, _ options: SVGOptions) {
    let width = options.width - 2 * SVGFrame.margin
    let lines = { (text: String, face: SVGWriter.Face) in
      text.isEmpty ? [] : wrapped(oneLine(text), to: face.columns(in: width))
    }
    let language = options.language
    title = lines(chart.title.text(in: language), SVGFrame.titleFace)
    subtitle = lines(chart.subtitle.text(in: language), SVGFrame.subtitleFace)
    notes = chart.notes.flatMap { note in
      lines(noteLabel(in: language) + note.text(in: language), SVGFrame.quiet)
    }
  }

  /// Height of all that stands above the plot.
  var top: Double {
    SVGFrame.margin + Double(title.count) * SVGFrame.titleFace.lineHeight
      + Double(subtitle.count) * SVGFrame.subtitleFace.lineHeight + 10
  }

  /// Height of all that stands below the plot.
  var bottom: Double { SVGFrame.margin + Double(notes.count) * SVGFrame.quiet.lineHeight }

  /// Writes the words of a chart of a height.
  func write(to svg: inout SVGWriter, height: Double) {
    var y = SVGFrame.margin
    for (lines, face) in [(title, SVGFrame.titleFace), (subtitle, SVGFrame.subtitleFace)] {
      for line in lines {
        svg.text(line, x: SVGFrame.margin, y: y + face.size, face)
        y += face.lineHeight
      }
    }
    y = height - bottom + 8
    for line in notes {
      svg.text(line, x: SVGFrame.margin, y: y + SVGFrame.quiet.size, SVGFrame.quiet)
      y += SVGFrame.quiet.lineHeight
    }
  }
}
