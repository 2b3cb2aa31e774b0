package import Diagnostics

extension Bilingual {
  /// A region's name as an English sentence has it: `the United States`.
  package var inSentence: Bilingual {
    let takesArticle =
      ["United ", "Rest of ", "Other "].contains { en.hasPrefix($0) }
      || ["Netherlands", "Philippines"].contains { en == $0 || en.hasPrefix($0 + " (") }
    return takesArticle ? Bilingual("the \(en)", ja) : self
  }

  /// The English of that as a sentence begins with it: `The United States`.
  package var startingSentence: String { FindingText.capitalised(inSentence.en) }

  /// The possessive of that: `Japan's`, `the United States'`.
  var possessive: Bilingual {
    let name = inSentence
    return Bilingual(name.en + (name.en.hasSuffix("s") ? "'" : "'s"), "\(ja)の")
  }
}
