/// A stretch of a source that a message is about.
package struct Place: Sendable, Hashable {
  /// The text that the stretch lies in.
  package let source: Source
  /// Byte offsets, half open; empty for a point.
  package let range: Range<Int>

  /// Makes a place from a source and byte offsets in it.
  package init(source: Source, range: Range<Int>) {
    self.source = source
    self.range = range
  }
}
