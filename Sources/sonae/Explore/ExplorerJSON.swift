import Commodities
import Diagnostics
import Explorer
import Files
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios

/// What a page is told, as JSON.
enum ExplorerJSON {
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
      "cases": .array(study.results.map { paths($0, study) }), "payers": payers(study.base),
      "groups": groups(file),
    ]
  }

  /// Who pays, in words.
  private static func payers(_ result: ScenarioResult) -> JSON {
    .array(
      RiskReport.payers(result).map { payer in
        ["code": .string(payer.code), "name": both(payer.name)]
      })
  }

  static func groups(_ file: ScenarioFile) -> JSON {
    .array(ControlReader(file.document).groups.map { $0.json })
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
      "name": both(study.name(of: result)),
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
  ///
  /// `economy` and `settings` are those of the command line, `changes` those of the page.
  static func command(
    _ name: String, economy: String?, settings: [String], _ changes: [RunRequest.Change]
  ) -> String {
    let economy = economy.map { ["--economy", $0] } ?? []
    let settings = (settings + changes.map { $0.setting }).flatMap { ["--set", $0] }
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

  static func both(_ words: Bilingual) -> JSON {
    ["en": .string(words.en), "ja": .string(words.ja)]
  }
}
