/// One text in every language.
package struct Bilingual: Sendable, Hashable, Codable {
  /// In English.
  package let en: String
  /// In Japanese.
  package let ja: String

  /// Makes a text.
  package init(_ en: String, _ ja: String) {
    self.en = en
    self.ja = ja
  }

  /// The text in a language.
  package func text(in language: Language) -> String {
    switch language {
    case .en: en
    case .ja: ja
    }
  }
}

extension Bilingual {
  /// Offers a known name; nil if there is none close enough.
  package static func didYouMean(_ suggestion: String?) -> Bilingual? {
    suggestion.map { Bilingual("did you mean `\($0)`?", "`\($0)` ではありませんか") }
  }
}
