import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Charts of overlay commodities: prices together, and cover, a chart for each.
enum CommodityCharts {
  /// The charts that the study has paths for.
  static func all(_ study: RiskStudy) -> [Chart] {
    guard let paths = study.base.paths else { return [] }
    return [prices(paths, study)].compactMap { $0 }
      + study.shownCommodities.compactMap { cover(of: $0, paths, study) }
  }

  /// Price changes of every commodity, as the leading region pays them.
  private static func prices(_ paths: DailyPaths, _ study: RiskStudy) -> Chart? {
    let found = study.shownCommodities.compactMap { index -> (Int, [Double])? in
      let own = paths.commodities.filter { $0.commodity == index && $0.priceChange != nil }
      let path = own.first { $0.region == study.leadingRegion } ?? own.first
      guard let change = path?.priceChange, change.contains(where: { $0 != 0 }) else { return nil }
      return (index, change)
    }
    guard
      let top = found.max(by: { ($0.1.max() ?? 0) < ($1.1.max() ?? 0) }), let peak = top.1.max()
    else { return nil }
    let mean = top.1.reduce(0, +) / Double(top.1.count)
    let commodity = study.commodities[top.0]
    let high = FindingText.percent(peak)
    let middle = FindingText.percent(mean)
    return Chart(
      name: "prices", before: "commodities",
      title: Bilingual(
        "\(commodity.name.capitalizedFirst): +\(high.en) at the peak, +\(middle.en) on average",
        "\(commodity.nameJa)：最高+\(high.ja)、平均+\(middle.ja)"),
      subtitle: Bilingual("Price, change against its base", "価格（基準からの変化率）"),
      axis: .days(start: study.base.scenario.start), style: .percent,
      series: found.map { index, change in
        Chart.Series(
          key: "c\(index + 1)", name: RiskReport.name(index, study),
          values: change.map(Optional.some))
      }, spans: ShockSpans.list(study))
  }

  /// Users' stock of a commodity in the countries that come nearest to running dry.
  private static func cover(
    of index: Int, _ paths: DailyPaths, _ study: RiskStudy
  ) -> Chart? {
    let lowest = { (path: DailyPaths.Commodity) in path.cover.min() ?? 0 }
    let own = paths.commodities.filter {
      $0.commodity == index && study.base.isComputed($0.region)
    }
    let leading = own.filter { $0.region == study.leadingRegion }
    let others = own.filter { $0.region != study.leadingRegion && $0.cover.first != lowest($0) }
      .sorted { (lowest($0), $0.region) < (lowest($1), $1.region) }
    let shown = (leading + others).prefix(6)
    guard let scarcest = shown.min(by: { lowest($0) < lowest($1) }) else { return nil }
    let name = study.name(of: scarcest.region)
    let days = FindingText.number(lowest(scarcest))
    let commodity = study.commodities[index]
    var used: Set<String> = []
    return Chart(
      name: "cover-\(slug(commodity.name))", before: "commodities",
      title: Bilingual(
        "\(commodity.name.capitalizedFirst): \(name.inSentence.en) comes down to \(days) days of use",
        "\(commodity.nameJa)：\(name.ja)は\(days)日分まで減る"),
      subtitle: Bilingual(
        "Users' stock at the end of the day, days of use", "利用者在庫（日末、使用量日数）"),
      axis: .days(start: study.base.scenario.start), unit: Words.daysOfUse, style: .significant,
      series: shown.compactMap { path in
        let series = RunCharts.series(of: path.region, path.cover, study)
        return used.insert(series.key).inserted ? series : nil
      }, spans: ShockSpans.list(study))
  }

  static func slug(_ name: String) -> String {
    let kept = name.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? String(scalar) : "-"
    }
    return kept.joined()
  }
}
