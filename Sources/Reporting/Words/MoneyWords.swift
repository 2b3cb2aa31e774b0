package import Diagnostics

/// A table's money unit in words; yen read in units of a hundred million in Japanese.
package struct MoneyWords {
  /// The unit.
  package let unit: Bilingual
  /// What Japanese readers' numbers are multiplied by.
  package let japaneseFactor: Double

  /// Reads a unit such as `million USD`; one of other words stays as it is.
  package init(_ unit: String) {
    let words = unit.split(separator: " ").map(String.init)
    guard words.count <= 2, let currency = words.last,
      let scale = MoneyWords.scales[words.count == 2 ? words[0].lowercased() : ""]
    else {
      self.unit = Bilingual(same: unit)
      japaneseFactor = 1
      return
    }
    if currency == "JPY" {
      self.unit = Bilingual(unit, "億円")
      japaneseFactor = scale.factor / 1e8
    } else {
      self.unit = Bilingual(unit, scale.ja + (MoneyWords.currencies[currency] ?? currency))
      japaneseFactor = 1
    }
  }

  private static let scales: [String: (ja: String, factor: Double)] = [
    "": ("", 1), "thousand": ("千", 1e3), "million": ("百万", 1e6), "billion": ("10億", 1e9),
    "trillion": ("兆", 1e12),
  ]
  private static let currencies = ["USD": "ドル", "EUR": "ユーロ", "GBP": "ポンド", "CNY": "人民元"]
}
