import Diagnostics
import Scenarios

extension Table {
  /// The table for a terminal: title, heading, rule, rows and notes; ends with a line feed.
  package func text(_ options: RenderOptions = RenderOptions()) -> String {
    let grid = TextGrid(
      headings: headings(in: options.language), rows: shownRows(in: options.language),
      isNumber: columns.map(\.isNumber))
    let widths = grid.widths(within: options.width)
    var lines = broken(oneLine(title.text(in: options.language)), options).map(options.bold)
    lines += grid.header(widths).map(options.bold)
    lines.append(options.dim(grid.rule(widths)))
    lines += grid.body(widths)
    for note in shownNotes(in: options.language) {
      lines += broken(noteLabel(in: options.language) + note, options).map(options.dim)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func broken(_ text: String, _ options: RenderOptions) -> [String] {
    options.width.map { wrapped(text, to: $0) } ?? [text]
  }
}

extension RenderOptions {
  fileprivate func bold(_ line: String) -> String { isStyled ? "\u{1B}[1m\(line)\u{1B}[0m" : line }

  fileprivate func dim(_ line: String) -> String { isStyled ? "\u{1B}[2m\(line)\u{1B}[0m" : line }
}
