internal import Diagnostics
internal import Reporting

/// What a template's text is, and so how words of a report are made safe in it.
package enum TemplateFormat: String, Sendable, CaseIterable {
  /// A page.
  case html
  /// Notes.
  case markdown = "md"
  /// A paper.
  case latex = "tex"
  /// Fields for a spreadsheet.
  case csv
  /// Plain text.
  case text = "txt"

  /// The format that a template's name ends in, such as `brief.html.mustache`; nil: none.
  init?(ofFile name: String) {
    let parts = name.split(separator: ".").map { $0.lowercased() }
    guard parts.count > 2, parts.last == "mustache" else { return nil }
    self.init(rawValue: parts[parts.count - 2])
  }

  /// Words as the format shows them: they never begin a tag, a command or a formula.
  package func escaped(_ text: String) -> String {
    switch self {
    case .html: escapedXML(oneLine(text))
    case .markdown: escapedMarkdown(text)
    case .latex: escapedLaTeX(text)
    case .csv: csvField(oneLine(text))
    case .text: oneLine(text)
    }
  }

  /// A table as reports in this format have it.
  func rendered(_ table: Table, in language: Language) -> String {
    let format: TableFormat =
      switch self {
      case .html: .html
      case .markdown: .markdown
      case .latex: .latex
      case .csv: .csv
      case .text: .text
      }
    return format.render([table], RenderOptions(language: language))
  }
}
