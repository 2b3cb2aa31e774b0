import Diagnostics
import InputOutputTables

/// FIGARO's matrix files: industry by industry or product by product.
struct FigaroFormat: MatrixGrammar {
  private var regions: Set<String> = []

  var expectation: (format: String, header: String, finalDemand: String) {
    (
      ProviderFormat.figaro.name,
      "the header has no columns such as `ES_A01` and `ES_P3_S14` behind `rowLabels`",
      "`ES_P3_S14`"
    )
  }

  mutating func column(_ label: String) -> ColumnName {
    guard let (region, item) = ICIOFormat.split(label) else { return .unknown }
    if item.hasPrefix("P3_") || item == "P3" || item.hasPrefix("P5") {
      return .finalDemand(RegionLabel(region: region, item: item))
    }
    regions.insert(region)
    return .node(RegionLabel(region: region, item: item))
  }

  func row(_ label: String) -> RowName {
    guard let (region, item) = ICIOFormat.split(label) else { return .valueAdded(label) }
    if regions.contains(region) { return .node(RegionLabel(region: region, item: item)) }
    return region == "W2" ? .valueAdded(label, Self.kinds[item]) : .unknown
  }

  /// The six rows below the industries: product taxes, residents' and non-residents' purchases, and
  /// gross value added as compensation, other taxes on production and surplus.
  private static let kinds: [String: PrimaryInputKind] = [
    "D21X31": .productTaxes, "OP_RES": .imports, "OP_NRES": .imports, "D1": .valueAdded,
    "D29X39": .valueAdded, "B2A3G": .valueAdded,
  ]
}

extension FigaroFormat {
  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.onlyNamed("matrix (.csv)", of: year) {
      ["csv", "txt"].contains($0.suffix)
    }
    var grammar = FigaroFormat()
    let matrix = try LabelledMatrix.read(file, &grammar, &log)
    let isProducts = matrix.flows.labels.sectors.contains { $0.hasPrefix("CPA") }
    let size = matrix.flows.labels.regions.count
    var table = ProviderTable(
      edition: "\(isProducts ? "product by product" : "industry by industry"), \(size) regions",
      moneyUnit: "million EUR", flows: matrix.flows, sources: [file])
    table.setYear(stated: nil, else: file)
    return table
  }
}
