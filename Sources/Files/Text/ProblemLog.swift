package import Diagnostics

/// Collects the mistakes of one load, so that all of them are reported at once, up to a limit.
package struct ProblemLog {
  /// So many are shown; the rest are counted.
  static let limit = 50

  /// The mistakes that are shown.
  package private(set) var errors: [Diagnostic] = []
  /// Warnings and notes.
  package private(set) var remarks: [Diagnostic] = []
  private var hidden = 0

  /// A log with nothing in it.
  package init() {}

  /// Whether there is a mistake.
  package var hasErrors: Bool { !errors.isEmpty }

  /// Number of mistakes, the hidden ones included.
  package var errorCount: Int { errors.count + hidden }

  /// Whether the next mistake is only counted, so that no place need be made for it.
  package var isFull: Bool { errors.count >= Self.limit }

  /// Counts a mistake that is not shown.
  package mutating func countHidden() { hidden += 1 }

  /// Adds a mistake.
  package mutating func error(_ problem: some Problem, at place: Place? = nil) {
    if errors.count < Self.limit {
      errors.append(Diagnostic(.error, problem, at: place))
    } else {
      hidden += 1
    }
  }

  /// Adds a warning.
  package mutating func warn(_ problem: some Problem, at place: Place? = nil) {
    remarks.append(Diagnostic(.warning, problem, at: place))
  }

  /// Adds a note.
  package mutating func note(_ problem: some Problem, at place: Place? = nil) {
    remarks.append(Diagnostic(.note, problem, at: place))
  }

  /// Adds mistakes found elsewhere.
  package mutating func errors(_ list: DiagnosticList) {
    for diagnostic in list.diagnostics { error(diagnostic.problem, at: diagnostic.place) }
  }

  /// Reads a small table; nil, with its mistakes logged, if it is malformed.
  package mutating func table(_ source: Source) -> CSVTable? {
    do throws(DiagnosticList) {
      return try CSVTable(source)
    } catch {
      errors(error)
      return nil
    }
  }

  /// The mistakes found so far; nil if there are none.
  package var failure: DiagnosticList? {
    guard hasErrors else { return nil }
    let rest = hidden > 0 ? [Diagnostic(.error, CSVProblem.more(hidden))] : []
    return DiagnosticList(errors + rest)
  }
}
