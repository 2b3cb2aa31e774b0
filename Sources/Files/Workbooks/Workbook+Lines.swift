internal import Diagnostics

// Texts that are broken into lines: spreadsheets differ in whether they make room for them by themselves.
extension Workbook.Sheet {
  /// Height of a line, points.
  private static let line = 15.0
  /// Width of a column that has none of its own, characters.
  private static let usualWidth = 8.43
  /// What a remark is wide at least, characters.
  private static let leastNote = 90.0

  /// Columns that remarks span: the sheet's, and as many more as make them readable where no chart lies; two
  /// at least.
  var noteColumns: Int {
    let missing = charts.isEmpty ? max(0, Self.leastNote - widths.reduce(0, +)) : 0
    return max(2, widths.count + Int((missing / Self.usualWidth).rounded(.up)))
  }

  /// Height of a row whose texts take several lines, points; nil where one is enough.
  func height(of row: [Workbook.Cell]) -> Double? {
    let lines = row.enumerated().map { column, cell in
      switch cell {
      case .text(let text, .wrapped), .text(let text, .quiet), .text(let text, .heading):
        Self.lines(text, width: width(of: column))
      case .note(let text):
        Self.lines(text, width: (0..<noteColumns).reduce(0) { $0 + width(of: $1) })
      case .text, .number, .empty: 1
      }
    }
    let most = lines.max() ?? 1
    return most > 1 ? Double(most) * Self.line : nil
  }

  private func width(of column: Int) -> Double {
    column < widths.count ? widths[column] : Self.usualWidth
  }

  /// Lines of a text whose words stay whole where they fit.
  static func lines(_ text: String, width: Double) -> Int {
    // Letters of a proportional font are not all as wide as a digit.
    let width = max(1, Int(width) - 1)
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      let own = displayWidth(String(word))
      if used > 0, used + 1 + own > width {
        lines += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + own
      lines += (used - 1) / width
      used = used > width ? (used - 1) % width + 1 : used
    }
    return lines
  }
}
