/// What a problem says: its code, and one sentence with an optional way out in each language.
package struct Wording: Sendable, Hashable {
  /// A stable name in kebab-case.
  package let code: String
  /// The message: one sentence without a full stop, names in backquotes.
  package let message: Bilingual
  /// The way out, nil if the message says it.
  package let help: Bilingual?

  /// Makes a wording without help.
  package init(_ code: String, en: String, ja: String) {
    self.code = code
    message = Bilingual(en, ja)
    help = nil
  }

  /// Makes a wording with help.
  package init(_ code: String, en: String, ja: String, helpEn: String, helpJa: String) {
    self.code = code
    message = Bilingual(en, ja)
    help = Bilingual(helpEn, helpJa)
  }
}

/// A problem that says everything in one place.
package protocol WordedProblem: Problem {
  /// The problem's code and its sentences.
  var wording: Wording { get }
}

extension WordedProblem {
  /// A stable name in kebab-case.
  package var code: String { wording.code }

  /// The message in a language.
  package func message(in language: Language) -> String { wording.message.text(in: language) }

  /// The way out in a language, nil if the message says it.
  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}
