import Commodities
import Diagnostics
import InputOutputTables
import LinearAlgebra
import Quantities
import ScenarioText
import Scenarios

/// A table of one cell value everywhere, for its names only.
func sampleTable(
  regions: [String], sectors: [String], countries: [String: String] = [:],
  money: String = "million USD"
) -> InputOutputTable {
  let named = ["JPN": ("Japan", "日本"), "ROW": ("Rest of world", "その他世界")]
  let labels = regions.flatMap { region in sectors.map { region + "_" + $0 } }
  let count = labels.count
  let demand = regions.flatMap { [$0 + "_HFCE", $0 + "_GFCF"] }
  return InputOutputTable(
    description: .init(
      name: "sample", year: 2011, moneyUnit: money, source: "", licence: "", sha256: ""),
    separator: "_",
    regions: regions.map {
      .init(code: $0, name: named[$0]?.0 ?? $0, nameJa: named[$0]?.1 ?? $0)
    },
    sectors: sectors.map { .init(code: $0, name: $0 == "F" ? "Construction" : $0, nameJa: $0) },
    countries: countries.sorted { $0.key < $1.key }.map { country in
      .init(code: country.key, region: regions.firstIndex(of: country.value) ?? 0)
    },
    nodeLabels: labels,
    nodeRegion: regions.indices.flatMap { region in sectors.map { _ in region } },
    nodeSector: regions.flatMap { _ in sectors.indices },
    intermediateUse: Matrix(rows: count, columns: count),
    finalDemandLabels: demand,
    finalDemandRegion: regions.indices.flatMap { [$0, $0] },
    finalDemand: Matrix(rows: count, columns: demand.count),
    primaryInputLabels: [], primaryInputs: Matrix(rows: 0, columns: count),
    grossOutput: [Double](repeating: 1, count: count))
}

/// A commodity of which only the name and unit matter.
func sampleCommodity(_ name: String, _ nameJa: String, unit: String) -> Commodity {
  let none = Figure(
    value: nil, unit: "", year: "", basis: "", source: "test", confidence: .missing)
  return Commodity(
    name: name, nameJa: nameJa, unit: unit, year: 2024, tableSector: "C", spareCapacity: none,
    importers: [], chokepoints: [], groups: [],
    price: .init(
      market: .world, base: none, supply: none, supplyElasticity: none, demandElasticity: none,
      bound: none, comparisons: []), gaps: [])
}

/// Japan, China, Korea, the United States and the rest, in the sectors of the bundled defaults.
let sampleSectors = ["AtB", "C", "23", "24", "27t28", "29", "30t33", "34t35", "E", "F", "J", "60"]

enum Sample {
  static let defaults = Result { () throws(DiagnosticList) in try SectorDefaults.bundled() }

  static let names = Result { () throws(DiagnosticList) in
    let table = sampleTable(
      regions: ["JPN", "CHN", "KOR", "USA", "ROW"], sectors: sampleSectors,
      countries: [
        "JPN": "JPN", "CHN": "CHN", "KOR": "KOR", "USA": "USA", "AUS": "ROW", "VNM": "ROW",
        "SAU": "ROW",
      ])
    let others = [
      sampleCommodity("gallium", "ガリウム", unit: "t"),
      sampleCommodity("magnets", "磁石", unit: "t"),
    ]
    return Names(
      table,
      try CommodityCatalogue.bundled()
        .filter { ["crude oil", "rare earths"].contains($0.name) } + others)
  }

  static func document(_ text: String) throws -> Document {
    try Parser.parse(Source(name: "test.yaml", text: text))
  }

  /// Decodes a file against the sample economy.
  static func decode(_ text: String) throws -> DecodedScenario {
    try ScenarioDecoder.decode(
      try document(text), names: try names.get(), defaults: try defaults.get())
  }

  /// The messages of a file as `line:column code message`.
  static func messages(_ text: String) throws -> [String] {
    ScenarioDecoder.check(
      try document(text), names: try names.get(), defaults: try defaults.get()
    ).map(line)
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    let start = diagnostic.place?.start
    let place = start.map { "\($0.line):\($0.column) " } ?? ""
    return place + diagnostic.problem.code + " " + diagnostic.problem.message(in: .en)
  }
}

extension Scenario {
  /// The levers of a list, to be compared.
  func written(_ list: LeverList) -> [AnyLever] { levers(of: list) }
}

/// Levers of several kinds as a scenario holds them.
func erased(_ levers: [any Lever]) -> [AnyLever] { levers.map { $0.erased } }
