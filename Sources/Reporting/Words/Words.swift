import Diagnostics
import Scenarios

/// Words of the risk report that no other table of words has.
enum Words {
  static let ofGDP = Bilingual("% of GDP", "対GDP比")
  static let gdpLoss = Bilingual("Loss of GDP", "GDP損失")
  static let worstOutput = Bilingual("Output, worst day", "最悪日の産出水準")
  static let recovery = Bilingual("Back to 99%", "99%回復日")
  static let neverBelow = Bilingual("stays above 99%", "99%を維持")
  static let percent = Bilingual(same: "%")
  static let coverLowest = Bilingual("Lowest cover", "備蓄日数（最低）")
  static let priceMean = Bilingual("Price mean, change", "価格上昇率の平均")
  static let estimate = Bilingual("Published estimate", "公表推計")
  static let daysOfUse = Bilingual("days of use", "使用量日数")
}
