package import Diagnostics

/// Why a matrix cannot be brought to new margins.
package enum BalancingProblem: Problem, Hashable {
  /// Row and column totals that add up to different sums.
  case sumsDiffer(rows: Double, columns: Double)
  /// Cells below 0 where RAS needs none.
  case negativeCells(count: Int)
  /// A row or column without a cell that could make its total.
  case impossible(String, isRow: Bool, total: Double)
  /// Totals that cannot be scaled to the other side's sum.
  case notScalable
  /// Margins that are not met after the last round, with the worst row or column.
  case notConverged(rounds: Int, worst: String, gap: Double)

  package var code: String {
    switch self {
    case .sumsDiffer: "margins-differ"
    case .negativeCells: "negative-cells"
    case .impossible: "impossible-margin"
    case .notScalable: "not-scalable"
    case .notConverged: "not-converged"
    }
  }

  package func message(in language: Language) -> String { wording.message.text(in: language) }

  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}

extension BalancingProblem {
  private var wording: (message: Bilingual, help: Bilingual?) {
    switch self {
    case let .sumsDiffer(rows, columns):
      (
        Bilingual(
          "row totals add up to \(rows), column totals to \(columns)",
          "行和の合計は \(rows)、列和の合計は \(columns) です"),
        Bilingual(
          "both count the same flows: correct one side, or let --scale rows or columns adjust the rest",
          "どちらも同じ取引の合計です。片方を直すか、--scale rows か columns で残りを調整してください")
      )
    case let .negativeCells(count):
      (
        Bilingual("\(count) cells are negative", "負のセルが \(count) あります"),
        Bilingual("RAS keeps signs only without them: use GRAS", "RAS は使えません。GRAS を使ってください")
      )
    case let .impossible(name, isRow, total):
      (
        Bilingual(
          "the \(isRow ? "row" : "column") `\(name)` has no cell that could add up to \(total)",
          "\(isRow ? "行" : "列") `\(name)` には合計 \(total) を作れるセルがありません"),
        Bilingual(
          "its cells are all 0 or of the other sign, and zeros stay zero: change the total or a cell",
          "セルがすべて 0 か逆符号で、0 は 0 のままです。合計かセルを変えてください")
      )
    case .notScalable:
      (
        Bilingual(
          "no scaling of the totals left out makes both sums equal",
          "省いた合計をどう調整しても両側の合計が一致しません"),
        Bilingual(
          "give fewer totals of that side, or scale the other side",
          "その側の合計を減らすか、反対側を調整してください")
      )
    case let .notConverged(rounds, worst, gap):
      (
        Bilingual(
          "after \(rounds) rounds `\(worst)` still misses its total by \(gap) of it",
          "\(rounds) 回の反復後も `\(worst)` の合計が \(gap)（相対）ずれています"),
        Bilingual(
          "zeros may leave no way to these margins: look at that row or column, or raise --rounds",
          "0 のセルのため達成できない可能性があります。その行か列を見直すか、--rounds を増やしてください")
      )
    }
  }
}
