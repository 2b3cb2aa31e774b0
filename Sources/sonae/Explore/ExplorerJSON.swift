import Commodities
import Diagnostics
import Explorer
import Files
import InputOutputTables
import Inspection
import Quantities
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios

/// What a page is told, as JSON.
enum ExplorerJSON {
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
      "inputs": inputs(table), "groups": groups(file),
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

  /// A result, schema `sonae.exploration/1`; `summary` is what `sonae run --format json` prints.
  static func answer(
    _ study: RiskStudy, _ file: ScenarioFile, _ request: RunRequest, command: String
  ) -> JSON {
    let identity = RiskSummary.Identity(
      file: file.source.name, sha256: sha256Hex(file.source.bytes))
    return [
      "schema": "sonae.exploration/1", "extent": .string(request.extent.rawValue),
      "changes": .integer(request.changes.count), "command": .string(command),
      "yaml": .string(yaml(file.document.root)),
      "start": .string(study.base.scenario.start?.description),
      "shown": .array(study.shownRegions.map { .string(file.table.regions[$0].code) }),
      "figures": .array(file.table.regions.indices.map { Figures.json($0, study) }),
      "summary": RiskSummary.json(study, of: identity, in: request.language),
      "report": report(RiskReport.report(study), in: request.language),
      "cases": .array(study.results.map { paths($0, study) }), "groups": groups(file),
    ]
  }

  private static func groups(_ file: ScenarioFile) -> JSON {
    .array(ControlReader(file.document).groups.map(\.json))
  }

  private static func report(_ report: Report, in language: Language) -> JSON {
    [
      "title": both(report.title), "subtitle": both(report.subtitle),
      "findings": .array(report.findings.map(both)),
      "warnings": .array(report.warnings.map(both)),
      "assumptions": .array(report.assumptions.map(both)),
      "tables": .array(
        report.tables.map { table in
          [
            "name": .string(table.name), "title": both(table.title),
            "html": ["en": .string(table.html(in: .en)), "ja": .string(table.html(in: .ja))],
            "csv": .string(table.csv(in: language)),
          ]
        }),
    ]
  }

  /// Paths of the regions shown, and of commodities by importer.
  private static func paths(_ result: ScenarioResult, _ study: RiskStudy) -> JSON {
    let regions = study.economy.table.regions
    return [
      "name": .string(result.variant),
      "output": .array(
        study.shownRegions.map { region in
          [
            "region": .string(regions[region].code),
            "values": .array(
              result.uncomputed.contains(region)
                ? [] : (result.paths?.output[region] ?? []).map { .number($0) }),
          ]
        }),
      "commodities": .array(
        (result.paths?.commodities ?? []).map { commodity in
          [
            "commodity": .string(study.commodities[commodity.commodity].name),
            "region": .string(regions[commodity.region].code),
            "cover": .array(commodity.cover.map { .number($0) }),
            "price": commodity.priceChange.map { .array($0.map { .number($0) }) } ?? .null,
          ]
        }),
    ]
  }

  /// The command that gives the same result.
  static func command(
    _ name: String, _ options: ScenarioOptions, _ changes: [RunRequest.Change]
  ) -> String {
    let economy = options.economy.map { ["--economy", $0] } ?? []
    let settings = (options.settings + changes.map(\.setting)).flatMap { ["--set", $0] }
    let words = ["sonae", "run", name] + economy + settings
    return words.map(shellWord).joined(separator: " ")
  }

  /// A word as a shell takes it: in single quotes unless it is plain.
  private static func shellWord(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || "0123456789-_./:@%+=".unicodeScalars.contains($0))
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func both(_ words: Bilingual) -> JSON {
    ["en": .string(words.en), "ja": .string(words.ja)]
  }
}
