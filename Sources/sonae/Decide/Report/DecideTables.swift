import Diagnostics
import Quantities
import Reporting

/// Words and columns that the answers share.
enum DecideTables {
  /// A part of a whole below which a number is what a solver or rounding leaves of nothing.
  static let nothing = 1e-6

  /// A number beside the whole that it belongs to.
  static func amount(_ value: Double, of whole: Double) -> TableCell {
    .number(abs(value) < nothing * whole ? 0 : value)
  }

  /// A loss over the horizon's GDP.
  static func loss(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(
      key, Bilingual(en, ja), unit: Bilingual("% of GDP", "対GDP比"), kind: .number(.percent))
  }

  /// A change of it.
  static func change(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(
      key, Bilingual(en, ja), unit: Bilingual("points of GDP", "対GDP比ポイント"),
      kind: .number(.change(.percent)))
  }

  /// A share of GDP in a sentence.
  static func text(_ share: Double) -> String { NumberFormat.brief(share, as: .percent) }
}
