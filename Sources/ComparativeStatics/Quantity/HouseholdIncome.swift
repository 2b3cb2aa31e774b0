package import InputOutputTables
internal import LinearAlgebra

/// What counts as income of households in a table, told by the labels of its value-added items.
package struct HouseholdIncome: Sendable {
  /// The value-added items that are income.
  package enum Basis: Sendable, Hashable {
    /// Compensation of employees: the items of these labels.
    case compensation([String])
    /// All value added, for want of an item that names wages.
    case allValueAdded
  }

  /// What the figures are.
  package let basis: Basis
  /// Income earned at each node, n, yearly.
  package let income: [Double]
  /// Income per unit of output, n; 0 where a node is silent.
  package let coefficients: [Double]

  /// Finds the income of a table's nodes.
  package init(_ table: InputOutputTable) {
    let items = table.primaryInputLabels.indices.filter {
      table.primaryInputKinds[$0] == .valueAdded
        && Self.isCompensation(table.primaryInputLabels[$0])
    }
    if items.isEmpty {
      basis = .allValueAdded
      income = table.valueAdded
    } else {
      basis = .compensation(items.map { table.primaryInputLabels[$0] })
      income = (0..<table.nodeCount).map { j in
        items.reduce(0.0) { $0 + table.primaryInputs[$1, j] }
      }
    }
    coefficients = table.perUnitOfOutput(income)
  }

  /// True if a value-added item is pay for work, told by its label.
  package static func isCompensation(_ label: String) -> Bool {
    let label = label.lowercased()
    let endings = ["_lab", "_comp", "v00100", "_d1"]
    return ["lab", "comp", "d1"].contains(label) || endings.contains(where: label.hasSuffix)
      || ["compensation", "wage", "salar", "labour", "labor"].contains(where: label.contains)
  }
}
