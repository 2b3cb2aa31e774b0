import Diagnostics
import Explorer
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios
import Statistics

/// One scenario under each preset of the model: what the choice of model does.
struct ModelComparison {
  /// The runs, the file's own preset first.
  let runs: [ScenarioRun]

  /// Reads a file under its own preset and the others, the scenario as written alone; keys that a preset does
  /// not know are warned of by it.
  static func files(_ name: String, _ options: ScenarioOptions) throws -> [ScenarioFile] {
    let found = try ScenarioFile.source(named: name)
    let document = try ScenarioFile.document(found.source, options)
    let loaded = try LoadedScenario(found, document, options)
    let own = try loaded.file(document)
    let others = ModelParameters.Preset.allCases.filter { $0 != own.decoded.base.model.preset }
    let files =
      try [own]
      + others.map { preset in
        let setting = Source(
          name: Refusal.settingSource, text: "model.preset=\(preset.rawValue)")
        return try loaded.file(try document.setting(setting))
      }
    return files.map { $0.base(lasting: $0.decoded.base.horizon) }
  }

  /// The table of models and, after it, each measure by region.
  var report: Report {
    let names = presets.map { Bilingual(same: $0.rawValue) }
    return Report(tables: [models] + Comparison.tables(runs, named: names), warnings: warnings)
  }

  /// What the reader should know of the file, then what another preset alone has to say.
  private var warnings: [Bilingual] {
    let all = runs.map { RiskReport.report($0.runner.study).warnings }
    let others = zip(presets, all).dropFirst().flatMap { preset, own in
      own.filter { !all[0].contains($0) }.map {
        Bilingual("\(preset.rawValue): \($0.en)", "\(preset.rawValue)：\($0.ja)")
      }
    }
    return all[0] + others
  }

  private var presets: [ModelParameters.Preset] {
    runs.map { $0.file.decoded.base.model.preset }
  }

  /// A model a row: losses of the region that the report names first, and of the world.
  var models: Table {
    let study = runs[0].runner.study
    let region = study.shownRegions.first ?? 0
    let place = study.name(of: region)
    return Table(
      name: "models",
      title: Bilingual(
        "What the choice of model does: \(place.en)", "モデルの選択による違い：\(place.ja)"),
      columns: Self.columns,
      rows: zip(presets, runs).map { preset, run in
        let result = run.runner.study.base.assessment
        let measures = result.regions[region]
        let causes = measures.causes
        return [
          .text(Bilingual(same: preset.rawValue)),
          .number(measures.valueAddedLossShare, or: .notApplicable),
          .number(causes?.capacity, or: .notApplicable),
          .number(causes?.inputs, or: .notApplicable),
          .number(causes?.demand, or: .notApplicable),
          .number(measures.worstDayOutputShare),
          .number(result.worldOutputLossShare),
          .number(likeness(to: result), or: .notApplicable),
          .text(Self.words(preset)),
        ]
      },
      notes: notes(region))
  }

  private static let columns: [TableColumn] = {
    func share(_ key: String, _ en: String, _ ja: String) -> TableColumn {
      DecideTables.loss(key, en, ja)
    }
    return [
      TableColumn("model", Bilingual("Model", "モデル"), kind: .text),
      share("value_added_loss_share_of_gdp", "Loss", "GDP損失"),
      share("lost_capacity_share_of_gdp", "Own capacity", "自らの能力"),
      share("lost_inputs_share_of_gdp", "Inputs", "投入"),
      share("lost_demand_share_of_gdp", "Demand", "需要"),
      TableColumn(
        "worst_day_output_share", Bilingual("Output, worst day", "最悪日の産出水準"),
        kind: .number(.percent)),
      TableColumn(
        "world_output_loss_share", Bilingual("World output lost", "世界の産出損失"),
        kind: .number(.percent)),
      TableColumn(
        "rank_correlation", Bilingual("Rank correlation", "順位相関"),
        kind: .number(.significant)),
      TableColumn("about", Bilingual("What it is", "内容"), kind: .text),
    ]
  }()

  /// Spearman's correlation of the losses of all industries that lose in either model with those of the
  /// file's own; nil of fewer than three.
  private func likeness(to other: RiskAssessment) -> Double? {
    let own = losses(runs[0].runner.study.base.assessment)
    let theirs = losses(other)
    let touched = own.indices.filter { own[$0] != 0 || theirs[$0] != 0 }
    guard touched.count > 2 else { return nil }
    return spearman(touched.map { own[$0] }, touched.map { theirs[$0] })
  }

  private func losses(_ result: RiskAssessment) -> [Double] {
    var found = [Double](
      repeating: 0, count: runs[0].runner.study.economy.nodeCount)
    for node in result.nodes { found[node.node] = node.valueAddedLoss }
    return found
  }

  /// Models within a quarter of the file's own, where it loses anything, and how to read the columns.
  private func notes(_ region: Int) -> [Bilingual] {
    let losses = runs.compactMap {
      $0.runner.study.base.assessment.regions[region].valueAddedLossShare
    }
    let reading = [
      Bilingual(
        "Losses are of volumes, over the horizon's GDP. Rank correlation (Spearman) is of the losses of all industries that lose in either model with those of the file's own: 1 where both name the same victims in the same order.",
        "損失は数量によるもので、期間中のGDPに対する比。順位相関（スピアマン）は、いずれかのモデルで損失のある全産業についてファイルのモデルと比べたもの。1は同じ順に同じ産業が損なわれることを示す。"
      )
    ]
    guard losses.count == runs.count, losses[0] != 0 else { return reading }
    let (own, count) = (presets[0].rawValue, runs.count - 1)
    let near = losses.dropFirst().count { abs($0 - losses[0]) <= 0.25 * abs(losses[0]) }
    return [
      Bilingual(
        "\(near) of the \(count) other models \(near == 1 ? "lies" : "lie") within a quarter of the loss of `\(own)`, the file's own.",
        "ファイルのモデル`\(own)`の損失から25%以内にあるのは、他の\(count)モデルのうち\(near)。")
    ] + reading
  }

  private static func words(_ preset: ModelParameters.Preset) -> Bilingual {
    switch preset {
    case .sonae:
      Bilingual(
        "lost varieties stop their users by degrees, shortages pass down the chain, buyers adapt",
        "品種の喪失が利用者を段階的に止め、不足は取引の連鎖を伝わり、買い手は適応する")
    case .pooled:
      Bilingual(
        "stocks of one product from any origin stand for one another: a lower end for lost suppliers",
        "同じ製品の在庫は産地によらず代替できる：供給者の喪失では下限にあたる")
    case .ario:
      Bilingual(
        "the adaptive inventory family to its details (ARIO: Hallegatte 2008, 2014)",
        "適応的在庫モデルの系統（ARIO：Hallegatte 2008、2014）を細部まで再現")
    }
  }
}
