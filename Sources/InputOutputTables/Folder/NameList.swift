import Diagnostics
import Files

/// The lists beside a table: names of sectors and regions, countries and their regions.
struct NameList {
  /// English and Japanese name by code.
  private var names: [String: (en: String, ja: String)] = [:]
  /// The codes, in the order of the file.
  private(set) var codes: [String] = []

  /// No names: everything is called by its code.
  init() {}

  /// Reads sectors.csv or regions.csv (columns code, name, name_ja; others are not read).
  init(_ source: Source, into log: inout ProblemLog) {
    guard let table = log.table(source) else { return }
    guard let code = table.column("code") else {
      log.error(CSVProblem.missingColumn("code"), at: table.headerPlace)
      return
    }
    let (name, nameJa) = (table.column("name"), table.column("name_ja"))
    for (row, cells) in table.rows.enumerated() {
      let place = table.place(row: row, column: code)
      if cells[code].isEmpty {
        log.error(TableProblem.nameless(source.name), at: place)
      } else if names[cells[code]] != nil {
        log.error(TableProblem.duplicateLabel(cells[code]), at: place)
      } else {
        codes.append(cells[code])
        let english = Self.first([name.map { cells[$0] }, cells[code]])
        names[cells[code]] = (english, Self.first([nameJa.map { cells[$0] }, english]))
      }
    }
  }

  /// A region by code; its own code is its name where the list has none.
  func region(_ code: String) -> InputOutputTable.Region {
    let name = names[code] ?? (code, code)
    return .init(code: code, name: name.en, nameJa: name.ja)
  }

  /// A sector by code; its own code is its name where the list has none.
  func sector(_ code: String) -> InputOutputTable.Sector {
    let name = names[code] ?? (code, code)
    return .init(code: code, name: name.en, nameJa: name.ja)
  }

  private static func first(_ candidates: [String?]) -> String {
    candidates.compactMap { $0 }.first { !$0.isEmpty } ?? ""
  }
}

extension InputOutputTable.Country {
  /// Reads countries.csv (columns country, region); a region of three capital letters is its own.
  static func read(
    _ source: Source?, regions: [String], into log: inout ProblemLog
  ) -> [InputOutputTable.Country] {
    var found: [String: Int] = [:]
    for (index, code) in regions.enumerated() where isISO3(code) { found[code] = index }
    if let source, let table = log.table(source) {
      add(table, to: &found, regions: regions, into: &log)
    }
    return found.sorted { $0.key < $1.key }.map { .init(code: $0.key, region: $0.value) }
  }

  private static func add(
    _ table: CSVTable, to found: inout [String: Int], regions: [String], into log: inout ProblemLog
  ) {
    guard let country = table.column("country"), let region = table.column("region") else {
      let missing = table.column("country") == nil ? "country" : "region"
      return log.error(CSVProblem.missingColumn(missing), at: table.headerPlace)
    }
    var listed: Set<String> = []
    for (row, cells) in table.rows.enumerated() {
      let (code, home) = (cells[country], cells[region])
      let place = table.place(row: row, column: country)
      let index = regions.firstIndex(of: home)
      if !isISO3(code) {
        log.error(TableProblem.badCountry(code), at: place)
      } else if !listed.insert(code).inserted {
        log.error(TableProblem.duplicateLabel(code), at: place)
      } else if let index, let own = found[code], own != index {
        log.error(TableProblem.regionElsewhere(code, region: home), at: place)
      } else if let index {
        found[code] = index
      } else {
        let problem = TableProblem.unknownRegion(
          home, suggestion: nearest(home, in: regions))
        log.error(problem, at: table.place(row: row, column: region))
      }
    }
  }

  static func isISO3(_ code: String) -> Bool {
    code.utf8.count == 3
      && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
