internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import Quantities
internal import RiskMetrics
internal import Scenarios

// Tables of overlay commodities: stocks and prices, dependency, published estimates.
extension RiskReport {
  /// Shortfall, days of cover, releases and price by commodity and importer.
  static func commodities(_ study: RiskStudy) -> Table {
    let measures = study.base.assessment.commodities
    let rows = measures.map { m -> [TableCell] in
      let known = study.base.isComputed(m.region) ? m : nil
      let absent = known == nil ? MissingReason.notComputed : .noFigure
      return [
        .text(name(m.commodity, study)), .text(study.name(of: m.region)),
        .number(known?.shortfallShare, or: absent), .number(m.stockDaysStart),
        .number(known?.stockDaysLowest, or: absent), .number(known?.stockDaysEnd, or: absent),
        .number((known?.released).map { $0 / scale(m.commodity, study) }, or: absent),
        unit(m.commodity, study),
        .number(known?.priceChangeMean, or: absent), .number(known?.priceChangePeak, or: absent),
      ]
    }
    return Table(
      name: "commodities",
      title: Bilingual("Commodities: shortfall, cover and price", "物資の不足・備蓄・価格"),
      columns: [
        TableColumn("commodity", SubjectWord.commodity.words, kind: .text),
        TableColumn("importer", SubjectWord.importer.words, kind: .text),
        TableColumn("shortfall_share", MeasureWord.shortfallShare.words, kind: .number(.percent)),
        TableColumn(
          "stock_days_start", MeasureWord.coverAtStart.words, unit: Words.daysOfUse,
          kind: .number(.significant), isDetail: true),
        .coverLowest,
        TableColumn(
          "stock_days_end", MeasureWord.coverAtEnd.words, unit: Words.daysOfUse,
          kind: .number(.significant), isDetail: true),
        TableColumn("released", MeasureWord.released.words, kind: .number(.significant)),
        TableColumn("released_unit", SubjectWord.unit.words, kind: .text),
        .priceMean,
        .pricePeak,
      ], rows: rows, folded: folded(measures, study),
      notes: boundNotes(study) + restraintNotes(study) + [
        Bilingual(
          "Shortfall: users' physical need less what arrives, before releases and stocks, over use in the horizon. Stock: users' own, the minimum operating stock included.",
          "不足率は放出・在庫取崩し前の物理的な不足を期間使用量で割ったもの。在庫は利用者の保有分（最低操業在庫を含む）。")
      ])
  }

  /// Importers whom the report does not name and whose users always have enough, in one line.
  private static func folded(
    _ measures: [CommodityMeasures], _ study: RiskStudy
  ) -> Table.Folded? {
    let shown = Set(study.shownRegions)
    let quiet = measures.indices.filter { index in
      let m = measures[index]
      return !shown.contains(m.region) && m.firstShortDay == nil && study.base.isComputed(m.region)
    }
    guard quiet.count > 1, quiet.count < measures.count,
      let low = quiet.map({ measures[$0].stockDaysLowest }).min()
    else { return nil }
    let names = quiet.map { index in
      let (place, commodity) = (
        study.name(of: measures[index].region), name(measures[index].commodity, study)
      )
      return study.shownCommodities.count > 1
        ? Bilingual("\(place.en) (\(commodity.en))", "\(place.ja)（\(commodity.ja)）") : place
    }
    let list = FindingText.list(names)
    let days = FindingText.number(low)
    return Table.Folded(
      rows: Set(quiet),
      note: Bilingual(
        "\(quiet.count) more importers never go short, their cover at the least \(days) days of use: \(list.en).",
        "ほか\(quiet.count)か国・地域は不足せず、備蓄は最低でも\(days)日分：\(list.ja)。"))
  }

  /// What restraint gives up, by importer: it saves use and makes no loss above.
  private static func restraintNotes(_ study: RiskStudy) -> [Bilingual] {
    study.base.assessment.commodities.filter { $0.restrained > 0 }.map { m in
      let commodity = study.commodities[m.commodity]
      let place = study.name(of: m.region)
      let amount = NumberFormat.brief(m.restrained / scale(m.commodity, study))
      let unit = scaledUnitWords(m.commodity, study)
      let share = m.forgoneShare.map { NumberFormat.brief($0, as: .percent) } ?? "—"
      return Bilingual(
        "Restraint saves \(amount) \(unit.en) of \(commodity.name) in \(place.en). Its users are taken to make the same products with less; if products fall with use instead, value added of \(share) of GDP is given up, which is in no loss above.",
        "\(place.ja)の需要抑制は\(commodity.nameJa)を\(amount)\(unit.ja)節約する。利用部門は同じ製品をより少ない使用量で作るとしており、製品も同率で減る場合に失われる付加価値（GDP比\(share)）は上の損失に含まない。"
      )
    }
  }

  /// Commodities whose price stands at its bound: such a price says "at least", not "about".
  private static func boundNotes(_ study: RiskStudy) -> [Bilingual] {
    study.shownCommodities.compactMap { index in
      let commodity = study.commodities[index]
      guard let bound = commodity.price.bound.value,
        study.results.contains(where: { result in
          result.assessment.commodities.contains {
            $0.commodity == index && ($0.priceChangePeak ?? 0) >= bound - 1 - 1e-9
          }
        })
      else { return nil }
      let times = NumberFormat.brief(bound)
      return Bilingual(
        "The price of \(commodity.name) reaches its bound of \(times) times the base in at least one case: read it as a scarcity that the elasticities cannot size, not as a forecast.",
        "\(commodity.nameJa)の価格は上限（基準の\(times)倍）に達するケースがある。弾力性では測れない希少性を示すもので、予測値ではない。")
    }
  }

  /// How dependency moved over the years, by basis: the first and the last year of each series.
  static func history(_ study: RiskStudy) -> Table {
    let place = study.economy.table.regions[study.shownRegions.first ?? 0].code
    var rows: [[TableCell]] = []
    for index in study.shownCommodities {
      let series = study.commodities[index].dependencies.filter { $0.importer == place }
      var seen: [[String]] = []
      for entry in series {
        let key = [entry.material, entry.origin, entry.series]
        guard !seen.contains(key) else { continue }
        seen.append(key)
        let same = series.filter { [$0.material, $0.origin, $0.series] == key }
          .sorted { $0.year < $1.year }
        guard let first = same.first, let last = same.last else { continue }
        rows.append([
          .text(name(index, study)), .coded(entry.material, DataWords.words(entry.material)),
          .coded(entry.origin, PlaceName.words(entry.origin)),
          .coded(entry.series, DataWords.words(entry.series)), .count(first.year),
          .number(first.share.value, or: .noFigure),
          .count(last.year), .number(last.share.value, or: .noFigure),
          .coded(last.share.source, DataWords.words(last.share.source)),
        ])
      }
    }
    return Table(
      name: "dependency_history",
      title: Bilingual("Dependency over the years, by basis", "依存度の推移（算定基準別）"),
      columns: [
        TableColumn("commodity", SubjectWord.commodity.words, kind: .text),
        TableColumn("material", Bilingual("Material", "品目"), kind: .text),
        TableColumn("origin", SubjectWord.origin.words, kind: .text),
        TableColumn("basis", SubjectWord.basis.words, kind: .text),
        TableColumn("first_year", Bilingual("From", "始年"), kind: .number(.days)),
        TableColumn("first_share", Bilingual("Share", "シェア"), kind: .number(.percent)),
        TableColumn("last_year", Bilingual("To", "終年"), kind: .number(.days)),
        TableColumn("last_share", Bilingual("Share", "シェア"), kind: .number(.percent)),
        TableColumn("source", SubjectWord.source.words, kind: .text),
      ], rows: rows)
  }

  /// Who supplies whom before the shock, the four largest origins each, the last of them the largest that the
  /// shock stops where none is among them; every ratio with its basis.
  static func dependency(_ study: RiskStudy) -> Table {
    let shown = Set(study.shownRegions)
    let struck = UncountedExporters(study).codes
    let rows = study.base.assessment.commodities.filter { shown.contains($0.region) }
      .flatMap { m -> [[TableCell]] in
        let largest = m.dependency.prefix(4).map { $0.origin }
        let stopped = m.dependency.first { struck.contains($0.origin) }?.origin
        let isTold = stopped.map(largest.contains) ?? true
        let told = Set(isTold ? largest : largest.prefix(3) + [stopped ?? ""])
        return m.dependency.filter { told.contains($0.origin) }.map { origin in
          [
            .text(name(m.commodity, study)), .text(study.name(of: m.region)),
            .coded(origin.origin, PlaceName.words(origin.origin)), .number(origin.share),
            .text(basis(of: m, study)),
          ]
        }
      }
    return Table(
      name: "dependency", title: Bilingual("Dependency before the shock", "ショック前の依存度"),
      columns: [
        TableColumn("commodity", SubjectWord.commodity.words, kind: .text),
        TableColumn("importer", SubjectWord.importer.words, kind: .text),
        TableColumn("origin", SubjectWord.origin.words, kind: .text),
        TableColumn("share", Bilingual("share of supply", "供給シェア"), kind: .number(.percent)),
        TableColumn("basis", SubjectWord.basis.words, kind: .text),
      ], rows: rows, notes: chainNotes(study))
  }

  private static func basis(of m: CommodityMeasures, _ study: RiskStudy) -> Bilingual {
    let changed = study.base.scenario.effects(in: LeverContext(commodities: study.commodities))
      .lazy.compactMap { if case .share(.set(let share)) = $0.effect { share } else { nil } }
      .first { $0.commodity == m.commodity && $0.importer.code == m.importer }
    let figure = study.commodities[m.commodity].importers.first { $0.code == m.importer }?
      .origins.first?.figure
    let file =
      figure.map { figure in
        let (basis, source) = (DataWords.words(figure.basis), DataWords.words(figure.source))
        return Bilingual(
          "\(basis.en), \(figure.year), \(source.en)", "\(basis.ja)、\(figure.year)年、\(source.ja)")
      } ?? Bilingual(same: "")
    guard let changed else { return file }
    let share = NumberFormat.brief(changed.share, as: .percent)
    let basis = DataWords.words(changed.basis)
    let place = PlaceName.words(changed.origin.code)
    return Bilingual(
      "\(place.en) set to \(share) (\(basis.en)); split within: \(file.en)",
      "\(place.ja)を\(share)に設定（\(basis.ja)）。内訳：\(file.ja)")
  }

  static func name(_ commodity: Int, _ study: RiskStudy) -> Bilingual {
    Bilingual(study.commodities[commodity].name, study.commodities[commodity].nameJa)
  }

  static func scale(_ commodity: Int, _ study: RiskStudy) -> Double {
    study.commodities[commodity].unit == "bbl" ? 1e6 : 1
  }

  /// The unit of a released amount, in words.
  private static func unit(_ commodity: Int, _ study: RiskStudy) -> TableCell {
    .coded(scaledUnit(commodity, study), scaledUnitWords(commodity, study))
  }

  private static func scaledUnitWords(_ commodity: Int, _ study: RiskStudy) -> Bilingual {
    let unit = scaledUnit(commodity, study)
    return unit == "Mbbl" ? Bilingual(unit, "百万バレル") : Bilingual(same: unit)
  }

  static func scaledUnit(_ commodity: Int, _ study: RiskStudy) -> String {
    let unit = study.commodities[commodity].unit
    return unit == "bbl" ? "Mbbl" : unit
  }
}
