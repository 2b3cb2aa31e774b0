package import Diagnostics
internal import Scenarios

/// A table of one variant of a scenario, to stand beside those of others.
package struct TableVariant: Sendable, Hashable {
  /// The variant's name for readers.
  package let name: Bilingual
  /// Its table; all variants have the same columns.
  package let table: Table

  /// Makes a variant's table.
  package init(name: Bilingual, table: Table) {
    self.name = name
    self.table = table
  }
}
