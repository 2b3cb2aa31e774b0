import Diagnostics
import Quantities
import Scenarios

extension Chart {
  /// What the chart shows, in words, for those who cannot see it.
  func alternative(in language: Language) -> String {
    let texts = series.indices.map { text(of: $0, in: language) }
    let separator = language == .en ? " " : ""
    return ([kind.text(in: language)] + texts).joined(separator: separator)
  }

  private var kind: Bilingual {
    let count = series[0].values.count
    let items = Self.count(count, "item")
    return switch axis {
    case .days:
      Bilingual("Line chart over \(Self.count(count, "day")).", "\(count)日間の折れ線グラフ。")
    case .fan(_, let days):
      Bilingual(
        "Fan chart over \(Self.count((days.last ?? 0) + 1, "day")).",
        "\((days.last ?? 0) + 1)日間のファンチャート。")
    case .categories: Bilingual("Bar chart of \(items).", "\(count)項目の棒グラフ。")
    case .grid:
      Bilingual(
        "Heat map of \(Self.count(count, "row")) and \(Self.count(series.count, "column")).",
        "\(count)行\(series.count)列のヒートマップ。")
    case .places:
      Bilingual("Tile map of \(Self.count(count, "region")).", "\(count)地域のタイルマップ。")
    case .ranges:
      Bilingual("\(count == 1 ? "Range" : "Ranges") of \(items).", "\(count)項目の範囲。")
    case .points: Bilingual("Scatter chart of \(items).", "\(count)項目の散布図。")
    case .flows:
      Bilingual("Flow chart of \(Self.count(count, "flow")).", "\(count)本の流れ図。")
    }
  }

  /// A count with what is counted: `1 item`, `2 items`.
  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func text(of index: Int, in language: Language) -> String {
    let name = series[index].name.text(in: language)
    let values = series[index].values
    let known = values.indices.compactMap { place in
      values[place].map { (index: place, value: $0) }
    }
    guard let low = known.min(by: { $0.value < $1.value }),
      let high = known.max(by: { $0.value < $1.value })
    else {
      return switch language {
      case .en: "\(name): no values."
      case .ja: "\(name)：数値なし。"
      }
    }
    let (least, lowPlace) = (shown(low.value, index, language), place(low.index, language))
    let (most, highPlace) = (shown(high.value, index, language), place(high.index, language))
    return switch language {
    case .en: "\(name): lowest \(least) (\(lowPlace)), highest \(most) (\(highPlace))."
    case .ja: "\(name)：最小\(least)（\(lowPlace)）、最大\(most)（\(highPlace)）。"
    }
  }

  private func shown(_ value: Double, _ index: Int, _ language: Language) -> String {
    let scale = scale(of: index)
    let unit = scale.unit.text(in: language)
    let number = NumberFormat.rounded(value, as: scale.style)
    return unit.isEmpty || scale.style == .percent ? number : "\(number) \(unit)"
  }

  private func place(_ index: Int, _ language: Language) -> String {
    if let names = rowNames { return names[index].text(in: language) }
    let day = if case .fan(_, let days) = axis { days[index] } else { index }
    return switch (axis, language) {
    case (.days(let start?), _), (.fan(let start?, _), _): start.adding(days: day).description
    case (_, .en): "day \(day)"
    case (_, .ja): "\(day)日目"
    }
  }
}
