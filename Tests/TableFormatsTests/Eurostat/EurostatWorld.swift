import LinearAlgebra
import TableFormats

/// A small country in the layout of naio_10: home and imported flows, sums and parts side by side.
struct EurostatWorld {
  static let sectors = ["CPA_A01", "CPA_B", "CPA_C10-12", "CPA_C24", "CPA_L68A", "CPA_L68B"]
  /// Sums of sectors, whose parts are there too.
  static let sums = ["CPA_C": ["CPA_C10-12", "CPA_C24"], "CPA_L68": ["CPA_L68A", "CPA_L68B"]]
  static let finals = ["P3_S14", "P3_S15", "P3_S13", "P51G", "P52", "P53", "P6"]

  /// One cell of the file.
  struct Cell {
    var unit = "MIO_EUR"
    let origin: String
    let row: String
    let column: String
    let country: String
    let year: Int
    var value: String
  }

  let country: String
  let year: Int
  private(set) var home: [String: [String: Double]] = [:]
  private(set) var imports: [String: [String: Double]] = [:]
  private(set) var taxes: [String: Double] = [:]
  private(set) var valueAdded: [String: Double] = [:]
  private(set) var output: [String: Double] = [:]

  init(country: String = "AT", year: Int = 2020, seed: UInt64 = 5) {
    (self.country, self.year) = (country, year)
    var generator = SplitMix64(seed: seed)
    let random = { (size: Double) in (generator.nextUniform() * size).rounded() }
    for row in Self.sectors {
      for column in Self.sectors + Self.finals {
        let isFinal = Self.finals.contains(column)
        home[row, default: [:]][column] =
          column == "P52" ? random(20) - 10 : random(isFinal ? 300 : 50)
        imports[row, default: [:]][column] = ["P52", "P6"].contains(column) ? 0 : random(20)
      }
      output[row] = home[row]?.values.reduce(0, +)
      taxes[row] = random(9)
    }
    for user in Self.sectors {
      let bought = Self.sectors.reduce(0) {
        $0 + (home[$1]?[user] ?? 0) + (imports[$1]?[user] ?? 0)
      }
      valueAdded[user] = (output[user] ?? 0) - bought - (taxes[user] ?? 0)
    }
  }

  /// Imported inputs by user.
  var importedInputs: [Double] {
    Self.sectors.map { user in Self.sectors.reduce(0) { $0 + (imports[$1]?[user] ?? 0) } }
  }

  /// The cells of the file, the origins that are asked for.
  func cells(origins: [String] = ["DOM", "IMP", "TOTAL"], imported: Bool = true) -> [Cell] {
    origins.flatMap { origin in
      rows(origin, imported: imported).flatMap { row, values in
        Self.withSums(values).map { column, value in
          Cell(
            origin: origin, row: row, column: column, country: country, year: year,
            value: cell(value))
        }
      }
    }
  }

  private func rows(_ origin: String, imported: Bool) -> [(String, [String: Double])] {
    let products = Self.sectors.map { row -> (String, [String: Double]) in
      let (mine, theirs) = (home[row] ?? [:], imports[row] ?? [:])
      return switch origin {
      case "DOM": (row, mine)
      case "IMP": (row, theirs)
      default: (row, mine.merging(theirs, uniquingKeysWith: +))
      }
    }
    let sum = { (parts: [String]) in
      products.filter { parts.contains($0.0) }.reduce(into: [String: Double]()) {
        $0.merge($1.1, uniquingKeysWith: +)
      }
    }
    let sums = Self.sums.sorted { $0.key < $1.key }.map { ($0.key, sum($0.value)) }
    let all = products + sums + [("CPA_TOTAL", sum(Self.sectors))]
    if origin == "IMP" { return all }
    let inputs = Dictionary(uniqueKeysWithValues: zip(Self.sectors, importedInputs))
    let bought = imports.mapValues { $0.values.reduce(0, +) }
    let row = origin == "DOM" ? ("IMP", inputs) : ("P7", bought)
    return all + (imported ? [row] : []) + [
      ("D21X31", taxes), ("D1", valueAdded.mapValues { $0 * 0.5 }),
      ("D11", valueAdded.mapValues { $0 * 0.25 }), ("D29X39", valueAdded.mapValues { _ in 2 }),
      ("B2A3G", valueAdded.mapValues { $0 * 0.5 - 2 }), ("B1G", valueAdded), ("P1", output),
    ]
  }

  /// A row's cells with the sums that the file has.
  private static func withSums(_ values: [String: Double]) -> [(String, Double)] {
    let sum = { (parts: [String]) in parts.reduce(0) { $0 + (values[$1] ?? 0) } }
    let own = (sectors + finals).compactMap { code in values[code].map { (code, $0) } }
    let ofSectors = sums.sorted { $0.key < $1.key }.map { ($0.key, sum($0.value)) }
    let totals = ofSectors + [("TOTAL", sum(sectors))]
    guard values["P6"] != nil else { return own + totals }
    return own + totals + [
      ("P3", sum(Array(finals[..<3]))), ("P5", sum(Array(finals[3..<6]))), ("TFU", sum(finals)),
      ("TU", sum(sectors + finals)),
    ]
  }

  private static let dimensions = ["freq", "unit", "stk_flow", "prd_use", "prd_ava", "geo"]

  /// The cells as Eurostat's TSV: a column a year, `: ` where there is nothing.
  static func tsv(_ cells: [Cell], names: [String] = dimensions) -> [[String]] {
    let years = Set(cells.map(\.year)).sorted()
    var order: [String] = []
    var lines: [String: [Int: String]] = [:]
    for cell in cells {
      let key = ["A", cell.unit, cell.origin, cell.column, cell.row, cell.country]
        .joined(separator: ",")
      if lines[key] == nil { order.append(key) }
      lines[key, default: [:]][cell.year] = cell.value
    }
    let header = [names.joined(separator: ",") + "\\TIME_PERIOD"] + years.map { "\($0) " }
    return [header]
      + order.map { key in [key] + years.map { (lines[key]?[$0] ?? ":") + " " } }
  }

  /// A file of home flows.
  static let delivery = Delivery(
    "naio", .eurostat,
    [
      "estat_naio_10_cp1700.tsv": text(
        tsv(EurostatWorld().cells(origins: ["DOM"])), separator: "\t")
    ])

  /// The cells as SDMX-CSV: a line a cell, flags in a column of their own.
  static func sdmx(_ cells: [Cell]) -> [[String]] {
    let header =
      ["DATAFLOW", "LAST UPDATE"] + dimensions
      + ["TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "CONF_STATUS"]
    return [header]
      + cells.map {
        [
          "ESTAT:NAIO_10_CP1700(1.0)", "28/06/25 23:00:00", "A", $0.unit, $0.origin, $0.column,
          $0.row, $0.country, "\($0.year)", $0.value, "p", "",
        ]
      }
  }
}
