/// One message to the user about one place of the input.
package struct Diagnostic: Sendable {
  /// How bad it is.
  package enum Severity: String, Sendable {
    /// The input is refused.
    case error
    /// The run goes on, and the reader should know.
    case warning
    /// A remark.
    case note
  }

  /// How bad it is.
  package let severity: Severity
  /// What it is about.
  package let problem: AnyProblem
  /// Where it is; nil if it is about the input as a whole.
  package let place: Place?

  /// Makes a diagnostic.
  package init(_ severity: Severity = .error, _ problem: some Problem, at place: Place? = nil) {
    self.severity = severity
    self.problem = problem.erased
    self.place = place
  }
}

/// The error that a stage throws: every mistake it found, at least one of them.
package struct DiagnosticList: Error, Sendable {
  /// The messages in the order of their places; never empty.
  package let diagnostics: [Diagnostic]

  /// Makes the error from at least one message.
  package init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "DiagnosticList: no message")
    self.diagnostics = diagnostics
  }
}
