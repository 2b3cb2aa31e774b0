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
    "GDP, one year without Chinese gallium": "GDP、中国産ガリウム1年停止",
    "GDP, one year without Chinese germanium": "GDP、中国産ゲルマニウム1年停止",
    "GDP, one year without Chinese rare earths": "GDP、中国産レアアース1年停止",
    "GDP, one year without Chinese rare earths and rare metals": "GDP、中国産レアアース・レアメタル1年停止",
    "value added of transport machinery, one year without Chinese rare earths and rare metals":
      "輸送機械の付加価値、中国産レアアース・レアメタル1年停止",
    "GDP in the first year, oil from 43 to 80 USD/bbl": "初年のGDP、原油43→80ドル/バレル",
    "consumer prices, oil from 43 to 80 USD/bbl": "消費者物価、原油43→80ドル/バレル",
    "GDP over one year":
      "1年間のGDP",
    "consumer prices":
      "消費者物価",
    "WTI at 77 USD/bbl":
      "WTI 77ドル/バレル",
    "WTI at 87 USD/bbl":
      "WTI 87ドル/バレル",
    "WTI at 140 USD/bbl":
      "WTI 140ドル/バレル",
    "GDP per USD/bbl":
      "GDP、1ドル/バレル当たり",
    "slope of the three points above":
      "上の3点の傾き",
    "GDP of fiscal 2025":
      "2025年度のGDP",
    "GDP of fiscal 2026":
      "2026年度のGDP",
    "WTI from 75 to 150 USD/bbl":
      "WTI 75→150ドル/バレル",
    "share of world supply":
      "世界供給に占める割合",
    "share of imports from outside the Union by value":
      "域外輸入シェア（金額）",
    "share of imports from outside the Union by weight":
      "域外輸入シェア（重量）",
    "metal and oxide":
      "金属・酸化物",
    "metal and dioxide":
      "金属・二酸化物",
    "January to October":
      "1〜10月",
    "almost all":
      "ほぼ全量",
    "share of raw materials":
      "原料に占める割合",
    "primary nickel":
      "一次ニッケル",
    "tellurium and boron together: a proxy":
      "テルルとホウ素の合計（代理値）",
    "share of imports of Russia and Belarus together":
      "輸入に占めるロシア・ベラルーシの合計",
    "share of imports: origins are not published one by one":
      "輸入シェア（供給元ごとの公表なし）",
    "about":
      "約",
    "share of imports by value of electronics (C26): a proxy":
      "輸入シェア（金額、電子機器C26による代理値）",
    "share of imports by value of machinery (C28): a proxy":
      "輸入シェア（金額、機械C28による代理値）",
    "share of imports by value of electrical equipment (C27): a proxy":
      "輸入シェア（金額、電気機器C27による代理値）",
    "HS 810510 and 282200 added by product weight":
      "HS 810510・282200（製品重量の合計）",
    "HS 283691 and 282520 added by product weight":
      "HS 283691・282520（製品重量の合計）",
    "HS 261100 and 810110 added by product weight":
      "HS 261100・810110（製品重量の合計）",
    "the European Union's":
      "EUの値で代用",
    "share of enriched uranium bought":
      "購入した濃縮ウランに占める割合",
    "share of enrichment bought":
      "購入した濃縮役務に占める割合",
    "what imports of about 60% of use leave: refineries at home":
      "使用量の約60%の輸入を除いた残り（国内製油所）",
    "current prices": "名目", "spot": "スポット", "annual average": "年平均",
  ]
}

extension String {
  /// The parts between occurrences of a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
