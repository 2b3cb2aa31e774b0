import Diagnostics
import Files
import InputOutputTables

/// A workbook (Office Open XML, of XML or binary parts): its sheets and its shared texts.
struct Workbook: Sendable {
  /// A sheet.
  struct Sheet: Sendable {
    /// The name on its tab.
    let name: String
    /// Where it lies in the archive.
    let member: String
  }

  let file: InputFile
  /// Whether its parts are binary records (.xlsb).
  let isBinary: Bool
  /// The sheets in the order of their tabs.
  let sheets: [Sheet]
  /// Texts that cells refer to by number, one after the other.
  let sharedText: [UInt8]
  /// Where each shared text lies.
  let sharedRanges: [Range<Int>]

  /// Reads the list of sheets and the shared texts.
  init(_ file: InputFile) throws(DiagnosticList) {
    guard let members = ZipStream.members(of: file.path) else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.damaged(file.display))])
    }
    let names = Set(members.map(\.name))
    self.file = file
    isBinary = names.contains(Self.binaryPart)
    var targets: [String: String] = [:]
    let relations = isBinary ? "xl/_rels/workbook.bin.rels" : "xl/_rels/workbook.xml.rels"
    for event in try Self.events(file, relations, in: names) {
      if case .start(.relationship, let about) = event, let id = about.id {
        targets[id] = about.target
      }
    }
    let sheets = isBinary ? try Self.binarySheets(file) : try Self.sheets(file, in: names)
    self.sheets = sheets.compactMap { name, id in
      targets[id].map { target in
        Sheet(
          name: name, member: target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)")
      }
    }
    (sharedText, sharedRanges) =
      isBinary ? try Self.binaryTexts(file, in: names) : try Self.sharedTexts(file, in: names)
  }

  private static func sheets(
    _ file: InputFile, in names: Set<String>
  ) throws(DiagnosticList) -> [(name: String, id: String)] {
    try events(file, "xl/workbook.xml", in: names).compactMap { event in
      guard case .start(.sheet, let about) = event, let name = about.name, let id = about.id else {
        return nil
      }
      return (name, id)
    }
  }

  private static func events(
    _ file: InputFile, _ member: String, in names: Set<String>
  ) throws(DiagnosticList) -> [XMLStream.Event] {
    guard names.contains(member) else {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.damaged(file.display))])
    }
    var found: [XMLStream.Event] = []
    var pieces = try XMLPieces(file, member: member)
    while let piece = try pieces.next() {
      found += piece.events
      if found.count > Limits.workbookParts {
        throw DiagnosticList([Diagnostic(.error, LimitProblem.workbook(file.display))])
      }
    }
    return found
  }

  private static func sharedTexts(
    _ file: InputFile, in names: Set<String>
  ) throws(DiagnosticList) -> ([UInt8], [Range<Int>]) {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    guard names.contains("xl/sharedStrings.xml") else { return (text, ranges) }
    var pieces = try XMLPieces(file, member: "xl/sharedStrings.xml")
    var start = 0
    while let piece = try pieces.next() {
      for event in piece.events {
        switch event {
        case .start(.item, _): start = text.count
        case .text(let range): text += piece.text[range]
        case .end(.item): ranges.append(start..<text.count)
        default: break
        }
      }
    }
    return (text, ranges)
  }
}
