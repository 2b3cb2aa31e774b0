import Diagnostics
import Quantities
import Scenarios

extension Table {
  /// The table for a terminal: title, heading, rule, rows and notes; ends with a line feed.
  package func text(_ options: RenderOptions = RenderOptions()) -> String {
    let (grid, leftOut) = grid(options)
    let layout = grid.layout(within: options.width)
    var lines = broken(oneLine(title.text(in: options.language)), options).map(options.bold)
    lines += layout.header.map(options.bold)
    lines.append(options.dim(layout.rule))
    lines += layout.body
    let kept = columns.indices.filter { !leftOut.contains($0) }
    let notes = shownNotes(in: options.language, columns: kept)
    for note in notes + (leftOut.isEmpty ? [] : [narrow(leftOut, in: options.language)]) {
      lines += broken(noteLabel(in: options.language) + note, options).map(options.dim)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The cells, without empty columns and then the last columns of detail where the width cannot hold all.
  private func grid(_ options: RenderOptions) -> (TextGrid, leftOut: [Int]) {
    let headings = headings(in: options.language)
    let rows = shownRows(in: options.language)
    var kept = Array(columns.indices)
    let made = {
      TextGrid(
        headings: kept.map { headings[$0] }, rows: rows.map { row in kept.map { row[$0] } },
        isNumber: kept.map { columns[$0].isNumber })
    }
    if let width = options.width {
      let isBlank = columns.indices.map { column in
        !rows.isEmpty && rows.allSatisfy { $0[column] == NumberFormat.missing }
      }
      while !made().fits(in: width),
        let last = kept.lastIndex(where: { isBlank[$0] })
          ?? kept.lastIndex(where: { columns[$0].isDetail })
      {
        kept.remove(at: last)
      }
    }
    return (made(), columns.indices.filter { !kept.contains($0) })
  }

  private func narrow(_ leftOut: [Int], in language: Language) -> String {
    let names = leftOut.map { columns[$0].heading.text(in: language) }
    return switch language {
    case .en: "Left out at this width: \(names.joined(separator: "; "))."
    case .ja: "この幅では省いた列：\(names.joined(separator: "、"))。"
    }
  }

  private func broken(_ text: String, _ options: RenderOptions) -> [String] {
    options.width.map { wrapped(text, to: $0) } ?? [text]
  }
}

extension RenderOptions {
  fileprivate func bold(_ line: String) -> String { isStyled ? "\u{1B}[1m\(line)\u{1B}[0m" : line }

  fileprivate func dim(_ line: String) -> String { isStyled ? "\u{1B}[2m\(line)\u{1B}[0m" : line }
}
