package import Diagnostics
package import InputOutputTables
internal import Quantities
internal import RiskMetrics
internal import Scenarios

/// Builds the risk report of a study: one value that every format renders.
package enum RiskReport {
  /// The whole report.
  package static func report(_ study: RiskStudy) -> Report {
    Report(
      title: Findings.title(study), subtitle: subtitle(study), findings: Findings.list(study),
      tables: tables(study),
      first: [ReportTable.variants.rawValue, ReportTable.economies.rawValue],
      charts: RunCharts.all(study), assumptions: Assumptions.list(study),
      warnings: study.warnings + absent(study) + signs(study))
  }

  /// The tables that the scenario asks for, all by default.
  package static func tables(_ study: RiskStudy) -> [Table] {
    var wanted = study.base.scenario.report.tables
    if wanted.isEmpty { wanted = ReportTable.allCases }
    // It was run because the command asks for it.
    if !study.policies.isEmpty, !wanted.contains(.policy) { wanted.append(.policy) }
    return wanted.compactMap { table($0, study) }
  }

  /// One table; nil if the study has nothing for it.
  private static func table(_ table: ReportTable, _ study: RiskStudy) -> Table? {
    let found: Table
    switch table {
    case .regions, .sectors: return ranged(table, study)
    case .causes: found = causes(study)
    case .commodities: found = ranged(table, study)
    case .dependency: found = dependency(study)
    case .variants: return study.results.count > 1 ? ranged(table, study) : nil
    case .economies: return study.economies.isEmpty ? nil : ranged(table, study)
    case .budget: found = budget(study)
    case .policy: found = policies(study)
    case .estimates: found = estimates(study)
    case .dependencyHistory: found = history(study)
    }
    return found.rows.isEmpty ? nil : found
  }

  /// Says which tables the scenario asks for and does not get.
  static func absent(_ study: RiskStudy) -> [Bilingual] {
    study.base.scenario.report.tables.filter { table($0, study) == nil }.map {
      Bilingual(
        "The report asks for the table `\($0.rawValue)`: this scenario has nothing for it.",
        "報告書に指定された表 `\($0.rawValue)` に載せるものが、このシナリオにはありません。")
    }
  }

  private static func subtitle(_ study: RiskStudy) -> Bilingual {
    let about = study.economy.table.description
    let year = about.year.map { " (\($0))" } ?? ""
    let days = study.base.assessment.days
    let first = study.base.scenario.start?.description
    let basis = Self.basis(of: about)
    return Bilingual(
      "Economy \(about.name)\(year), \(about.moneyUnit). \(days) days from \(first ?? "day 0").\(basis.en)",
      "経済表 \(about.nameJa)\(year)、\(MoneyWords(about.moneyUnit).unit.ja)。\(first ?? "0日目")から\(days)日間。\(basis.ja)"
    )
  }

  /// What an estimated table is, for the head of everything that rests on it; empty for others.
  package static func basis(of about: InputOutputTable.Description) -> Bilingual {
    guard about.basis == .estimate else { return Bilingual(same: "") }
    let note = about.note
    return Bilingual(
      " The table is an estimate\(note.en.isEmpty ? "." : ": \(note.en).")",
      "経済表は推計値\(note.ja.isEmpty ? "" : "（\(note.ja)）")。")
  }

  /// Losses by region, for the regions given or those that the report shows.
  package static func regions(_ study: RiskStudy, showing regions: [Int]? = nil) -> Table {
    let start = study.base.scenario.start
    let columns = regionColumns(money: study.economy.table.description.moneyUnit)
    let shown = regions ?? study.shownRegions
    let rows = shown.map { region -> [TableCell] in
      let name = TableCell.text(study.name(of: region))
      guard let m = study.base.measures(of: region) else { return notComputed(name, of: columns) }
      return [
        name, .number(m.outputLossShare), .number(m.valueAddedLoss),
        .number(m.valueAddedLossShare, or: .notApplicable),
        .number(m.incomeLossShare, or: .notComputed),
        .number(m.finalDemandUnmetShare, or: .notApplicable),
        .day(m.worstDay, start: start, or: .notApplicable), .number(m.worstDayOutputShare),
        m.recoveryDay == 0
          ? .said(Words.neverBelow, 0) : .day(m.recoveryDay, start: start, or: .notReached),
        .number(m.importBillAtBaseVolumeShare, or: .notComputed),
        .number(m.importBillChangeShare, or: .notComputed),
        .number(m.consumerPriceChange, or: .notComputed),
      ]
    }
    return Table(
      name: "regions", title: Bilingual("Losses and prices by region", "地域別の損失と物価"),
      columns: columns, rows: rows, folded: folded(shown, study), notes: regionNotes(study))
  }

  /// Rows after the first whose losses all lie below the rounding, in one line.
  private static func folded(_ regions: [Int], _ study: RiskStudy) -> Table.Folded? {
    let small = regions.indices.dropFirst().filter { index in
      study.base.measures(of: regions[index]).map { $0.isBelowRounding } ?? false
    }
    guard !small.isEmpty else { return nil }
    let names = small.map { study.name(of: regions[$0]) }
    let prices = small.compactMap { study.base.measures(of: regions[$0])?.consumerPriceChange }
    let span = prices.min().flatMap { low in prices.max().map { FindingText.range((low, $0)) } }
    return Table.Folded(
      rows: Set(small),
      note: Bilingual(
        "\(names.count) more \(names.count == 1 ? "region loses" : "regions lose") less than 0.001% of output, GDP, income and final demand: \(names.map { $0.en }.joined(separator: ", "))"
          + (span.map { "; consumer prices change by \($0.en)" } ?? "") + ".",
        "ほか\(names.count)地域の損失は産出・GDP・所得・最終需要のいずれも0.001%未満：\(names.map { $0.ja }.joined(separator: "、"))"
          + (span.map { "（消費者物価の変化は\($0.ja)）" } ?? "") + "。"))
  }

  private static func regionColumns(money: String) -> [TableColumn] {
    [
      TableColumn("region", SubjectWord.region.words, kind: .text),
      TableColumn(
        "output_loss_share", MeasureWord.outputLoss.words, kind: .number(.percent),
        isDetail: true),
      TableColumn(
        "value_added_loss", MeasureWord.valueAddedLoss.words, money: money, isDetail: true),
      TableColumn("value_added_loss_share_of_gdp", Words.gdpLoss, kind: .number(.percent)),
      .incomeLoss,
      .unmetFinalDemand,
      .worstDay,
      TableColumn("worst_day_output_share", Words.worstOutput, kind: .number(.percent)),
      TableColumn("recovery_day", Words.recovery, kind: .number(.days)),
      TableColumn(
        "import_bill_q0dp_share_of_gdp", MeasureWord.importBillAtBaseVolume.words,
        unit: Words.ofGDP, kind: .number(.percent)),
      .importBillChange,
      .consumerPrices,
    ]
  }

  /// A row of which only the first cell is known.
  static func notComputed(_ name: TableCell, of columns: [TableColumn]) -> [TableCell] {
    [name] + columns.dropFirst().map { _ in .missing(.notComputed) }
  }

  private static func regionNotes(_ study: RiskStudy) -> [Bilingual] {
    let days = study.base.assessment.days
    return [
      Bilingual(
        "Shares are what is lost in \(days) days of the output, GDP and final demand that those days have without the shock; a negative loss is a gain.",
        "割合は\(days)日間の合計を同期間の基準産出・GDP・最終需要で割ったもの。負の損失は増加を示す。"),
      Bilingual(
        "Loss of GDP is of volumes; income loss is what a run in which dearer imports lower private demand loses more, so that the two add up and nothing counts twice. Prices are means of the horizon against the base price.",
        "GDP損失は数量による。所得損失は、輸入代金の増加が民間需要を下げる計算で追加的に失われる分で、二重計上はなく合算できる。価格は期間平均。"),
      Bilingual(
        "Import bill: at base volume Q₀ΔP, what the imports of the base cost more; change P₁Q₁ − P₀Q₀, what is paid more in all, which falls where volume falls by more than price rises. Imports and GDP are of each commodity's year, goods are priced on the day they arrive, and prices in USD rise with a depreciation.",
        "輸入額：基準数量は Q₀ΔP（基準の輸入量に対する支払増）、変化は P₁Q₁ − P₀Q₀（支払総額の増減。数量減が価格上昇を上回れば負）。輸入量とGDPは各物資の統計年、価格は到着日のもの。ドル建て価格は減価分だけ上昇する。"
      ),
    ]
  }

  /// The ten nodes of the regions shown that lose most value.
  static func losingNodes(_ study: RiskStudy) -> Set<Int> {
    let shown = Set(study.shownRegions).subtracting(study.base.uncomputed)
    let nodeRegion = study.economy.table.nodeRegion
    return Set(
      study.base.assessment.nodes
        .filter { shown.contains(nodeRegion[$0.node]) && $0.outputLossShare > 1e-6 }
        .prefix(10).map { $0.node })
  }

  /// The nodes given, the largest loss first.
  static func sectors(_ study: RiskStudy, showing nodes: Set<Int>) -> Table {
    let unit = study.economy.table.description.moneyUnit
    let worst = study.base.assessment.nodes.filter { nodes.contains($0.node) }
    return Table(
      name: "sectors", title: Bilingual("Sectors that lose most", "損失の大きい部門"),
      columns: [
        TableColumn("node", SubjectWord.node.words, kind: .text),
        TableColumn("output_loss_share", MeasureWord.outputLoss.words, kind: .number(.percent)),
        TableColumn(
          "value_added_loss", MeasureWord.valueAddedLoss.words, money: unit),
        TableColumn("limited_by", MeasureWord.limitedBy.words, kind: .text),
      ],
      rows: worst.map { node in
        [
          .text(study.name(ofNode: node.node)), .number(node.outputLossShare),
          .number(node.valueAddedLoss),
          node.limitedBy.map { .text(study.name(of: $0)) }
            ?? .text(Bilingual("demand or its own capacity", "需要または自らの能力")),
        ]
      })
  }

  /// Signs that a result is not to be trusted, in words.
  static func signs(_ study: RiskStudy) -> [Bilingual] {
    study.results.flatMap { signs($0, study) }
  }

  /// The signs of one result.
  static func signs(_ result: ScenarioResult, _ study: RiskStudy) -> [Bilingual] {
    let label = result.variant.map { "\($0): " } ?? ""
    return result.assessment.signs.map { sign in
      switch sign {
      case .collapse(let region, let share):
        let name = study.name(of: region)
        let left = NumberFormat.rounded(share, as: .percent)
        return Bilingual(
          "\(label)\(name.en): output ends at \(left) of its start and still falls; the model family can collapse for ever, so lengthen inventories or shorten restocking before believing it",
          "\(label)\(name.ja)：産出が当初の\(left)まで落ち込み回復しない。在庫日数を延ばすか補充期間を短くして確認のこと")
      case .oscillation(let region, let amplitude):
        let name = study.name(of: region)
        let swing = NumberFormat.rounded(amplitude, as: .percent)
        return Bilingual(
          "\(label)\(name.en): output still swings by \(swing) at the end; restocking is too fast for the inventories",
          "\(label)\(name.ja)：期末でも産出が\(swing)変動している。在庫に対して補充が速すぎる")
      }
    }
  }
}
