import Diagnostics
import Files

/// The lists of a binary workbook (.xlsb): its sheets and shared texts.
extension Workbook {
  /// Where a binary workbook names its sheets.
  static let binaryPart = "xl/workbook.bin"
  /// Bytes of shared texts, and their number, that no table of numbers needs.
  private static let largestTexts = (bytes: 1 << 27, count: 1 << 22)

  /// The names of the sheets with the identifiers of their parts.
  static func binarySheets(
    _ file: InputFile
  ) throws(DiagnosticList) -> [(name: String, id: String)] {
    var records = try BinaryRecords(file, member: binaryPart)
    var sheets: [(name: String, id: String)] = []
    // BrtBundleSh: state, number, identifier, name.
    while try records.next(where: { $0 == 156 }) != nil {
      guard sheets.count < Limits.workbookParts, let id = records.text(at: 8),
        let name = records.text(at: id.end)
      else {
        throw records.damage
      }
      sheets.append(
        (String(decoding: name.utf8, as: UTF8.self), String(decoding: id.utf8, as: UTF8.self)))
    }
    return sheets
  }

  /// The shared texts, one after the other, and where each lies.
  static func binaryTexts(
    _ file: InputFile, in names: Set<String>
  ) throws(DiagnosticList) -> ([UInt8], [Range<Int>]) {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    let part = "xl/sharedStrings.bin"
    guard names.contains(part) else { return (text, ranges) }
    var records = try BinaryRecords(file, member: part)
    // BrtSSTItem: flags, text, and formats that are passed over.
    while try records.next(where: { $0 == 19 }) != nil {
      guard let item = records.text(at: 1), text.count < largestTexts.bytes,
        ranges.count < largestTexts.count
      else { throw records.damage }
      ranges.append(text.count..<(text.count + item.utf8.count))
      text += item.utf8
    }
    return (text, ranges)
  }
}
