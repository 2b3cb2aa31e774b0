internal import Diagnostics
internal import Scenarios

extension Report {
  /// The report as an HTML fragment: headings, warnings, the tables, assumptions.
  func html(_ language: Language) -> String {
    var lines: [String] = []
    if !title.isEmpty {
      lines.append("<h1>\(shown(title, language))</h1>")
      lines.append("<p class=\"subtitle\">\(shown(subtitle, language))</p>")
    }
    if !findings.isEmpty {
      lines += ["<ul class=\"findings\">"] + items(findings, language) + ["</ul>"]
    }
    lines += list(warnings, .warnings, "warnings", language)
    let head = lines.map { $0 + "\n" }.joined()
    let body = tables.map { $0.html(in: language) }.joined(separator: "\n")
    let tail = list(assumptions, .assumptions, "assumptions", language).map { $0 + "\n" }
    return head + body + tail.joined()
  }

  private func list(
    _ sentences: [Bilingual], _ heading: SectionWord, _ name: String, _ language: Language
  ) -> [String] {
    guard !sentences.isEmpty else { return [] }
    return ["<h2>\(shown(heading.words, language))</h2>", "<ul class=\"\(name)\">"]
      + items(sentences, language) + ["</ul>"]
  }

  private func items(_ sentences: [Bilingual], _ language: Language) -> [String] {
    sentences.map { "  <li>\(shown($0, language))</li>" }
  }

  private func shown(_ text: Bilingual, _ language: Language) -> String {
    escapedXML(oneLine(text.text(in: language)))
  }
}
