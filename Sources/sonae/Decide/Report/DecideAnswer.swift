import Diagnostics
import InputOutputTables
import Reporting
import Scenarios

/// What a question came to.
struct DecideAnswer {
  let report: Report
  /// Warnings with their places; the report says them too.
  let messages: [Diagnostic]
  /// Whether any run is not to be trusted.
  let isDoubtful: Bool

  /// Makes an answer; warns of runs that are not to be trusted.
  init(
    _ request: DecideRequest, title: Bilingual, findings: [Bilingual], tables: [Table],
    assumptions: [Bilingual], remarks: [Diagnostic] = [], isDoubtful: Bool
  ) {
    let messages =
      request.warnings + remarks
      + (isDoubtful ? [Diagnostic(.warning, DecideProblem.doubtful)] : [])
    let scenario = request.file.decoded.base
    report = Report(
      title: Bilingual(
        "\(scenario.title): \(title.en)", "\(scenario.titleJa ?? scenario.title)：\(title.ja)"),
      subtitle: Bilingual(
        "\(request.file.table.description.name), \(scenario.horizon) days, \(request.regionName.en)",
        "\(request.file.table.description.nameJa)、\(scenario.horizon)日間、\(request.regionName.ja)"),
      findings: findings, tables: tables,
      assumptions: [
        Bilingual(
          "Losses are value added lost over GDP of the same \(scenario.horizon) days, of volumes; the income effect of dearer imports is in neither side.",
          "損失は\(scenario.horizon)日間のGDPに対する付加価値の減少（数量分）。輸入価格上昇による所得効果は含まない。")
      ] + assumptions,
      warnings: ScenarioFile.sentences(messages))
    self.messages = messages
    self.isDoubtful = isDoubtful
  }
}
