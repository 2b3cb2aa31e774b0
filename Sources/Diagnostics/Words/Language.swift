/// A language that messages and reports are written in.
package enum Language: String, Sendable, CaseIterable, Codable {
  /// English.
  case en
  /// Japanese.
  case ja
}
