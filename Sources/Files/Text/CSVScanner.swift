package import Diagnostics

/// Cuts RFC 4180 text into cells: UTF-8 with or without its mark, lines ending in LF or CRLF.
///
/// Spaces around an unquoted cell do not count. Blank lines are passed over.
package struct CSVScanner {
  /// One cell: bytes between quotes or delimiters.
  package struct Cell {
    /// Its bytes in the file, without quotes and delimiter.
    package internal(set) var range: Range<Int>
    var hasDoubledQuotes = false
    /// Whether the row ends behind it.
    package internal(set) var endsRow: Bool
    /// What is wrong with it; nil if nothing is.
    package internal(set) var malformation: CSVProblem?
  }

  let source: Source
  private let bytes: [UInt8]
  /// Byte that is read next.
  package private(set) var position: Int
  /// Line of `position`, from 1.
  package private(set) var line = 1

  /// Starts at the first cell; throws if there is no text or it is not UTF-8.
  package init(_ source: Source) throws(DiagnosticList) {
    self.source = source
    bytes = source.bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if position == bytes.count {
      throw Self.failure(.emptyFile, source, 0..<0)
    }
    if let wrong = Self.invalidBytes(of: bytes) {
      throw Self.failure(.notUTF8, source, wrong)
    }
  }

  /// Moves to the next line that is not blank; false at the end.
  package mutating func startRow() -> Bool {
    while true {
      var next = position
      while next < bytes.count, bytes[next].isSpace || bytes[next] == .carriageReturn { next += 1 }
      if next == bytes.count {
        position = next
        return false
      }
      if bytes[next] != .lineFeed { return true }
      line += 1
      position = next + 1
    }
  }

  /// Reads the cell at `position` and moves behind its delimiter.
  package mutating func nextCell() -> Cell {
    var start = position
    while start < bytes.count, bytes[start].isSpace { start += 1 }
    if start < bytes.count, bytes[start] == .quote { return quotedCell(from: start) }
    return plainCell(from: start)
  }

  /// A cell's text, its doubled quotes single again.
  package func text(of cell: Cell) -> String {
    let text = String(decoding: bytes[cell.range], as: UTF8.self)
    guard cell.hasDoubledQuotes else { return text }
    return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}

extension CSVScanner {
  private mutating func plainCell(from start: Int) -> Cell {
    var cell = Cell(range: start..<start, endsRow: true)
    var end = start
    while end < bytes.count, bytes[end] != .comma, bytes[end] != .lineFeed {
      if bytes[end] == .quote { cell.malformation = .strayQuote }
      end += 1
    }
    var last = end
    cell.endsRow = finishCell(at: end)
    if cell.endsRow, last > start, bytes[last - 1] == .carriageReturn { last -= 1 }
    while last > start, bytes[last - 1].isSpace { last -= 1 }
    cell.range = start..<last
    if bytes[cell.range].contains(.carriageReturn) { cell.malformation = .carriageReturn }
    return cell
  }

  private mutating func quotedCell(from quote: Int) -> Cell {
    var cell = Cell(range: quote..<quote, endsRow: true)
    var end = quote + 1
    while end < bytes.count {
      if bytes[end] == .lineFeed { line += 1 }
      if bytes[end] == .quote {
        guard end + 1 < bytes.count, bytes[end + 1] == .quote else { break }
        cell.hasDoubledQuotes = true
        end += 1
      }
      end += 1
    }
    guard end < bytes.count else {
      position = end
      cell.malformation = .unclosedQuote
      cell.range = quote..<(quote + 1)
      return cell
    }
    cell.range = (quote + 1)..<end
    position = end + 1
    let rest = plainCell(from: position)
    if !rest.range.isEmpty { cell.malformation = .strayQuote }
    cell.endsRow = rest.endsRow
    return cell
  }

  /// Moves behind the delimiter at `end`; true if the row ends there.
  private mutating func finishCell(at end: Int) -> Bool {
    position = min(end + 1, bytes.count)
    guard end < bytes.count else { return true }
    if bytes[end] == .lineFeed { line += 1 }
    return bytes[end] == .lineFeed
  }

  private static func invalidBytes(of bytes: [UInt8]) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  private static func failure(
    _ problem: CSVProblem, _ source: Source, _ range: Range<Int>
  ) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem, at: Place(source: source, range: range))])
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  package static let comma = UInt8(ascii: ",")
  /// `\n`.
  package static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// A space or a tab.
  var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
