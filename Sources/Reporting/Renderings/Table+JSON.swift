package import Diagnostics
import Scenarios

extension Table {
  /// The table as JSON: columns described, each row an object of the columns' keys, missing as null.
  package func json(in language: Language) -> JSON {
    let described = columns.map { column -> JSON in
      [
        "key": .string(column.key), "heading": .string(column.heading.text(in: language)),
        "unit": .string(column.fileUnit.isEmpty ? nil : column.fileUnit),
      ]
    }
    let records = rows.map { row in
      JSON.object(zip(columns, row).map { JSON.Member($0.key, $1.json(in: language)) })
    }
    return [
      "name": .string(name), "title": .string(title.text(in: language)),
      "columns": .array(described), "rows": .array(records),
      "notes": .array(notes.map { .string($0.text(in: language)) }),
    ]
  }
}

extension TableCell {
  fileprivate func json(in language: Language) -> JSON {
    switch self {
    case .text(let words): .string(words.text(in: language))
    case .coded(let code, _): .string(code)
    case .number(let value), .said(_, let value): .number(value)
    case .count(let value), .day(let value, _): .integer(value)
    case .missing: .null
    }
  }
}
