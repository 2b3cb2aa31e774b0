/// A problem of any enumeration: what a message holds.
///
/// It stands in place of `any Problem`, which Embedded Swift, the page's engine, has not.
package struct AnyProblem: Problem {
  private let box: ProblemBox

  /// Holds a problem; one that is held already is not held twice.
  package init(_ problem: some Problem) {
    self = problem.erased
  }

  /// The problem, if it is one of this kind.
  package func `as`<Kind: Problem>(_ kind: Kind.Type) -> Kind? {
    (box as? HeldProblem<Kind>)?.problem
  }

  /// A stable name in kebab-case, such as `unknown-region`.
  package var code: String { box.code }
  /// The message in a language.
  package func message(in language: Language) -> String { box.message(in: language) }
  /// The way out, in a language; nil if the message says it.
  package func help(in language: Language) -> String? { box.help(in: language) }
  /// Itself.
  package var erased: AnyProblem { self }

  fileprivate init(holding problem: some Problem) { box = HeldProblem(problem) }
}

extension Problem {
  /// The problem as one of any enumeration.
  package var erased: AnyProblem { AnyProblem(holding: self) }
}

/// What is asked of a problem that is held.
private class ProblemBox: @unchecked Sendable {
  var code: String { "" }
  func message(in language: Language) -> String { "" }
  func help(in language: Language) -> String? { nil }
}

private final class HeldProblem<Kind: Problem>: ProblemBox, @unchecked Sendable {
  let problem: Kind

  init(_ problem: Kind) { self.problem = problem }

  override var code: String { problem.code }
  override func message(in language: Language) -> String { problem.message(in: language) }
  override func help(in language: Language) -> String? { problem.help(in: language) }
}
