/// Cells of CSV as the scanner reads them back.
package enum CSVText {
  /// A cell, quoted where RFC 4180 or a space at its ends asks for it.
  package static func field(_ text: String) -> String {
    let special = text.utf8.contains { [.comma, .quote, .lineFeed, .carriageReturn].contains($0) }
    let first = text.utf8.first.map { $0.isSpace } ?? false
    let last = text.utf8.last.map { $0.isSpace } ?? false
    guard special || first || last else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Appends a finite number in the shortest form that reads back to the same bits.
  package static func append(_ value: Double, to text: inout [UInt8]) {
    precondition(value.isFinite, "CSVText: \(value) cannot be written")
    let digits = value.description.utf8
    text += digits
    if digits.suffix(2).elementsEqual([UInt8(ascii: "."), UInt8(ascii: "0")]) {
      text.removeLast(2)
    }
  }
}
