extension [Diagnostic] {
  /// The messages as a JSON document, schema `sonae.diagnostics/1`, in the order of their places.
  package func json(in language: Language) -> String {
    let objects = sortedByPlace().map { "    " + $0.json(in: language) }
    let list = objects.isEmpty ? "[]" : "[\n\(objects.joined(separator: ",\n"))\n  ]"
    return "{\n  \"schema\": \"sonae.diagnostics/1\",\n  \"diagnostics\": \(list)\n}\n"
  }
}

extension DiagnosticList {
  /// The messages as a JSON document, schema `sonae.diagnostics/1`, in the order of their places.
  package func json(in language: Language) -> String { diagnostics.json(in: language) }
}

extension Diagnostic {
  /// One object: place members are null where there is no place, `help` where there is none.
  fileprivate func json(in language: Language) -> String {
    let members: [(String, String?)] = [
      ("code", jsonString(problem.code)),
      ("severity", jsonString(severity.rawValue)),
      ("file", (place?.source.name).map(jsonString)),
      ("line", (place?.start.line).map(String.init)),
      ("column", (place?.start.column).map(String.init)),
      ("end_line", (place?.end.line).map(String.init)),
      ("end_column", (place?.end.column).map(String.init)),
      ("message", jsonString(problem.message(in: language))),
      ("help", problem.help(in: language).map(jsonString)),
    ]
    return "{" + members.map { "\(jsonString($0)): \($1 ?? "null")" }.joined(separator: ", ") + "}"
  }
}
