import Diagnostics
import Files

/// A large table of labelled numbers, read cell by cell without a string per cell.
struct NumberGrid {
  let source: Source
  private(set) var columns = Labels()
  private(set) var rows = Labels()
  /// The numbers row by row, `rows.count * columns.count` of them.
  private(set) var elements: [Double] = []
  /// Whether a row has more cells than any table's, so that nothing after it is read.
  private var isEndless = false
  /// Cells of the one column that holds words, a row each, and where they stand; empty without it.
  private(set) var words = Labels()
  private let wordColumn: String?
  /// Where the column of words stands among the cells behind the label.
  private var wordPosition: Int?

  /// Names of rows or columns, and where they stand.
  struct Labels {
    var names: [String] = []
    var places: [Range<Int>] = []

    var count: Int { names.count }

    mutating func append(_ name: String, at range: Range<Int>) {
      names.append(name)
      places.append(range)
    }
  }

  /// Reads a grid; every mistake goes to the log, and nil means that nothing can be made of it.
  ///
  /// A column of the name `wordColumn` holds words, all others numbers.
  init?(_ source: Source, wordColumn: String? = nil, into log: inout ProblemLog) {
    self.source = source
    self.wordColumn = wordColumn
    var scanner: CSVScanner
    do throws(DiagnosticList) {
      scanner = try CSVScanner(source)
    } catch {
      log.errors(error)
      return nil
    }
    let before = log.errorCount
    guard readHeader(&scanner, into: &log) else { return nil }
    // A cell takes a byte at least: a header alone does not make a table.
    elements.reserveCapacity(min(columns.count * columns.count, source.bytes.count))
    while !isEndless, log.errorCount - before <= Limits.mistakes, scanner.startRow() {
      readRow(&scanner, into: &log)
    }
    check(rows, into: &log)
    check(columns, into: &log)
    if rows.names.isEmpty {
      log.error(TableProblem.noRows, at: Place(source: source, range: 0..<0))
    }
    if log.errorCount > before { return nil }
  }

  private mutating func readHeader(_ scanner: inout CSVScanner, into log: inout ProblemLog) -> Bool
  {
    guard scanner.startRow() else {
      log.error(CSVProblem.emptyFile, at: Place(source: source, range: 0..<0))
      return false
    }
    let cells = NumberCells(source: source)
    var cell = scanner.nextCell()
    var isSound = cells.isSound(cell, into: &log)
    while !cell.endsRow {
      cell = scanner.nextCell()
      isSound = cells.isSound(cell, into: &log) && isSound
      if columns.count == Limits.cells {
        log.error(LimitProblem.cells, at: Place(source: source, range: cell.range))
        return false
      }
      let name = scanner.text(of: cell)
      if name == wordColumn, wordPosition == nil {
        wordPosition = columns.count
      } else {
        columns.append(name, at: cell.range)
      }
    }
    if isSound, columns.names.isEmpty {
      let place = Place(source: source, range: cell.range)
      if let other = CSVProblem.notCommas(inOnlyCell: scanner.text(of: cell)) {
        log.error(other, at: place)
      } else {
        log.error(TableProblem.noColumns, at: place)
      }
      isSound = false
    }
    return isSound
  }

  private mutating func readRow(_ scanner: inout CSVScanner, into log: inout ProblemLog) {
    let cells = NumberCells(source: source)
    var cell = scanner.nextCell()
    let label = cell
    let name = scanner.text(of: label)
    var isSound = cells.isSound(cell, into: &log)
    var count = 0
    var word: CSVScanner.Cell?
    while !cell.endsRow, !isEndless {
      cell = scanner.nextCell()
      isSound = isSound && cells.isSound(cell, into: &log)
      if count == wordPosition, word == nil {
        word = cell
        continue
      }
      if isSound, count < columns.count {
        elements.append(cells.number(cell, row: name, column: columns.names[count], into: &log))
      }
      count += 1
      isEndless = count > Limits.cells
    }
    rows.append(name, at: label.range)
    if let word { words.append(scanner.text(of: word), at: word.range) }
    let extra = wordPosition == nil ? 0 : 1
    let hasWord = word != nil || wordPosition == nil
    guard isSound, count != columns.count || !hasWord else { return }
    log.error(
      CSVProblem.wrongCellCount(
        found: count + 1 + (word == nil ? 0 : 1), expected: columns.count + 1 + extra),
      at: Place(source: source, range: label.range.lowerBound..<cell.range.upperBound))
  }

  private func check(_ labels: Labels, into log: inout ProblemLog) {
    var seen: Set<String> = []
    for (name, range) in zip(labels.names, labels.places) {
      let place = Place(source: source, range: range)
      if name.isEmpty {
        log.error(TableProblem.emptyLabel, at: place)
      } else if !seen.insert(name).inserted {
        log.error(TableProblem.duplicateLabel(name), at: place)
      }
    }
  }
}

// MARK: - Order

extension NumberGrid {
  /// Rows in the order of the given labels; nil, with the reasons logged, if the labels differ.
  func rows(inOrderOf order: [String], into log: inout ProblemLog) -> [Double]? {
    guard let positions = positions(of: rows, in: order, into: &log) else { return nil }
    if positions == Array(order.indices) { return elements }
    return positions.flatMap { elements[($0 * columns.count)..<(($0 + 1) * columns.count)] }
  }

  /// Columns in the order of the given labels; nil, with the reasons logged, if the labels differ.
  func columns(inOrderOf order: [String], into log: inout ProblemLog) -> [Double]? {
    guard let positions = positions(of: columns, in: order, into: &log) else { return nil }
    return rows.names.indices.flatMap { row in
      positions.map { elements[row * columns.count + $0] }
    }
  }

  /// For each label of `order` its position in `labels`.
  private func positions(
    of labels: Labels, in order: [String], into log: inout ProblemLog
  ) -> [Int]? {
    if labels.names == order { return Array(order.indices) }
    let before = log.errorCount
    let known = Set(order)
    for (name, range) in zip(labels.names, labels.places) where !known.contains(name) {
      log.error(
        TableProblem.unknownLabel(name, suggestion: nearest(name, in: order)),
        at: Place(source: source, range: range))
    }
    let found = Dictionary(zip(labels.names, labels.names.indices)) { first, _ in first }
    for name in order where found[name] == nil {
      log.error(TableProblem.missingLabel(name), at: Place(source: source, range: 0..<0))
    }
    guard log.errorCount == before else { return nil }
    log.note(TableProblem.reordered(source.name), at: Place(source: source, range: 0..<0))
    return order.compactMap { found[$0] }
  }
}

/// Reads the cells of a grid; beside it, so that a row is read without a copy of what is read already.
private struct NumberCells {
  let source: Source

  func number(
    _ cell: CSVScanner.Cell, row: String, column: String, into log: inout ProblemLog
  ) -> Double {
    if cell.range.isEmpty { return 0 }
    let value = NumberParser.parse(source.bytes.span, cell.range)
    if let value, abs(value) <= Limits.number { return value }
    let text = String(decoding: source.bytes[cell.range].prefix(40), as: UTF8.self)
    log.error(
      problem(text, value, row: row, column: column), at: Place(source: source, range: cell.range))
    return 0
  }

  private func problem(
    _ text: String, _ value: Double?, row: String, column: String
  ) -> CSVProblem {
    if value != nil { return .tooLarge(cell: text, row: row, column: column) }
    let word = text.lowercased().drop { "+-".contains($0) }
    return ["nan", "inf", "infinity"].contains(word)
      ? .notFinite(cell: text, row: row, column: column)
      : .notANumber(cell: text, row: row, column: column)
  }

  func isSound(_ cell: CSVScanner.Cell, into log: inout ProblemLog) -> Bool {
    guard let problem = cell.malformation else { return true }
    log.error(problem, at: Place(source: source, range: cell.range))
    return false
  }
}
