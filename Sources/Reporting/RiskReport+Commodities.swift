internal import InputOutputTables
internal import RiskMetrics
internal import Scenarios

// Tables of overlay commodities: stocks and prices, dependency, published estimates.
extension RiskReport {
  /// Shortfall, days of cover, releases and price by commodity and importer.
  static func commodities(_ study: RiskStudy) -> Table {
    let rows = study.base.assessment.commodities.map { m -> [TableCell] in
      [
        .text(name(m.commodity, study)), .text(study.name(of: m.region)),
        .number(m.shortfallShare), .number(m.stockDaysStart), .number(m.stockDaysLowest),
        .number(m.stockDaysEnd), .number(m.released / scale(m.commodity, study)),
        .text(Bilingual(same: scaledUnit(m.commodity, study))),
        .number(m.priceChangeMean, or: .noFigure), .number(m.priceChangePeak, or: .noFigure),
      ]
    }
    return Table(
      name: "commodities",
      title: Bilingual("Commodities: shortfall, cover and price", "物資の不足・備蓄・価格"),
      columns: [
        TableColumn("commodity", Words.commodity, kind: .text),
        TableColumn("importer", Words.importer, kind: .text),
        TableColumn("shortfall_share", Words.shortfall, kind: .number(.percent)),
        TableColumn(
          "stock_days_start", Words.stockStart, unit: Words.daysOfUse,
          kind: .number(.significant)),
        TableColumn(
          "stock_days_lowest", Words.stockLowest, unit: Words.daysOfUse,
          kind: .number(.significant)),
        TableColumn(
          "stock_days_end", Words.stockEnd, unit: Words.daysOfUse, kind: .number(.significant)),
        TableColumn("released", Words.released, kind: .number(.significant)),
        TableColumn("released_unit", Bilingual("unit", "単位"), kind: .text),
        TableColumn("price_change_mean", Words.priceMean, kind: .number(.change(.percent))),
        TableColumn("price_change_peak", Words.pricePeak, kind: .number(.change(.percent))),
      ], rows: rows,
      notes: [
        Bilingual(
          "Shortfall: users' physical need less what arrives, before releases and stocks, over use in the horizon. Stock: users' own, the minimum operating stock included.",
          "不足率は放出・在庫取崩し前の物理的な不足を期間使用量で割ったもの。在庫は利用者の保有分（最低操業在庫を含む）。")
      ])
  }

  /// Who supplies whom before the shock; every ratio with its basis.
  static func dependency(_ study: RiskStudy) -> Table {
    let rows = study.base.assessment.commodities.flatMap { m -> [[TableCell]] in
      m.dependency.prefix(4).map { origin in
        [
          .text(name(m.commodity, study)), .text(study.name(of: m.region)),
          .name(origin.origin), .number(origin.share), .text(basis(of: m, study)),
        ]
      }
    }
    return Table(
      name: "dependency", title: Bilingual("Dependency before the shock", "ショック前の依存度"),
      columns: [
        TableColumn("commodity", Words.commodity, kind: .text),
        TableColumn("importer", Words.importer, kind: .text),
        TableColumn("origin", Bilingual("origin", "供給元"), kind: .text),
        TableColumn("share", Bilingual("share of supply", "供給シェア"), kind: .number(.percent)),
        TableColumn("basis", Words.basis, kind: .text),
      ], rows: rows)
  }

  private static func basis(of m: CommodityMeasures, _ study: RiskStudy) -> Bilingual {
    let changed = study.base.scenario.baseline.first {
      $0.commodity == m.commodity && $0.importer.code == m.importer
    }
    let figure = study.commodities[m.commodity].importers.first { $0.code == m.importer }?
      .origins.first?.figure
    let file = figure.map { "\($0.basis), \($0.year), \($0.source)" } ?? ""
    guard let changed else { return Bilingual(same: file) }
    let share = NumberFormat.rounded(changed.share, as: .percent)
    return Bilingual(
      "\(changed.origin.code) set to \(share) (\(changed.basis)); split within: \(file)",
      "\(changed.origin.code)を\(share)に設定（\(changed.basis)）。内訳：\(file)")
  }

  /// Published estimates beside which the result can be laid; never used in it.
  static func estimates(_ study: RiskStudy) -> Table {
    let place = study.economy.table.regions[study.shownRegions.first ?? 0].code
    let rows = study.shownCommodities.flatMap { index in
      study.commodities[index].estimates.filter {
        $0.place == place && ["output", "price"].contains($0.about)
      }.map { statement -> [TableCell] in
        let value = statement.figure.value.map { NumberFormat.rounded($0, as: .significant) }
        return [
          .text(name(index, study)), .name(statement.item),
          .name("\(value ?? NumberFormat.missing) \(statement.figure.unit)"),
          .name("\(statement.figure.source), \(statement.figure.year)"),
        ]
      }
    }
    return Table(
      name: "estimates",
      title: Bilingual("Published estimates, for comparison", "公表推計（比較用）"),
      columns: [
        TableColumn("commodity", Words.commodity, kind: .text),
        TableColumn("estimate", Words.estimate, kind: .text),
        TableColumn("value", Words.value, kind: .text),
        TableColumn("source", Words.source, kind: .text),
      ], rows: rows,
      notes: [
        Bilingual(
          "Where a dial makes the model span these, that is calibration of the exposed shares, not validation.",
          "ダイヤルで推計の範囲に合うことは露出率の較正であり、モデルの検証ではない。")
      ])
  }

  static func name(_ commodity: Int, _ study: RiskStudy) -> Bilingual {
    Bilingual(study.commodities[commodity].name, study.commodities[commodity].nameJa)
  }

  static func scale(_ commodity: Int, _ study: RiskStudy) -> Double {
    study.commodities[commodity].unit == "bbl" ? 1e6 : 1
  }

  static func scaledUnit(_ commodity: Int, _ study: RiskStudy) -> String {
    let unit = study.commodities[commodity].unit
    return unit == "bbl" ? "Mbbl" : unit
  }
}
