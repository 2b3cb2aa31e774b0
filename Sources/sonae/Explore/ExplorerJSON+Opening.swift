import Commodities
import Diagnostics
import InputOutputTables
import Inspection
import Reporting
import RiskMetrics

extension ExplorerJSON {
  /// The scenario as it was opened, schema `sonae.explorer/1`.
  static func opening(_ file: ScenarioFile, language: Language) -> JSON {
    let table = file.table
    return [
      "schema": "sonae.explorer/1", "version": .string(Version.current),
      "file": .string(file.source.name), "language": .string(language.rawValue),
      "separator": .string(table.separator),
      "regions": .array(
        table.regions.map { region in
          let place = TileLayout.places[region.code]
          return [
            "code": .string(region.code), "name": both(Bilingual(region.name, region.nameJa)),
            "column": .integer(place?.column), "row": .integer(place?.row),
          ]
        }),
      "sectors": .array(
        table.sectors.map {
          ["code": .string($0.code), "name": both(Bilingual($0.name, $0.nameJa))]
        }),
      "commodities": .array(
        file.commodities.map {
          ["code": .string($0.name), "name": both(Bilingual($0.name, $0.nameJa))]
        }),
      "chokepoints": chokepoints(file.commodities),
      "money": [
        "table": money(table.description.moneyUnit), "ledger": money(RiskSummary.ledgerMoney),
      ],
      "inputs": inputs(table), "groups": groups(file),
    ]
  }

  /// Straits and canals that goods pass, each once.
  private static func chokepoints(_ commodities: [Commodity]) -> JSON {
    var seen: Set<String> = []
    return .array(
      commodities.flatMap(\.chokepoints).filter { seen.insert($0.name).inserted }.map {
        ["code": .string($0.name), "name": both(Bilingual($0.name, $0.nameJa))]
      })
  }

  /// A unit of money in words, and what numbers in it are multiplied by for readers of each language.
  private static func money(_ unit: String) -> JSON {
    let words = MoneyWords(unit)
    return [
      "unit": both(words.unit),
      "factor": ["en": .number(1), "ja": .number(words.japaneseFactor)],
    ]
  }

  /// What each region's industries buy, by origin, at face value and through every tier, as
  /// `sonae inspect --table dependency` has it; null where the table allows no such sum.
  private static func inputs(_ table: InputOutputTable) -> JSON {
    guard let found = try? Inspection(table).inputOrigins() else { return .null }
    return .array(
      zip(table.regions, found.importers).map { region, inputs in
        [
          "region": .string(region.code),
          "origins": .array(
            zip(found.origins.indices, found.origins).map { index, origin in
              [
                "origin": .string(origin), "share": .number(inputs?.share[index]),
                "look_through": .number(inputs?.lookThrough[index]),
              ]
            }),
        ]
      })
  }
}
