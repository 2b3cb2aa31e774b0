import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

extension EnsemblePlan {
  /// The name of a region by its code.
  func place(_ code: String) -> Bilingual { Self.name(code, among: names.regions) }

  /// The name of a commodity by its English one.
  func commodity(_ name: String) -> Bilingual { Self.name(name, among: names.commodities) }

  /// Whom an outcome concerns: its region, and its commodity where it has one.
  func subject(_ outcome: Outcome) -> Bilingual {
    let place = place(outcome.region)
    guard let commodity = outcome.commodity.map({ commodity($0) }) else { return place }
    return Bilingual("\(place.en), \(commodity.en)", "\(place.ja)・\(commodity.ja)")
  }

  /// An outcome in words: whom it concerns, and the measure.
  func words(_ outcome: Outcome) -> Bilingual {
    let (subject, measure) = (subject(outcome), outcome.measure.words)
    return Bilingual("\(subject.en): \(measure.en)", "\(subject.ja)：\(measure.ja)")
  }

  /// A variable in words; its path where it has none.
  func words(_ variable: Variable) -> Bilingual {
    Self.name(variable.path, among: names.variables)
  }

  /// A variable as a cell of a table: its path for programs, its words for readers.
  func cell(_ variable: Variable) -> TableCell { .coded(variable.path, words(variable)) }

  /// A variable in words, with its path in the file behind.
  func wordsWithPath(_ variable: Variable, _ more: String? = nil) -> Bilingual {
    let path = "`\(variable.path)`"
    guard names.variables.contains(where: { $0.key == variable.path }) else {
      return more.map { Bilingual("\(path) (\($0))", "\(path)（\($0)）") } ?? Bilingual(same: path)
    }
    let (words, parts) = (words(variable), [path] + [more].compactMap(\.self))
    return Bilingual(
      "\(words.en) (\(parts.joined(separator: ", ")))",
      "\(words.ja)（\(parts.joined(separator: "、"))）")
  }

  /// A value of a variable as the plan writes it, `142 days`, `43.5%` or `yes`.
  func end(_ text: String) -> Bilingual {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let last = parts.last, let ja = Self.unitsJa[last] else { return Bilingual(same: text) }
    return Bilingual(text, parts.count == 2 ? parts[0] + ja : ja)
  }

  private static let unitsJa = [
    "days": "日", "weeks": "週", "years": "年", "yes": "あり", "no": "なし",
  ]

  /// How the draws fill their space.
  var samplingWords: Bilingual {
    switch method {
    case .monteCarlo: Bilingual("Monte Carlo", "モンテカルロ法")
    case .latinHypercube: Bilingual("Latin hypercube", "ラテン超方格法")
    case .sobol: Bilingual("Sobol' sequence", "ソボル列")
    }
  }

  private static func name(_ key: String, among names: [EnsembleNames.Name]) -> Bilingual {
    names.first { $0.key == key }.map { Bilingual($0.en, $0.ja) } ?? Bilingual(same: key)
  }
}

extension Outcome {
  /// A number of the outcome for readers.
  func text(_ value: Double) -> String {
    switch kind {
    case .share: NumberFormat.rounded(value, as: .percent)
    case .money: NumberFormat.rounded(value, as: .significant)
    case .days, .day, .optionalDay: NumberFormat.rounded(value, as: .significant)
    }
  }
}

extension Outcome.Measure {
  /// The measure in words, its unit with it.
  var words: Bilingual {
    switch self {
    case .gdpLossShare: Bilingual("value-added loss, % of GDP", "付加価値損失（対GDP比）")
    case .incomeLossShare: Bilingual("income loss, % of GDP", "所得損失（対GDP比）")
    case .outputLoss: Bilingual("output loss", "産出損失")
    case .unmetShare: Bilingual("unmet final demand", "未充足の最終需要")
    case .peakDay: Bilingual("day of lowest output", "産出が最低の日")
    case .worstOutputShare: Bilingual("output on the worst day", "最悪日の産出水準")
    case .recoveryDays: Bilingual("day back to 99%", "99%回復日")
    case .consumerPriceChange: Bilingual("consumer prices, change", "消費者物価の変化")
    case .firstShortDay: Bilingual("day the stock fails", "備蓄が尽きる日")
    case .shortDays: Bilingual("days without stock", "備蓄が尽きた日数")
    case .lowestCover: Bilingual("lowest cover, days of use", "最低の備蓄日数")
    case .pricePeak: Bilingual("price peak, change", "価格上昇率の最大")
    }
  }
}
