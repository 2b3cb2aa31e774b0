/// What went wrong, as data; each stage has one enumeration of its problems.
package protocol Problem: Sendable {
  /// A stable name in kebab-case, such as `unknown-region`.
  var code: String { get }
  /// The message in a language: one sentence without a full stop, names in backquotes.
  func message(in language: Language) -> String
  /// The way out, in a language: what was expected, or what to write; nil if the message says it.
  func help(in language: Language) -> String?
  /// The problem as one of any enumeration.
  var erased: AnyProblem { get }
}
