package import Diagnostics
internal import Quantities
internal import Scenarios

/// What rows and columns of reports are about.
package enum SubjectWord: Message {
  /// A name.
  case name
  /// A scenario.
  case scenario
  /// A named change of a scenario.
  case variant
  /// The scenario without a variant's changes.
  case baseline
  /// A region of the table.
  case region
  /// A country.
  case country
  /// An industry.
  case sector
  /// A region's industry.
  case node
  /// What a node makes.
  case product
  /// A commodity in physical units.
  case commodity
  /// Who imports.
  case importer
  /// Who exports.
  case exporter
  /// Where an input comes from.
  case origin
  /// A strait or canal.
  case chokepoint
  /// Place in an order.
  case rank
  /// A day of the run; 0 is the first.
  case day
  /// A calendar date.
  case date
  /// A year.
  case year
  /// Days of the run.
  case horizon
  /// A key of a scenario.
  case key
  /// A value.
  case value
  /// A unit.
  case unit
  /// What a ratio counts.
  case basis
  /// Where a figure comes from.
  case source
  /// How well a figure is founded.
  case confidence
  /// A remark.
  case remark
  /// The low case.
  case low
  /// The central case.
  case central
  /// The high case.
  case high
  /// A sum.
  case total
  /// All that is not named.
  case others

  /// The text in every language.
  package var words: Bilingual {
    switch self {
    case .name: Bilingual("Name", "名称")
    case .scenario: Bilingual("Scenario", "シナリオ")
    case .variant: Bilingual("Case", "ケース")
    case .baseline: Bilingual("As given", "基本ケース")
    case .region: Bilingual("Region", "地域")
    case .country: Bilingual("Country", "国")
    case .sector: Bilingual("Sector", "産業部門")
    case .node: Bilingual("Industry of a region", "地域・産業部門")
    case .product: Bilingual("Product", "財・サービス")
    case .commodity: Bilingual("Critical commodity", "重要物資")
    case .importer: Bilingual("Importer", "輸入国")
    case .exporter: Bilingual("Exporter", "輸出国")
    case .origin: Bilingual("Origin", "原産国")
    case .chokepoint: Bilingual("Chokepoint", "輸送上の要衝")
    case .rank: Bilingual("Rank", "順位")
    case .day: Bilingual("Day", "日")
    case .date: Bilingual("Date", "日付")
    case .year: Bilingual("Year", "年次")
    case .horizon: Bilingual("Horizon", "対象期間")
    case .key: Bilingual("Key", "項目")
    case .value: Bilingual("Value", "値")
    case .unit: Bilingual("Unit", "単位")
    case .basis: Bilingual("Basis", "算定基準")
    case .source: Bilingual("Source", "出典")
    case .confidence: Bilingual("Confidence", "確度")
    case .remark: Bilingual("Remark", "備考")
    case .low: Bilingual("Low", "低位")
    case .central: Bilingual("Central", "中位")
    case .high: Bilingual("High", "高位")
    case .total: Bilingual("Total", "合計")
    case .others: Bilingual("Others", "その他")
    }
  }
}
