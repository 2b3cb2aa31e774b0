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
    if Self.isFinalDemand(item) {
      return .finalDemand(RegionLabel(region: region, item: item))
    }
    regions.insert(region)
    return .node(RegionLabel(region: region, item: item))
  }

  /// Whether a code is one of final demand: consumption P3, capital formation and stocks P5.
  static func isFinalDemand(_ item: String) -> Bool {
    item.hasPrefix("P3_") || item == "P3" || item.hasPrefix("P5")
  }

  func row(_ label: String) -> RowName {
    guard let (region, item) = ICIOFormat.split(label) else { return .valueAdded(label) }
    if regions.contains(region) { return .node(RegionLabel(region: region, item: item)) }
    return region == "W2" ? .valueAdded(label, Self.kinds[item]) : .unknown
  }

  /// The six rows below the industries: product taxes, residents' and non-residents' purchases, and
  /// gross value added as compensation, other taxes on production and surplus.
  static let kinds: [String: PrimaryInputKind] = [
    "D21X31": .productTaxes, "OP_RES": .imports, "OP_NRES": .imports, "D1": .valueAdded,
    "D29X39": .valueAdded, "B2A3G": .valueAdded,
  ]
}

extension FigaroFormat {
  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.onlyNamed("matrix or flat file (.csv)", of: year) {
      ["csv", "txt"].contains($0.suffix)
    }
    let flows: FlowTable
    if let flat = try FigaroFlatFile.flows(file, &log) {
      flows = flat
    } else {
      var grammar = FigaroFormat()
      flows = try LabelledMatrix.read(file, &grammar, &log).flows
    }
    let isProducts = flows.labels.sectors.contains { $0.hasPrefix("CPA") }
    let size = flows.labels.regions.count
    var table = ProviderTable(
      edition: "\(isProducts ? "product by product" : "industry by industry"), \(size) regions",
      moneyUnit: "million EUR", flows: flows, sources: [file])
    table.setYear(stated: nil, else: file)
    return table
  }
}
