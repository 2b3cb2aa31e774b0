internal import Diagnostics

extension Report {
  /// The report in a format; JSON holds tables and sentences, CSV the first table alone.
  package func render(_ format: TableFormat, _ options: RenderOptions) -> String {
    switch format {
    case .text: text(options)
    case .markdown: markdown(options.language)
    case .latex: latex(options.language)
    case .html: Page([self], in: options.languages).html
    case .json: json(options.language).pretty + "\n"
    case .csv: format.render(tables, options)
    }
  }

  /// One of the tables with the warnings that hold for it, and nothing else.
  package func render(
    _ table: Table, as format: TableFormat, _ options: RenderOptions
  ) -> String {
    Report(tables: [table], warnings: warnings).render(format, options)
  }

  /// The tables, schema `sonae.tables/1`, with what readers are told beside them; what there is none of is
  /// left out, the warnings are not.
  private func json(_ language: Language) -> JSON {
    let texts = { (sentences: [Bilingual]) in
      JSON.array(sentences.map { .string($0.text(in: language)) })
    }
    var members = [
      JSON.Member("schema", "sonae.tables/1"),
      JSON.Member("tables", .array(tables.map { $0.json(in: language) })),
      JSON.Member("warnings", texts(warnings)),
    ]
    if !findings.isEmpty { members.append(JSON.Member("findings", texts(findings))) }
    if !assumptions.isEmpty { members.append(JSON.Member("assumptions", texts(assumptions))) }
    return .object(members)
  }

  private func text(_ options: RenderOptions) -> String {
    let language = options.language
    let title = oneLine(title.text(in: language))
    var lines: [String] = []
    if !title.isEmpty {
      for line in options.width.map({ wrapped(title, to: $0) }) ?? [title] {
        lines.append(options.isStyled ? "\u{1B}[1m\(line)\u{1B}[0m" : line)
      }
      let subtitle = oneLine(subtitle.text(in: language))
      lines += (options.width.map { wrapped(subtitle, to: $0) } ?? [subtitle]) + [""]
    }
    for finding in findings {
      lines += item("• ", finding.text(in: language), options)
    }
    if !findings.isEmpty { lines.append("") }
    for warning in warnings {
      lines += item("! ", warning.text(in: language), options)
    }
    if !warnings.isEmpty { lines.append("") }
    let head = lines.map { $0 + "\n" }.joined()
    let body = tablesInTurn.map { $0.text(options) }.joined(separator: "\n")
    guard !assumptions.isEmpty else { return head + body }
    var tail = ["", SectionWord.assumptions.words.text(in: language)]
    for assumption in assumptions {
      tail += item("- ", assumption.text(in: language), options)
    }
    return head + body + tail.map { $0 + "\n" }.joined()
  }

  /// A marked sentence, broken to the width with its lines under each other.
  private func item(_ mark: String, _ text: String, _ options: RenderOptions) -> [String] {
    let text = oneLine(text)
    let lines = options.width.map { wrapped(text, to: $0 - 2) } ?? [text]
    return lines.enumerated().map { ($0 == 0 ? mark : "  ") + $1 }
  }

  private func markdown(_ language: Language) -> String {
    let words = { (words: Bilingual) in escapedMarkdown(words.text(in: language)) }
    var text = ""
    if !title.isEmpty { text += "# \(words(title))\n\n\(words(subtitle))\n\n" }
    if !findings.isEmpty { text += findings.map { "- \(words($0))\n" }.joined() + "\n" }
    if !warnings.isEmpty {
      text += "## \(SectionWord.warnings.words.text(in: language))\n\n"
      text += warnings.map { "- \(words($0))\n" }.joined() + "\n"
    }
    text += tablesInTurn.map { $0.markdown(in: language) }.joined(separator: "\n")
    guard !assumptions.isEmpty else { return text }
    text += "\n## \(SectionWord.assumptions.words.text(in: language))\n\n"
    return text + assumptions.map { "- \(words($0))\n" }.joined()
  }
}
