/// A text that a user gave: a scenario file, a table, or an option of the command line.
package struct Source: Sendable, Hashable {
  /// The name that messages show: a path as the user gave it, or the option's name.
  package let name: String
  /// The text, UTF-8 (not necessarily valid).
  package let bytes: [UInt8]
  /// The number of the text's first line: above 1 in an excerpt of a file too large to hold.
  package let firstLine: Int

  /// Makes a source from a name and its bytes.
  package init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// Hashes what is short: equal sources have the same name and length.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
    hasher.combine(firstLine)
  }

  /// Makes a source from a name and a text.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
