import Diagnostics
import Files

/// One file of a commodity's folder, its columns checked.
struct CommodityFile {
  /// The files that a folder may hold.
  enum Kind: String, CaseIterable {
    case commodity = "commodity.csv"
    case use = "use.csv"
    case trade = "trade.csv"
    case users = "users.csv"
    case stocks = "stocks.csv"
    case chokepoints = "chokepoints.csv"
    case routes = "routes.csv"
    case releases = "releases.csv"
    case dependency = "dependency.csv"
    case estimates = "estimates.csv"
    case groups = "groups.csv"
    case controls = "controls.csv"
    case stages = "stages.csv"
    case links = "links.csv"
  }

  let kind: Kind
  let table: CSVTable

  var rows: [CommodityRow] { table.rows.indices.map { CommodityRow(file: self, index: $0) } }
}

/// One row of a commodity's file.
struct CommodityRow {
  let file: CommodityFile
  let index: Int

  /// The cell of a column; empty if the file has no such column.
  subscript(column: String) -> String {
    file.table.column(column).map { file.table.rows[index][$0] } ?? ""
  }

  /// Where the cell stands; the row's first cell if the file has no such column.
  func place(_ column: String) -> Place {
    file.table.place(row: index, column: file.table.column(column) ?? 0)
  }
}

extension CommodityFile.Kind {
  /// Columns that say what a row is about.
  var keys: [String] {
    switch self {
    case .commodity: ["key"]
    case .use: ["importer", "measure"]
    case .trade: ["importer", "origin"]
    case .users: ["importer", "sector", "measure"]
    case .stocks: ["holder", "kind", "measure"]
    case .chokepoints: ["chokepoint", "name_ja", "measure"]
    case .routes: ["importer", "origins", "chokepoint", "measure"]
    case .releases: ["action", "holder", "count", "kind"]
    case .dependency: ["importer", "origin", "material", "series"]
    case .estimates: ["about", "place", "item"]
    case .groups: ["group", "members"]
    case .controls: ["country", "towards", "action", "kind", "from"]
    case .stages: ["stage", "name_ja", "measure"]
    case .links: ["stage", "buyer", "seller", "measure"]
    }
  }

  /// Columns that must be there.
  var required: [String] {
    keys + (hasValues ? ["value", "unit"] : []) + ["year", "source", "confidence"]
  }

  /// Whether a row states a figure.
  private var hasValues: Bool { self != .groups && self != .controls }

  /// Columns that may be there.
  var optional: [String] {
    switch self {
    case .groups: ["basis", "note"]
    case .controls: ["until", "suspended from", "suspended until", "basis", "note"]
    case .users: ["part", "low", "high", "basis", "note"]
    case .estimates:
      ["measure", "days", "price from", "price to", "low", "high", "basis", "note"]
    case .commodity: ["low", "high", "basis", "basis_ja", "besides", "note"]
    case .stages: ["input", "low", "high", "basis", "note"]
    default: ["low", "high", "basis", "note"]
    }
  }

  /// What no second row may repeat; nil if the row may be repeated.
  func identity(of row: CommodityRow) -> [String]? {
    let cells = keys.map { row[$0] }
    switch self {
    case .estimates: return nil
    case .commodity: return cells == [CommodityKey.gap.rawValue] ? nil : cells
    case .stocks: return cells.last == StockMeasure.stated.rawValue ? nil : cells
    case .dependency: return cells + [row["year"]]
    case .groups: return [cells[0]]
    case .chokepoints: return [cells[0], cells[2]]
    case .stages: return [cells[0], row["input"], cells[2]].filter { !$0.isEmpty }
    default: return cells
    }
  }
}

extension CommodityFile {
  /// Opens a file and logs what is wrong with its form; nil if it cannot be read on.
  init?(_ kind: Kind, _ source: Source, _ log: inout ProblemLog) {
    do throws(DiagnosticList) {
      self.init(kind: kind, table: try CSVTable(source))
    } catch {
      log.errors(error)
      return nil
    }
    let before = log.errorCount
    checkColumns(&log)
    guard log.errorCount == before else { return nil }
    checkRepetition(&log)
  }

  private func checkColumns(_ log: inout ProblemLog) {
    for name in kind.required where table.column(name) == nil {
      log.error(CSVProblem.missingColumn(name), at: table.headerPlace)
    }
    let known = kind.required + kind.optional
    for (index, name) in table.header.enumerated() {
      let place = table.place(row: -1, column: index)
      if table.column(name) != index {
        log.error(CommodityProblem.repeatedColumn(name), at: place)
      } else if !known.contains(name) {
        log.error(CommodityProblem.unknown(.column, name, known: known), at: place)
      }
    }
  }

  private func checkRepetition(_ log: inout ProblemLog) {
    var seen: Set<[String]> = []
    for row in rows {
      guard let identity = kind.identity(of: row), !seen.insert(identity).inserted else { continue }
      log.error(
        CommodityProblem.repeatedRow(identity.joined(separator: ", ")), at: row.place(kind.keys[0]))
    }
  }
}
