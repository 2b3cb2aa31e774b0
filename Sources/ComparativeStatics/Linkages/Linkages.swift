import InputOutputTables

/// Backward and forward linkages and Rasmussen's dispersion indices (1956).
package struct Linkages: Sendable {
  /// How a node's indices stand to the mean.
  package enum KeySector: String, Sendable {
    /// Both indices above 1.
    case key
    /// Only the power of dispersion above 1.
    case backward
    /// Only the sensitivity of dispersion above 1.
    case forward
    /// Neither above 1.
    case weak
  }

  /// Column sums of the Leontief inverse, n.
  package let backward: [Double]
  /// Row sums of the Ghosh inverse, n.
  package let forward: [Double]

  /// Linkages of a table: two solutions of its one factorisation.
  package init(_ leontief: LeontiefModel) {
    backward = leontief.throughEveryTier([Double](repeating: 1, count: leontief.table.nodeCount))
    forward = GhoshModel(leontief).rowSums
  }

  /// Power of dispersion, n: backward over its mean over all nodes.
  package var powerOfDispersion: [Double] { Self.overMean(backward) }

  /// Sensitivity of dispersion, n: forward over its mean over all nodes.
  package var sensitivityOfDispersion: [Double] { Self.overMean(forward) }

  /// Which nodes lie above the mean, n.
  package var keySectors: [KeySector] {
    zip(powerOfDispersion, sensitivityOfDispersion).map { power, sensitivity in
      switch (power > 1, sensitivity > 1) {
      case (true, true): .key
      case (true, false): .backward
      case (false, true): .forward
      case (false, false): .weak
      }
    }
  }

  private static func overMean(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.map { mean == 0 ? 0 : $0 / mean }
  }
}
