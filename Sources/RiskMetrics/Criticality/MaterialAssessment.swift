package import Diagnostics
internal import Files

/// What is known of one raw material at one stage: published results, and the inputs to compute them.
package struct MaterialAssessment: Sendable {
  /// The material's name.
  package let material: String
  /// `extraction`, `processing`, or empty where a source gives only the higher of the two.
  package let stage: String
  /// Supply risk as published; nil if it is not.
  package let publishedSupplyRisk: Double?
  /// Economic importance, 0 to 10; nil if not known.
  package let economicImportance: Double?
  /// The inputs of supply risk; nil if recycling or substitution is not known.
  package let inputs: SupplyRisk?
  /// HHI of global supply, weighted by governance and trade factor; nil if not known.
  package let globalConcentration: Double?
  /// HHI of sourcing, weighted likewise; nil if not known.
  package let sourcingConcentration: Double?
  /// Import reliance, 0 to 1; nil if not known.
  package let importReliance: Double?
  /// End-of-life recycling input rate, 0 to 1; nil if not known.
  package let recycling: Double?
  /// Substitution index of supply risk, 0 to 1; nil if not known.
  package let substitution: Double?
  /// The study's year; empty if not stated.
  package let year: String
  /// Who published the figures; empty if not stated.
  package let source: String
  /// A remark; may be empty.
  package let note: String

  /// Supply risk from the inputs; nil if they do not suffice.
  package var computedSupplyRisk: Double? { inputs?.value }
  /// Supply risk: as published, else as computed.
  package var supplyRisk: Double? { publishedSupplyRisk ?? computedSupplyRisk }
  /// Whether both thresholds are met; nil if a result is missing.
  package var isCritical: Bool? {
    guard let supplyRisk, let economicImportance else { return nil }
    return SupplyRisk.isCritical(supplyRisk: supplyRisk, economicImportance: economicImportance)
  }

  /// Words of the column stage.
  package static let stages = ["extraction", "processing", ""]

  /// The bundled assessments: the Commission's studies of 2017 and 2023.
  package static func bundled() throws(DiagnosticList) -> [MaterialAssessment] {
    let path = "criticality/materials.csv"
    return try read(Source(name: path, bytes: BundledData.bytes(of: path) ?? []))
  }

  /// Reads a file with a column material and any of stage, supply_risk, economic_importance, hhi_global,
  /// hhi_sourcing, import_reliance, recycling, substitution, supply_used, year, source, note.
  ///
  /// Shares run 0 to 1. Throws every mistake at once.
  package static func read(_ file: Source) throws(DiagnosticList) -> [MaterialAssessment] {
    var records = try FigureRecords(file, needed: ["material"])
    var seen: Set<[String]> = []
    var found: [MaterialAssessment] = []
    for row in records.rows {
      let one = MaterialAssessment(&records, row)
      if !seen.insert([one.material, one.stage, one.year]).inserted {
        records.refuse(FigureProblem.twice(one.material), row, "material")
      }
      found.append(one)
    }
    try records.finish()
    return found
  }

  private init(_ records: inout FigureRecords, _ row: Int) {
    let share = 0.0...1.0
    let index = 0.0...100.0
    material = records.word(row, "material") ?? ""
    stage = records.text(row, "stage")
    if !Self.stages.contains(stage) {
      records.refuse(
        FigureProblem.unknownWord(
          stage, column: "stage", accepted: Self.stages.filter { !$0.isEmpty }), row, "stage")
    }
    publishedSupplyRisk = records.optionalNumber(row, "supply_risk", in: index)
    economicImportance = records.optionalNumber(row, "economic_importance", in: 0...10)
    globalConcentration = records.optionalNumber(row, "hhi_global", in: index)
    sourcingConcentration = records.optionalNumber(row, "hhi_sourcing", in: index)
    importReliance = records.optionalNumber(row, "import_reliance", in: share)
    recycling = records.optionalNumber(row, "recycling", in: share)
    substitution = records.optionalNumber(row, "substitution", in: share)
    let word = records.text(row, "supply_used")
    let used = SupplyRisk.SupplyUsed(rawValue: word)
    if used == nil, !word.isEmpty {
      records.refuse(
        FigureProblem.unknownWord(
          word, column: "supply_used", accepted: SupplyRisk.SupplyUsed.allCases.map { $0.rawValue }),
        row, "supply_used")
    }
    if let recycling, let substitution {
      inputs = SupplyRisk(
        global: globalConcentration, sourcing: sourcingConcentration,
        importReliance: importReliance, recycling: recycling, substitution: substitution,
        used: used)
    } else {
      inputs = nil
    }
    year = records.text(row, "year")
    source = records.text(row, "source")
    note = records.text(row, "note")
  }
}
