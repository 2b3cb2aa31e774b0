import Diagnostics
import Files

/// A make or use table of the Bureau of Economic Analysis as it stands on a sheet.
///
/// One line of the header holds codes, a line beside it names. Rows begin with a code and a name;
/// totals have a code that begins with T0, or a name alone. Dots stand for empty cells.
struct BEASheet {
  /// A row of numbers.
  struct Line {
    let code: String
    let name: String
    /// A number a column.
    let values: [Double]
    let place: Place
  }

  /// Codes of the columns; a total's name where it has no code.
  private(set) var columns: [String] = []
  /// Names of rows and columns by code.
  private(set) var names: [String: String] = [:]
  private(set) var lines: [Line] = []
  /// Text above the header.
  private(set) var title = ""

  /// Labels stand in the first two columns.
  private static let first = 2
  private static let longestHeader = 20

  /// Reads a sheet; `isHeader` knows a code that only the line of codes holds.
  init(
    _ file: InputFile, sheet: String, expected: String, isHeader: (String) -> Bool,
    _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    var reader = try RowReader(file) { $0.trimmed == sheet }
    var row = reader.emptyRow(file)
    var above: [[String]] = []
    while above.count < Self.longestHeader, try reader.next(&row) {
      above.append(row.texts)
      if row.texts.dropFirst(Self.first).contains(where: { isHeader($0) }) { break }
    }
    guard let codes = above.last, codes.dropFirst(Self.first).contains(where: { isHeader($0) })
    else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          ImportProblem.wrongLayout(
            format: ProviderFormat.usBEA.name, expected: expected,
            guess: Sniffer.guess(above)?.name), at: row.place(0))
      ])
    }
    title = above.dropLast().joined().filter { !$0.isEmpty }.joined(separator: " ")
    var isBelow = try reader.next(&row)
    let below = row.texts
    let hasNamesBelow = isBelow && Self.isNames(below)
    takeHeader(codes, names: hasNamesBelow ? below : above.dropLast().last ?? [])
    if hasNamesBelow { isBelow = try reader.next(&row) }
    while isBelow {
      take(&row, &log)
      isBelow = try log.goesOn() ? try reader.next(&row) : false
    }
    if let failure = log.problems.failure { throw failure }
  }

  /// Whether a line holds words alone, as the line of names does.
  private static func isNames(_ texts: [String]) -> Bool {
    let words = texts.dropFirst(first).filter { !$0.isEmpty }
    return words.count > 1 && words.allSatisfy { $0.contains { $0.isLetter } }
  }

  private mutating func takeHeader(_ codes: [String], names: [String]) {
    let width = max(codes.count, names.count)
    for column in Self.first..<max(Self.first, width) {
      let code = column < codes.count ? codes[column] : ""
      let name = column < names.count ? Self.plain(names[column]) : ""
      columns.append(code.isEmpty ? name : code)
      if !code.isEmpty { self.names[code] = name }
    }
  }

  private mutating func take(_ row: inout Row, _ log: inout ReadingLog) {
    row.blankDots()
    guard row.filledCount > Self.first else { return }
    let (code, name) = (row.text(0), Self.plain(row.text(1)))
    if row.filledCount > Self.first + columns.count {
      return log.wrongWidth(row, expected: Self.first + columns.count)
    }
    var values = [Double](repeating: 0, count: columns.count)
    let columns = columns
    row.read(
      into: &values, from: Self.first, tally: &log.tally, log: &log.problems,
      row: code.isEmpty ? name : code
    ) { columns[$0 - Self.first] }
    if !code.isEmpty, names[code] == nil { names[code] = name }
    lines.append(
      Line(code: code.isEmpty ? name : code, name: name, values: values, place: row.place(0)))
  }

  /// A name without the number or the mark of its footnote.
  private static func plain(_ name: String) -> String {
    var name = name
    while let last = name.last, "0123456789/[] ".contains(last) { name.removeLast() }
    return name
  }

  /// Whether a column is final use.
  static func isFinal(_ code: String) -> Bool {
    code.first == "F" && code.dropFirst().first?.isNumber == true
  }

  /// Whether a column is imports, which stand as negative final use.
  static func isImports(_ code: String) -> Bool { ["F050", "F05000"].contains(code) }

  /// Whether a column is exports.
  static func isExports(_ code: String) -> Bool { ["F040", "F04000"].contains(code) }

  /// Whether a row is value added.
  static func isValueAdded(_ code: String) -> Bool {
    code.first == "V" && code.utf8.count > 1 && code.dropFirst().allSatisfy { $0.isNumber }
  }

  /// Whether a code or a name is that of a total.
  static func isTotal(_ code: String) -> Bool {
    let digits = code.dropFirst()
    return code.lowercased().hasPrefix("total ")
      || (code.hasPrefix("T0") && digits.allSatisfy { $0.isNumber })
  }
}

extension Row {
  /// Empties cells of dots and dashes, which stand where there is nothing.
  fileprivate mutating func blankDots() {
    for cell in cells.indices where !cells[cell].isEmpty {
      let isBlank = bytes[cells[cell]].allSatisfy { byte in
        [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: " ")].contains(byte)
      }
      if isBlank { cells[cell] = cells[cell].lowerBound..<cells[cell].lowerBound }
    }
  }
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
