internal import CXLSXWriter
package import Diagnostics
import FoundationEssentials

/// Writes workbooks as XLSX; the one file that calls libxlsxwriter.
package enum WorkbookWriter {
  /// The bytes of a workbook; the same for the same workbook. The library writes by a file, which lies
  /// in the system's folder for temporary files meanwhile.
  package static func bytes(_ workbook: Workbook) throws(DiagnosticList) -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.path + "/sonae-" + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = write(workbook, to: path)
    guard error == LXW_NO_ERROR, let data = FileManager.default.contents(atPath: path) else {
      let reason = unsafe String(cString: lxw_strerror(error))
      throw DiagnosticList([Diagnostic(.error, WorkbookProblem.refused(reason))])
    }
    return [UInt8](data)
  }

  /// An instant for the file's properties that does not change: 1 January 2000.
  private static let created = 946_684_800

  private static func write(_ workbook: Workbook, to path: String) -> lxw_error {
    guard let book = unsafe workbook_new(path) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
    unsafe setProperties(of: book, title: workbook.title)
    var formats = unsafe Formats(book)
    for (sheet, name) in zip(workbook.sheets, workbook.sheetNames) {
      guard let page = unsafe workbook_add_worksheet(book, name) else { continue }
      for (column, width) in sheet.widths.enumerated() {
        let place = UInt16(clamping: column)
        _ = unsafe worksheet_set_column(page, place, place, width, nil)
      }
      unsafe put(sheet, on: page, &formats)
      unsafe setPage(of: page, repeating: sheet.frozenRows)
      if let filter = sheet.filter, !sheet.widths.isEmpty {
        _ = unsafe worksheet_autofilter(
          page, UInt32(filter.lowerBound), 0, UInt32(filter.upperBound - 1),
          UInt16(sheet.widths.count - 1))
      }
      for (number, chart) in sheet.charts.enumerated() {
        unsafe add(chart, number: number, to: page, of: sheet, named: name, in: book)
      }
    }
    return unsafe workbook_close(book)
  }

  private static func put(
    _ sheet: Workbook.Sheet, on page: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
  ) {
    for (number, cells) in sheet.rows.enumerated() {
      let row = UInt32(number)
      for (column, cell) in cells.enumerated() {
        if case .note(let text) = cell {
          _ = unsafe worksheet_merge_range(
            page, row, 0, row, UInt16(clamping: sheet.noteColumns - 1),
            Workbook.cut(text, to: 32_767), unsafe formats.format(of: .wrapped))
        } else {
          unsafe put(cell, row, UInt16(clamping: column), on: page, &formats)
        }
      }
      if let height = sheet.height(of: cells) {
        _ = unsafe worksheet_set_row(page, row, height, nil)
      }
    }
  }

  /// A4, lying, all columns on a page, the heading on every one; what stays in sight on the screen.
  private static func setPage(
    of page: UnsafeMutablePointer<lxw_worksheet>, repeating rows: Int
  ) {
    unsafe worksheet_set_paper(page, 9)
    unsafe worksheet_set_landscape(page)
    unsafe worksheet_fit_to_pages(page, 1, 0)
    guard rows > 0 else { return }
    unsafe worksheet_freeze_panes(page, UInt32(rows), 1)
    _ = unsafe worksheet_repeat_rows(page, 0, UInt32(rows - 1))
  }

  private static func setProperties(
    of book: UnsafeMutablePointer<lxw_workbook>, title: String
  ) {
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = time_t(created)
    var text = Array(title.utf8CString)
    unsafe text.withUnsafeMutableBufferPointer { text in
      unsafe properties.title = text.baseAddress
      _ = unsafe workbook_set_properties(book, &properties)
    }
  }

  private static func put(
    _ cell: Workbook.Cell, _ row: UInt32, _ column: UInt16,
    on page: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
  ) {
    switch cell {
    case .empty, .note: break
    case .text(let text, let look):
      let text = Workbook.cut(text, to: 32_767)
      _ = unsafe worksheet_write_string(page, row, column, text, unsafe formats.format(of: look))
    case .number(let value, let format):
      _ = unsafe worksheet_write_number(page, row, column, value, unsafe formats.format(format))
    }
  }

  private static func add(
    _ chart: Workbook.Chart, number: Int, to page: UnsafeMutablePointer<lxw_worksheet>,
    of sheet: Workbook.Sheet, named name: String, in book: UnsafeMutablePointer<lxw_workbook>
  ) {
    let kind = chart.kind == .bars ? LXW_CHART_BAR : LXW_CHART_LINE
    guard let drawing = unsafe workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
    let (first, last) = (UInt32(chart.rows.lowerBound), UInt32(chart.rows.upperBound - 1))
    for column in chart.columns {
      guard let series = unsafe chart_add_series(drawing, nil, nil) else { continue }
      let place = UInt16(column)
      unsafe chart_series_set_categories(series, name, first, 0, last, 0)
      unsafe chart_series_set_values(series, name, first, place, last, place)
      unsafe chart_series_set_name_range(series, name, first - 1, place)
    }
    unsafe chart_title_set_name(drawing, Workbook.cut(chart.title, to: 255))
    let legend = chart.columns.count == 1 ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM
    unsafe chart_legend_set_position(drawing, UInt8(legend.rawValue))
    unsafe setAxes(of: drawing, chart, firstName: sheet.rows[chart.rows.lowerBound].first)
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = 1.6
    unsafe options.y_scale = 1.4
    _ = unsafe worksheet_insert_chart_opt(
      page, UInt32(2 + 22 * number), UInt16(sheet.widths.count + 1), drawing, &options)
  }

  /// Labels along lines, about.
  private static let labels = 6

  /// The library's x axis lies and its y axis stands, bars too: names of bars are on the y axis.
  private static func setAxes(
    of drawing: UnsafeMutablePointer<lxw_chart>, _ chart: Workbook.Chart,
    firstName: Workbook.Cell?
  ) {
    let (x, y) = unsafe (drawing.pointee.x_axis, drawing.pointee.y_axis)
    switch chart.kind {
    case .bars:
      // Bars run from the bottom up unless they are told otherwise.
      unsafe chart_axis_set_reverse(y)
      unsafe chart_axis_set_num_format(x, chart.format)
    case .lines:
      unsafe chart_axis_set_num_format(y, chart.format)
      // Names stand below the lowest line, not at 0.
      unsafe chart_axis_set_label_position(x, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
      let every = UInt16(clamping: max(1, chart.rows.count / labels))
      unsafe chart_axis_set_interval_unit(x, every)
      unsafe chart_axis_set_interval_tick(x, every)
      if case .number(_, let format) = firstName {
        unsafe chart_axis_set_num_format(x, format == "yyyy-mm-dd" ? "yyyy-mm" : format)
      }
    }
  }
}

/// Formats of one workbook, each made once.
@safe private struct Formats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var looks: [Workbook.Look: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var numbers: [String: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { unsafe self.book = book }

  mutating func format(of look: Workbook.Look) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe looks[look] { return unsafe known }
    guard look != .plain, let made = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch look {
    case .plain: break
    case .title:
      unsafe format_set_bold(made)
      unsafe format_set_font_size(made, 14)
    case .heading:
      unsafe format_set_bold(made)
      unsafe format_set_text_wrap(made)
      unsafe format_set_bottom(made, UInt8(LXW_BORDER_MEDIUM.rawValue))
      unsafe format_set_bg_color(made, 0xEAF1F6)
    case .wrapped: unsafe format_set_text_wrap(made)
    case .quiet:
      unsafe format_set_text_wrap(made)
      unsafe format_set_font_color(made, 0x555555)
    }
    unsafe looks[look] = made
    return unsafe made
  }

  mutating func format(_ number: String) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe numbers[number] { return unsafe known }
    guard let made = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_num_format(made, number)
    unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe numbers[number] = made
    return unsafe made
  }
}
