package import Diagnostics
package import Reporting

/// Mistakes as a page takes them: in both languages, each with the path of the change that made it.
package enum Refusal {
  /// The mistakes in the order of their places, schema `sonae.refusal/1`.
  package static func json(_ messages: [Diagnostic]) -> JSON {
    ["schema": "sonae.refusal/1", "messages": .array(messages.sortedByPlace().map(message))]
  }

  private static func message(_ diagnostic: Diagnostic) -> JSON {
    let problem = diagnostic.problem
    let place = diagnostic.place
    return [
      "code": .string(problem.code), "severity": .string(diagnostic.severity.rawValue),
      "path": .string(place.flatMap(path)), "file": .string(place?.source.name),
      "line": .integer(place?.start.line), "column": .integer(place?.start.column),
      "message": [
        "en": .string(problem.message(in: .en)), "ja": .string(problem.message(in: .ja)),
      ],
      "help": problem.help(in: .en).map { en in
        ["en": .string(en), "ja": .string(problem.help(in: .ja) ?? en)]
      } ?? .null,
    ]
  }

  /// The path of the change that a place lies in; nil where it lies in the file.
  private static func path(_ place: Place) -> String? {
    guard place.source.name == settingSource else { return nil }
    let text = String(decoding: place.source.bytes, as: UTF8.self)
    return text.firstIndex(of: "=").map { String(text[..<$0]) }
  }

  /// The name of sources that are changes.
  package static let settingSource = "--set"
}
