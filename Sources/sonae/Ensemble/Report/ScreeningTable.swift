import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// Which assumptions matter at all: elementary effects on the loss of the first region.
enum ScreeningTable {
  /// The effects, the largest first; nil without trajectories, or where nothing moves.
  static func table(_ results: EnsembleResults) -> Table? {
    let plan = results.plan
    guard let index = plan.mainOutcome else { return nil }
    let effects = zip(plan.variables, results.elementaryEffects(index)).sorted {
      ($1.1.meanSize, $0.0.path) < ($0.1.meanSize, $1.0.path)
    }
    guard let largest = effects.first?.1, largest.meanSize > 0 else { return nil }
    let words = plan.words(plan.outcomes[index])
    let change = TableColumn.Kind.number(.percent)
    return Table(
      name: "screening",
      title: Bilingual(
        "Elementary effects: \(words.en)", "基本効果：\(words.ja)"),
      columns: [
        TableColumn("variable", Bilingual("Assumption", "前提"), kind: .text),
        TableColumn("mean_size", Bilingual("Size μ*", "大きさ μ*"), kind: change),
        TableColumn("half_width", Bilingual("± 95%", "±95%"), kind: change),
        TableColumn("mean", Bilingual("Effect μ", "効果 μ"), kind: change),
        TableColumn(
          "deviation", Bilingual("Curvature and interaction σ", "非線形・交互作用 σ"), kind: change),
      ],
      rows: effects.map { variable, effect in
        [
          plan.cell(variable), .number(effect.meanSize), .number(effect.halfWidth),
          .number(effect.mean), .number(effect.deviation),
        ]
      },
      notes: [
        Bilingual(
          "Morris's screening by \(plan.trajectories) trajectories: what the outcome changes by over the whole range of an assumption, from steps of half of it, the others anywhere in theirs; of an event whether it happens, of a list from its first value to its last, whatever their probabilities. An assumption with a size near 0 may be left as it is; a σ as large as μ* says that it acts differently at different places.",
          "モリスの方法（軌道\(plan.trajectories)本）。前提をその範囲全体に動かしたときの変化（半分ずつ動かし、ほかの前提は任意の位置。事象は発生の有無、値の列挙は最初から最後まで。確率によらない）。大きさが0に近い前提は固定してよい。σがμ*ほど大きければ、効き方が場所により異なる。"
        )
      ])
  }
}
