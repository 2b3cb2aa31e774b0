import Scenarios

extension Table {
  /// The same table of several variants side by side: a column each, and each later one's difference
  /// from the first. Rows meet by the `keys` columns; `measures` (nil: all others) are compared.
  package static func joined(
    variants: [TableVariant], keys: [String], measures: [String]? = nil
  ) -> Table {
    precondition(!variants.isEmpty, "Table.joined: no variants")
    let join = TableJoin(variants: variants, keys: keys, measures: measures)
    let first = variants[0].table
    return Table(
      name: first.name, title: first.title, columns: join.columns, rows: join.rows,
      notes: join.notes)
  }
}
