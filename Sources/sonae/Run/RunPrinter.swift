import Diagnostics
import Reporting
import Scenarios

/// Prints the results of one or more files: reports as they come, machine-read formats as one whole.
struct RunPrinter {
  /// How several results become one text.
  private enum Layout {
    /// A report each.
    case reports
    /// One JSON document of all summaries.
    case summaries
    /// One page of all reports.
    case page
    /// One table whose first column names the scenario.
    case table
  }

  private let format: FormatOptions
  private let layout: Layout
  /// Names of the files' scenarios, all different.
  private let names: [String]
  private var number = 0
  private var summaries: [JSON] = []
  private var reports: [Report] = []
  private var tables: [TableVariant] = []
  private var warnings: [Bilingual] = []

  init(_ format: FormatOptions, files: [String]) {
    self.format = format
    names = OutputFolder.baseNames(files)
    let isOneTable = format.table != nil || format.format == .csv
    layout =
      files.count == 1
      ? .reports
      : isOneTable
        ? .table : format.format == .json ? .summaries : format.format == .html ? .page : .reports
  }

  /// Takes the result of the next file; what can be printed by now.
  mutating func take(_ run: ScenarioRun) throws -> String {
    defer { number += 1 }
    switch layout {
    case .reports:
      return (number > 0 ? "\n" : "") + (try run.text(format))
    case .summaries:
      summaries.append(RiskSummary.json(run.runner.study, of: run.identity, in: run.language))
    case .page: reports.append(RiskReport.report(run.runner.study))
    case .table: try stack(run)
    }
    return number == names.count - 1 ? whole(in: run.languages) : ""
  }

  private mutating func stack(_ run: ScenarioRun) throws {
    let report = RiskReport.report(run.runner.study)
    let first = tables.first?.table ?? report.tables.first
    let table = try chosen(
      format.table ?? first?.name ?? ReportTable.regions.rawValue, from: report.tables)
    let name = names[number]
    tables.append(TableVariant(name: Bilingual(same: name), table: table))
    warnings += report.warnings.map { Bilingual("\(name): \($0.en)", "\(name)：\($0.ja)") }
  }

  private func whole(in languages: [Language]) -> String {
    if layout == .summaries {
      return JSON.object([
        JSON.Member("schema", "sonae.summaries/1"), JSON.Member("runs", .array(summaries)),
      ]).pretty + "\n"
    }
    if layout == .page { return Page(reports, in: languages).html }
    return Report(tables: [Table.stacked(tables)], warnings: warnings)
      .render(format.format, format.rendering(in: languages[0]))
  }
}
