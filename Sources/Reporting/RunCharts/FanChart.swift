package import Diagnostics
package import Quantities
package import RiskMetrics
package import Statistics

/// A series over draws as a chart: between what it lies day by day.
package enum FanChart {
  /// The chart of a series; nil where draws do not differ.
  ///
  /// `place`, `commodity`: their names for readers; `days`: days of the quantiles; `table`: the table that it stands
  /// before.
  package static func chart(
    _ series: PathSeries, _ quantiles: PathQuantiles, days: [Int], start: CalendarDate?,
    place: Bilingual, commodity: Bilingual?, draws: Int, before table: String,
    spans: [Chart.Span] = []
  ) -> Chart? {
    guard quantiles.isSpread, let worst = worst(series, quantiles) else { return nil }
    let subject = commodity.map {
      Bilingual("\(place.en), \($0.en)", "\(place.ja)・\($0.ja)")
    }
    let date = FindingText.day(days[worst.index], start: start)
    let (low, high) = (text(worst.low, series), text(worst.high, series))
    let words = series.measure.words
    let title = subject ?? place
    return Chart(
      name: name(of: series), before: table,
      title: Bilingual(
        "\(title.en): \(words.en) between \(low) and \(high) on \(date.en), in nine of ten draws",
        "\(title.ja)：\(date.ja)の\(words.ja)は抽出の9割で\(low)〜\(high)"),
      subtitle: Bilingual(
        "\(series.measure.meaning.en): 5%, 25%, 50%, 75% and 95% points of \(draws) draws on each day",
        "\(series.measure.meaning.ja)：抽出\(draws)回の各日の5・25・50・75・95%点"),
      axis: .fan(start: start, days: days), unit: series.measure.unit,
      style: series.measure == .cover ? .significant : .percent,
      series: zip(PathQuantiles.shares, quantiles.values).map { share, values in
        let percent = Int((share * 100).rounded())
        return Chart.Series(
          key: percent < 10 ? "p0\(percent)" : "p\(percent)",
          name: share == 0.5
            ? Bilingual("Median", "中央値")
            : Bilingual("\(percent)% of draws below", "\(percent)%点"), values: values)
      }, spans: spans,
      notes: [
        Bilingual(
          "Points of each day by itself: no one draw need follow a line.",
          "各日ごとの分位点であり、1回の抽出の経路ではない。")
      ])
  }

  /// Ends of nine of ten draws on the day that is worst for those who lose most.
  private static func worst(
    _ series: PathSeries, _ quantiles: PathQuantiles
  ) -> (index: Int, low: Double, high: Double)? {
    let known = quantiles.counts.indices.compactMap {
      index -> (index: Int, low: Double, high: Double)? in
      guard let low = quantiles.values[0][index], let high = quantiles.values[4][index] else {
        return nil
      }
      return (index, low, high)
    }
    return series.measure == .price
      ? known.max { $0.high < $1.high } : known.min { $0.low < $1.low }
  }

  private static func text(_ value: Double, _ series: PathSeries) -> String {
    NumberFormat.rounded(value, as: series.measure == .cover ? .significant : .percent)
  }

  private static func name(of series: PathSeries) -> String {
    let parts = ["fan", series.measure.short, series.commodity].compactMap { $0 }
    return parts.map(CommodityCharts.slug).joined(separator: "-")
  }
}

extension PathSeries.Measure {
  fileprivate var short: String {
    switch self {
    case .output: "output"
    case .cover: "cover"
    case .price: "price"
    }
  }

  fileprivate var words: Bilingual {
    switch self {
    case .output: Bilingual("output", "産出")
    case .cover: Bilingual("days of cover", "備蓄日数")
    case .price: Bilingual("price change", "価格の変化")
    }
  }

  fileprivate var meaning: Bilingual {
    switch self {
    case .output: Bilingual("Output a day, % of output before the shock", "1日の産出（ショック前比）")
    case .cover: Bilingual("Users' stock at the end of the day", "利用者在庫（日末）")
    case .price: Bilingual("Price, change against its base", "価格（基準からの変化率）")
    }
  }

  fileprivate var unit: Bilingual {
    switch self {
    case .output: UnitWord.percentOfStart.words
    case .cover: Words.daysOfUse
    case .price: Bilingual(same: "")
    }
  }
}
