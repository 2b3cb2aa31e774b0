import Diagnostics

/// The labels of GLORIA, from its workbook GLORIA_ReadMe.
struct GloriaLabels {
  /// The workbook.
  let file: InputFile
  private(set) var regions: [String] = []
  private(set) var regionNames: [String: String] = [:]
  private(set) var sectors: [String] = []
  private(set) var valueAdded: [String] = []
  private(set) var finalDemand: [String] = []

  /// Reads the sheets `Regions`, `Sectors` and `Value added and final demand`.
  init(_ bundle: InputBundle) throws(DiagnosticList) {
    file = try bundle.only("workbook GLORIA_ReadMe") {
      $0.suffix == "xlsx" && $0.name.lowercased().contains("readme")
    }
    for cells in try Self.rows(file, "Regions") {
      guard let code = cells.first(where: { Self.isCode($0) }) else { continue }
      regions.append(code)
      regionNames[code] = cells.last { $0 != code && Int($0) == nil }
    }
    sectors = try Self.rows(file, "Sectors").compactMap { cells in
      cells.first { Int($0) == nil && !$0.isEmpty }
    }
    for cells in try Self.rows(file, "Value added and final demand") {
      let texts = cells.filter { Int($0) == nil && !$0.isEmpty }
      if let item = texts.first { valueAdded.append(item) }
      if texts.count > 1, let item = texts.last { finalDemand.append(item) }
    }
    for (what, list) in [
      ("regions", regions), ("sectors", sectors), ("value-added items", valueAdded),
      ("final-demand items", finalDemand),
    ] where list.isEmpty {
      throw DiagnosticList([
        Diagnostic(.error, ImportProblem.labelCount(what: what, labels: 0, found: 1))
      ])
    }
  }

  /// The rows of a sheet that start with a number: the others are headings.
  private static func rows(_ file: InputFile, _ sheet: String) throws(DiagnosticList) -> [[String]]
  {
    var reader = try RowReader(file) { $0.lowercased() == sheet.lowercased() }
    var row = reader.emptyRow(file)
    var found: [[String]] = []
    while try reader.next(&row) {
      if Int(row.text(0)) != nil { found.append(row.texts) }
    }
    return found
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.allSatisfy { $0.isASCII && $0.isUppercase }
  }
}
