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
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          unsafe put(cell, UInt32(row), UInt16(clamping: column), on: page, &formats)
        }
      }
      if sheet.frozenRows > 0 {
        unsafe worksheet_freeze_panes(page, UInt32(sheet.frozenRows), 1)
      }
      if let filter = sheet.filter, !sheet.widths.isEmpty {
        _ = unsafe worksheet_autofilter(
          page, UInt32(filter.lowerBound), 0, UInt32(filter.upperBound - 1),
          UInt16(sheet.widths.count - 1))
      }
      for (number, chart) in sheet.charts.enumerated() {
        unsafe add(
          chart, number: number, to: page, named: name, right: sheet.widths.count, in: book)
      }
    }
    return unsafe workbook_close(book)
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
    case .empty: break
    case .text(let text, let look):
      let text = Workbook.cut(text, to: 32_767)
      _ = unsafe worksheet_write_string(page, row, column, text, unsafe formats.format(of: look))
    case .number(let value, let format):
      _ = unsafe worksheet_write_number(page, row, column, value, unsafe formats.format(format))
    }
  }

  private static func add(
    _ chart: Workbook.Chart, number: Int, to page: UnsafeMutablePointer<lxw_worksheet>,
    named name: String, right: Int, in book: UnsafeMutablePointer<lxw_workbook>
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
    // Bars run from the bottom up unless they are told otherwise.
    if chart.kind == .bars { unsafe chart_axis_set_reverse(unsafe drawing.pointee.x_axis) }
    unsafe chart_axis_set_num_format(unsafe drawing.pointee.y_axis, chart.format)
    if chart.columns.count == 1 {
      unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = 1.6
    unsafe options.y_scale = 1.4
    _ = unsafe worksheet_insert_chart_opt(
      page, UInt32(2 + 22 * number), UInt16(right + 1), drawing, &options)
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
