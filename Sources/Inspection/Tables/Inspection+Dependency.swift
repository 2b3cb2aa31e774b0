internal import Commodities
internal import ComparativeStatics
internal import Diagnostics
internal import InputOutputTables
internal import LinearAlgebra
internal import Quantities
internal import Reporting
package import RiskMetrics
internal import Scenarios

/// Tables of dependence (INTERFACE.md section 5, MODEL.md section 3).
extension Inspection {
  /// Dependence of importers on origins by product; a product that names a commodity is physical.
  func dependency(
    _ log: inout InspectionLog, region: String? = nil, product: String? = nil
  ) throws -> Table {
    if let product, let commodity = try commodity(named: product) {
      return try Self.dependency(on: commodity, importer: region)
    }
    let chosen = try selection(region, product)
    let model = try tradeDependency(&log)
    let basis = model.basis.words
    let rows = chosen.importers.flatMap { b in
      let all = product == nil && model.table.hasImportedInputs ? [model.allInputs(of: b)] : []
      let byProduct = chosen.products.map { model.dependency(importer: b, product: $0) }
      return (all + byProduct).compactMap { $0 }.flatMap { found in
        model.origins.indices.map { row(found, origin: model.origins[$0], $0, basis) }
      }
    }
    return Self.dependencyTable(
      rows, notes: Self.dependencyNotes(model.basis) + importNotes(model.table))
  }

  /// Dependence of a table's regions; competitive imports are taken apart from home products first.
  func tradeDependency(_ log: inout InspectionLog) throws -> TradeDependency {
    let home = try homeModel(&log)
    return TradeDependency(home.model, imports: home.imports)
  }

  /// What each region's industries buy, by origin; nil where they buy nothing.
  package func inputOrigins() throws -> (origins: [String], importers: [ProductDependency?]) {
    var log = InspectionLog()
    let model = try tradeDependency(&log)
    return (model.origins, table.regions.indices.map { model.allInputs(of: $0) })
  }

  /// What the origin `imports` is.
  private func importNotes(_ table: InputOutputTable) -> [Bilingual] {
    guard table.hasImportedInputs else { return [] }
    let apart =
      self.table.finalDemandKinds.contains(.imports)
      ? Bilingual("", "")
      : Bilingual(
        " The table does not tell imports by product: direct shares of one product count only the table's own regions, and are left out where that is one region.",
        "財別の輸入がないため、1財の直接依存度は表内の地域のみを数え、1地域の表では示さない。")
    return [
      Bilingual(
        "Origin imports: what comes from outside the table's regions (its rows of kind imports), what its making needed not followed.\(apart.en)",
        "供給元 imports：表の地域外からの輸入（種類が輸入の行）。その生産の投入は追わない。\(apart.ja)")
    ]
  }

  /// Shares of origins in what nodes buy, at face value and through every tier.
  func lookThrough(
    _ log: inout InspectionLog, region: String? = nil, product: String? = nil
  ) throws -> Table {
    let home = try region.map { try self.region($0) }
    let sector = try product.map { try self.sector(named: $0) }
    let found = try tradeDependency(&log).nodes
    let nodes = (0..<table.nodeCount).filter {
      (home == nil || table.nodeRegion[$0] == home)
        && (sector == nil || table.nodeSector[$0] == sector)
    }
    return Table(
      name: "lookthrough", title: Bilingual("Look-through dependence", "実質依存度（全段階）"),
      columns: [
        Self.words("node", "Node", "地域・部門"), Self.words("origin", SubjectWord.origin.words),
        Self.share("face_value", MeasureWord.directShare.words),
        Self.share("look_through", MeasureWord.lookThroughShare.words),
        Self.share("hidden", MeasureWord.hiddenExposure.words, .change(.percent)),
      ],
      rows: nodes.flatMap { j in
        found.origins.indices.map { c in
          [
            .name(table.nodeLabels[j]), .name(found.origins[c]),
            .number(found.faceValue[c, j]), .number(found.share[c, j]),
            .number(found.hidden(origin: c, node: j)),
          ]
        }
      },
      notes: [
        Self.note(found.basis),
        Bilingual(
          """
          Face value: the origin's share in all direct input of the node (A). Look-through: its \
          share in all input through every tier (L − I). Hidden: the difference. A node that buys \
          nothing has 0.
          """,
          """
          直接依存度：直接投入（A）に占める割合。実質依存度：全段階の投入（L − I）に占める割合。\
          隠れた依存度：その差。投入のない部門は0。
          """),
      ] + lookThroughNotes(found))
  }

  private func lookThroughNotes(_ found: LookThrough) -> [Bilingual] {
    guard found.origins.contains(LookThrough.outside) else { return [] }
    return [
      Bilingual(
        "Origin imports: inputs from outside the table's regions; what their making needed is not followed.",
        "供給元 imports：表の地域外からの投入。その生産の投入は追わない。")
    ]
  }

  private func row(
    _ found: ProductDependency, origin: String, _ c: Int, _ basis: Bilingual
  ) -> [TableCell] {
    // What a lone region buys of a product is not known without its imports.
    let isKnown = !(found.lacksImports && table.regions.count == 1)
    let known = { (value: Double) in TableCell.number(isKnown ? value : nil, or: .noFigure) }
    let product = found.product.map { TableCell.name(table.sectors[$0].code) }
    return [
      .name(table.regions[found.importer].code), product ?? .text(Self.allInputs),
      .name(origin), known(found.share[c]), known(found.importShare[c]),
      .number(found.lookThrough[c]), known(found.hidden[c]), known(found.herfindahl),
      known(found.importHerfindahl), .text(basis),
    ]
  }

  private static let allInputs = Bilingual("all inputs", "全投入")

  private static func dependency(on commodity: Commodity, importer: String?) throws -> Table {
    let chosen = try self.chosen(
      CommodityDependency.all(of: commodity), of: commodity.name, importer)
    let rows = chosen.flatMap { found in
      found.use.origins.map { origin -> [TableCell] in
        let imported = origin.code == found.importer ? 0 : found.imports?.share(of: origin.code)
        return [
          .name(found.importer), .text(Bilingual(commodity.name, commodity.nameJa)),
          .name(origin.code), .number(origin.share), .number(imported ?? 0),
          .missing(.notComputed), .missing(.notComputed), .number(found.use.herfindahl),
          .number(found.imports?.herfindahl ?? 0), .text(found.use.basis.words),
        ]
      }
    }
    let bases = Set(chosen.map(\.use.basis)).sorted { $0.source < $1.source }
    return dependencyTable(
      rows,
      notes: bases.map(note) + [
        Bilingual(
          """
          Shares of the importer's physical use by origin; OTHER is what the source does not split, \
          and counts as one supplier in HHI. Look-through needs the flows of every tier in physical \
          units and is not computed.
          """,
          """
          輸入国の物的使用量に占める供給元の割合。OTHER は出典が分けていない部分で、HHIでは1供給元と数える。\
          実質依存度は全段階の物的フローを要するため計算しない。
          """)
      ])
  }
}

// MARK: - Shape

extension Inspection {
  private static func dependencyTable(_ rows: [[TableCell]], notes: [Bilingual]) -> Table {
    Table(
      name: "dependency", title: SectionWord.dependency.words,
      columns: [
        words("importer", SubjectWord.importer.words),
        words("product", SubjectWord.product.words), words("origin", SubjectWord.origin.words),
        share("share", MeasureWord.directShare.words),
        share("import_share", Bilingual("Share of imports", "輸入に占める割合")),
        share("look_through", MeasureWord.lookThroughShare.words),
        share("hidden", MeasureWord.hiddenExposure.words, .change(.percent)),
        number("hhi", MeasureWord.concentration.words),
        number("import_hhi", Bilingual("HHI of imports", "輸入のHHI")),
        words("basis", SubjectWord.basis.words),
      ],
      rows: rows, notes: notes)
  }

  private static func dependencyNotes(_ basis: Basis) -> [Bilingual] {
    [
      note(basis),
      Bilingual(
        """
        share: the origin's part of the importer's purchases u of the product (industries and final \
        users, home included). import_share: the same without home. look_through: its part of all \
        output embodied in them, L·u, through every tier; for a node's whole basket u = A·e this is \
        column e of L − I. hidden: look_through less share. hhi: sum of squared shares, home \
        included; import_hhi: of import shares. Products that an importer does not buy are left out.
        """,
        """
        share：輸入国のその財の購入 u（産業と最終需要、国内分を含む）に占める割合。import_share：国内分を除く。\
        look_through：購入に体化した全段階の産出 L·u に占める割合（部門の全投入 u = A·e では L − I の列に等しい）。\
        hidden：look_through と share の差。hhi：share の二乗和、import_hhi：import_share の二乗和。\
        購入のない財は省く。
        """),
    ]
  }

  /// The note without which no ratio is printed.
  static func note(_ basis: Basis) -> Bilingual {
    let words = basis.wordsWithSource
    return Bilingual("Basis: \(words.en).", "算定基準：\(words.ja)。")
  }

  static func words(
    _ key: String, _ heading: Bilingual, isDetail: Bool = false
  ) -> TableColumn {
    TableColumn(key, heading, kind: .text, isDetail: isDetail)
  }

  static func words(
    _ key: String, _ en: String, _ ja: String, isDetail: Bool = false
  ) -> TableColumn {
    words(key, Bilingual(en, ja), isDetail: isDetail)
  }

  static func number(_ key: String, _ heading: Bilingual) -> TableColumn {
    TableColumn(key, heading, kind: .number(.significant))
  }

  /// A share: percent for readers; in files a number of 0 to 1 under the bare key.
  static func share(
    _ key: String, _ heading: Bilingual, _ style: NumberStyle = .percent
  ) -> TableColumn {
    TableColumn(key, heading, kind: .number(style), csvHeading: key)
  }
}

// MARK: - Names

extension Inspection {
  /// Regions and sectors that options name; all where they name none.
  func selection(
    _ region: String?, _ product: String?
  ) throws -> (importers: [Int], products: [Int]) {
    (
      try region.map { [try self.region($0)] } ?? Array(table.regions.indices),
      try product.map { [try sector(named: $0)] } ?? Array(table.sectors.indices)
    )
  }

  /// The importer of a commodity that an option names; all where it names none.
  static func chosen(
    _ all: [CommodityDependency], of commodity: String, _ importer: String?
  ) throws -> [CommodityDependency] {
    guard let importer else { return all }
    let found = all.filter { $0.importer == importer }
    if !found.isEmpty { return found }
    throw refusal(.noFigures(of: commodity, region: importer, has: all.map(\.importer)))
  }

  /// The bundled commodity of a name; nil if none has it.
  func commodity(named name: String) throws -> Commodity? {
    try CommodityCatalogue.bundled(named: name)
  }

  /// A region by code, or a country of it.
  private func region(_ code: String) throws -> Int {
    do throws(InspectionProblem) {
      return try names.region(code)
    } catch {
      throw Self.refusal(error)
    }
  }

  private func sector(named name: String) throws -> Int {
    if let index = table.sectors.firstIndex(where: { $0.code == name }) { return index }
    let wanted = name.lowercased()
    let named = table.sectors.firstIndex { $0.name.lowercased() == wanted || $0.nameJa == name }
    if let named { return named }
    let known = try CommodityCatalogue.bundled().map(\.name) + table.sectors.map(\.code)
    throw Self.refusal(.unknownCommodity(name, suggestion: nearest(name, in: known)))
  }

  static func refusal(_ problem: InspectionProblem) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem)])
  }
}
