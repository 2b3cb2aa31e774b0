import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// Scenario discovery: in which ranges of the assumptions the worst tenth of losses lies.
struct DiscoveryTable {
  private let results: EnsembleResults
  private let worst: WorstDraws
  private let box: BoxPeeling.Box

  /// Nil where the first region's loss does not vary, or no box holds half of the worst draws.
  init?(_ results: EnsembleResults) {
    guard let worst = WorstDraws(results) else { return nil }
    let peeling = BoxPeeling(worst.points, isOfInterest: worst.isWorst)
    guard let box = peeling.densest(covering: 0.5), box.restrictions > 0 else { return nil }
    self.results = results
    self.worst = worst
    self.box = box
  }

  /// The ranges, one row each.
  var table: Table {
    let outcome = worst.outcome
    let words = results.plan.words(outcome)
    let limit = outcome.text(worst.threshold)
    let rows = zip(results.plan.variables, box.ranges).compactMap {
      variable, range -> [TableCell]? in
      guard let range else { return nil }
      return [
        results.plan.cell(variable), .coded(variable.unit, unit(of: variable)),
        .number(range.lowerBound.isFinite ? range.lowerBound : nil, or: .notApplicable),
        .number(range.upperBound.isFinite ? range.upperBound : nil, or: .notApplicable),
      ]
    }
    let number = TableColumn.Kind.number(.significant)
    return Table(
      name: "discovery",
      title: Bilingual(
        "Where the worst tenth lies: \(words.en) above \(limit)",
        "最悪の1割が起きる範囲：\(words.ja)が\(limit)を超える場合"),
      columns: [
        TableColumn("variable", Bilingual("Assumption", "前提"), kind: .text),
        TableColumn("unit", Bilingual("Unit", "単位"), kind: .text),
        TableColumn("from", Bilingual("From", "下限"), kind: number),
        TableColumn("to", Bilingual("To", "上限"), kind: number),
      ], rows: rows, notes: [note])
  }

  /// A unit for readers; of an event what its numbers say.
  private func unit(of variable: EnsemblePlan.Variable) -> Bilingual {
    if variable.isEvent { return Bilingual("1: yes, 0: no", "1：あり、0：なし") }
    return results.plan.end(variable.unit)
  }

  private var note: Bilingual {
    let words = [box.coverage, box.density, box.mass].map { NumberFormat.rounded($0, as: .percent) }
    return Bilingual(
      "All of these together (PRIM): the box holds \(words[0]) of the worst draws (coverage), \(words[1]) of the draws in it are among the worst (density), and \(words[2]) of all draws lie in it.",
      "すべての条件を満たす範囲（PRIM）。最悪の抽出の\(words[0])を含み（被覆率）、範囲内の\(words[1])が最悪の抽出（密度）、全抽出の\(words[2])が範囲内にある。"
    )
  }
}
