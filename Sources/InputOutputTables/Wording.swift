import Diagnostics

/// One text in every language.
struct Wording {
  let en: String
  let ja: String

  init(_ en: String, _ ja: String) {
    self.en = en
    self.ja = ja
  }

  func text(in language: Language) -> String {
    switch language {
    case .en: en
    case .ja: ja
    }
  }
}

extension Wording {
  /// Offers a known name; nil if there is none close enough.
  static func didYouMean(_ suggestion: String?) -> Wording? {
    suggestion.map { Wording("did you mean `\($0)`?", "`\($0)` ではありませんか") }
  }
}
