import Diagnostics
import Quantities
import Scenarios

extension Chart {
  /// What the chart shows, in words, for those who cannot see it.
  func alternative(in language: Language) -> String {
    let texts = series.map { text(of: $0, in: language) }
    return switch (axis, language) {
    case (.days, .en):
      "Line chart over \(series[0].values.count) days. " + texts.joined(separator: " ")
    case (.days, .ja): "\(series[0].values.count)日間の折れ線グラフ。" + texts.joined()
    case (.categories(let names), .en):
      "Bar chart of \(names.count) items. " + texts.joined(separator: " ")
    case (.categories(let names), .ja): "\(names.count)項目の棒グラフ。" + texts.joined()
    }
  }

  private func text(of series: Series, in language: Language) -> String {
    let name = series.name.text(in: language)
    let known = series.values.indices.compactMap { index in
      series.values[index].map { (index: index, value: $0) }
    }
    guard let low = known.min(by: { $0.value < $1.value }),
      let high = known.max(by: { $0.value < $1.value })
    else {
      return switch language {
      case .en: "\(name): no values."
      case .ja: "\(name)：数値なし。"
      }
    }
    let (least, lowPlace) = (shown(low.value, language), place(low.index, language))
    let (most, highPlace) = (shown(high.value, language), place(high.index, language))
    return switch language {
    case .en: "\(name): lowest \(least) (\(lowPlace)), highest \(most) (\(highPlace))."
    case .ja: "\(name)：最小\(least)（\(lowPlace)）、最大\(most)（\(highPlace)）。"
    }
  }

  private func shown(_ value: Double, _ language: Language) -> String {
    let unit = unit.text(in: language)
    let number = NumberFormat.rounded(value, as: style)
    return unit.isEmpty || style == .percent ? number : "\(number) \(unit)"
  }

  private func place(_ index: Int, _ language: Language) -> String {
    switch (axis, language) {
    case (.days(let start?), _): start.adding(days: index).description
    case (.days, .en): "day \(index)"
    case (.days, .ja): "\(index)日目"
    case (.categories(let names), _): names[index].text(in: language)
    }
  }
}
