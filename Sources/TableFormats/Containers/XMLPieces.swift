import Diagnostics
import Files
import InputOutputTables

/// What an XML file in an archive holds, piece by piece.
struct XMLPieces: ~Copyable {
  private let file: InputFile
  private var stream: ByteStream
  private var parser = XMLStream()
  private var isDone = false

  init(_ file: InputFile, member: String) throws(DiagnosticList) {
    self.file = file
    stream = try InputFile(path: file.path, member: member).open()
  }

  /// The next piece; nil at the end; throws if the XML is not well-formed.
  mutating func next() throws(DiagnosticList) -> XMLStream.Piece? {
    if isDone { return nil }
    var piece: [UInt8] = []
    isDone = try stream.read(1 << 17, into: &piece) == 0
    let isSound = parser.parse(piece, isLast: isDone)
    if parser.unfinished > Limits.tag {
      throw DiagnosticList([Diagnostic(.error, LimitProblem.workbook(file.display))])
    }
    guard isSound else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.damaged(file.display))])
    }
    return parser.takePiece()
  }
}
