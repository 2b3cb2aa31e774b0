import Diagnostics

extension Bilingual {
  /// A region's name as an English sentence has it: `the United States`.
  var inSentence: Bilingual {
    let takesArticle =
      ["United ", "Rest of ", "Other "].contains { en.hasPrefix($0) }
      || ["Netherlands", "Philippines"].contains(en)
    return takesArticle ? Bilingual("the \(en)", ja) : self
  }

  /// The possessive of that: `Japan's`, `the United States'`.
  var possessive: Bilingual {
    let name = inSentence
    return Bilingual(name.en + (name.en.hasSuffix("s") ? "'" : "'s"), "\(ja)の")
  }
}
