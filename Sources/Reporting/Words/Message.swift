package import Diagnostics
internal import Scenarios

/// A word or phrase of reports; each enumeration of them has one switch for both languages.
package protocol Message: Sendable, Hashable, CaseIterable {
  /// The text in every language.
  var words: Bilingual { get }
}

extension Message {
  /// The text in a language.
  package func text(in language: Language) -> String { words.text(in: language) }
}
