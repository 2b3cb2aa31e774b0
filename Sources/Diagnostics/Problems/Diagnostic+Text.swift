extension Diagnostic {
  /// The message for a reader: place, sentence, source line with carets, way out; no line break at the end.
  package func text(in language: Language) -> String {
    var lines = [heading(in: language)]
    if let place {
      let line = SourceLine(of: place, width: 120)
      let number = String(place.start.line)
      let gutter = String(repeating: " ", count: number.count)
      lines.append("  \(number) | \(line.text)")
      lines.append("  \(gutter) | \(line.carets)")
    }
    if let help = problem.help(in: language) {
      lines.append("\(language.helpLabel): \(clipped(help))")
    }
    return lines.joined(separator: "\n")
  }

  /// The message as one sentence of a report: file and line, what it is, the way out.
  package var sentence: Bilingual {
    Bilingual(sentence(in: .en, ".", between: "; "), sentence(in: .ja, "。", between: "。"))
  }

  private func sentence(in language: Language, _ stop: String, between: String) -> String {
    let start = place.map { "\($0.source.name)\(language.line($0.start.line))" } ?? ""
    let parts = [problem.message(in: language)] + (problem.help(in: language).map { [$0] } ?? [])
    let words = parts.joined(separator: between)
    let sentence = start.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : start + words
    return ".?!。…".contains(sentence.last ?? " ") ? sentence : sentence + stop
  }

  private func heading(in language: Language) -> String {
    let sentence = "\(severity.label(in: language)): \(clipped(problem.message(in: language)))"
    guard let place else { return sentence }
    let start = place.start
    return "\(printable(place.source.name)):\(start.line):\(start.column): \(sentence)"
  }
}

/// A text that is safe to print, cut where a name in it is longer than anyone reads.
private func clipped(_ text: String) -> String {
  let longest = 2_000
  let start = text.prefix(longest)
  return printable(String(start)) + (start.endIndex < text.endIndex ? "…" : "")
}

extension DiagnosticList {
  /// All messages for a reader in the order of their places, without a line break at the end.
  package func text(in language: Language) -> String {
    diagnostics.sortedByPlace().map { $0.text(in: language) }.joined(separator: "\n")
  }
}

extension Diagnostic.Severity {
  fileprivate func label(in language: Language) -> String {
    switch (self, language) {
    case (.error, .en): "error"
    case (.error, .ja): "エラー"
    case (.warning, .en): "warning"
    case (.warning, .ja): "警告"
    case (.note, .en): "note"
    case (.note, .ja): "注記"
    }
  }
}

extension Language {
  /// A line after a file's name.
  fileprivate func line(_ number: Int) -> String {
    switch self {
    case .en: ", line \(number): "
    case .ja: " \(number)行目："
    }
  }

  fileprivate var helpLabel: String {
    switch self {
    case .en: "help"
    case .ja: "対処"
    }
  }
}
