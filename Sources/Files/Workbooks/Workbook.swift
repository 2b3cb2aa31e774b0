/// A workbook as a value: sheets of typed cells, to be written as XLSX.
package struct Workbook: Sendable, Hashable {
  /// How a cell looks.
  package enum Look: Sendable, Hashable {
    /// As it comes.
    case plain
    /// The sheet's title.
    case title
    /// A heading of a column, broken into lines.
    case heading
    /// A long text, broken into lines.
    case wrapped
    /// A remark.
    case quiet
  }

  /// One cell.
  package enum Cell: Sendable, Hashable {
    /// Nothing.
    case empty
    /// Words, never a formula.
    case text(String, Look)
    /// A finite number and the format that shows it, such as `0.00%`.
    case number(Double, format: String)
    /// A remark over the whole width of the sheet, broken into lines; alone in its row.
    case note(String)
  }

  /// A chart that the spreadsheet draws itself from cells of its sheet.
  package struct Chart: Sendable, Hashable {
    /// What it is drawn as.
    package enum Kind: Sendable, Hashable {
      /// Bars that lie.
      case bars
      /// Lines over the first column.
      case lines
    }

    /// What it is drawn as.
    package let kind: Kind
    /// Its title.
    package let title: String
    /// Rows of values in the sheet, from 0; their names stand in the first column.
    package let rows: Range<Int>
    /// Columns of values; their names stand in the row before `rows`.
    package let columns: Range<Int>
    /// Format of the axis.
    package let format: String

    /// Makes a chart.
    package init(
      _ kind: Kind, title: String, rows: Range<Int>, columns: Range<Int>, format: String
    ) {
      self.kind = kind
      self.title = title
      self.rows = rows
      self.columns = columns
      self.format = format
    }
  }

  /// One sheet.
  package struct Sheet: Sendable, Hashable {
    /// Its name as wished for; a spreadsheet takes 31 characters, and each name once.
    package let name: String
    /// Widths of columns in characters.
    package let widths: [Double]
    /// Rows of cells.
    package let rows: [[Cell]]
    /// Rows from the top that stay in sight.
    package let frozenRows: Int
    /// Rows that hold a table with a heading, which may be filtered; nil: none.
    package let filter: Range<Int>?
    /// Charts, right of the cells.
    package let charts: [Chart]

    /// Makes a sheet.
    package init(
      name: String, widths: [Double], rows: [[Cell]], frozenRows: Int = 0,
      filter: Range<Int>? = nil, charts: [Chart] = []
    ) {
      self.name = name
      self.widths = widths
      self.rows = rows
      self.frozenRows = frozenRows
      self.filter = filter
      self.charts = charts
    }
  }

  /// The title in the file's properties.
  package let title: String
  /// The sheets, at least one.
  package let sheets: [Sheet]

  /// Makes a workbook.
  package init(title: String, sheets: [Sheet]) {
    precondition(!sheets.isEmpty, "Workbook: no sheets")
    self.title = title
    self.sheets = sheets
  }

  /// Names that a spreadsheet takes, for the sheets in order: all different, without `[]:*?/\`.
  package var sheetNames: [String] {
    var taken: Set<String> = []
    return sheets.map { sheet in
      var base = String(sheet.name.map { "[]:*?/\\".contains($0) || $0.isNewline ? " " : $0 })
      while base.first == "'" || base.first == " " { base.removeFirst() }
      while base.last == "'" || base.last == " " { base.removeLast() }
      if base.isEmpty { base = "Sheet" }
      var choice = Workbook.cut(base, to: 31)
      var number = 2
      while !taken.insert(choice.lowercased()).inserted {
        choice = Workbook.cut(base, to: 31 - " \(number)".count) + " \(number)"
        number += 1
      }
      return choice
    }
  }

  /// The start of a text that has at most so many UTF-16 units, which is what spreadsheets count.
  static func cut(_ text: String, to length: Int) -> String {
    var text = text
    while text.utf16.count > length { text.removeLast() }
    return text
  }
}
