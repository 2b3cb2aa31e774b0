import Diagnostics
import Files
import InputOutputTables

/// e-Stat's long form: a line a cell with the codes and names of its row and its column, a time, a
/// unit and a value (`cat01_code, 行部門, cat02_code, 列部門, time_code, 時間軸, unit, value`).
///
/// The dimensions are told by their names: 行, 投入 or input is the row, 列, 産出 or output the column.
struct JapanLongForm {
  /// Ten times the cells of the basic table of 509 rows and 391 columns.
  private static let mostCells = 1 << 21

  private var rows = Axis()
  private var columns = Axis()
  private var cells: [String: String] = [:]
  private var units: [String] = []
  private var year: Int?
  private var years: Set<Int> = []

  /// Rows or columns: codes in order of appearance, and names.
  private struct Axis {
    var codes: [String] = []
    var names: [String: String] = [:]

    mutating func add(_ code: String, _ name: String) {
      guard names[code] == nil else { return }
      names[code] = name
      codes.append(code)
    }

    /// Codes in the order of the classification, which is that of their numbers.
    var sorted: [String] {
      let areNumbers = codes.allSatisfy { Int($0) != nil && $0.utf8.count == codes[0].utf8.count }
      return areNumbers ? codes.sorted() : codes
    }
  }

  /// Where the dimensions of a file stand.
  private struct Dimensions {
    var row: Int
    var column: Int
    var rowCode: Int
    var columnCode: Int
    var time: Int?
    var unit: Int?
    /// Any other dimension by its name; it must have one value.
    var others: [(place: Int, name: String)] = []

    init?(_ names: [String]) {
      let isCode = { (name: String) in name.contains("code") || name.contains("コード") }
      let find = { (words: [String]) in
        names.firstIndex { name in !isCode(name) && words.contains { name.contains($0) } }
      }
      guard let row = find(["行部門", "行", "投入", "input", "row"]),
        let column = find(["列部門", "列", "産出", "output", "column"]), row != column
      else { return nil }
      (self.row, self.column) = (row, column)
      rowCode = row > 0 && isCode(names[row - 1]) ? row - 1 : row
      columnCode = column > 0 && isCode(names[column - 1]) ? column - 1 : column
      time = find(["時間", "年次", "time", "year"])
      unit = find(["unit", "単位"])
      for (place, name) in names.enumerated() where !isCode(name) {
        let isKnown = [row, column, time, unit].contains(place)
        if !isKnown, !["value", "値", "annotation", "注記"].contains(name) {
          others.append((place, name))
        }
      }
    }
  }

  /// The table laid out as a sheet: title, codes, names, rows; nil if the file is no long form.
  static func grid(
    _ file: InputFile, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> [[String]]? {
    var lines = try LongRows(file, orShiftJIS: true)
    guard lines.has([]), let dimensions = Dimensions(lines.dimensions) else { return nil }
    var form = JapanLongForm()
    try form.read(&lines, dimensions, year: year, &log)
    if lines.isShiftJIS { log.remarks.append(JapanFormat.shiftJIS) }
    if let failure = log.problems.failure { throw failure }
    if let year, !form.years.isEmpty, !form.years.contains(year) {
      throw DiagnosticList([
        Diagnostic(.error, ImportProblem.noYear(year, found: form.years.sorted()))
      ])
    }
    return form.grid(title: lines.title)
  }

  private mutating func read(
    _ lines: inout LongRows, _ dimensions: Dimensions, year wanted: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    var others: [Int: String] = [:]
    while try lines.next(&log) {
      if let time = dimensions.time, let found = yearInText(lines.code(time)) {
        years.insert(found)
        if let wanted, found != wanted { continue }
        if let year, found < year { continue }
        if found != year {
          self = JapanLongForm(year: found, years: years)
          others = [:]
        }
      }
      for (place, name) in dimensions.others {
        let code = lines.code(place)
        if let known = others[place], known != code {
          throw DiagnosticList([
            Diagnostic(
              .error, ImportProblem.mixedDimension(name, found: [known, code]),
              at: lines.row.place(place))
          ])
        }
        others[place] = code
      }
      if let unit = dimensions.unit, !units.contains(lines.code(unit)), units.count < 5 {
        units.append(lines.code(unit))
      }
      let (row, column) = (lines.code(dimensions.rowCode), lines.code(dimensions.columnCode))
      rows.add(row, lines.code(dimensions.row))
      columns.add(column, lines.code(dimensions.column))
      let key = "\(row)\u{1F}\(column)"
      if cells[key] != nil {
        log.problems.error(
          TableProblem.duplicateLabel("\(row), \(column)"), at: lines.row.place(dimensions.rowCode))
      }
      if cells.count > Self.mostCells { throw lines.tooMany(Self.mostCells) }
      cells[key] = lines.row.text(lines.valueIndex)
    }
  }

  private init(year: Int? = nil, years: Set<Int> = []) {
    self.year = year
    self.years = years
  }

  private func grid(title: String) -> [[String]] {
    var order = columns.sorted
    let names = { (code: String) in columns.names[code] ?? "" }
    var sums: [String] = []
    if !order.contains(where: { JapanHeader.isSectorTotal(names($0)) }) {
      // Without the total of sectors, a column that is a row too is a sector.
      let rowNames = Set(rows.names.values)
      let last = order.lastIndex {
        rowNames.contains(names($0)) && !JapanHeader.isTotal(names($0))
          && !JapanHeader.isOutput(names($0))
      }
      order.insert("", at: (last ?? -1) + 1)
      sums = [""]
    }
    let heading = { (code: String) in sums.contains(code) ? "内生部門計" : names(code) }
    let stated = units.first.map { "(単位：\($0))" } ?? ""
    let above = [title, year.map { "\($0)年" } ?? "", stated]
    return [above, ["", ""] + order, ["", ""] + order.map(heading)]
      + rows.sorted.map { row in
        [row, rows.names[row] ?? ""] + order.map { cells["\(row)\u{1F}\($0)"] ?? "" }
      }
  }
}
