package import Diagnostics
internal import Files

/// Which region or sector of a table becomes which.
package struct Concordance: Sendable, Hashable {
  /// What is mapped.
  package enum Subject: String, Sendable, CaseIterable {
    /// The table's regions.
    case region
    /// The table's sectors.
    case sector

    /// Codes of the table.
    func codes(in table: InputOutputTable) -> [String] {
      switch self {
      case .region: table.regions.map { $0.code }
      case .sector: table.sectors.map { $0.code }
      }
    }

    /// English and Japanese names of the table by code.
    func names(in table: InputOutputTable) -> [String: Name] {
      let all =
        switch self {
        case .region: table.regions.map { ($0.code, Name(en: $0.name, ja: $0.nameJa)) }
        case .sector: table.sectors.map { ($0.code, Name(en: $0.name, ja: $0.nameJa)) }
        }
      return Dictionary(all) { first, _ in first }
    }
  }

  /// A name in both languages.
  package struct Name: Sendable, Hashable {
    /// In English.
    package let en: String
    /// In Japanese.
    package let ja: String
  }

  /// The new code of each region or sector, in the table's order.
  package let targets: [String]
  /// The new codes, each once, in the order of the new table.
  package let order: [String]
  /// Names of the new codes; a code without a name is its own.
  package let names: [String: Name]

  /// Leaves every region or sector as it is.
  package static func identity(_ subject: Subject, of table: InputOutputTable) -> Concordance {
    let codes = subject.codes(in: table)
    return Concordance(targets: codes, order: codes, names: subject.names(in: table))
  }

  /// Keeps the regions named, in the order named, and joins the others to one at the end.
  ///
  /// Throws every unknown or repeated code at once.
  package static func keeping(
    _ regions: [String], rest: String = "ROW", of table: InputOutputTable
  ) throws(DiagnosticList) -> Concordance {
    let known = table.regions.map { $0.code }
    var log = ProblemLog()
    var kept: [String] = []
    for code in regions {
      if !known.contains(code) {
        let near = nearest(code, in: known)
        log.error(ShapeProblem.unknown(code, of: "region", suggestion: near))
      } else if kept.contains(code) {
        log.error(ShapeProblem.twice(code))
      } else {
        kept.append(code)
      }
    }
    if regions.isEmpty { log.error(ShapeProblem.keepsNothing) }
    check(rest, as: .region, of: table, at: nil, into: &log)
    if let failure = log.failure { throw failure }
    let targets = known.map { kept.contains($0) ? $0 : rest }
    let isRestNew = targets.contains(rest) && !kept.contains(rest)
    var names = Subject.region.names(in: table)
    // A region of that code keeps its name only where no other is joined to it.
    let joined = known.filter { !kept.contains($0) }
    if isRestNew, joined != [rest] { names[rest] = Name(en: "Rest of the world", ja: "その他世界") }
    return Concordance(targets: targets, order: kept + (isRestNew ? [rest] : []), names: names)
  }

  /// Reads a file of columns region (or sector) and to, optionally name and name_ja of the new code.
  ///
  /// New codes stand in the order in which the file first names them. Throws every mistake at once:
  /// unknown, repeated and absent codes, empty targets, separators in region codes.
  package static func read(
    _ file: Source, _ subject: Subject, of table: InputOutputTable
  ) throws(DiagnosticList) -> Concordance {
    let rows = try CSVTable(file)
    var log = ProblemLog()
    guard let from = rows.column(subject.rawValue), let to = rows.column("to") else {
      let missing = [subject.rawValue, "to"].filter { rows.column($0) == nil }
      for name in missing { log.error(CSVProblem.missingColumn(name), at: rows.headerPlace) }
      throw DiagnosticList(log.errors)
    }
    let known = subject.codes(in: table)
    var found: [String: String] = [:]
    var order: [String] = []
    var names = subject.names(in: table)
    for (row, cells) in rows.rows.enumerated() {
      let place = rows.place(row: row, column: from)
      let target = cells[to]
      if !known.contains(cells[from]) {
        let near = nearest(cells[from], in: known)
        log.error(
          ShapeProblem.unknown(cells[from], of: subject.rawValue, suggestion: near), at: place)
      } else if found.updateValue(target, forKey: cells[from]) != nil {
        log.error(ShapeProblem.twice(cells[from]), at: place)
      }
      if target.isEmpty {
        log.error(ShapeProblem.emptyTarget(cells[from]), at: rows.place(row: row, column: to))
        continue
      }
      check(target, as: subject, of: table, at: rows.place(row: row, column: to), into: &log)
      if !order.contains(target) { order.append(target) }
      if let name = rows.name(row) { names[target] = name }
    }
    let absent = known.filter { found[$0] == nil }
    if !absent.isEmpty {
      log.error(ShapeProblem.unlisted(absent, of: subject.rawValue), at: rows.headerPlace)
    }
    if let failure = log.failure { throw failure }
    return Concordance(targets: known.map { found[$0] ?? $0 }, order: order, names: names)
  }

  /// Logs a region code that would be cut at the separator of labels.
  static func check(
    _ code: String, as subject: Subject, of table: InputOutputTable, at place: Place?,
    into log: inout ProblemLog
  ) {
    guard subject == .region, !table.separator.isEmpty, code.contains(table.separator) else {
      return
    }
    log.error(ShapeProblem.holdsSeparator(code, separator: table.separator), at: place)
  }
}

extension CSVTable {
  /// The names of a row's new code; nil if the columns name and name_ja are absent or empty.
  func name(_ row: Int) -> Concordance.Name? {
    let en = column("name").map { rows[row][$0] } ?? ""
    let ja = column("name_ja").map { rows[row][$0] } ?? ""
    if en.isEmpty, ja.isEmpty { return nil }
    return Concordance.Name(en: en.isEmpty ? ja : en, ja: ja.isEmpty ? en : ja)
  }
}
