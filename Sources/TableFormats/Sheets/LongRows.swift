import Diagnostics
import Files

/// The lines of a file in long form: dimensions with names, and a number.
///
/// Three headers are known. Eurostat's TSV joins the dimensions by commas in the first cell, ends them
/// with `geo\TIME_PERIOD` and has a column a year. SDMX-CSV and the flat files have a column a
/// dimension and one of numbers.
struct LongRows: ~Copyable {
  /// Names of the dimensions, in lower case.
  let dimensions: [String]
  /// Years of the columns of a TSV; empty where the year is a dimension.
  let years: [Int]
  /// Text above the header.
  let title: String
  private var reader: RowReader
  private(set) var row: Row
  /// The first line that is not blank, which tells what a file without a known header is.
  let first: Row
  private var codes: [String] = []
  private let valueColumn: Int

  /// Names of the column of numbers.
  private static let valueNames: Set<String> = ["obsvalue", "obs_value", "value", "値"]
  /// So many lines of a title and of metadata may stand above the header.
  private static let mostLinesAbove = 40

  /// Reads the header; `has` tells whether it is that of a long form.
  init(_ file: InputFile, orShiftJIS: Bool = false) throws(DiagnosticList) {
    var reader = try RowReader(file, orShiftJIS: orShiftJIS)
    var row = reader.emptyRow(file)
    var header: (dimensions: [String], years: [Int], value: Int)?
    var above: [String] = []
    var first: Row?
    while header == nil, above.count < Self.mostLinesAbove, try reader.next(&row) {
      if first == nil { first = row }
      header = Self.header(row.texts)
      if header == nil { above.append(row.texts.joined(separator: " ")) }
    }
    dimensions = header?.dimensions ?? []
    years = header?.years ?? []
    valueColumn = header?.value ?? -1
    title = above.joined(separator: " ")
    self.reader = reader
    self.first = first ?? row
    self.row = row
  }

  /// The header that a line is; nil if it is none.
  private static func header(
    _ texts: [String]
  ) -> (dimensions: [String], years: [Int], value: Int)? {
    let joined = (texts.first ?? "").lowercased()
    if let mark = joined.firstIndex(of: "\\"), joined[mark...].hasPrefix("\\time") {
      let names = joined[..<mark].split(separator: ",", omittingEmptySubsequences: false)
      let years = texts.dropFirst().filter { !$0.isEmpty }.map { Int($0) }
      guard !years.isEmpty, !years.contains(nil) else { return nil }
      return (names.map(String.init), years.compactMap(\.self), 1)
    }
    let names = texts.map { $0.lowercased() }
    guard let value = names.firstIndex(where: { valueNames.contains($0) }), names.count > 2 else {
      return nil
    }
    return (names, [], value)
  }

  /// Whether there are numbers, and dimensions of these names.
  func has(_ names: [String]) -> Bool {
    valueColumn >= 0 && names.allSatisfy { dimensions.contains($0) }
  }

  /// Moves to the next line; false at the end. Lines of another width are logged.
  mutating func next(_ log: inout ReadingLog) throws(DiagnosticList) -> Bool {
    while try log.goesOn(), try reader.next(&row) {
      if years.isEmpty {
        if row.count == dimensions.count { return true }
        log.wrongWidth(row, expected: dimensions.count)
      } else {
        codes = row.text(0).split(separator: ",", omittingEmptySubsequences: false)
          .map { $0.split(separator: " ").joined(separator: " ") }
        if codes.count == dimensions.count, row.count <= years.count + 1 { return true }
        log.wrongWidth(row, expected: years.count + 1)
      }
    }
    return false
  }

  /// What a file of more cells than its format has is refused with, at the line read last.
  func tooMany(_ most: Int) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, ImportProblem.tooManyCells(most), at: row.place(0))])
  }

  /// The code of a dimension by its index.
  func code(_ dimension: Int) -> String {
    years.isEmpty ? row.text(dimension) : codes[dimension]
  }

  /// The years of which the line has a number; `time` is the dimension of years, where it is one.
  func yearsWithNumbers(time: Int?) -> [Int] {
    guard years.isEmpty else {
      return years.indices.filter { isNumber($0 + 1) }.map { years[$0] }
    }
    guard let time, isNumber(valueColumn) else { return [] }
    return Int(code(time)).map { [$0] } ?? []
  }

  private func isNumber(_ column: Int) -> Bool {
    !row.isEmpty(column) && row.bytes[row.cells[column].lowerBound] != UInt8(ascii: ":")
  }

  /// Whether flags say that the number is kept back as confidential: `: c`, or a code in a column.
  func isConfidential(year: Int?, flags: [Int]) -> Bool {
    let column = years.firstIndex { $0 == year }.map { $0 + 1 }
    let marks = column.map { [row.text($0)] } ?? flags.map { code($0) }
    return marks.contains { $0.lowercased().split { !$0.isLetter }.contains("c") }
  }

  /// The column of numbers.
  var valueIndex: Int { valueColumn }

  /// Whether the text is in Shift JIS.
  var isShiftJIS: Bool { reader.isShiftJIS }

  /// The number, of the year's column in a TSV; nil where the file has none there.
  ///
  /// Letters behind a number are flags, such as `12.5 e` for an estimate.
  mutating func value(year: Int?, _ log: inout ReadingLog) -> Double? {
    let column = years.isEmpty ? valueColumn : (years.firstIndex { $0 == year } ?? -1) + 1
    if column == 0, !years.isEmpty { return nil }
    let text = row.text(column)
    let number = text.prefix { $0 != " " }
    if number.isEmpty || number.hasPrefix(":") { return nil }
    if Row.notAvailable.contains(String(number)) {
      log.tally.notAvailable += 1
      return nil
    }
    if let value = NumberParser.parse(String(number)), abs(value) <= 1e100 { return value }
    if log.problems.isFull {
      log.problems.countHidden()
    } else {
      log.problems.error(
        CSVProblem.notANumber(cell: String(text.prefix(40)), row: "\(row.line)", column: ""),
        at: row.place(column))
    }
    return nil
  }
}
