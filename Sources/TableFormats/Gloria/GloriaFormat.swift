import Diagnostics
import Files
import InputOutputTables

/// GLORIA: supply-use matrices T, Y and V without labels, turned into products by products.
///
/// Industry technology: an industry needs the same inputs whatever it makes, so that product p takes
/// the part V[i,p] / g[i] of industry i's inputs; Z = U ĝ⁻¹ V (Eurostat Manual of Supply, Use and
/// Input-Output Tables 2008, model B), value added likewise. Each region's industries stand before its
/// products, in rows and columns.
struct GloriaFormat {
  private let regions: [String]
  private let sectors: [String]
  private var flows: FlowTable
  /// V[i,p] / g[i] by region, S × S each, row by row.
  private var shares: [[Double]]
  private let itemLabels: [String]

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let find = { (part: String) throws(DiagnosticList) -> InputFile in
      try bundle.onlyNamed("basic-price file \(part)-Results", of: year) {
        $0.name.contains("_\(part)-Results") && $0.name.contains("Markup001")
      }
    }
    let table = try find("T")
    let (final, valueAdded) = (try find("Y"), try find("V"))
    let labels = try GloriaLabels(bundle)
    var reading = try GloriaFormat(labels)
    try reading.readSupply(table, &log)
    try reading.readUse(table, &log)
    try reading.readFinal(final, labels, &log)
    try reading.readValueAdded(valueAdded, &log)
    if let failure = log.problems.failure { throw failure }
    log.remarks.append(
      Remark(
        .change, "industry-technology",
        en:
          "supply and use turned into products by products, assuming industry technology: Z = U g^-1 V",
        ja: "供給・使用表を産業技術仮定で商品×商品の表にしました(Z = U g^-1 V)"))
    var found = ProviderTable(
      edition: "products by products, \(labels.regions.count) regions",
      moneyUnit: "thousand USD", flows: reading.flows, regionNames: labels.regionNames,
      sources: [table, final, valueAdded, labels.file])
    found.setYear(stated: nil, else: table)
    return found
  }

  private init(_ labels: GloriaLabels) throws(DiagnosticList) {
    regions = labels.regions
    sectors = labels.sectors
    itemLabels = labels.valueAdded
    var table = TableLabels()
    for region in labels.regions {
      for sector in labels.sectors {
        _ = table.add(node: RegionLabel(region: region, item: sector))
      }
    }
    for region in labels.regions {
      for item in labels.finalDemand {
        _ = table.add(finalDemand: RegionLabel(region: region, item: item))
      }
    }
    flows = try FlowTable(table)
    shares = []
  }

  private var s: Int { sectors.count }
  /// Rows and columns of T.
  private var width: Int { 2 * regions.count * s }

  /// Whether a row of T, Y or a column of V is an industry's, and of which region.
  private func block(_ index: Int) -> (region: Int, isProduct: Bool, sector: Int) {
    (index / (2 * s), index / s % 2 == 1, index % s)
  }

  /// Reads what industries make and turns it into shares of their output.
  private mutating func readSupply(
    _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    shares = [[Double]](
      repeating: [Double](repeating: 0, count: s * s), count: regions.count)
    var matrix = try PlainMatrix(file, width: width)
    while try matrix.skip() {
      let (region, isProduct, industry) = block(matrix.index)
      guard matrix.index < width, !isProduct else { continue }
      matrix.read(&log)
      let first = 2 * s * region + s
      let made = matrix.values[first..<(first + s)]
      let output = made.reduce(0, +)
      guard output != 0 else { continue }
      for (product, value) in made.enumerated() {
        shares[region][industry * s + product] = value / output
      }
    }
    matrix.checkCount(width, "rows", &log)
    if let failure = log.problems.failure { throw failure }
  }

  /// Reads what industries use, and gives it to the products that they make.
  private mutating func readUse(
    _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let map = ColumnMap((0..<(regions.count * s)).map { .use($0) })
    var matrix = try PlainMatrix(file, width: width)
    while try matrix.skip() {
      let (region, isProduct, product) = block(matrix.index)
      guard isProduct, matrix.index < width else { continue }
      matrix.read(&log)
      flows.add(allotted(matrix.values), to: region * s + product, by: map)
      if product == 0 { log.progress("\(file.name): region \(region + 1) of \(regions.count)") }
    }
  }

  /// Flows to industries as flows to their products, R × S.
  private func allotted(_ values: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: regions.count * s)
    for region in regions.indices {
      let share = shares[region]
      for industry in 0..<s {
        let value = values[2 * s * region + industry]
        guard value != 0 else { continue }
        for product in 0..<s {
          result[region * s + product] += value * share[industry * s + product]
        }
      }
    }
    return result
  }

  private mutating func readFinal(
    _ file: InputFile, _ labels: GloriaLabels, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let columns = labels.regions.count * labels.finalDemand.count
    let map = ColumnMap((0..<columns).map { .final($0) })
    var matrix = try PlainMatrix(file, width: columns)
    while try matrix.next(&log) {
      let (region, isProduct, product) = block(matrix.index)
      guard isProduct, matrix.index < width else { continue }
      flows.add(matrix.values, to: region * s + product, by: map)
    }
    matrix.checkCount(width, "rows", &log)
  }

  /// Value added: an item's rows of all regions add up, since each fills its own columns only.
  private mutating func readValueAdded(
    _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let map = ColumnMap((0..<(regions.count * s)).map { .use($0) })
    var matrix = try PlainMatrix(file, width: width)
    while try matrix.next(&log) {
      let item = itemLabels[matrix.index % itemLabels.count]
      flows.add(allotted(matrix.values), toValueAdded: item, kind: .valueAdded, by: map)
    }
    let rows = matrix.index + 1
    if rows == 0 || rows % itemLabels.count != 0 {
      matrix.checkCount(regions.count * itemLabels.count, "rows", &log)
    }
  }
}
