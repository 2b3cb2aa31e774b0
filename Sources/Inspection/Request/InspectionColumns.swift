import Diagnostics
import Quantities
import Reporting
import Scenarios

/// Columns of static results: in files they are headed by the bare key, units stand in the notes.
extension TableColumn {
  /// Labels of nodes.
  static let node = words("node", "Node", "地域・部門")

  /// Words.
  static func words(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(key, Bilingual(en, ja), kind: .text)
  }

  /// Numbers without a unit, or with one that the notes name.
  static func plain(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(key, Bilingual(en, ja), kind: .number(.significant), csvHeading: key)
  }

  /// Yearly flows in the table's money.
  static func money(_ key: String, _ en: String, _ ja: String, unit: String) -> TableColumn {
    TableColumn(
      key, Bilingual(en, ja), unit: Bilingual(same: unit), kind: .number(.significant),
      csvHeading: key)
  }

  /// Shares: percent for readers, 0 to 1 in files.
  static func percent(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(key, Bilingual(en, ja), kind: .number(.percent), csvHeading: key)
  }
}
