import InputOutputTables
import ArgumentParser
import Diagnostics
import Reporting
import Scenarios

/// `sonae compare`: the same tables of several scenarios side by side.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show scenarios side by side, differences against the first.")

  @Argument(help: "Two or more scenario files, or names of bundled scenarios.")
  var files: [String]

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var batches: BatchOptions

  func validate() throws {
    if files.count < 2 { throw ValidationError("compare needs two scenarios or more") }
  }

  func run() async throws {
    try await Terminal.refusing(in: options.language ?? .en) {
      let runs = try await ScenarioRun.runs(files, options, batches.batching)
      let language = runs[0].language
      let tables = Comparison.tables(runs)
      let shown = try format.table.map { [try chosen($0, from: tables)] } ?? tables
      Terminal.result(format.format.render(shown, format.rendering(in: language)))
    }
  }
}

/// Tables of several runs, joined.
enum Comparison {
  /// What is compared, a table each.
  private static let measures = [
    "value_added_loss_share_of_gdp", "final_demand_unmet_share",
    "import_bill_change_share_of_gdp", "consumer_price_change",
  ]

  /// One measure a table: regions down, runs across, differences against the first.
  static func tables(_ runs: [ScenarioRun]) -> [Table] {
    // Runs on one table show the first's regions; on another, each its own.
    let first = runs[0].runner.study
    let names = OutputFolder.baseNames(runs.map(\.file.source.name))
    let variants = runs.enumerated().map { index, run -> TableVariant in
      let study = run.runner.study
      let isSameTable =
        study.economy.table.description.sha256 == first.economy.table.description.sha256
      return TableVariant(
        name: Bilingual(same: names[index]),
        table: RiskReport.regions(study, showing: isSameTable ? first.shownRegions : nil))
    }
    return measures.map { measure in
      let joined = Table.joined(variants: variants, keys: ["region"], measures: [measure])
      let heading = variants[0].table.columns.first { $0.key == measure }?.heading
      return Table(
        name: measure, title: heading ?? joined.title, columns: joined.columns,
        rows: joined.rows, notes: joined.notes)
    }
  }
}
