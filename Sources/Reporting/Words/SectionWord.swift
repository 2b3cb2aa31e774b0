package import Diagnostics
internal import Scenarios

/// Titles of a report's parts.
package enum SectionWord: Message {
  /// The headline.
  case summary
  /// A table of regions.
  case lossesByRegion
  /// A table of regions' industries.
  case lossesBySector
  /// A table of commodities.
  case commodities
  /// A table of prices.
  case prices
  /// A table of stocks.
  case stocks
  /// A table of dependence.
  case dependency
  /// A table of criticality.
  case criticality
  /// A table of straits and canals.
  case chokepoints
  /// A table of responses.
  case responses
  /// A table of swings.
  case sensitivity
  /// Variants side by side.
  case comparison
  /// What was assumed.
  case assumptions
  /// What the reader must beware of.
  case warnings
  /// Files, versions and checksums.
  case provenance
  /// A chart of output.
  case outputPath

  /// The text in every language.
  package var words: Bilingual {
    switch self {
    case .summary: Bilingual("Summary", "概要")
    case .lossesByRegion: Bilingual("Losses by region", "地域別の損失")
    case .lossesBySector: Bilingual("Losses by sector", "産業部門別の損失")
    case .commodities: Bilingual("Critical commodities", "重要物資")
    case .prices: Bilingual("Prices", "価格への影響")
    case .stocks: Bilingual("Strategic stocks", "備蓄")
    case .dependency: Bilingual("Dependency", "依存度")
    case .criticality: Bilingual("Criticality", "重要度")
    case .chokepoints: Bilingual("Chokepoints", "輸送上の要衝")
    case .responses: Bilingual("Policy options", "政策対応")
    case .sensitivity: Bilingual("Sensitivity", "感度分析")
    case .comparison: Bilingual("Comparison", "比較")
    case .assumptions: Bilingual("Assumptions", "前提")
    case .warnings: Bilingual("Warnings", "留意事項")
    case .provenance: Bilingual("Provenance", "データの来歴")
    case .outputPath: Bilingual("Output over time", "産出の推移")
    }
  }
}
