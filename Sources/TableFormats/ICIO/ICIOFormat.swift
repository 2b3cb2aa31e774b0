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
  /// Whether a column holds a discrepancy of no country.
  private(set) var hasDiscrepancy = false

  var expectation: (format: String, header: String) {
    (
      ProviderFormat.oecdICIO.name,
      "the header has no columns such as `JPN_A01` and `JPN_HFCE`"
    )
  }

  mutating func column(_ label: String) -> ColumnName {
    if Self.totals.contains(label) { return .output }
    if label == "DISC" {
      hasDiscrepancy = true
      return .finalDemand(RegionLabel(region: "ROW", item: label))
    }
    guard let (first, rest) = Self.split(label) else { return .unknown }
    if Self.finalDemand.contains(rest) {
      return .finalDemand(RegionLabel(region: country(first), item: rest))
    }
    if Self.finalDemand.contains(first), !rest.contains("_") {
      isReversed = true
      return .finalDemand(RegionLabel(region: country(rest), item: first))
    }
    return .node(RegionLabel(region: country(first), item: rest))
  }

  func row(_ label: String) -> RowName {
    if Self.totals.contains(label) { return .output }
    if label == "TLS" || label.contains("TAX") { return .valueAdded(label, .productTaxes) }
    if label == "VA" || label.contains("VALU") { return .valueAdded(label, .valueAdded) }
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
    _ bundle: InputBundle, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.only("table (.csv)") {
      ["csv", "txt"].contains($0.suffix) && !$0.name.lowercased().contains("readme")
    }
    var grammar = ICIOFormat()
    let matrix = try LabelledMatrix.read(file, &grammar, &log)
    var table = ProviderTable(
      edition: grammar.edition(matrix), year: file.year, moneyUnit: "million USD",
      flows: matrix.flows)
    if !grammar.merged.isEmpty {
      let parts = grammar.merged.keys.sorted()
      let wholes = Set(grammar.merged.values).sorted().joined(separator: ", ")
      table.remarks.append(
        Remark(
          .change, "merged-regions",
          en: "\(parts.joined(separator: ", ")) added up to \(wholes)",
          ja: "\(parts.joined(separator: "、")) を \(wholes) に合算しました"))
    }
    if grammar.hasDiscrepancy {
      table.remarks.append(
        Remark(
          .change, "discrepancy", en: "column DISC kept as final demand of ROW",
          ja: "DISC 列を ROW の最終需要としました"))
    }
    return table
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
