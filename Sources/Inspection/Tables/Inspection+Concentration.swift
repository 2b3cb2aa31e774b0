import Commodities
import ComparativeStatics
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics
import Scenarios

/// Concentration of imports, stocks of commodities and screens of trade.
extension Inspection {
  /// Concentration of each importer's imports by product; a product that names a commodity is physical.
  func concentration(
    _ log: inout InspectionLog, region: String? = nil, product: String? = nil
  ) throws -> Table {
    let governance = try Governance.bundled(Governance.latestYear)
    var rows: [[TableCell]] = []
    var bases: [Basis] = []
    if let product, let commodity = try commodity(named: product) {
      let all = try Self.chosen(
        CommodityDependency.all(of: commodity), of: commodity.name, region)
      for one in all {
        guard let imports = one.imports else { continue }
        let home = one.use.share(of: one.importer)
        let name = TableCell.text(Bilingual(commodity.name, commodity.nameJa))
        rows.append(
          [.name(one.importer), name, .number(1 - home)] + Self.measures(imports, governance))
        if !bases.contains(imports.basis) { bases.append(imports.basis) }
      }
    } else {
      let chosen = try selection(region, product)
      let model = try tradeDependency(&log)
      let isAlone = table.regions.count == 1
      if model.table.hasImportedInputs { log.warn(.importsWithoutOrigin) }
      for b in chosen.importers {
        for p in chosen.products {
          guard let found = model.dependency(importer: b, product: p),
            !(isAlone && found.lacksImports), let imports = model.imports(found)
          else { continue }
          let names = [table.regions[b].code, table.sectors[p].code].map { TableCell.name($0) }
          let measures =
            isAlone && model.table.hasImportedInputs
            ? Self.noMeasures(imports.basis) : Self.measures(imports, governance)
          rows.append(names + [.number(1 - found.share[b])] + measures)
        }
      }
      bases = [model.basis.with(.importsOnly)]
    }
    return Self.concentrationTable(rows, bases, governance.year)
  }

  /// A governance-weighted index is shown up to this unrated share.
  private static let mostUnrated = 0.1

  private static func measures(
    _ imports: SupplyShares, _ governance: Governance
  ) -> [TableCell] {
    let weighted = imports.governanceWeighted(governance)
    let largest = imports.origins.max { ($0.share, $1.code) < ($1.share, $0.code) }
    return [
      .name(largest?.code ?? ""), .number(largest?.share, or: .notApplicable),
      .number(imports.herfindahl), .number(imports.concentrationRatio()),
      .number(weighted.unratedShare > mostUnrated ? nil : weighted.value, or: .noFigure),
      .number(weighted.unratedShare), .text(imports.basis.words),
    ]
  }

  /// The cells of imports whose origins are not known.
  private static func noMeasures(_ basis: Basis) -> [TableCell] {
    [TableCell](repeating: .missing(.noFigure), count: 6) + [.text(basis.words)]
  }

  private static func concentrationTable(
    _ rows: [[TableCell]], _ bases: [Basis], _ year: String
  ) -> Table {
    Table(
      name: "concentration", title: Bilingual("Concentration of imports", "輸入の集中度"),
      columns: [
        words("importer", SubjectWord.importer.words),
        words("product", SubjectWord.product.words),
        share("import_dependence", MeasureWord.importDependence.words),
        words("largest_origin", "Largest origin", "最大の供給元"),
        share("largest_share", Bilingual("Its share", "その割合")),
        number("import_hhi", MeasureWord.concentration.words),
        share("import_cr3", Bilingual("CR3", "上位3か国（CR3）")),
        number("governance_hhi", Bilingual("HHI by governance", "ガバナンス加重HHI")),
        share("unrated_share", Bilingual("Unrated", "評価なし")),
        words("basis", SubjectWord.basis.words),
      ],
      rows: rows,
      notes: bases.map(note) + [
        Bilingual(
          """
          import_dependence: imports over all purchases. All else is of the imports alone: HHI is the \
          sum of squared shares (0 to 1), governance_hhi weighs each by governance (0 to 10, 10 worst; \
          Worldwide Governance Indicators \(year)). Origins without a figure, such as regions of several \
          countries, are unrated and left out of it; it is not shown where they have more than 10%.
          """,
          """
          import_dependence：購入に占める輸入の割合。ほかは輸入のみ。HHIは割合の二乗和（0〜1）、governance_hhi は\
          ガバナンス（0〜10、10が最悪、世界ガバナンス指標\(year)年）で加重。数値のない供給元は除いて「評価なし」に示し、10%を超えれば表示しない。
          """)
      ])
  }
}

// MARK: - Cover

extension Inspection {
  /// Days of cover of bundled commodities, on each basis, and time to survive the largest origin's loss.
  static func cover(region: String? = nil, product: String? = nil) throws -> Table {
    let all = try CommodityCatalogue.bundled()
    let wanted = product?.lowercased()
    let commodities = all.filter {
      wanted == nil || $0.name.lowercased() == wanted || $0.nameJa == product
    }
    if let product, commodities.isEmpty {
      throw refusal(.unknownCommodity(product, suggestion: nearest(product, in: all.map(\.name))))
    }
    let found = commodities.map { (commodity: $0, covers: CommodityCover.all(of: $0)) }
    let codes = found.flatMap { $0.covers.map(\.importer) }
    if let region, !codes.contains(region) {
      let subject = commodities.count == 1 ? commodities[0].name : "cover"
      throw refusal(.noFigures(of: subject, region: region, has: Set(codes).sorted()))
    }
    let rows = found.flatMap { commodity, covers in
      covers.filter { region == nil || $0.importer == region }.map { row($0, of: commodity) }
    }
    return Table(
      name: "cover", title: Bilingual("Days of cover", "備蓄日数"), columns: coverColumns, rows: rows,
      notes: coverNotes)
  }

  private static let coverColumns = [
    words("commodity", SubjectWord.commodity.words),
    words("importer", SubjectWord.importer.words),
    number("days_of_use", Bilingual("Days of use", "使用量日数")),
    number("days_of_imports", Bilingual("Days of imports", "輸入量日数")),
    words("largest_origin", "Largest origin", "最大の供給元"),
    share("lost_share", Bilingual("Its share of use", "使用に占める割合")),
    number("time_to_survive", Bilingual("Days without it", "途絶時の持続日数")),
    words("confidence", SubjectWord.confidence.words),
  ]

  private static let coverNotes = [
    Bilingual(
      """
      Basis: volume or weight; usable stock, that is industry's above its minimum operating stock, and \
      government and joint stocks. days_of_imports divides by imports, exports not taken off: it is \
      not the net-import basis of the International Energy Agency. confidence: the weakest of the \
      stock figures; with `missing` a stock has none, and the days are a lower bound.
      """,
      """
      算定基準：数量。使用可能な備蓄（民間の最低操業在庫を除く分、国家備蓄、共同備蓄）。days_of_imports は輸出を\
      差し引かない輸入量で割り、国際エネルギー機関の純輸入基準とは異なる。confidence は備蓄の数値のうち最も弱い確度。\
      missing は数値のない備蓄があり、日数は下限。
      """),
    Bilingual(
      """
      time_to_survive = stock / (share of the largest origin × use), nothing replaced; compare it with \
      the time to recover.
      """, "time_to_survive = 備蓄 ÷（最大の供給元の割合 × 使用量）、代替なし。回復までの時間と比べる。"),
  ]

  private static func row(_ one: CommodityCover, of commodity: Commodity) -> [TableCell] {
    [
      .text(Bilingual(commodity.name, commodity.nameJa)), .name(one.importer),
      .number(one.ofUse.days, or: .notApplicable), .number(one.ofImports?.days, or: .noFigure),
      one.largestOrigin.map { .name($0.code) } ?? .missing(.noFigure),
      .number(one.largestOrigin?.share, or: .noFigure),
      .number(one.cut?.timeToSurvive, or: .noFigure),
      .name(one.confidence.rawValue),
    ]
  }
}
