package import Diagnostics
import Quantities
import Scenarios

extension Table {
  /// The table as CSV (quoting by RFC 4180, lines end with LF): `key [unit]`, then exact numbers.
  package func csv(in language: Language = .en) -> String {
    let header = columns.map { column in
      column.csvHeading
        ?? (column.fileUnit.isEmpty ? column.key : "\(column.key) [\(column.fileUnit)]")
    }
    let lines = [header] + rows.map { row in row.map { $0.csv(in: language) } }
    return lines.map { line($0) + "\n" }.joined()
  }

  /// One record; a lone empty field is quoted, since an empty line is no record to most readers.
  private func line(_ fields: [String]) -> String {
    fields == [""] ? "\"\"" : fields.map(csvField).joined(separator: ",")
  }
}

extension TableCell {
  /// The cell in full: words, exact numbers, day numbers without dates, nothing where missing.
  fileprivate func csv(in language: Language) -> String {
    switch self {
    case .text(let words): words.text(in: language)
    case .coded(let code, _): code
    case .number(let value), .said(_, let value): NumberFormat.exact(value)
    case .count(let value), .day(let value, _): String(value)
    case .missing: ""
    }
  }
}
