internal import ComparativeStatics
package import Diagnostics
package import InputOutputTables
package import Reporting
internal import Scenarios

/// Static results of a table, as tables (INTERFACE.md section 5).
///
/// Each result is a function in the file of its group, named in that group's list; the registry
/// below is all there is to `--table`.
package struct Inspection {
  let table: InputOutputTable
  let request: InspectionRequest
  /// What was warned of when the table was loaded; every result repeats it.
  let loadWarnings: [Diagnostic]

  /// Makes the results of a table; nothing is computed yet. `loadWarnings` stand in every result.
  package init(
    _ table: InputOutputTable, _ request: InspectionRequest = InspectionRequest(),
    loadWarnings: [Diagnostic] = []
  ) {
    self.table = table
    self.request = request
    self.loadWarnings = loadWarnings
  }

  /// Every result, in the order of the list; a further group is one more line here.
  static let tables: [InspectionTable] =
    accountTables
    + multiplierTables
    + linkageTables
    + extractionTables
    + priceTables
    + quantityTables
    + tradeTables
    + pathTables
    + decompositionTables
    + dependencyTables
    + [
      InspectionTable(
        singlePoints, "What alone, stopped for 60 days, can hurt a region most: minutes of runs",
        "60日間の単独停止で地域に最も影響するもの（計算に数分）", needs: [.region],
        takes: [.days, .top], make: nil),
      InspectionTable(list, "The tables and their options", "表とオプションの一覧") { inspection, _ in
        inspection.list()
      },
    ]

  private static let list = "list"

  /// The table of single points of failure, which takes runs of the model.
  package static let singlePoints = "single-points"

  /// Names of the tables.
  package static var names: [String] { tables.map(\.name) }

  /// Whether a table can be made; throws if there is none of the name, if an option is missing or not
  /// read by it, all at once.
  package func check(_ name: String) throws { _ = try entry(name) }

  private func entry(_ name: String) throws -> InspectionTable {
    guard let entry = Inspection.tables.first(where: { $0.name == name }) else {
      throw DiagnosticList([
        Diagnostic(.error, TableNameProblem(name, known: Inspection.names))
      ])
    }
    let problems = optionProblems(entry)
    guard problems.isEmpty else {
      throw DiagnosticList(problems.map { Diagnostic(.error, $0) })
    }
    return entry
  }

  /// The result of a name; throws what `check` throws, and what making it throws. The one of
  /// `singlePoints` is its caller's to make.
  package func result(_ name: String) throws -> InspectionResult {
    let entry = try entry(name)
    guard let make = entry.make else {
      throw DiagnosticList([Diagnostic(.error, InspectionProblem.takesRuns(table: name))])
    }
    var log = InspectionLog()
    let made = try make(self, &log)
    return InspectionResult(
      table: log.completed(made, entry.name == Inspection.list ? [] : loadWarnings),
      warnings: log.warnings.map { Diagnostic(.warning, $0) })
  }

  /// The table of a name, without its warnings but for the notes.
  package func table(_ name: String) throws -> Table { try result(name).table }

  /// What is missing among the options, and which of those given the result does not read.
  private func optionProblems(_ entry: InspectionTable) -> [InspectionProblem] {
    let missing = entry.needs.filter { !$0.isGiven(in: request) }
    let read = entry.reads(request)
    let given = InspectOption.allCases.filter { $0.isGiven(in: request) }
    if request.isCountry, let country = request.region, !read.contains(.region) {
      guard entry.name != Inspection.list else { return [] }
      return [.ofWholeEconomy(table: entry.name, country: country, economy: table.description.name)]
    }
    let way = entry.ways.first { $0.first?.isGiven(in: request) == true }?.first?.name
    return
      (missing.isEmpty
      ? [] : [.missingOptions(table: entry.name, missing.map(\.rawValue))])
      + given.filter { !read.contains($0) }.map {
        .unusedOption(table: entry.name, $0.name, with: way, reads: read.map(\.name))
      }
  }

  /// The Leontief model of the table: one factorisation. What makes its numbers doubtful is logged.
  func leontief(_ log: inout InspectionLog) throws -> LeontiefModel {
    let model = try LeontiefModel(table)
    if let node = model.firstUnproductiveNode {
      log.warn(.notProductive(table.nodeLabels[node]))
    }
    let silent = table.isSilent.indices.filter { table.isSilent[$0] && table.grossOutput[$0] > 0 }
    if !silent.isEmpty {
      log.note(Inspection.silentNote(silent.map { table.nodeLabels[$0] }))
    }
    if table.finalDemandKinds.contains(.imports) {
      log.note(
        Bilingual(
          "Imports are a negative column of final demand (competitive): A holds imported products too, and L counts them as made at home.",
          "輸入は最終需要の負の列（競争輸入型）：A は輸入品を含み、L はそれを国産とみなす。"))
    }
    return model
  }

  /// The model of home products: competitive imports are taken apart first, which the result says.
  ///
  /// Also their imports by product, nil where the table has no such column.
  func homeModel(_ log: inout InspectionLog) throws -> (model: LeontiefModel, imports: [Double]?) {
    guard let separate = ImportSeparation(table) else { return (try leontief(&log), nil) }
    log.note(
      Bilingual(
        "Competitive imports were taken out in proportion: every user at home imports the same share of a product.",
        "競争輸入は比例配分（国内のどの需要者も財ごとに同じ割合を輸入）で分離した。"))
    return (try Inspection(separate.table, request).leontief(&log), separate.imports)
  }

  private static func silentNote(_ labels: [String]) -> Bilingual {
    let limit = Int(SilentNodes.largestRatio)
    let shown = labels.prefix(5).joined(separator: ", ") + (labels.count > 5 ? ", …" : "")
    return Bilingual(
      "Silent, since inputs or sales are more than \(limit) times output: \(shown).",
      "投入か販売が産出の\(limit)倍を超えるため動かないとするノード：\(shown)。")
  }

  /// Reads names of the table's regions, products and nodes.
  var names: InspectionNames { InspectionNames(table) }

  /// The money unit of the table's yearly flows.
  var money: String { table.description.moneyUnit }

  private func list() -> Table {
    Table(
      name: Inspection.list, title: Bilingual("Tables of sonae inspect", "sonae inspect の表"),
      columns: [
        .words("table", "Table", "表"), .words("about", "About", "内容"),
        .words("options", "Options", "オプション"),
      ],
      rows: Inspection.tables.map { [.name($0.name), .text($0.about), .name($0.usage)] })
  }
}
