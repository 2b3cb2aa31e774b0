package import Diagnostics

/// The reader of scenario files: a subset of YAML 1.2, every scalar a text.
package enum Parser {
  /// Parses a text, or throws all its mistakes (50 at most) in the order of their places.
  package static func parse(_ source: Source) throws(DiagnosticList) -> Document {
    let text = source.textStart..<source.bytes.count
    return Document(source: source, root: try parse(source, in: text))
  }

  /// Parses a stretch of a text as a document of its own.
  static func parse(_ source: Source, in range: Range<Int>) throws(DiagnosticList) -> Node {
    var problems = ProblemList(of: source)
    guard checkCharacters(of: source, in: range, &problems) else {
      throw DiagnosticList(problems.diagnostics)
    }
    var lexer = Lexer(source, in: range, problems: problems)
    lexer.tokenize()
    var builder = TreeBuilder(lexer, source: source)
    let root = builder.document()
    try builder.problems.throwIfAny()
    return root
  }
}
