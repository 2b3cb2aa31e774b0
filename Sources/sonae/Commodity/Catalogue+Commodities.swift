import Commodities
import Diagnostics
import Quantities
import Reporting

extension Catalogue {
  /// What each commodity holds: whom a scenario can stop, whose origins are known, what else there is.
  static func table(of commodities: [Commodity]) -> Table {
    let text = { (key: String, en: String, ja: String) in
      TableColumn(key, Bilingual(en, ja), kind: .text)
    }
    let rows = commodities.map { commodity -> [TableCell] in
      let known = commodity.importers.filter { !$0.origins.isEmpty }
      let run = commodity.importers.filter(\.isRunnable)
      return [
        .text(Bilingual(commodity.name, commodity.nameJa)), .name("\(commodity.year)"),
        .name(commodity.unit), codes(run), codes(known), .text(holdings(of: commodity)),
      ]
    }
    return Table(
      name: "commodities", title: Bilingual("Commodities", "物資"),
      columns: [
        name, text("year", "Year", "年"), text("unit", "Unit", "単位"),
        text("scenarios", "Runs in scenarios for", "シナリオで使える国"),
        text("origins", "Origins known for", "供給元が分かる国"), text("also", "Also", "ほかに"),
      ],
      rows: rows,
      notes: [
        Bilingual(
          "A scenario needs an importer's origins, its use and an exposed share of its users; without them a commodity serves `inspect --table dependency`, `screen` and `explain`. `sonae explain NAME` prints its profile with sources.",
          "シナリオには輸入国の供給元・使用量・利用部門の exposed share が要る。ない品目は `inspect --table dependency`、`screen`、`explain` で使う。`sonae explain 名称` で出典つきの概要を表示。"
        )
      ])
  }

  private static func codes(_ importers: [Commodity.Importer]) -> TableCell {
    importers.isEmpty
      ? .missing(.noFigure) : .name(importers.map(\.code).joined(separator: ", "))
  }

  private static func holdings(of commodity: Commodity) -> Bilingual {
    let held: [(Bool, Bilingual)] = [
      (
        commodity.importers.contains { !$0.users.isEmpty || !$0.otherUses.isEmpty },
        Bilingual("users", "利用部門")
      ),
      (
        commodity.importers.contains { $0.industryStockDays.value != nil || !$0.stocks.isEmpty }
          || !commodity.stockStatements.isEmpty, Bilingual("stocks", "備蓄")
      ),
      (!commodity.chokepoints.isEmpty, Bilingual("chokepoints", "隘路")),
      (commodity.price.base.value != nil, Bilingual("price", "価格")),
      (commodity.price.demandElasticity.value != nil, Bilingual("price answer", "価格の反応")),
      (!commodity.dependencies.isEmpty, Bilingual("shares by year", "年別依存度")),
      (!commodity.controls.isEmpty, Bilingual("export controls", "輸出管理")),
      (!commodity.estimates.isEmpty, Bilingual("published estimates", "公表推計")),
    ]
    let words = held.filter(\.0).map(\.1)
    return Bilingual(
      words.map(\.en).joined(separator: ", "), words.map(\.ja).joined(separator: "、"))
  }
}
