package import Diagnostics
internal import Scenarios

/// Units as reports name them; money's comes from the table.
package enum UnitWord: Message {
  /// Days.
  case days
  /// A day's number.
  case day
  /// Shares of annual GDP.
  case percentOfAnnualGDP
  /// Shares of the horizon's output.
  case percentOfHorizonOutput
  /// Shares of output before.
  case percentOfStart
  /// Shares of need.
  case percentOfNeed
  /// Percentage points.
  case points
  /// Per year.
  case perYear
  /// Per day.
  case perDay

  /// The text in every language.
  package var words: Bilingual {
    switch self {
    case .days: Bilingual("days", "日")
    case .day: Bilingual("day", "日目")
    case .percentOfAnnualGDP: Bilingual("% of annual GDP", "対年間GDP比")
    case .percentOfHorizonOutput: Bilingual("% of output over the horizon", "対象期間の産出比")
    case .percentOfStart: Bilingual("% of output before the shock", "ショック前比")
    case .percentOfNeed: Bilingual("% of need", "必要量比")
    case .points: Bilingual("points", "ポイント")
    case .perYear: Bilingual("a year", "年当たり")
    case .perDay: Bilingual("a day", "日当たり")
    }
  }
}
