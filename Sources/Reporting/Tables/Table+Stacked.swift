import Diagnostics

extension Table {
  /// The same table of several scenarios under each other; a first column `scenario` names each row's.
  ///
  /// Where they count a column in different units, a column after it says each row's: money of
  /// different tables never stands under one heading.
  package static func stacked(_ variants: [TableVariant]) -> Table {
    precondition(!variants.isEmpty, "Table.stacked: no variants")
    let first = variants[0].table
    for variant in variants {
      precondition(
        variant.table.columns.map { $0.key } == first.columns.map { $0.key },
        "Table.stacked: \(variant.name.en) has other columns")
    }
    let isMixed = first.columns.indices.map { column in
      variants.contains { $0.table.columns[column].unit != first.columns[column].unit }
    }
    let columns = zip(first.columns, isMixed).flatMap { $1 ? $0.withUnitBeside : [$0] }
    let rows = variants.flatMap { variant in
      variant.table.rows.map { row in
        [.text(variant.name)]
          + row.indices.flatMap { column -> [TableCell] in
            isMixed[column]
              ? [row[column], .text(variant.table.columns[column].unit)] : [row[column]]
          }
      }
    }
    var seen: Set<Bilingual> = []
    return Table(
      name: first.name, title: first.title,
      columns: [TableColumn("scenario", SubjectWord.scenario.words, kind: .text)] + columns,
      rows: rows, notes: variants.flatMap { $0.table.notes }.filter { seen.insert($0).inserted })
  }
}

extension TableColumn {
  /// The column without its unit, and one of words that holds each row's.
  fileprivate var withUnitBeside: [TableColumn] {
    [
      TableColumn(key, heading, kind: kind),
      TableColumn("\(key)_unit", SubjectWord.unit.words, kind: .text),
    ]
  }
}
