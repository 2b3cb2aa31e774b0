import Diagnostics

/// Words of bundled figures in Japanese: bases, series, materials and items of published estimates.
///
/// Figures state them in English; what is not listed here, such as a name of a source, reads the same.
enum DataWords {
  /// A phrase, or several that stand between commas, those in quotes of a user's own file included.
  static func words(_ text: String) -> Bilingual {
    if let known = phrases[text] { return Bilingual(text, known) }
    let parts = text.components(separatedBy: ", ").map { phrases[$0] ?? $0 }
    return Bilingual(text, parts.joined(separator: "、"))
  }

  private static let phrases: [String: String] = [
    "share of imports by weight": "輸入シェア（重量）", "share of imports by value": "輸入シェア（金額）",
    "share of imports": "輸入シェア", "origin of imports": "輸入の原産地", "weight": "重量", "value": "金額",
    "value, Comext": "金額（Comext）", "customs weight": "通関重量", "stated": "公表値", "as stated": "公表値",
    "as the Ministry of Finance states it": "財務省の公表値", "published estimate": "公表推計",
    "import unit value of Japan": "日本の輸入単価", "all rare earths": "レアアース全体",
    "ores and concentrates": "鉱石・精鉱", "of Other Asia n.e.s. without Mexico": "その他アジア（メキシコを除く）",
    "HS 280530, 284610 and 284690": "HS 280530・284610・284690", "284610 and 284690": "284610・284690",
    "all": "全品目", "metals": "金属", "metal": "金属", "oxide": "酸化物", "compounds": "化合物",
    "cerium compounds": "セリウム化合物", "compounds excluding cerium": "化合物（セリウムを除く）",
    "dysprosium and terbium": "ジスプロシウム・テルビウム", "light rare earths": "軽希土類",
    "heavy rare earths": "重希土類", "none found": "見当たらず",
    "Ministry of Finance, Trade Statistics of Japan, as reported": "財務省貿易統計（報道による）",
    "Ministry of Finance of Japan, International Bureau, 8 April 2026": "財務省国際局、2026年4月8日",
    "GDP, three months without Chinese rare earths": "GDP、中国産レアアース3か月停止",
    "GDP, one year without Chinese rare earths": "GDP、中国産レアアース1年停止",
    "GDP, one year without Chinese rare earths and rare metals": "GDP、中国産レアアース・レアメタル1年停止",
    "value added of transport machinery, one year without Chinese rare earths and rare metals":
      "輸送機械の付加価値、中国産レアアース・レアメタル1年停止",
    "GDP in the first year, oil from 43 to 80 USD/bbl": "初年のGDP、原油43→80ドル/バレル",
    "consumer prices, oil from 43 to 80 USD/bbl": "消費者物価、原油43→80ドル/バレル",
    "current prices": "名目", "spot": "スポット", "annual average": "年平均",
  ]
}

extension String {
  /// The parts between occurrences of a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
