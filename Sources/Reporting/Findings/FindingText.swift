import Diagnostics
import Quantities
import Scenarios

/// Numbers, days and lists as sentences have them: two significant digits, nothing finer than 0.01%.
enum FindingText {
  /// A share below which a sentence says no more than that it is small.
  static let least = 1e-4

  /// Whether a share is too small for a sentence to say how large.
  static func isSmall(_ share: Double) -> Bool { abs(share) < least }

  /// A share in percent: `12%`, `1.2%`, `0.05%`, `under 0.01%`; a negative one has its sign.
  static func percent(_ share: Double) -> Bilingual {
    if share == 0 { return Bilingual(same: "0%") }
    if isSmall(share) { return Bilingual("under 0.01%", "0.01%未満") }
    return Bilingual(same: NumberFormat.fixed(share, decimals: decimals(share * 100), as: .percent))
  }

  /// A range of shares: `0.04–0.08%`; one number where both ends read the same.
  static func range(_ ends: (low: Double, high: Double)) -> Bilingual {
    let low = min(ends.low, ends.high)
    let high = max(ends.low, ends.high)
    let texts = (percent(low), percent(high))
    if texts.0 == texts.1 { return texts.0 }
    if isSmall(low) || low < 0 {
      return Bilingual("\(texts.0.en) to \(texts.1.en)", "\(texts.0.ja)〜\(texts.1.ja)")
    }
    let start = texts.0.en.dropLast()
    return Bilingual("\(start)–\(texts.1.en)", "\(start)〜\(texts.1.ja)")
  }

  /// A number of two significant digits below ten, three from a hundred on.
  static func number(_ value: Double) -> String {
    guard abs(value) < 1000 else { return NumberFormat.brief(value) }
    return NumberFormat.fixed(value, decimals: decimals(value), as: .significant)
  }

  /// The text as an English sentence begins.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Two digits, and no more than two decimals.
  private static func decimals(_ value: Double) -> Int {
    switch abs(value) {
    case 9.95...: 0
    case 0.995...: 1
    default: 2
    }
  }

  /// A day of the run, with its date where the run has one: `2026-05-15 (day 74)`.
  static func day(_ day: Int, of study: RiskStudy) -> Bilingual {
    Self.day(day, start: study.base.scenario.start)
  }

  /// The same of a run that starts on a date.
  static func day(_ day: Int, start: CalendarDate?) -> Bilingual {
    guard let date = start?.adding(days: day) else {
      return Bilingual("day \(day)", "\(day)日目")
    }
    let (year, month, number) = date.components
    return Bilingual("\(date) (day \(day))", "\(year)年\(month)月\(number)日（\(day)日目）")
  }

  /// Names or clauses in a row.
  static func list(_ items: [Bilingual]) -> Bilingual {
    Bilingual(
      items.map { $0.en }.joined(separator: ", "), items.map { $0.ja }.joined(separator: "、"))
  }

  /// A flow of a commodity a day.
  static func flow(_ units: Double, of unit: String) -> Bilingual {
    if unit == "t", units < 1 {
      return Bilingual("\(number(units * 1000)) kg a day", "日量\(number(units * 1000))kg")
    }
    guard unit == "bbl" else {
      return Bilingual("\(number(units)) \(unit) a day", "日量\(number(units))\(unit)")
    }
    return Bilingual("\(number(units / 1e6)) mb/d", "日量\(grouped(units / 1e4))万バレル")
  }

  /// An amount of a commodity.
  static func amount(_ units: Double, of unit: String) -> Bilingual {
    guard unit == "bbl" else { return Bilingual(same: "\(grouped(units)) \(unit)") }
    return Bilingual("\(number(units / 1e6)) million barrels", "\(grouped(units / 1e4))万バレル")
  }

  private static func grouped(_ value: Double) -> String {
    NumberFormat.rounded(value, as: .count)
  }
}
