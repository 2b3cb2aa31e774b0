import Diagnostics
import Files

/// The lines of a text file as rows: comma, tab or semicolon, as the first line has it.
struct TextRows: ~Copyable {
  private var stream: ByteStream
  private let file: InputFile
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var line = 0
  private var separator: UInt8?
  private var blankLines = 0
  /// What turns lines into UTF-8; nil where they are.
  private var decoder: ShiftJISDecoder?
  /// Whether the encoding may be Shift JIS and no line has told it yet.
  private var isEncodingOpen: Bool

  /// Whether the file is in Shift JIS.
  var isShiftJIS: Bool { decoder != nil }

  /// Bytes that are asked for at once.
  private static let piece = 1 << 20
  /// A cell in quotes may run over so many lines.
  private static let longestCell = 50

  /// Opens a file in UTF-8 or, where the format's files may be, in Shift JIS.
  init(_ file: InputFile, orShiftJIS: Bool = false) throws(DiagnosticList) {
    self.file = file
    decoder = nil
    isEncodingOpen = orShiftJIS
    separator = file.suffix == "tsv" ? UInt8(ascii: "\t") : nil
    stream = try file.open()
  }

  mutating func next(_ row: inout Row) throws(DiagnosticList) -> Bool {
    while true {
      row.bytes.removeAll(keepingCapacity: true)
      // At the end of the file no cell of the last line may point into nothing.
      row.cells.removeAll(keepingCapacity: true)
      guard try appendLine(&row.bytes) else { return false }
      row.line = line
      if line == 1, row.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { row.bytes.removeFirst(3) }
      if !row.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { break }
      blankLines += 1
      if blankLines > Limits.blankLines {
        throw DiagnosticList([
          Diagnostic(.error, LimitProblem.blankLines(file.display, number: line))
        ])
      }
    }
    blankLines = 0
    try checkText(row)
    // A title without any separator does not tell it.
    if separator == nil { separator = Self.separator(of: row.bytes) }
    let separator = separator ?? UInt8(ascii: ",")
    var problem = Self.cut(&row, at: separator)
    var lines = 1
    while case .unclosedQuote? = problem?.0, lines < Self.longestCell,
      row.bytes.count < Limits.line
    {
      row.bytes.append(0x0A)
      guard try appendLine(&row.bytes) else { break }
      lines += 1
      problem = Self.cut(&row, at: separator)
    }
    if row.count > Limits.cells {
      throw DiagnosticList([
        Diagnostic(.error, LimitProblem.cells, at: row.place(Limits.cells))
      ])
    }
    if let problem {
      throw DiagnosticList([Diagnostic(.error, problem.0, at: row.place(problem.1))])
    }
    return true
  }

  /// Appends the next line without its end; false if there is none.
  private mutating func appendLine(_ bytes: inout [UInt8]) throws(DiagnosticList) -> Bool {
    while true {
      let end = Self.lineEnd(buffer.span, from: position)
      if end < buffer.count || (isAtEnd && end > position) {
        let text = try decoded(position..<end)
        bytes += text
        if bytes.last == 0x0D { bytes.removeLast() }
        position = min(end + 1, buffer.count)
        line += 1
        return true
      }
      if isAtEnd { return false }
      buffer.removeSubrange(0..<position)
      position = 0
      isAtEnd = try stream.read(Self.piece, into: &buffer) == 0
      if buffer.count > Limits.line + Self.piece {
        throw DiagnosticList([
          Diagnostic(.error, LimitProblem.line(file.display, number: line + 1))
        ])
      }
    }
  }

  /// A line of the buffer in UTF-8; the first that is not ASCII tells the encoding.
  private mutating func decoded(_ range: Range<Int>) throws(DiagnosticList) -> [UInt8] {
    let bytes = Array(buffer[range])
    if isEncodingOpen, bytes.contains(where: { $0 >= 0x80 }) {
      isEncodingOpen = false
      let end = buffer.lastIndex(of: 0x0A) ?? buffer.count
      let sample = Array(buffer[range.lowerBound..<max(range.upperBound, end)])
      if var candidate = ShiftJISDecoder(), !Self.isUTF8(sample),
        candidate.decode(sample) != nil
      {
        decoder = consume candidate
      }
    }
    guard isShiftJIS else { return bytes }
    guard let text = decoder?.decode(bytes) else {
      let source = Source(name: file.display, bytes: bytes, firstLine: line + 1)
      throw DiagnosticList([
        Diagnostic(
          .error, ImportProblem.notShiftJIS,
          at: Place(source: source, range: 0..<bytes.count))
      ])
    }
    return text
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func lineEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  private func checkText(_ row: Row) throws(DiagnosticList) {
    var wrong: Range<Int>?
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: row.bytes.span)
    } catch {
      wrong = error.byteOffsets
    }
    guard let wrong else { return }
    let source = Source(name: row.file, bytes: row.bytes, firstLine: row.line)
    throw DiagnosticList([
      Diagnostic(.error, CSVProblem.notUTF8, at: Place(source: source, range: wrong))
    ])
  }

  /// The separator that a line has most of; nil if it has none.
  private static func separator(of bytes: [UInt8]) -> UInt8? {
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
    let counts = candidates.map { mark in bytes.reduce(0) { $0 + ($1 == mark ? 1 : 0) } }
    let most = counts.max() ?? 0
    return most == 0 ? nil : counts.firstIndex(of: most).map { candidates[$0] }
  }

  /// Cuts a line into cells; returns what is malformed and its cell.
  private static func cut(_ row: inout Row, at separator: UInt8) -> (CSVProblem, Int)? {
    var cells: [Range<Int>] = []
    swap(&cells, &row.cells)
    cells.removeAll(keepingCapacity: true)
    let problem = cut(row.bytes.span, into: &cells, at: separator)
    row.cells = cells
    return problem
  }

  private static func cut(
    _ span: borrowing Span<UInt8>, into cells: inout [Range<Int>], at separator: UInt8
  ) -> (CSVProblem, Int)? {
    let count = span.count
    var start = 0
    var problem: (CSVProblem, Int)?
    while cells.count <= Limits.cells {
      while start < count, span[start] == 0x20 { start += 1 }
      var end = start
      if start < count, span[start] == UInt8(ascii: "\"") {
        guard let close = closingQuote(span, from: start) else {
          problem = (.unclosedQuote, cells.count)
          cells.append(start..<count)
          break
        }
        cells.append((start + 1)..<close)
        end = close + 1
        while end < count, span[end] != separator {
          if span[end] != 0x20 { problem = (.strayQuote, cells.count - 1) }
          end += 1
        }
      } else {
        while end < count, span[end] != separator { end += 1 }
        var last = end
        while last > start, span[last - 1] == 0x20 { last -= 1 }
        cells.append(start..<last)
      }
      if end >= count { break }
      start = end + 1
    }
    return problem
  }

  private static func closingQuote(_ bytes: borrowing Span<UInt8>, from open: Int) -> Int? {
    var end = open + 1
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\"") {
        guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\"") else { return end }
        end += 1
      }
      end += 1
    }
    return nil
  }
}
