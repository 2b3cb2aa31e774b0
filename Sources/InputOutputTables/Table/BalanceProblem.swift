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
  /// Nodes whose flows are so many times their output that they count as silent.
  case flowsExceedOutput(count: Int, worst: [FlowRatio])
  /// Rows or columns that add up all others of their kind.
  case total(Subject, labels: [String])
  /// A table of one region with exports and without imports.
  case noImports

  /// A node, and its flows over its output.
  package struct FlowRatio: Sendable, Hashable {
    /// The node's label.
    package let label: String
    /// The larger of its purchases and sales between nodes over its output.
    package let ratio: Double
  }

  /// What can be a total of its like.
  package enum Subject: Sendable, Hashable {
    /// A sector: a row and a column of Z.
    case node
    /// A column of Y.
    case finalDemand
    /// A row under the table.
    case primaryInput
  }

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
    case .flowsExceedOutput: "flows-exceed-output"
    case .total: "total-among-others"
    case .noImports: "no-imports"
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
          "\(count == 1 ? "the row of 1 node misses its" : "rows of \(count) nodes miss their") output by more than 0.1%: \(list(worst))",
          "\(count) ノードの行が産出額と 0.1% 超ずれています: \(list(worst))"),
        Bilingual(
          "the dynamic model uses row sums; x.csv serves statics", "動学モデルは行和を使い、x.csv は静学に使います")
      )
    case let .unbalancedColumns(count, worst):
      (
        Bilingual(
          "\(count == 1 ? "the column of 1 node misses its" : "columns of \(count) nodes miss their") output by more than 0.1%: \(list(worst))",
          "\(count) ノードの列が産出額と 0.1% 超ずれています: \(list(worst))"),
        Bilingual(
          "imports, taxes or margins may be missing from the value added",
          "付加価値に輸入・税・マージンが欠けている可能性があります")
      )
    case let .zeroOutput(count, labels):
      (
        Bilingual(
          "\(count == 1 ? "1 node has no output and stays" : "\(count) nodes have no output and stay") silent: \(list(labels, of: count))",
          "\(count) ノードは産出がなく動きません: \(list(labels, of: count))"), nil
      )
    case let .negativeOutput(count, labels):
      (
        Bilingual(
          "\(count == 1 ? "1 node has negative output and is" : "\(count) nodes have negative output and are") treated as silent: \(list(labels, of: count))",
          "\(count) ノードの産出が負のため、動かないものとします: \(list(labels, of: count))"), nil
      )
    case let .negativeValueAdded(count, labels):
      (
        Bilingual(
          "\(count == 1 ? "1 node has" : "\(count) nodes have") negative value added; it is kept, and \(count == 1 ? "the node has" : "they have") no capital: \(list(labels, of: count))",
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
    case let .flowsExceedOutput(count, worst):
      (
        Bilingual(
          "inputs or sales of \(count) nodes are more than \(limit) times their output, and they count as silent: \(list(worst))",
          "\(count) ノードの投入か販売が産出の \(limit) 倍を超えるため、動かないものとします: \(list(worst))"),
        Bilingual(
          "such an output is a remainder, and coefficients over it would decide every result; correct x.csv, Z.csv or Y.csv, or leave the node out",
          "残差にすぎない産出で割った係数は全結果を左右します。x.csv・Z.csv・Y.csv を直すか、そのノードを除いてください")
      )
    case let .total(subject, labels):
      (
        Bilingual(
          "\(subject.words.en) \(list(labels, of: labels.count)) is the sum of the others: every flow in it counts twice",
          "\(subject.words.ja) \(list(labels, of: labels.count)) は他の合計で、取引が二重に数えられます"),
        Bilingual("leave totals out of the table", "合計は表から除いてください")
      )
    case .noImports:
      (
        Bilingual(
          "the table has exports but no row of imports: if value added holds imported inputs, GDP is too high and import dependence reads 0",
          "輸出の列はありますが輸入の行がありません。付加価値に輸入投入が含まれていれば GDP は過大で、輸入依存度は 0 になります"),
        Bilingual(
          "give imported inputs a row of their own in VA.csv with the kind `imports`",
          "輸入投入を VA.csv の別の行とし、kind を `imports` にしてください")
      )
    }
  }

  private var limit: Int { Int(SilentNodes.largestRatio) }

  private func list(_ worst: [FlowRatio]) -> String {
    worst.map { "`\($0.label)` \(rounded($0.ratio))" }.joined(separator: ", ")
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
    return "\(rounded(value))%"
  }

  /// A positive number with three significant digits, whole from 100 on.
  private func rounded(_ value: Double) -> String {
    var scale = 1.0
    while value * scale < 100, scale < 1e9 { scale *= 10 }
    return value >= 100 && value < 1e15
      ? "\(Int(value.rounded()))" : "\((value * scale).rounded() / scale)"
  }
}

extension BalanceProblem.Subject {
  fileprivate var words: (en: String, ja: String) {
    switch self {
    case .node: ("the sector", "部門")
    case .finalDemand: ("the final-demand column", "最終需要の列")
    case .primaryInput: ("the row under the table", "表の下の行")
    }
  }
}
