import Diagnostics

/// A format that tables are written in; its raw value is what users type.
package enum TableFormat: String, Sendable, CaseIterable {
  /// For a terminal.
  case text
  /// For GitHub and notes.
  case markdown
  /// For spreadsheets and programs: one table.
  case csv
  /// For programs.
  case json
  /// For papers.
  case latex
  /// A fragment for a page.
  case html

  /// The ending of file names, without the point.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .latex: "tex"
    case .csv, .json, .html: rawValue
    }
  }

  /// The tables in this format, in order; CSV holds the first alone. Ends with a line feed.
  package func render(_ tables: [Table], _ options: RenderOptions = RenderOptions()) -> String {
    let language = options.language
    return switch self {
    case .text: tables.map { $0.text(options) }.joined(separator: "\n")
    case .markdown: tables.map { $0.markdown(in: language) }.joined(separator: "\n")
    case .csv: tables.first?.csv(in: language) ?? ""
    case .json:
      JSON.object([
        JSON.Member("schema", "sonae.tables/1"),
        JSON.Member("tables", .array(tables.map { $0.json(in: language) })),
      ]).pretty + "\n"
    case .latex: tables.map { $0.latex(in: language) }.joined(separator: "\n")
    case .html: tables.map { $0.html(in: language) }.joined(separator: "\n")
    }
  }
}
