import Diagnostics
import Files

/// Reads the rows of the table of defaults and collects what is wrong with them.
struct SectorDefaultsReader {
  private let table: CSVTable
  private var mistakes: [Diagnostic] = []

  init(_ table: CSVTable) {
    self.table = table
  }

  /// The mistakes found; nil if there are none.
  var failure: DiagnosticList? { mistakes.isEmpty ? nil : DiagnosticList(mistakes) }

  mutating func products() -> [String: SectorDefaults.Product] {
    for name in Self.columns where table.column(name) == nil {
      mistakes.append(Diagnostic(.error, CSVProblem.missingColumn(name), at: table.headerPlace))
    }
    guard mistakes.isEmpty else { return [:] }
    var products: [String: SectorDefaults.Product] = [:]
    for row in table.rows.indices {
      products[cell(row, "product")] = product(row)
    }
    return products
  }

  private mutating func product(_ row: Int) -> SectorDefaults.Product? {
    guard let kind = SectorDefaults.Kind(rawValue: cell(row, "kind")) else {
      mistakes.append(
        Diagnostic(
          .error,
          ScenarioProblem.Amount.notAChoice(
            cell(row, "kind"), key: "kind", accepted: KeyTable.words(SectorDefaults.Kind.self),
            suggestion: nil), at: place(row, "kind")))
      return nil
    }
    let central = number(row, "target_days", or: .infinity)
    return SectorDefaults.Product(
      kind: kind,
      days: [number(row, "low_days", or: central), central, number(row, "high_days", or: central)],
      restock: number(row, "restock_days", or: 30), psi: number(row, "psi", or: 0.5),
      differentiated: cell(row, "differentiated").isEmpty
        ? nil : share(row, "differentiated"),
      coverOfAverage: number(row, "cover_of_average", or: 1),
      otherUsers: number(row, "criticality_other_users", or: 0),
      essential: codes(row, "essential_for"), important: codes(row, "important_for"))
  }

  private mutating func number(_ row: Int, _ column: String, or standard: Double) -> Double {
    let text = cell(row, column)
    if text.isEmpty { return standard }
    if let value = Double(text), value.isFinite, value >= 0 { return value }
    mistakes.append(
      Diagnostic(
        .error, CSVProblem.notANumber(cell: text, row: cell(row, "product"), column: column),
        at: place(row, column)))
    return standard
  }

  private mutating func share(_ row: Int, _ column: String) -> Double {
    let value = number(row, column, or: 0)
    guard value > 1 else { return value }
    mistakes.append(
      Diagnostic(
        .error,
        ScenarioProblem.Amount.outOfRange(
          cell(row, column), lowest: "0", highest: "1", isOpen: false), at: place(row, column)))
    return 1
  }

  private func codes(_ row: Int, _ column: String) -> Set<String> {
    Set(cell(row, column).split(separator: " ").map { String($0) })
  }

  private func cell(_ row: Int, _ column: String) -> String {
    table.column(column).map { table.rows[row][$0] } ?? ""
  }

  private func place(_ row: Int, _ column: String) -> Place? {
    table.column(column).map { table.place(row: row, column: $0) }
  }

  private static let columns = [
    "product", "kind", "target_days", "restock_days", "psi", "differentiated",
    "cover_of_average", "criticality_other_users", "essential_for", "important_for", "low_days",
    "high_days",
  ]
}
