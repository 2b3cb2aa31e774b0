package import Diagnostics

/// A node of a parsed document: a scalar, a sequence or a mapping, with its place.
package struct Node: Sendable {
  /// What the node holds.
  package enum Content: Sendable {
    /// A scalar as text; `isPlain` is false for quoted and block scalars.
    case scalar(String, isPlain: Bool)
    /// The items in order.
    case sequence([Node])
    /// The entries in order; keys are unique.
    case mapping([Entry])
  }

  /// A key and its value.
  package struct Entry: Sendable {
    /// The key as text.
    package let key: String
    /// Where the key stands.
    package let keyPlace: Place
    /// The value; an empty value is the empty plain scalar.
    package var value: Node

    /// Makes an entry.
    package init(key: String, keyPlace: Place, value: Node) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  /// What the node holds.
  package var content: Content
  /// Where the node stands.
  package let place: Place

  /// Makes a node.
  package init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }
}
