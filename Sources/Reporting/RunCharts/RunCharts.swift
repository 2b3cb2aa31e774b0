internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import Quantities
internal import RiskMetrics
internal import Scenarios

/// Charts of a study: each has a finding for a title, and stands before the table that it belongs to.
package enum RunCharts {
  /// The charts that the study has numbers for.
  package static func all(_ study: RiskStudy) -> [Chart] {
    [cases(study), ranges(study), output(study)].compactMap { $0 } + fans(study)
      + [map(study), heat(study)]
      .compactMap { $0 } + SupplierChart.all(study)
      + CommodityCharts.all(study) + [policies(study)].compactMap { $0 }
  }

  /// A region's loss in each case, volumes and incomes.
  private static func cases(_ study: RiskStudy) -> Chart? {
    let region = study.leadingRegion
    let measures = study.compared.map { $0.measures(of: region) }
    let losses = measures.compactMap { $0?.wholeLossShare }
    guard study.compared.count > 1, let low = losses.min(), let high = losses.max() else {
      return nil
    }
    let name = study.name(of: region)
    let span = FindingText.range((low, high))
    let hasIncome = measures.contains { $0?.incomeLossShare != nil }
    let volume = Chart.Series(
      key: "value_added_loss_share_of_gdp", name: Bilingual("Lost volumes", "数量の損失"),
      values: measures.map { $0?.valueAddedLossShare })
    let income = Chart.Series(
      key: "income_loss_share_of_gdp", name: Bilingual("Income, dearer imports", "所得の損失（輸入価格）"),
      values: measures.map { $0?.incomeLossShare })
    return Chart(
      name: "cases", before: "variants",
      title: Bilingual(
        "\(name.startingSentence) loses \(span.en) of GDP, as the case may be",
        "\(name.ja)の損失はケースによりGDPの\(span.ja)"),
      subtitle: ofGDP(study.compared[0].assessment.days),
      axis: .categories(
        study.compared.map { study.name(of: $0) }),
      unit: Words.ofGDP, style: .percent, series: hasIncome ? [volume, income] : [volume])
  }

  /// How much a region's loss hangs on each assumption.
  private static func ranges(_ study: RiskStudy) -> Chart? {
    let region = study.leadingRegion
    guard let base = study.base.measures(of: region)?.wholeLossShare else { return nil }
    let volume = study.base.measures(of: region)?.valueAddedLossShare ?? 0
    let found = study.ranges.compactMap {
      range -> (words: Bilingual, low: Double, high: Double)? in
      guard let ends = study.range(of: region, over: range.assumption) else { return nil }
      // Ranges are of incomes or of volumes; the other part of the loss stays as it is.
      let rest = range.assumption == .propensity ? volume : base - volume
      return (range.assumption.words, ends.low + rest, ends.high + rest)
    }.sorted { abs($1.high - $1.low) < abs($0.high - $0.low) }
    guard let widest = found.first, widest.low != widest.high else { return nil }
    let name = study.name(of: region)
    let span = FindingText.range((widest.low, widest.high))
    return Chart(
      name: "assumptions",
      title: Bilingual(
        "The largest unknown moves \(name.possessive.en) loss over \(span.en) of GDP",
        "最も不確かな前提により\(name.ja)の損失はGDPの\(span.ja)"),
      subtitle: ofGDP(study.base.assessment.days),
      axis: .ranges(found.map { $0.words }, about: base), unit: Words.ofGDP, style: .percent,
      series: [
        Chart.Series(key: "low", name: Bilingual("Low end", "下端"), values: found.map { $0.low }),
        Chart.Series(key: "high", name: Bilingual("High end", "上端"), values: found.map { $0.high }),
      ])
  }

  /// Output of the regions that fall most, day by day.
  private static func output(_ study: RiskStudy) -> Chart? {
    guard let paths = study.base.paths else { return nil }
    let lowest = { (region: Int) in paths.output[region].min() ?? 1 }
    let shown = study.shownRegions.filter(study.base.isComputed)
      .sorted { (lowest($0), $0) < (lowest($1), $1) }.prefix(6)
    guard let worst = shown.first else { return nil }
    let fall = 1 - lowest(worst)
    let day = paths.output[worst].firstIndex(of: lowest(worst)) ?? 0
    let name = study.name(of: worst)
    let (share, date) = (FindingText.percent(fall), FindingText.day(day, of: study))
    return Chart(
      name: "output", before: "regions",
      title: FindingText.isSmall(fall)
        ? Bilingual("Output stays at its usual level", "産出は通常の水準を保つ")
        : Bilingual(
          "Output falls most in \(name.inSentence.en): by \(share.en) on \(date.en)",
          "産出の落ち込みが最大なのは\(name.ja)：\(date.ja)に\(share.ja)"),
      subtitle: Bilingual("Output a day, % of output before the shock", "1日の産出（ショック前比）"),
      axis: .days(start: study.base.scenario.start), unit: UnitWord.percentOfStart.words,
      style: .percent,
      series: shown.sorted().map { region in
        series(of: region, paths.output[region], study)
      }, spans: ShockSpans.list(study))
  }

  /// Output of the leading region over the draws, and cover and price of at most three commodities.
  private static func fans(_ study: RiskStudy) -> [Chart] {
    guard let drawn = study.drawn else { return [] }
    let region = study.leadingRegion
    let code = study.economy.table.regions[region].code
    let charts = drawn.fans.filter { $0.series.region == code }.compactMap { series, quantiles in
      let commodity = study.commodities.first { $0.name == series.commodity }
      return FanChart.chart(
        series, quantiles, days: drawn.fanDays, start: study.base.scenario.start,
        place: study.name(of: region),
        commodity: commodity.map { Bilingual($0.name, $0.nameJa) }, draws: drawn.count,
        before: series.commodity == nil ? "regions" : "commodities", spans: ShockSpans.list(study))
    }
    return Array(charts.prefix(7))
  }

  /// Every region's loss on a map of tiles.
  private static func map(_ study: RiskStudy) -> Chart? {
    let regions = study.economy.table.regions
    guard regions.count > 2 else { return nil }
    let losses = regions.indices.map { study.base.measures(of: $0)?.wholeLossShare }
    guard let most = losses.indices.max(by: { (losses[$0] ?? -1, $1) < (losses[$1] ?? -1, $0) }),
      let high = losses[most], !FindingText.isSmall(high)
    else { return nil }
    let name = study.name(of: most)
    let share = FindingText.percent(high)
    return Chart(
      name: "map", before: "regions",
      title: Bilingual(
        "\(name.startingSentence) loses most: \(share.en) of GDP",
        "損失が最も大きいのは\(name.ja)：GDPの\(share.ja)"),
      subtitle: ofGDP(study.base.assessment.days),
      axis: .places(
        regions.indices.map {
          Chart.Place(code: study.economy.table.countryCodes[$0], name: study.name(of: $0))
        }), unit: Words.ofGDP, style: .percent,
      series: [
        Chart.Series(
          key: "loss_share_of_gdp", name: Bilingual("Loss of GDP", "GDP比の損失"), values: losses)
      ],
      notes: [
        Bilingual(
          "Volumes and incomes together. Tiles are of equal size and show no borders; pale ones are not regions of the table.",
          "数量と所得の計。タイルは同じ大きさで国境を示さない。淡色は経済表に地域としてない国。")
      ])
  }

  /// Output lost by sector and region.
  private static func heat(_ study: RiskStudy) -> Chart? {
    let table = study.economy.table
    let regions = Array(study.shownRegions.filter(study.base.isComputed).prefix(10))
    let nodes = study.base.assessment.nodes
    let shown = nodes.filter { regions.contains(table.nodeRegion[$0.node]) }
    guard let worst = shown.max(by: { $0.outputLossShare < $1.outputLossShare }),
      worst.outputLossShare >= 1e-5
    else { return nil }
    // Nodes stand by value lost: a sector's first row says how much it matters.
    var sectors: [Int] = []
    for node in shown where node.outputLossShare >= 1e-5 {
      let sector = table.nodeSector[node.node]
      if !sectors.contains(sector), sectors.count < 15 { sectors.append(sector) }
    }
    let shares = Dictionary(
      shown.map { ([table.nodeRegion[$0.node], table.nodeSector[$0.node]], $0.outputLossShare) },
      uniquingKeysWith: { first, _ in first })
    let (name, share) = (
      study.industry(ofNode: worst.node), FindingText.percent(worst.outputLossShare)
    )
    return Chart(
      name: "sectors", before: "sectors",
      title: Bilingual(
        "Hit hardest: \(name.en), \(share.en) of its output", "打撃が最大：\(name.ja)（産出の\(share.ja)）"),
      subtitle: Bilingual(
        "Output lost, % of output over \(study.base.assessment.days) days; sectors by value lost",
        "産出損失（\(study.base.assessment.days)日間の産出比）。部門は損失額の順"),
      axis: .grid(
        sectors.map { Bilingual(table.sectors[$0].name, table.sectors[$0].nameJa) }),
      style: .percent,
      series: regions.map { region in
        Chart.Series(
          key: key(of: region, study), name: study.name(of: region),
          values: sectors.map { shares[[region, $0]] })
      })
  }

  /// What each policy costs and avoids.
  private static func policies(_ study: RiskStudy) -> Chart? {
    // What moves nothing is in the table; the twelve largest are drawn.
    let known = study.policies.filter { !FindingText.isSmall($0.avoidedShare ?? 0) }
      .sorted { abs($1.avoidedShare ?? 0) < abs($0.avoidedShare ?? 0) }.prefix(12)
    guard known.count > 1 else { return nil }
    let words = known.map { LeverWords.policy($0, study) }
    let name = study.name(of: study.leadingRegion)
    let best = zip(words, known).compactMap { words, policy in
      policy.avoidedShare.map { (words, $0) }
    }.max { $0.1 < $1.1 }
    guard let best else { return nil }
    let share = FindingText.percent(best.1)
    return Chart(
      name: "policies", before: "policy",
      title: Bilingual(
        "\(name.en): most is avoided by \(best.0.en), \(share.en) of GDP",
        "\(name.ja)：\(best.0.ja)が最も多く防ぐ（GDPの\(share.ja)）"),
      subtitle: Bilingual(
        "Loss avoided against cost of governments and buyers over the horizon",
        "回避できる損失と、政府・需要者の費用（期間計）"),
      axis: .points(
        words,
        across: Chart.Scale(unit: Bilingual("million USD", "百万ドル"), style: .significant),
        hasFrontier: true), unit: Words.ofGDP, style: .percent,
      series: [
        Chart.Series(
          key: "cost", name: Bilingual("Cost", "費用"),
          values: known.map { ($0.budgetCost + $0.buyersCost) / 1e6 }),
        Chart.Series(
          key: "avoided_share_of_gdp", name: Bilingual("Loss avoided", "回避損失"),
          values: known.map { $0.avoidedShare }),
      ])
  }

  static func ofGDP(_ days: Int) -> Bilingual {
    Bilingual("% of GDP over \(days) days", "対GDP比（\(days)日間）")
  }

  static func series(of region: Int, _ values: [Double], _ study: RiskStudy) -> Chart.Series {
    Chart.Series(
      key: key(of: region, study), name: study.name(of: region), values: values.map(Optional.some))
  }

  /// The region's code in lower case; its number where the code has other letters.
  static func key(of region: Int, _ study: RiskStudy) -> String {
    let code = study.economy.table.regions[region].code.lowercased()
    return TableColumn.isKey(code) ? code : "r\(region + 1)"
  }
}
