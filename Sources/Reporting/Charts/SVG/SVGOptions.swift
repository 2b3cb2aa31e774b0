package import Diagnostics

/// How charts are drawn.
package struct SVGOptions: Sendable, Hashable {
  /// The language of words.
  package let language: Language
  /// Width in pixels.
  package let width: Double
  /// Least height in pixels; a chart with much to name grows.
  package let height: Double
  /// What ids of the drawing end in, so that a page may hold several of one name.
  package let suffix: String

  /// Makes options; without a size, a slide's of 1,200 by 675 pixels.
  package init(
    language: Language = .en, width: Double = 1200, height: Double = 675, suffix: String = ""
  ) {
    precondition(width >= 400 && height >= 250, "SVGOptions: \(width) by \(height) is too small")
    self.language = language
    self.width = width
    self.height = height
    self.suffix = suffix
  }
}
