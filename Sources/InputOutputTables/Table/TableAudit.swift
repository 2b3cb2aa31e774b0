package import Diagnostics
import LinearAlgebra

/// A node and how far its sums miss its output, as a share.
package struct NodeGap: Sendable, Hashable {
  /// The node's label.
  package let label: String
  /// The gap, a share of output; 0 is balanced.
  package let gap: Double
}

/// How a table keeps its own accounts (MODEL.md section 1): gaps by node, and what is unusual.
package struct TableAudit: Sendable {
  /// Gaps beyond this are reported, as a share of output.
  package static let tolerance = 1e-3

  /// One node's account.
  package struct Node: Sendable {
    /// The label.
    package let label: String
    /// Gross output x, yearly.
    package let grossOutput: Double
    /// |sum of Z and Y over the row - x| / max(x, 1e-6 of all output), a share.
    package let rowGap: Double
    /// |sum of Z over the column + primary inputs - x| / max(x, 1e-6 of all output), a share.
    package let columnGap: Double
    /// Primary inputs by kind, yearly.
    package let primaryInputs: [PrimaryInputKind: Double]
    /// The larger of purchases and sales between nodes over output; 0 where output is not above 0.
    package let flowRatio: Double
    /// Value added v, yearly.
    package var valueAdded: Double { primaryInputs[.valueAdded] ?? 0 }
    /// What is unusual, as words joined by spaces, such as `zero-output row-gap`; empty if nothing.
    package let note: String
  }

  /// The nodes in the table's order.
  package let nodes: [Node]
  /// Cells of Z below 0.
  package let negativeIntermediateCells: Int
  /// Their part of the sum of |Z|, 0 to 1.
  package let negativeIntermediateShare: Double
  /// Cells of Y below 0.
  package let negativeFinalDemandCells: Int
  /// Their part of the sum of |Y|, 0 to 1.
  package let negativeFinalDemandShare: Double

  /// Labels of nodes, final-demand columns and rows under the table that add up the others.
  private let totals: [(subject: BalanceProblem.Subject, labels: [String])]

  /// Whether a table of one region sells abroad and seems to buy nothing there.
  private let lacksImports: Bool

  /// Audits a table.
  package init(_ table: InputOutputTable) {
    let output = table.grossOutput
    let kinds = PrimaryInputKind.allCases.map { ($0, table.primaryInputs($0)) }
    let primary = table.allPrimaryInputs
    let flows = SilentNodes.flows(table.intermediateUse, final: table.finalDemandKinds)
    let total = output.reduce(0, +)
    let intermediate = table.intermediateUse
    let (sold, bought) = (intermediate.rowSums, intermediate.columnSums)
    let final = table.finalDemand.rowSums
    nodes = output.indices.map { i in
      let scale = max(output[i], 1e-6 * total)
      return Node(
        label: table.nodeLabels[i], output: output[i],
        primaryInputs: Dictionary(uniqueKeysWithValues: kinds.map { ($0.0, $0.1[i]) }),
        rowGap: Self.share(sold[i] + final[i] - output[i], of: scale),
        columnGap: Self.share(bought[i] + primary[i] - output[i], of: scale),
        flowRatio: output[i] > 0 ? flows[i] / output[i] : 0)
    }
    lacksImports =
      table.regions.count == 1 && !table.hasImportedInputs
      && !table.finalDemandKinds.contains(.imports) && table.exportsOutside.contains { $0 > 0 }
    let found = TableTotals(table)
    totals = [
      (.node, found.nodes.map { table.nodeLabels[$0] }),
      (.finalDemand, found.finalDemand.map { table.finalDemandLabels[$0] }),
      (.primaryInput, found.primaryInputs.map { table.primaryInputLabels[$0] }),
    ]
    (negativeIntermediateCells, negativeIntermediateShare) = Self.negative(intermediate)
    (negativeFinalDemandCells, negativeFinalDemandShare) = Self.negative(table.finalDemand)
  }

  /// A difference as a share of a scale; with nothing to compare to, all of it is missing.
  private static func share(_ difference: Double, of scale: Double) -> Double {
    scale > 0 ? abs(difference) / scale : (difference == 0 ? 0 : 1)
  }

  private static func negative(_ matrix: Matrix) -> (count: Int, share: Double) {
    var (count, negative, all) = (0, 0.0, 0.0)
    for element in matrix.elements {
      all += abs(element)
      if element < 0 {
        count += 1
        negative -= element
      }
    }
    return (count, all > 0 ? negative / all : 0)
  }
}

extension TableAudit.Node {
  fileprivate init(
    label: String, output: Double, primaryInputs: [PrimaryInputKind: Double], rowGap: Double,
    columnGap: Double, flowRatio: Double
  ) {
    let findings = [
      ("zero-output", output == 0), ("negative-output", output < 0),
      ("negative-value-added", (primaryInputs[.valueAdded] ?? 0) < 0),
      ("flows-exceed-output", flowRatio > SilentNodes.largestRatio),
      ("row-gap", rowGap > TableAudit.tolerance),
      ("column-gap", columnGap > TableAudit.tolerance),
    ]
    self.init(
      label: label, grossOutput: output, rowGap: rowGap, columnGap: columnGap,
      primaryInputs: primaryInputs, flowRatio: flowRatio,
      note: findings.filter { $0.1 }.map { $0.0 }.joined(separator: " "))
  }
}

extension TableAudit {
  /// What the reader of a result should know, in a fixed order; `strict` makes row gaps errors.
  package func findings(strict: Bool = false) -> [Diagnostic] {
    var log: [Diagnostic] = []
    let rows = worst { $0.rowGap }
    if rows.count > 0 {
      log.append(
        Diagnostic(
          strict ? .error : .warning,
          BalanceProblem.unbalancedRows(count: rows.count, worst: rows.worst)))
    }
    let columns = worst { $0.columnGap }
    if columns.count > 0 {
      log.append(
        Diagnostic(
          strict ? .error : .warning,
          BalanceProblem.unbalancedColumns(count: columns.count, worst: columns.worst)))
    }
    return log + flows + signs
  }

  /// Warnings of totals among what they total, of nodes that are silent although they trade, and of
  /// imports that are not told apart.
  private var flows: [Diagnostic] {
    let large = nodes.filter { $0.flowRatio > SilentNodes.largestRatio }
      .sorted { ($1.flowRatio, $0.label) < ($0.flowRatio, $1.label) }
    let worst = large.prefix(5).map {
      BalanceProblem.FlowRatio(label: $0.label, ratio: $0.flowRatio)
    }
    let silent =
      large.isEmpty
      ? [] : [BalanceProblem.flowsExceedOutput(count: large.count, worst: Array(worst))]
    let doubled = totals.filter { !$0.labels.isEmpty }.map {
      BalanceProblem.total($0.subject, labels: $0.labels)
    }
    let alone: [BalanceProblem] = lacksImports ? [.noImports] : []
    return (doubled + silent + alone).map { Diagnostic(.warning, $0) }
  }

  /// Notes on outputs and cells of an unusual sign.
  private var signs: [Diagnostic] {
    let examples = { (isFound: (Node) -> Bool) in nodes.filter(isFound).map { $0.label } }
    let zero = examples { $0.grossOutput == 0 }
    let below = examples { $0.grossOutput < 0 }
    let loss = examples { $0.valueAdded < 0 }
    let problems: [(Int, BalanceProblem)] = [
      (zero.count, .zeroOutput(count: zero.count, labels: Array(zero.prefix(5)))),
      (below.count, .negativeOutput(count: below.count, labels: Array(below.prefix(5)))),
      (loss.count, .negativeValueAdded(count: loss.count, labels: Array(loss.prefix(5)))),
      (
        negativeIntermediateCells,
        .negativeIntermediate(count: negativeIntermediateCells, share: negativeIntermediateShare)
      ),
      (
        negativeFinalDemandCells,
        .negativeFinalDemand(count: negativeFinalDemandCells, share: negativeFinalDemandShare)
      ),
    ]
    return problems.filter { $0.0 > 0 }.map { Diagnostic(.note, $0.1) }
  }

  /// How many nodes miss, and the five that miss most.
  private func worst(_ gap: (Node) -> Double) -> (count: Int, worst: [NodeGap]) {
    let missing = nodes.filter { gap($0) > Self.tolerance }
    let sorted = missing.sorted { (gap($1), $0.label) < (gap($0), $1.label) }
    return (
      missing.count, sorted.prefix(5).map { NodeGap(label: $0.label, gap: gap($0)) }
    )
  }
}
