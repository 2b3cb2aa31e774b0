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

  /// Makes the results of a table; nothing is computed yet.
  package init(_ table: InputOutputTable, _ request: InspectionRequest = InspectionRequest()) {
    self.table = table
    self.request = request
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
    + [InspectionTable("list", "The tables and their options", "表とオプションの一覧") { $0.list() }]

  /// Names of the tables.
  package static var names: [String] { tables.map(\.name) }

  /// The table of a name; throws if there is none, if an option is missing, or what making it throws.
  package func table(_ name: String) throws -> Table {
    guard let entry = Inspection.tables.first(where: { $0.name == name }) else {
      throw DiagnosticList([
        Diagnostic(.error, TableNameProblem(name, known: Inspection.names))
      ])
    }
    let missing = entry.needs.filter { !$0.isGiven(in: request) }
    guard missing.isEmpty else {
      throw DiagnosticList([
        Diagnostic(
          .error, InspectionProblem.missingOptions(table: name, missing.map(\.rawValue)))
      ])
    }
    return try entry.make(self)
  }

  /// A warning for each option that was given and that the table of a name does not read.
  package func unusedOptions(_ name: String) -> [Diagnostic] {
    guard let entry = Inspection.tables.first(where: { $0.name == name }) else { return [] }
    let read = entry.needs + entry.takes
    return InspectOption.allCases.filter { $0.isGiven(in: request) && !read.contains($0) }
      .map { Diagnostic(.warning, InspectionProblem.unusedOption(table: name, $0.name)) }
  }

  /// The Leontief model of the table: one factorisation.
  func leontief() throws -> LeontiefModel { try LeontiefModel(table) }

  /// Reads names of the table's regions, products and nodes.
  var names: InspectionNames { InspectionNames(table) }

  /// The money unit of the table's yearly flows.
  var money: String { table.description.moneyUnit }

  private func list() -> Table {
    Table(
      name: "list", title: Bilingual("Tables of sonae inspect", "sonae inspect の表"),
      columns: [
        .words("table", "Table", "表"), .words("about", "About", "内容"),
        .words("options", "Options", "オプション"),
      ],
      rows: Inspection.tables.map { [.name($0.name), .text($0.about), .name($0.usage)] })
  }
}
