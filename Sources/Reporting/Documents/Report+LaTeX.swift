internal import Diagnostics
internal import Scenarios

extension Report {
  /// The report for LaTeX: a section with warnings, the tables, assumptions.
  func latex(_ language: Language) -> String {
    var head = ""
    if !title.isEmpty {
      head = "\\section*{\(shown(title, language))}\n\(shown(subtitle, language))\n\n"
    }
    if !findings.isEmpty { head += items(findings, language).joined(separator: "\n") + "\n\n" }
    head += list(warnings, .warnings, language)
    let body = tables.map { $0.latex(in: language) }.joined(separator: "\n")
    return head + body + list(assumptions, .assumptions, language)
  }

  private func list(
    _ sentences: [Bilingual], _ heading: SectionWord, _ language: Language
  ) -> String {
    guard !sentences.isEmpty else { return "" }
    let lines =
      ["\\subsection*{\(shown(heading.words, language))}"] + items(sentences, language)
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func items(_ sentences: [Bilingual], _ language: Language) -> [String] {
    ["\\begin{itemize}"] + sentences.map { "  \\item \(shown($0, language))" }
      + ["\\end{itemize}"]
  }

  private func shown(_ text: Bilingual, _ language: Language) -> String {
    escapedLaTeX(oneLine(text.text(in: language)))
  }
}
