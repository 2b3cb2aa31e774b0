package import Diagnostics

/// How tables are shown.
package struct RenderOptions: Sendable, Hashable {
  /// The language of words.
  package let language: Language
  /// The languages of a page, `language` the first; other formats have one.
  package let languages: [Language]
  /// Columns of the terminal, for text only; nil: as wide as the table needs.
  package let width: Int?
  /// Whether text is bold and dim where that helps, by ANSI codes.
  package let isStyled: Bool

  /// Makes options; a terminal is at least 20 columns wide.
  package init(
    language: Language = .en, width: Int? = 100, isStyled: Bool = false,
    and others: [Language] = []
  ) {
    self.language = language
    languages = [language] + others.filter { $0 != language }
    self.width = width.map { max(20, $0) }
    self.isStyled = isStyled
  }
}
