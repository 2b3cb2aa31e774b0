package import Diagnostics
internal import Scenarios

/// A report: titled tables, then assumptions and warnings.
package struct Report: Sendable {
  /// The title.
  package let title: Bilingual
  /// One line under the title: economy, year, horizon.
  package let subtitle: Bilingual
  /// The tables, the most important first.
  package let tables: [Table]
  /// What the numbers assume, one sentence each.
  package let assumptions: [Bilingual]
  /// What the reader must know before trusting the numbers.
  package let warnings: [Bilingual]

  /// The report in a format for readers; CSV and JSON hold the tables alone.
  package func render(_ format: TableFormat, _ options: RenderOptions) -> String {
    switch format {
    case .text: text(options)
    case .markdown: markdown(options.language)
    case .latex, .csv, .json, .html: format.render(tables, options)
    }
  }

  private func text(_ options: RenderOptions) -> String {
    let language = options.language
    let title = title.text(in: language)
    var lines = [options.isStyled ? "\u{1B}[1m\(title)\u{1B}[0m" : title]
    lines += [subtitle.text(in: language), ""]
    for warning in warnings {
      lines += item("! ", warning.text(in: language), options)
    }
    if !warnings.isEmpty { lines.append("") }
    let body = tables.map { $0.text(options) }.joined(separator: "\n")
    var tail = ["", SectionWord.assumptions.words.text(in: language)]
    for assumption in assumptions {
      tail += item("- ", assumption.text(in: language), options)
    }
    return lines.joined(separator: "\n") + "\n" + body + tail.joined(separator: "\n") + "\n"
  }

  /// A marked sentence, broken to the width with its lines under each other.
  private func item(_ mark: String, _ text: String, _ options: RenderOptions) -> [String] {
    let lines = options.width.map { wrapped(text, to: $0 - 2) } ?? [text]
    return lines.enumerated().map { ($0 == 0 ? mark : "  ") + $1 }
  }

  private func markdown(_ language: Language) -> String {
    var text = "# \(title.text(in: language))\n\n\(subtitle.text(in: language))\n\n"
    if !warnings.isEmpty {
      text += "## \(SectionWord.warnings.words.text(in: language))\n\n"
      text += warnings.map { "- \($0.text(in: language))\n" }.joined() + "\n"
    }
    text += tables.map { $0.markdown(in: language) }.joined(separator: "\n")
    text += "\n## \(SectionWord.assumptions.words.text(in: language))\n\n"
    return text + assumptions.map { "- \($0.text(in: language))\n" }.joined()
  }
}
