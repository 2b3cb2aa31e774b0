package import Diagnostics

/// What a table's numbers show when it is loaded: met in real tables, reported, never repaired.
package enum BalanceProblem: Problem, Hashable {
  /// Nodes whose sales miss their output.
  case unbalancedRows(count: Int, worst: [NodeGap])
  /// Nodes whose costs miss their output.
  case unbalancedColumns(count: Int, worst: [NodeGap])
  /// Nodes without output; their coefficients are 0.
  case zeroOutput(count: Int, labels: [String])
  /// Nodes with negative output; their coefficients are 0.
  case negativeOutput(count: Int, labels: [String])
  /// Nodes with negative value added; kept, without capital.
  case negativeValueAdded(count: Int, labels: [String])
  /// Negative cells of Z; 0 in the dynamic model.
  case negativeIntermediate(count: Int, share: Double)
  /// Negative cells of Y; a constant inflow in the dynamic model.
  case negativeFinalDemand(count: Int, share: Double)
  /// I - A or I - B cannot be inverted.
  case singular

  package var code: String {
    switch self {
    case .unbalancedRows: "unbalanced-rows"
    case .unbalancedColumns: "unbalanced-columns"
    case .zeroOutput: "zero-output"
    case .negativeOutput: "negative-output"
    case .negativeValueAdded: "negative-value-added"
    case .negativeIntermediate: "negative-intermediate"
    case .negativeFinalDemand: "negative-final-demand"
    case .singular: "singular"
    }
  }

  package func message(in language: Language) -> String { wording.message.text(in: language) }

  package func help(in language: Language) -> String? { wording.help?.text(in: language) }
}

extension BalanceProblem {
  private var wording: (message: Bilingual, help: Bilingual?) {
    switch self {
    case let .unbalancedRows(count, worst):
      (
        Bilingual(
          "rows of \(count) nodes miss their output by more than 0.1%: \(list(worst))",
          "\(count) ノードの行が産出額と 0.1% 超ずれています: \(list(worst))"),
        Bilingual(
          "the dynamic model uses row sums; x.csv serves statics", "動学モデルは行和を使い、x.csv は静学に使います")
      )
    case let .unbalancedColumns(count, worst):
      (
        Bilingual(
          "columns of \(count) nodes miss their output by more than 0.1%: \(list(worst))",
          "\(count) ノードの列が産出額と 0.1% 超ずれています: \(list(worst))"),
        Bilingual(
          "imports, taxes or margins may be missing from the value added",
          "付加価値に輸入・税・マージンが欠けている可能性があります")
      )
    case let .zeroOutput(count, labels):
      (
        Bilingual(
          "\(count) nodes have no output and stay silent: \(list(labels, of: count))",
          "\(count) ノードは産出がなく動きません: \(list(labels, of: count))"), nil
      )
    case let .negativeOutput(count, labels):
      (
        Bilingual(
          "\(count) nodes have negative output and are treated as silent: \(list(labels, of: count))",
          "\(count) ノードの産出が負のため、動かないものとします: \(list(labels, of: count))"), nil
      )
    case let .negativeValueAdded(count, labels):
      (
        Bilingual(
          "\(count) nodes have negative value added; it is kept, and they have no capital: \(list(labels, of: count))",
          "\(count) ノードの付加価値が負です。そのまま使い、資本は 0 とします: \(list(labels, of: count))"), nil
      )
    case let .negativeIntermediate(count, share):
      (
        Bilingual(
          "\(count) cells of Z are negative, \(percent(share)) of the sum of sizes; the dynamic model takes them as 0",
          "Z の \(count) セルが負です(絶対値の和の \(percent(share)))。動学モデルは 0 とみなします"), nil
      )
    case let .negativeFinalDemand(count, share):
      (
        Bilingual(
          "\(count) cells of Y are negative, \(percent(share)) of the sum of sizes; the dynamic model takes them as a constant inflow",
          "Y の \(count) セルが負です(絶対値の和の \(percent(share)))。動学モデルは一定の流入とみなします"), nil
      )
    case .singular:
      (
        Bilingual(
          "the coefficients cannot be inverted: some nodes use up their whole output",
          "係数の逆行列がありません。産出をすべて使い切るノードがあります"), nil
      )
    }
  }

  private func list(_ worst: [NodeGap]) -> String {
    worst.map { "`\($0.label)` \(percent($0.gap))" }.joined(separator: ", ")
  }

  private func list(_ labels: [String], of count: Int) -> String {
    labels.map { "`\($0)`" }.joined(separator: ", ") + (labels.count < count ? ", …" : "")
  }

  /// A share in percent with three significant digits, without a formatter.
  private func percent(_ share: Double) -> String {
    let value = share * 100
    guard value > 0, value < 1e6 else { return value == 0 ? "0%" : "over 1000000%" }
    var scale = 1.0
    while value * scale < 100, scale < 1e9 { scale *= 10 }
    return "\((value * scale).rounded() / scale)%"
  }
}
