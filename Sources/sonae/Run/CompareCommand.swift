import ArgumentParser
import Diagnostics
import InputOutputTables
import Reporting
import Scenarios

/// `sonae compare`: the same tables of several scenarios side by side.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show scenarios side by side, differences against the first.")

  @Argument(help: "Two or more scenario files, or names of bundled scenarios; one with --models.")
  var files: [String]

  @Flag(help: "One scenario under each preset of the model: sonae, pooled, ario.")
  var models = false

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var batches: BatchOptions

  func validate() throws {
    if models {
      if files.count != 1 { throw ValidationError("--models takes one scenario") }
    } else if files.count < 2 {
      throw ValidationError("compare needs two scenarios or more, or one and --models")
    }
  }

  func run() async throws {
    try await Terminal.refusing(in: options.language ?? .en) {
      let read =
        models ? try ModelComparison.files(files[0], options) : try ScenarioFile.all(files, options)
      let language = read[0].language(options)
      let remarks = models ? [] : Comparison.remarks(read)
      format.warn(Reach.distinct(read.flatMap(\.warnings) + remarks), in: language)
      let cut = models ? read : Comparison.cut(read)
      let runs = try await ScenarioRun.runs(cut, options, batches.batching)
      format.warn(Reach.distinct(runs.flatMap(\.runner.messages)), in: language)
      let report =
        models ? ModelComparison(runs: runs).report : Comparison.report(runs, remarks)
      let rendering = format.rendering(in: language)
      Terminal.result(
        try format.table.map {
          report.render(try chosen($0, from: report.tables), as: format.format, rendering)
        } ?? report.render(format.format, rendering))
    }
  }
}

/// Several scenarios side by side, over the days that all of them have.
enum Comparison {
  /// The scenarios as written over their common days; variants stand in each one's own report.
  static func cut(_ files: [ScenarioFile]) -> [ScenarioFile] {
    let days = files.map(\.decoded.base.horizon).min() ?? 1
    return files.map { $0.base(lasting: days) }
  }

  /// What a reader of the comparison should know: days left out, economies that differ.
  static func remarks(_ files: [ScenarioFile]) -> [Diagnostic] {
    let names = OutputFolder.baseNames(files.map(\.source.name))
    let horizons = files.map(\.decoded.base.horizon)
    let abouts = files.map(\.table.description)
    var problems: [RunProblem] = []
    if Set(horizons).count > 1 {
      problems.append(
        .cut(days: horizons.min() ?? 1, horizons: zip(names, horizons).map { ($0, $1) }))
    }
    if Set(abouts.map(\.sha256)).count > 1 {
      problems.append(
        .economies(
          zip(names, abouts).map { name, about in
            let year = about.year.map { " (\($0))" } ?? ""
            return "\(name) on \(about.name)\(year), \(about.moneyUnit)"
          }))
    }
    let varied = zip(names, files).filter { !$1.decoded.variants.isEmpty }.map { $0.0 }
    if !varied.isEmpty { problems.append(.variantsNotCompared(varied)) }
    return problems.map { Diagnostic(.warning, $0) }
  }

  /// The tables, with the warnings of the comparison and of every scenario in it.
  static func report(_ runs: [ScenarioRun], _ remarks: [Diagnostic]) -> Report {
    let names = OutputFolder.baseNames(runs.map(\.file.source.name))
    let own = zip(names, runs).flatMap { name, run in
      RiskReport.report(run.runner.study).warnings.map {
        Bilingual("\(name): \($0.en)", "\(name)：\($0.ja)")
      }
    }
    return Report(
      tables: tables(runs),
      warnings: ScenarioFile.sentences(remarks) + own)
  }

  /// What is compared, a table each.
  private static let measures = [
    "value_added_loss_share_of_gdp", "income_loss_share_of_gdp", "final_demand_unmet_share",
    "import_bill_change_share_of_gdp", "consumer_price_change",
  ]

  /// One measure a table: regions down, runs across, differences against the first.
  static func tables(_ runs: [ScenarioRun], named given: [Bilingual]? = nil) -> [Table] {
    // Runs on one table show the first's regions; on another, each its own.
    let first = runs[0].runner.study
    let names =
      given ?? OutputFolder.baseNames(runs.map(\.file.source.name)).map { Bilingual(same: $0) }
    let variants = runs.enumerated().map { index, run -> TableVariant in
      let study = run.runner.study
      let isSameTable =
        study.economy.table.description.sha256 == first.economy.table.description.sha256
      return TableVariant(
        name: names[index],
        table: RiskReport.regions(study, showing: isSameTable ? first.shownRegions : nil))
    }
    return measures.map { measure in
      let joined = Table.joined(variants: variants, keys: ["region"], measures: [measure])
      let heading = variants[0].table.columns.first { $0.key == measure }?.standingAlone
      return Table(
        name: measure, title: heading ?? joined.title, columns: joined.columns,
        rows: joined.rows, notes: joined.notes)
    }
  }
}
