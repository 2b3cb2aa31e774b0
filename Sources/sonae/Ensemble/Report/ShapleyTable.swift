import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// Which assumptions the variance of the first region's loss belongs to, shared out with nothing left.
enum ShapleyTable {
  /// The shares, the largest first; nil without walks, or where nothing varies.
  static func table(_ results: EnsembleResults) -> Table? {
    let plan = results.plan
    guard let index = plan.mainOutcome else { return nil }
    let effects = zip(plan.variables, results.shapleyEffects(index)).sorted {
      ($1.1.share, $0.0.path) < ($0.1.share, $1.0.path)
    }
    guard !effects.isEmpty else { return nil }
    let words = plan.words(plan.outcomes[index])
    let share = TableColumn.Kind.number(.percent)
    return Table(
      name: "shapley",
      title: Bilingual("Shapley effects: \(words.en)", "シャープレイ効果：\(words.ja)"),
      columns: [
        TableColumn("variable", Bilingual("Assumption", "前提"), kind: .text),
        TableColumn("share", Bilingual("Share of the variance", "分散に占める割合"), kind: share),
        TableColumn("standard_error", Bilingual("± error", "±誤差"), kind: share),
      ],
      rows: effects.map { variable, effect in
        [plan.cell(variable), .number(effect.share), .number(effect.standardError)]
      },
      notes: [
        Bilingual(
          "Shapley effects of \(plan.walks) walks (\(plan.runs(of: .shapley)) runs): they add up to 100%, what assumptions do together divided among them; a little under 0 is sampling error (± one standard error).",
          "シャープレイ効果（経路\(plan.walks)本、\(plan.runs(of: .shapley))回の計算）。合計は100%で、交互作用は関わる前提に分ける。0未満は標本誤差（±は標準誤差）。"
        )
      ])
  }
}
