import Diagnostics
import Files

/// What economy.csv says; every key is optional.
struct EconomySettings {
  static let keys = [
    "schema", "name", "name_ja", "year", "currency", "unit", "separator", "regions", "region",
    "basis", "note", "note_ja", "source", "licence",
  ]

  private var values: [String: String] = [:]
  /// The year of the flows.
  private(set) var year: Int?
  /// True for `regions,many`, false for `regions,one`, nil if the labels decide.
  private(set) var hasManyRegions: Bool?

  /// Whether neither `regions` nor `region` is there, so that the labels decide.
  var saysNothingOfRegions: Bool { hasManyRegions == nil && values["region"] == nil }

  var name: String? { values["name"] }
  var moneyUnit: String { values["unit"] ?? values["currency"] ?? "money" }
  var separator: String { values["separator"] ?? "_" }
  var region: String { values["region"] ?? "ALL" }
  var source: String { values["source"] ?? "" }
  var licence: String { values["licence"] ?? "" }
  var nameJa: String? { values["name_ja"] }
  /// What the numbers are; nil if not stated.
  private(set) var basis: InputOutputTable.Description.Basis?
  var note: Bilingual {
    let note = values["note"] ?? values["note_ja"] ?? ""
    return Bilingual(note, values["note_ja"] ?? note)
  }

  /// Nothing said.
  init() {}

  /// Reads economy.csv; mistakes go to the log.
  init(_ source: Source, into log: inout ProblemLog) {
    guard let table = log.table(source) else { return }
    var first = 0
    var columns = (key: table.column("key"), value: table.column("value"))
    if columns.key == nil, table.header.count == 2, Self.keys.contains(table.header[0]) {
      (columns.key, columns.value, first) = (0, 1, -1)
    }
    guard let key = columns.key, let value = columns.value else {
      log.error(FolderProblem.missingKeyColumn, at: table.headerPlace)
      return
    }
    for row in first..<table.rows.count {
      let cells = row < 0 ? table.header : table.rows[row]
      take(
        cells[key], cells[value], key: table.place(row: row, column: key),
        value: table.place(row: row, column: value), into: &log)
    }
  }

  private mutating func take(
    _ key: String, _ value: String, key keyPlace: Place, value place: Place,
    into log: inout ProblemLog
  ) {
    guard Self.keys.contains(key) else {
      let suggestion = nearest(key, in: Self.keys)
      return log.warn(FolderProblem.unknownKey(key, suggestion: suggestion), at: keyPlace)
    }
    guard values[key] == nil else {
      return log.error(FolderProblem.duplicateKey(key), at: keyPlace)
    }
    guard !value.isEmpty || key == "separator" else { return }
    values[key] = value
    if let expected = refuse(value, of: key) {
      log.error(FolderProblem.badValue(value, key: key, expected: expected), at: place)
    }
  }

  /// Takes a value that is not mere text; returns what is accepted if it is refused.
  private mutating func refuse(_ value: String, of key: String) -> Bilingual? {
    let words = { (accepted: String) in Bilingual(accepted, accepted) }
    switch key {
    case "year":
      year = Int(value)
      return year == nil
        ? Bilingual("a year, such as `2020`", "`2020` のような年(西暦)") : nil
    case "regions":
      hasManyRegions = value == "many" ? true : value == "one" ? false : nil
      return hasManyRegions == nil ? words("many, one") : nil
    case "basis":
      basis = .init(rawValue: value)
      let known = InputOutputTable.Description.Basis.allCases.map { $0.rawValue }
      return basis == nil ? words(known.joined(separator: ", ")) : nil
    case "separator":
      return value.isEmpty ? words("_") : nil
    case "schema":
      return ["1", "sonae.economy/1"].contains(value) ? nil : words("1, sonae.economy/1")
    default:
      return nil
    }
  }
}
