import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// Scenario discovery by a tree of questions: under which answers the worst tenth of losses lies.
struct RulesTable {
  private let results: EnsembleResults
  private let worst: WorstDraws
  private let leaves: [ClassificationTree.Leaf]

  /// Nil where the first region's loss does not vary, or no question parts the worst draws from the others.
  init?(_ results: EnsembleResults) {
    guard let worst = WorstDraws(results) else { return nil }
    let tree = ClassificationTree(worst.points, isOfInterest: worst.isWorst)
    let leaves = tree.leaves(variables: results.plan.variables.count)
    guard leaves.count > 1 else { return nil }
    self.results = results
    self.worst = worst
    self.leaves = leaves
  }

  /// A row for each leaf, the densest in worst draws first.
  var table: Table {
    let outcome = worst.outcome
    let words = results.plan.words(outcome)
    let limit = outcome.text(worst.threshold)
    let all = Double(worst.isWorst.count { $0 })
    let share = TableColumn.Kind.number(.percent)
    return Table(
      name: "rules",
      title: Bilingual(
        "Which answers lead to the worst tenth: \(words.en) above \(limit)",
        "最悪の1割に至る条件：\(words.ja)が\(limit)を超える場合"),
      columns: [
        TableColumn("rule", Bilingual("Where", "条件"), kind: .text),
        TableColumn("density", Bilingual("Worst among its draws", "密度"), kind: share),
        TableColumn("coverage", Bilingual("Of all worst draws", "被覆率"), kind: share),
        TableColumn("draws", Bilingual("Draws", "抽出数"), kind: .number(.count)),
      ],
      rows: leaves.map { leaf in
        [
          .coded(
            conditions(leaf, \.en) { $0.path }.joined(separator: ", "),
            Bilingual(
              conditions(leaf, \.en) { results.plan.words($0).en }.joined(separator: "; "),
              conditions(leaf, \.ja) { results.plan.words($0).ja }.joined(separator: "、"))),
          .number(Double(leaf.hits) / Double(leaf.draws)),
          .number(Double(leaf.hits) / all), .count(leaf.draws),
        ]
      },
      notes: [
        Bilingual(
          "A classification tree (CART, Gini's impurity) of at most three questions in a row, ten draws or more in each part; the parts do not overlap and hold every draw.",
          "分類木（CART、ジニ不純度）。質問は最大3段、各区分は10回以上の抽出。区分は重ならず、全抽出を含む。")
      ])
  }

  private func conditions(
    _ leaf: ClassificationTree.Leaf, _ language: KeyPath<Bilingual, String>,
    _ name: (EnsemblePlan.Variable) -> String
  ) -> [String] {
    let plan = results.plan
    return zip(plan.variables, leaf.bounds).compactMap { variable, bound -> String? in
      guard bound.above != nil || bound.upTo != nil else { return nil }
      if variable.isEvent {
        return
          "\(name(variable)): \(plan.end(bound.above == nil ? "no" : "yes")[keyPath: language])"
      }
      let unit = variable.unit.isEmpty ? "" : variable.unit == "%" ? "%" : " \(variable.unit)"
      let words = { (value: Double) in
        plan.end(NumberFormat.rounded(value, as: .significant) + unit)[keyPath: language]
      }
      switch (bound.above, bound.upTo) {
      case (let above?, let upTo?): return "\(words(above)) < \(name(variable)) ≤ \(words(upTo))"
      case (let above?, nil): return "\(name(variable)) > \(words(above))"
      case (nil, let upTo?): return "\(name(variable)) ≤ \(words(upTo))"
      case (nil, nil): return nil
      }
    }
  }
}
