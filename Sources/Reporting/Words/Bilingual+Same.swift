package import Diagnostics
internal import Scenarios

extension Bilingual {
  /// Makes a text that reads the same in every language: a code, a name, a formula.
  package init(same text: String) { self.init(text, text) }

  /// Whether there is nothing to read in either language.
  var isEmpty: Bool { en.isEmpty && ja.isEmpty }
}
