import Diagnostics
import InputOutputTables

/// The OECD Inter-Country Input-Output Tables, editions 2016 to 2025, small and extended.
struct ICIOFormat: MatrixGrammar {
  static let finalDemand: Set<String> = [
    "HFCE", "HC", "NPISH", "NPS", "GGFC", "GFCF", "INVNT", "INV", "DIRP", "DPABR", "P33", "FD",
    "NONRES", "CONS_ABR", "CONS_NONRES",
  ]
  static let totals: Set<String> = ["OUT", "TOTAL", "OUTPUT"]

  /// Parts of a country and the country, as far as they were met.
  private(set) var merged: [String: String] = [:]
  /// Whether labels of final demand start with the item: the edition of 2016.
  private(set) var isReversed = false
  /// Whether a column holds a discrepancy of no country: the edition of 2016.
  private(set) var hasDiscrepancy = false
  /// Whether the table has the rest of the world, which takes the discrepancy.
  private(set) var hasRestOfWorld = false

  var expectation: (format: String, header: String, finalDemand: String) {
    (
      ProviderFormat.oecdICIO.name,
      "the header has no columns such as `JPN_A01` and `JPN_HFCE`", "`JPN_HFCE`"
    )
  }

  mutating func column(_ label: String) -> ColumnName {
    if Self.totals.contains(label) { return .output }
    if label == "DISC" {
      hasDiscrepancy = true
      return hasRestOfWorld ? .finalDemand(RegionLabel(region: "ROW", item: label)) : .dropped
    }
    guard let (first, rest) = Self.split(label) else { return .unknown }
    if Self.finalDemand.contains(rest) {
      return .finalDemand(RegionLabel(region: country(first), item: rest))
    }
    if Self.finalDemand.contains(first), !rest.contains("_") {
      isReversed = true
      return .finalDemand(RegionLabel(region: country(rest), item: first))
    }
    if first == "ROW" { hasRestOfWorld = true }
    return .node(RegionLabel(region: country(first), item: rest))
  }

  func row(_ label: String) -> RowName {
    if Self.totals.contains(label) { return .output }
    // `VA+TAXSUB` of the edition of 2016 is value added with the taxes in it.
    if label == "VA" || label.hasPrefix("VA+") || label.contains("VALU") {
      return .valueAdded(label, .valueAdded)
    }
    if label == "TLS" || label.contains("TAX") { return .valueAdded(label, .productTaxes) }
    guard let (first, rest) = Self.split(label) else { return .unknown }
    return .node(RegionLabel(region: merged[first] ?? first, item: rest))
  }

  /// Region and the rest, parted at the first underscore.
  static func split(_ label: String) -> (String, String)? {
    guard let mark = label.firstIndex(of: "_"), mark > label.startIndex else { return nil }
    let rest = label[label.index(after: mark)...]
    return rest.isEmpty ? nil : (String(label[..<mark]), String(rest))
  }

  /// The country of a part such as `CN1` or `MX2`; any other code is its own.
  private mutating func country(_ code: String) -> String {
    let parts = ["CN": "CHN", "MX": "MEX"]
    guard code.utf8.count == 3, let last = code.last, last.isASCII, last.isNumber,
      let whole = parts[String(code.prefix(2))]
    else { return code }
    merged[code] = whole
    return whole
  }
}

extension ICIOFormat {
  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.onlyNamed("table (.csv)", of: year) {
      ["csv", "txt"].contains($0.suffix) && !$0.name.lowercased().contains("readme")
    }
    var grammar = ICIOFormat()
    let matrix = try LabelledMatrix.read(file, &grammar, &log)
    var table = ProviderTable(
      edition: grammar.edition(matrix), moneyUnit: "million USD", flows: matrix.flows,
      remarks: grammar.remarks, sources: [file])
    if matrix.flows.labels.valueAdded.contains(where: { $0.hasPrefix("VA+") }) {
      table.remarks.append(
        Remark(
          .warning, "taxes-in-value-added",
          en:
            "value added holds taxes less subsidies on products, which this edition does not part",
          ja: "この版の付加価値は生産物税(補助金控除)を含み、分けられません"))
    }
    table.setYear(stated: nil, else: file)
    return table
  }

  private var remarks: [Remark] {
    var remarks: [Remark] = []
    if !merged.isEmpty {
      let parts = merged.keys.sorted()
      let wholes = Set(merged.values).sorted().joined(separator: ", ")
      remarks.append(
        Remark(
          .change, "merged-regions",
          en: "\(parts.joined(separator: ", ")) added up to \(wholes)",
          ja: "\(parts.joined(separator: "、")) を \(wholes) に合算しました"))
    }
    guard hasDiscrepancy else { return remarks }
    remarks.append(
      hasRestOfWorld
        ? Remark(
          .change, "discrepancy", en: "column DISC kept as final demand of ROW",
          ja: "DISC 列を ROW の最終需要としました")
        : Remark(
          .warning, "discrepancy",
          en:
            "column DISC (statistical discrepancy) left out: the table has no ROW to take it, and rows miss their output by it",
          ja: "DISC 列(統計上の不突合)は、受け取る ROW が表にないので除きました。各行はその分だけ産出額とずれます"))
    return remarks
  }

  /// The edition by the header: its first cell, its industries and its items of final demand.
  private func edition(_ matrix: LabelledMatrix) -> String {
    let industries = Set(matrix.flows.labels.sectors)
    let version = merged.isEmpty ? "" : ", extended"
    if isReversed { return "2016" + version }
    if industries.contains(where: { $0.first?.isNumber == true }) { return "2018" + version }
    if industries.contains("A01_02") {
      let isNamed = matrix.header.first == "V1"
      let items = Set(matrix.flows.labels.finalDemand.map(\.item))
      return (isNamed && !items.contains("DIRP") ? "2023" : "2021") + version
    }
    if industries.contains("A01") { return "2025" + version }
    return "unknown" + version
  }
}
