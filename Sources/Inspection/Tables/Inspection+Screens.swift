import Diagnostics
import Files
import Reporting
import RiskMetrics
import Scenarios

/// Screens of dependency from a file of trade flows; nothing of the economy.
extension Inspection {
  /// The Commission's indicators and CEPII's screen for importers and products of a file's last year.
  ///
  /// `region` may hold several codes parted by commas: they then import as one bloc.
  static func screens(
    from path: String, region: String? = nil, product: String? = nil
  ) throws -> Table {
    let trade = try TradeFlows.read(Source.reading(path))
    let products = Dictionary(grouping: trade.flows, by: \.product)
    let importers = Set(trade.flows.map(\.importer)).sorted()
    if importers.count == 1 { throw refusal(.oneImporter(importers[0])) }
    let bloc = region?.split(separator: ",").map { String($0.filter { $0 != " " }) }
    for code in bloc ?? [] where !importers.contains(code) {
      throw refusal(.noFigures(of: "the file", region: code, has: importers))
    }
    if let product, products[product] == nil {
      throw refusal(
        .unknownCommodity(product, suggestion: nearest(product, in: products.keys.sorted())))
    }
    let last = trade.flows.map(\.year).max() ?? 0
    let buyers = bloc.map { [$0] } ?? importers.map { [$0] }
    let rows = products.keys.sorted().filter { product == nil || $0 == product }.flatMap { name in
      let flows = TradeFlows(products[name] ?? [], source: trade.source)
      return buyers.compactMap { row(flows, product: name, importers: $0, last: last) }
    }
    return screenTable(rows, source: trade.source)
  }

  private static func row(
    _ trade: TradeFlows, product: String, importers: [String], last: Int
  ) -> [TableCell]? {
    guard
      let core = CoreDependencyIndicators(
        trade, product: product, bloc: Set(importers), year: last)
    else { return nil }
    let alone = importers.count == 1 ? importers.first : nil
    let screen = alone.map { GeoDepScreen(trade, product: product, importer: $0, last: last) }
    let year = screen?.years[last]
    return [
      .name(importers.joined(separator: "+")), .name(product), .name("\(last)"),
      .number(core.concentration), .number(core.scarcity),
      .number(core.substitution, or: .notApplicable), .text(word(core.isDependent)),
      .number(year?.exportConcentration, or: .notApplicable),
      .number(year?.importsOverExports, or: .notApplicable),
      screen.map { .text(word($0.isDependent)) } ?? .missing(.notApplicable),
      .text(core.basis.words),
    ]
  }

  private static func word(_ isDependent: Bool) -> Bilingual {
    isDependent ? Bilingual("yes", "該当") : Bilingual("no", "非該当")
  }

  private static func screenTable(_ rows: [[TableCell]], source: String) -> Table {
    Table(
      name: "screens", title: Bilingual("Screens of dependency", "依存度スクリーニング"),
      columns: [
        words("importer", SubjectWord.importer.words),
        words("product", SubjectWord.product.words), words("year", SubjectWord.year.words),
        number("cdi1", Bilingual("CDI1", "CDI1")), number("cdi2", Bilingual("CDI2", "CDI2")),
        number("cdi3", Bilingual("CDI3", "CDI3")),
        words("cdi_dependent", "Dependent (CDI)", "該当（CDI）"),
        number("export_hhi", Bilingual("HHI of world exports", "世界輸出のHHI")),
        number("imports_over_exports", Bilingual("Imports over exports", "輸入／輸出")),
        words("geodep_dependent", "Dependent (GeoDep)", "該当（GeoDep）"),
        words("basis", SubjectWord.basis.words),
      ],
      rows: rows,
      notes: [
        Bilingual(
          """
          CDI (European Commission 2021): HHI of imports above 0.4, imports from outside over all \
          imports above 0.5, imports from outside over exports above 1 (no exports counts as above). \
          GeoDep (CEPII): HHI of imports and of world exports above 0.4, imports over exports above 1 \
          (9999 without exports), in two of three years. World exports are those of the file. Source: \
          \(source).
          """,
          """
          CDI（欧州委員会2021年）：輸入のHHIが0.4超、域外輸入／全輸入が0.5超、域外輸入／輸出が1超（輸出なしは該当）。\
          GeoDep（CEPII）：輸入と世界輸出のHHIが0.4超、輸入／輸出が1超（輸出なしは9999）を3年中2年。\
          世界輸出はファイルの範囲。出典：\(source)。
          """)
      ])
  }
}
