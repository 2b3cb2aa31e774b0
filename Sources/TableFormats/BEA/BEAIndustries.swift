import Diagnostics
import InputOutputTables

/// The flows between industries that a make and a use table give (see `BEAFormat`).
struct BEAIndustries {
  private let make: BEASheet
  private let use: BEASheet
  private let industries: [String]
  private let finals: [String]
  private let makers: [BEASheet.Line]
  private let makeColumns: [String: Int]
  private let useColumns: [String: Int]
  /// What was done to the tables and found in them.
  private(set) var remarks: [Remark] = []

  /// Products that no industry makes: imports without a like at home, and what balances the border.
  private static let foreign: Set<String> = ["Other", "S00300", "S00900"]
  /// Column of what industries make of such products all the same.
  private static let border = "ROW_ADJ"

  init(_ make: BEASheet, _ use: BEASheet, _ industries: [String]) {
    (self.make, self.use, self.industries) = (make, use, industries)
    finals = use.columns.filter { BEASheet.isFinal($0) && !BEASheet.isImports($0) }
    makers = make.lines.filter { !BEASheet.isTotal($0.code) }
    let places = { (columns: [String]) in
      Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    (makeColumns, useColumns) = (places(make.columns), places(use.columns))
  }

  /// The flows; gross output is the sum of what an industry makes.
  mutating func flows() throws(DiagnosticList) -> FlowTable {
    let lines = use.lines.filter {
      !BEASheet.isTotal($0.code) && !BEASheet.isValueAdded($0.code)
    }
    let unmade = lines.filter { isUnmade($0.code) }.map(\.code)
    let border = industries.indices.map { node in
      unmade.reduce(0) { $0 + made($1)[node] }
    }
    var labels = TableLabels()
    for code in industries { _ = labels.add(node: RegionLabel(region: "", item: code)) }
    let hasBorder = border.contains { $0 != 0 }
    for code in finals + (hasBorder ? [Self.border] : []) {
      _ = labels.add(finalDemand: RegionLabel(region: "", item: code))
    }
    var flows = try FlowTable(labels)
    let cut = lines.compactMap { add($0, to: &flows) ? $0.code : nil }
    for (node, amount) in border.enumerated() where hasBorder {
      flows.add(amount, toFinalDemand: finals.count, of: node)
    }
    for (node, maker) in makers.enumerated() {
      flows.state(output(maker), outputOf: node)
    }
    addValueAdded(to: &flows)
    tell(unmade, cut: cut, hasBorder: hasBorder)
    return flows
  }

  /// What each industry makes of a product, n.
  private func made(_ product: String) -> [Double] {
    guard let column = makeColumns[product] else { return industries.map { _ in 0 } }
    return makers.map { $0.values[column] }
  }

  private func isUnmade(_ product: String) -> Bool {
    Self.foreign.contains(product) || !(made(product).reduce(0, +) > 0)
  }

  private func output(_ maker: BEASheet.Line) -> Double {
    zip(make.columns, maker.values).reduce(0) {
      $1.0.isEmpty || BEASheet.isTotal($1.0) ? $0 : $0 + $1.1
    }
  }

  /// Gives a product's uses to its makers and its imports to a row; true if its import share was cut.
  private func add(_ line: BEASheet.Line, to flows: inout FlowTable) -> Bool {
    let value = { (code: String) in useColumns[code].map { line.values[$0] } ?? 0 }
    let inputs = industries.map(value)
    let importMap = ColumnMap(industries.indices.map { .use($0) })
    if isUnmade(line.code) {
      flows.add(inputs, toValueAdded: line.code, kind: .imports, by: importMap)
      return false
    }
    let atHome = finals.filter { !BEASheet.isExports($0) }.map(value).reduce(0, +)
    let imports = -use.columns.filter(BEASheet.isImports).map(value).reduce(0, +)
    let found = ImportShare(imports: imports, domesticUse: inputs.reduce(0, +) + atHome)
    flows.add(inputs.map { $0 * found.share }, toValueAdded: "IMP", kind: .imports, by: importMap)
    let home =
      inputs.map { $0 * (1 - found.share) }
      + finals.map { value($0) * (BEASheet.isExports($0) ? 1 : 1 - found.share) }
    let map = ColumnMap(
      industries.indices.map { .use($0) } + finals.indices.map { .final($0) })
    let made = made(line.code)
    let output = made.reduce(0, +)
    for (node, amount) in made.enumerated() where amount != 0 {
      flows.add(home.map { $0 * (amount / output) }, to: node, by: map)
    }
    return found.isCut
  }

  private func addValueAdded(to flows: inout FlowTable) {
    let map = ColumnMap(industries.indices.map { .use($0) })
    for line in use.lines where BEASheet.isValueAdded(line.code) {
      flows.add(
        industries.map { code in useColumns[code].map { line.values[$0] } ?? 0 },
        toValueAdded: line.code, kind: .valueAdded, by: map)
    }
  }

  private mutating func tell(_ unmade: [String], cut: [String], hasBorder: Bool) {
    remarks = [
      Remark(
        .change, "fixed-product-sales",
        en:
          "make and use turned into industries by industries: each product's makers sell to every user in proportion to their output of it, Z = V q^-1 U (Eurostat 2008, model D); scrap and used goods are products like others",
        ja:
          "産出表と使用表を産業×産業の表にしました。各商品の生産者はどの使用者にも産出額に比例して売るものとします：Z = V q^-1 U(Eurostat 2008、モデル D)。屑・中古品もほかの商品と同じ扱いです"
      ),
      Remark(
        .change, "imports-by-share",
        en:
          "imports (F050) taken out by one share per product for all users but exports; imported inputs are the row IMP",
        ja: "輸入(F050)は輸出以外の全用途から商品ごとに一つの割合で除き、輸入された投入は IMP 行としました"),
      Remark(
        .check, "producer-prices",
        en:
          "value added is at producers' prices: taxes on products that producers collect are in V002 and count as GDP",
        ja: "付加価値は生産者価格で、生産者が納める生産物税は V002 に含まれ、GDP に数えます"),
    ]
    if !unmade.isEmpty {
      let names = unmade.map { code in
        use.names[code].map { $0.isEmpty ? code : "\(code) (\($0))" } ?? code
      }.joined(separator: ", ")
      remarks.append(
        Remark(
          .change, "products-not-made",
          en:
            "products that no industry makes became rows of imports, their final use left out: \(names)\(hasBorder ? "; what industries make of them is the column \(Self.border)" : "")",
          ja:
            "どの産業も作らない商品は輸入の行とし、その最終需要は除きました：\(names)\(hasBorder ? "。産業の産出分は \(Self.border) 列です" : "")"
        ))
    }
    if let remark = ImportShare.remark(cut: cut) { remarks.append(remark) }
  }
}
