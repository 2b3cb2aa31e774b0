internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import Propagation
internal import Quantities
internal import RiskMetrics
internal import Scenarios

// Published estimates beside the scenario's own numbers: one sign, one span, one unit; never used in it.
extension RiskReport {
  /// Estimates for the region that the report names first.
  static func estimates(_ study: RiskStudy) -> Table {
    let place = study.economy.table.regions[study.leadingRegion].code
    let found = study.shownCommodities.flatMap { index in
      study.commodities[index].estimates.compactMap { statement in
        statement.place == place ? statement.comparison.map { (index, statement, $0) } : nil
      }
    }
    let hasShares = found.contains { !$0.1.isMoney }
    let hasMoney = found.contains { $0.1.isMoney }
    let rows = found.map { index, statement, comparison -> [TableCell] in
      let both: [TableCell] = [
        .number(statement.published(as: comparison.measure), or: .noFigure),
        .number(own(comparison, isMoney: statement.isMoney, of: index, study), or: .notApplicable),
      ]
      let none: [TableCell] = [.missing(.notApplicable), .missing(.notApplicable)]
      return [
        .text(name(index, study)), .text(comparison.measure.words),
        .coded(statement.item, statement.itemWithRange(as: comparison.measure)),
        .count(comparison.days, or: .notApplicable),
      ] + (hasShares ? statement.isMoney ? none : both : [])
        + (hasMoney ? statement.isMoney ? both : none : [])
        + [.name("\(statement.figure.source), \(statement.figure.year)")]
    }
    return Table(
      name: "estimates",
      title: Bilingual("Published estimates, for comparison", "公表推計（比較用）"),
      columns: [
        TableColumn("commodity", SubjectWord.commodity.words, kind: .text, isDetail: true),
        TableColumn("measure", Bilingual("Measure", "指標"), kind: .text),
        TableColumn("estimate", Words.estimate, kind: .text),
        TableColumn("days", SubjectWord.horizon.words, kind: .number(.days), isDetail: true),
      ] + (hasShares ? pair("", .percent, unit: Bilingual(same: "")) : [])
        + (hasMoney ? pair("_money", .significant, unit: money) : [])
        + [TableColumn("source", SubjectWord.source.words, kind: .text)],
      rows: rows, notes: notes(found.map { $0.2 }, study))
  }

  /// The published number and the scenario's own.
  private static func pair(
    _ ending: String, _ style: NumberStyle, unit: Bilingual
  ) -> [TableColumn] {
    [
      TableColumn(
        "published\(ending)", Bilingual("Published", "公表値"), unit: unit, kind: .number(style)),
      TableColumn(
        "this_scenario\(ending)", Bilingual("This scenario", "本シナリオ"), unit: unit,
        kind: .number(style)),
    ]
  }

  /// Whether the scenario moves the currency of the region that the report names first: its numbers contain
  /// that, and no estimate does.
  private static func movesCurrency(_ study: RiskStudy) -> Bool {
    study.base.scenario.levers.contains {
      $0.lever.as(Currency.self)?.region == study.leadingRegion
    }
  }

  /// The scenario's number on the terms of an estimate; nil where it has none.
  private static func own(
    _ comparison: Commodity.Comparison, isMoney: Bool, of index: Int, _ study: RiskStudy
  ) -> Double? {
    guard let days = comparison.days, !movesCurrency(study),
      let m = study.base.measures(of: study.leadingRegion)
    else { return nil }
    if isMoney {
      let isSame =
        days == study.base.assessment.days && comparison.measure == .gdp
        && comparison.price == nil && study.economy.table.description.moneyUnit == money.en
      return isSame ? m.valueAddedLoss : nil
    }
    guard let price = comparison.price else {
      guard comparison.measure == .gdp else { return nil }
      return days == study.base.assessment.days ? m.wholeLossShare : m.loss(ofFirst: days)
    }
    guard days == study.base.assessment.days,
      let priced = study.commodity(index, in: study.leadingRegion), let base = priced.priceBase,
      let mean = priced.priceChangeMean, mean > 0
    else { return nil }
    let change = comparison.measure == .gdp ? m.incomeLossShare : m.consumerPriceChange
    return change.map { $0 * (price.upperBound - price.lowerBound) / (mean * base) }
  }

  private static func notes(
    _ comparisons: [Commodity.Comparison], _ study: RiskStudy
  ) -> [Bilingual] {
    var notes = [
      Bilingual(
        "Losses are positive, consumer prices rise where positive; all over the days named, none of them used in the model. Where a dial makes the model span estimates, that is calibration of the exposed shares, not validation.",
        "損失は正、消費者物価は上昇が正。いずれも記載の日数に対するもので、モデルには使っていない。ダイヤルで推計の範囲に合うことは露出率の較正であり、検証ではない。")
    ]
    if movesCurrency(study) {
      let owner = study.name(of: study.leadingRegion).possessive
      notes.append(
        Bilingual(
          "Beside the estimates stand no numbers of this scenario: these contain a change of \(owner.en) currency, which the estimates do not.",
          "本シナリオの値は\(owner.ja)通貨の変動を含み、推計は含まないため、横に並べない。"))
      return notes
    }
    if comparisons.contains(where: { $0.price != nil }) {
      notes.append(
        Bilingual(
          "Beside an estimate of a price stands this scenario's income loss, or rise of consumer prices, per USD of its mean price rise times the estimate's rise. The income loss is the lower of the two where fewer barrels arrive while they are dear: what does not arrive is not paid for, and its loss is one of volumes. Where the prices of several commodities rise, the rise of consumer prices is that of all of them. Money of older estimates is of their year.",
          "価格についての推計の横には、本シナリオの所得損失（または物価上昇）を平均価格上昇1ドル当たりに直し、推計の上昇幅を掛けた値を置く。高値の時期に到着量が減ると所得損失は小さくなる（届かない分は支払われず、数量の損失になる）。複数の物資の価格が上がる場合、消費者物価の上昇はその合計。古い推計の金額はその年のもの。"
        ))
    }
    if comparisons.contains(where: { $0.price == nil && $0.days != nil }) {
      let isChained = study.base.scenario.model.variety.map { $0.chain > 0 } ?? false
      notes.append(
        Bilingual(
          "Beside an estimate of a stop stand lost volumes and incomes of the same days."
            + (isChained
              ? " Stocks put off the first months\u{2019} loss, and shortages pass on to users\u{2019} customers: less at first and more in the year than where users alone lose from the first day."
              : ""),
          "供給停止についての推計の横には、同じ日数の数量と所得の損失を置く。"
            + (isChained
              ? "在庫が最初の数か月の損失を遅らせ、不足は使用者の顧客にも波及するため、使用者だけが初日から失う推計に比べ、当初は小さく年間では大きい。" : "")))
    }
    return notes
  }
}

extension Commodity.Comparison.Measure {
  /// What is compared, with the sign that it has here.
  var words: Bilingual {
    switch self {
    case .gdp: Words.gdpLoss
    case .consumerPrices: MeasureWord.consumerPrices.words
    case .industry: Bilingual("Loss of an industry", "産業の損失")
    }
  }
}

extension Commodity.Statement {
  /// Whether it is an amount of money, and no share.
  fileprivate var isMoney: Bool { figure.unit == "billion USD" }

  /// What was estimated, with the ends of its range where they were published.
  fileprivate func itemWithRange(as measure: Commodity.Comparison.Measure) -> Bilingual {
    let item = DataWords.words(self.item)
    guard let low = figure.low, let high = figure.high else { return item }
    let sign = measure == .consumerPrices ? 1.0 : -1
    let ends = [low * sign, high * sign].sorted().map { NumberFormat.brief($0) }
    let unit = isMoney ? Bilingual(" billion USD", "（10億ドル）") : Bilingual(same: "%")
    return Bilingual(
      "\(item.en) (\(ends[0]) to \(ends[1])\(unit.en))",
      "\(item.ja)、幅\(ends[0])〜\(ends[1])\(unit.ja)")
  }

  /// The figure as a share, or in million USD: losses positive, changes of prices signed.
  fileprivate func published(as measure: Commodity.Comparison.Measure) -> Double? {
    figure.value.map { (measure == .consumerPrices ? $0 : -$0) * (isMoney ? 1000 : 0.01) }
  }
}

extension RegionMeasures {
  /// Volumes lost over the first days of the run over their GDP; nil unless those are whole quarters.
  fileprivate func loss(ofFirst days: Int) -> Double? {
    guard let last = quarterLossShares.indices.first(where: { 365 * ($0 + 1) / 4 == days }) else {
      return nil
    }
    let spans = Quarters.days(in: days)
    return (0...last).reduce(0) { $0 + quarterLossShares[$1] * Double(spans[$1].count) }
      / Double(days)
  }
}
