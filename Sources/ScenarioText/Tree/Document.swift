package import Diagnostics

/// A parsed scenario file: a tree of strings with places.
package struct Document: Sendable {
  /// The text that was parsed.
  package let source: Source
  /// The root node, of any kind.
  package var root: Node

  /// Makes a document from its source and root.
  package init(source: Source, root: Node) {
    self.source = source
    self.root = root
  }
}
