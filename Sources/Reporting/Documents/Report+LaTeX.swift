internal import Diagnostics
internal import Scenarios

extension Report {
  /// The report for LuaLaTeX: a document if it has a title, else its tables to be put into one.
  func latex(_ language: Language) -> String {
    let isDocument = !title.isEmpty
    var head = isDocument ? Report.preamble(language) : ""
    if isDocument {
      head += "\\section*{\(shown(title, language))}\n\(shown(subtitle, language))\n\n"
    }
    if !findings.isEmpty { head += items(findings, language).joined(separator: "\n") + "\n\n" }
    head += list(warnings, .warnings, language)
    let body = readTables.map { $0.latex(in: language, fitted: isDocument) }
      .joined(separator: "\n")
    let tail = list(assumptions, .assumptions, language)
    guard isDocument else { return head + body + tail }
    return head + body + "\n\\clearpage\n" + tail + "\\end{document}\n"
  }

  /// What the document needs: letters of both languages, booktabs, and tables that fit the line.
  private static func preamble(_ language: Language) -> String {
    let babel = Bilingual("Table", "表").text(in: language)
    return """
      \\documentclass[a4paper,10pt]{article}
      \\usepackage[margin=20mm]{geometry}
      \\usepackage{array}
      \\usepackage{luatexja}
      \\usepackage{booktabs,graphicx}
      \\renewcommand{\\tablename}{\(babel)}
      \\newsavebox{\\tablebox}
      \\newenvironment{fitted}{\\footnotesize\\begin{lrbox}{\\tablebox}}{\\end{lrbox}%
        \\ifdim\\wd\\tablebox>\\linewidth
          \\resizebox{\\linewidth}{!}{\\usebox{\\tablebox}}%
        \\else\\usebox{\\tablebox}\\fi}
      \\begin{document}
      \\sloppy

      """
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
