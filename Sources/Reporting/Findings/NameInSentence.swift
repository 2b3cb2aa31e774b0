package import Diagnostics

extension Bilingual {
  /// A region's or a chokepoint's name as an English sentence has it: `the United States`, `the Suez Canal`,
  /// `Bab el-Mandeb`.
  package var inSentence: Bilingual {
    let takesArticle =
      ["United ", "Rest of ", "Other ", "Strait of "].contains { en.hasPrefix($0) }
      || [" Strait", " Straits", " Canal"].contains { en.hasSuffix($0) }
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
