import Diagnostics
import Files
import InputOutputTables

/// The bytes of a file, unpacked, in pieces.
struct ByteStream: ~Copyable {
  private let file: InputFile
  private var gzip: GzipStream?
  private var zip: ZipStream?

  /// Opens a file; throws if it is not there.
  init(_ file: InputFile) throws(DiagnosticList) {
    self.file = file
    if let member = file.member {
      guard let stream = ZipStream(file.path, member: member) else {
        throw DiagnosticList([Diagnostic(.error, ImportProblem.damaged(file.display))])
      }
      gzip = nil
      zip = consume stream
    } else {
      guard let stream = GzipStream(file.path) else {
        throw DiagnosticList([Diagnostic(.error, FolderProblem.unreadableFile(file.display))])
      }
      gzip = consume stream
      zip = nil
    }
  }

  /// Appends up to `count` bytes; returns how many, 0 at the end; throws if the file is damaged.
  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(DiagnosticList) -> Int {
    let got: Int?
    if zip == nil {
      got = gzip?.read(count, into: &buffer)
    } else {
      got = zip?.read(count, into: &buffer)
    }
    guard let got else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.damaged(file.display))])
    }
    if gzip?.isBomb ?? zip?.isBomb ?? false {
      throw DiagnosticList([Diagnostic(.error, LimitProblem.unpacked(file.display))])
    }
    return got
  }
}
