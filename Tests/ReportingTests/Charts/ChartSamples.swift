import Diagnostics
import Quantities
import Reporting

/// A chart of every form.
enum ChartSamples {
  private static let names = [
    Bilingual("Motor <vehicles>", "自動車"), Bilingual("Mining", "鉱業"), Bilingual("Fishing", "漁業"),
  ]

  private static func chart(
    _ name: String, _ axis: Chart.Axis, before table: String? = nil,
    _ values: [[Double?]] = [[0.1, nil, 0.3], [0.02, 0.5, -0.1]]
  ) -> Chart {
    Chart(
      name: name, before: table, title: Bilingual("Chart & \(name)", "図\(name)"), axis: axis,
      unit: Bilingual("% of GDP", "対GDP比"), style: .percent,
      series: values.enumerated().map {
        Chart.Series(key: "s\($0)", name: Bilingual("Series \($0)", "系列\($0)"), values: $1)
      })
  }

  static let all = [
    chart("days", .days(start: CalendarDate("2026-03-02")), before: "losses_by_region"),
    chart("bars", .categories(names)), chart("heat", .grid(names), before: "gone"),
    chart(
      "map",
      .places([
        Chart.Place(code: "JPN", name: Bilingual("Japan", "日本")),
        Chart.Place(code: "ROW", name: Bilingual("Rest of <world>", "その他世界")),
        Chart.Place(code: "\"x\"", name: Bilingual("Own region", "自作地域")),
      ])),
    chart(
      "fan", .fan(start: CalendarDate("2026-03-02"), days: [0, 7, 9]),
      [
        [0.1, nil, 0.3], [0.02, 0.5, 0.3], [0.3, 0.5, 0.4], [0.4, 0.6, 0.5], [0.4, nil, 0.6],
      ]),
    chart("ranges", .ranges(names, about: 0.15)),
    chart(
      "points",
      .points(
        names, across: Chart.Scale(unit: Bilingual("million USD", "百万ドル"), style: .significant),
        hasFrontier: true)),
    chart(
      "parted",
      .points(
        names, across: Chart.Scale(unit: Bilingual(same: ""), style: .significant),
        hasFrontier: false, thresholds: Chart.Thresholds(across: 7, up: 0.25))),
    chart(
      "flows",
      .flows([
        Chart.Flow(from: names[0], to: names[1]), Chart.Flow(from: names[2], to: names[1]),
        Chart.Flow(stage: 1, from: names[1], to: names[0]),
      ]), [[0.1, nil, 0.3]]),
  ]
}
