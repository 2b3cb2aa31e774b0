import Commodities
import Diagnostics
import Quantities
import Reporting

extension Catalogue {
  /// Chokepoints by commodity: what flows through, what can go around, and whose imports pass.
  static func chokepoints(_ commodities: [Commodity]) -> Table {
    func number(_ key: String, _ en: String, _ ja: String) -> TableColumn {
      TableColumn(key, Bilingual(en, ja), kind: .number(.significant))
    }
    func text(_ key: String, _ en: String, _ ja: String, isDetail: Bool = false) -> TableColumn {
      TableColumn(key, Bilingual(en, ja), kind: .text, isDetail: isDetail)
    }
    let points = commodities.flatMap { commodity in commodity.chokepoints.map { (commodity, $0) } }
    return Table(
      name: "chokepoints", title: Bilingual("Chokepoints", "隘路"),
      columns: [
        name, text("commodity", "Commodity", "物資"),
        number("flow_a_day", "Flow a day", "1日の流量"),
        number("ways_around_a_day", "Spare of pipelines around", "迂回パイプラインの余力"),
        text("unit", "Unit", "単位"),
        text("year", "Year", "年"), text("source", "Source", "出典", isDetail: true),
        text("importers", "Share of imports through it", "輸入に占める通過分"),
      ],
      rows: points.sorted { ($0.1.name, $0.0.name) < ($1.1.name, $1.0.name) }.map(row),
      notes: [
        Bilingual(
          "Units a day, all buyers; longer ways by sea are no pipelines: they take days more. `sonae explain hormuz` says more of one; trade of the table passes a chokepoint only by shares that a scenario states (`table trade`).",
          "1日あたり、全需要者の合計。海上の迂回路は日数が延びるだけで、余力には含まない。`sonae explain hormuz`で個別の頁を表示する。経済表の取引は、シナリオが示す割合（`table trade`）でのみ通過する。"
        )
      ])
  }

  private static func row(
    _ commodity: Commodity, _ point: Commodity.Chokepoint
  ) -> [TableCell] {
    let shares = commodity.importers.compactMap { importer in
      importer.shareThrough(point.name)?.value.map { (importer.code, $0) }
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let importers = shares.map { "\($0.0) \(NumberFormat.brief($0.1, as: .percent))" }
    return [
      .coded(point.name, Bilingual(point.name, point.nameJa)),
      .coded(commodity.name, Bilingual(commodity.name, commodity.nameJa)),
      .number(point.flow.value, or: .noFigure), .number(point.bypass.value, or: .noFigure),
      .name(commodity.unit), .name(point.flow.year), .name(point.flow.source),
      .name(importers.joined(separator: ", ")),
    ]
  }
}
