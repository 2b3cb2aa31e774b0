import Diagnostics

/// The mistakes of one source, at most as many as a reader wants to see at once.
struct ProblemList {
  /// Mistakes that are kept; later ones are counted by one note.
  static let limit = 50

  let source: Source
  private(set) var diagnostics: [Diagnostic] = []

  init(of source: Source) { self.source = source }

  var isEmpty: Bool { diagnostics.isEmpty }

  mutating func report(_ problem: some Problem, at range: Range<Int>) {
    guard !isFull else { return }
    let place = Place(source: source, range: range)
    if diagnostics.count == ProblemList.limit {
      let more = ParseProblem.Structure.more(shown: ProblemList.limit)
      diagnostics.append(Diagnostic(.note, more))
    } else {
      diagnostics.append(Diagnostic(.error, problem, at: place))
    }
  }

  /// Whether no further mistake is kept.
  var isFull: Bool { diagnostics.count > ProblemList.limit }

  /// Whether the mistake reported last is one of a kind, at or after a byte offset.
  func ends(with code: String, after offset: Int) -> Bool {
    guard let last = diagnostics.last, let place = last.place else { return false }
    return last.problem.code == code && place.range.lowerBound >= offset
  }

  /// Throws the mistakes in the order of their places, if there are any.
  func throwIfAny() throws(DiagnosticList) {
    guard !isEmpty else { return }
    throw DiagnosticList(diagnostics.sortedByPlace())
  }
}
