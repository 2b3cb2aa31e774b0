internal import InputOutputTables
internal import LinearAlgebra

/// One chain of suppliers into a product, and what its first supplier adds.
package struct StructuralPath: Sendable, Hashable {
  /// The nodes from the product (tier 0) back to the origin.
  package let nodes: [Int]
  /// The origin's weight per unit of the product's final demand: w_i a_ij ... a_jk.
  package let contribution: Double
}

/// The largest supply chains into one product, tier by tier (Defourny and Thorbecke 1984; Treloar
/// 1997).
///
/// Total requirements w'L e_k = Σ_t w'A^t e_k are a sum over all chains. A chain is followed only
/// while everything beyond it, its flow times the multiplier of its last node, reaches the cut-off:
/// with A and w not negative, no chain at or above the cut-off is missed.
package struct StructuralPaths: Sendable {
  /// The node whose product the chains end in.
  package let product: Int
  /// Chains at or above the cut-off, largest first.
  package let paths: [StructuralPath]
  /// The cut-off per unit of final demand.
  package let cutoff: Double
  /// All chains together, w'L e_k.
  package let total: Double
  /// Chains of each tier together, from tier 0.
  package let tiers: [Double]
  /// What is left beyond the last of `tiers`.
  package var remainder: Double { total - tiers.reduce(0, +) }
  /// Share of the total in the chains found.
  package var coverage: Double {
    total == 0 ? 0 : paths.reduce(0) { $0 + $1.contribution } / total
  }

  /// Searches the chains into a node's product by weights per unit of output, n.
  ///
  /// The cut-off is a share of the total, above 0; cells of A below 0 are not followed.
  package init(
    _ model: LeontiefModel, into product: Int, weights: [Double], cutoffShare: Double,
    tiers count: Int = 10
  ) {
    precondition(cutoffShare > 0, "StructuralPaths: a cut-off of \(cutoffShare)")
    let n = model.table.nodeCount
    let sides = Matrix(rows: 2, columns: n, elements: weights + weights.map { max(0, $0) })
    let carried = model.throughEveryTier(sides)
    self.product = product
    total = carried[0, product]
    cutoff = cutoffShare * carried[1, product]
    tiers = Self.tiers(model, product, weights, count)
    var search = PathSearch(
      coefficients: model.technicalCoefficients, weights: weights, bounds: carried.row(1),
      cutoff: cutoff)
    paths = cutoff > 0 ? search.run(from: product) : []
  }

  /// w'A^t e_k for t = 0 ..< count.
  private static func tiers(
    _ model: LeontiefModel, _ product: Int, _ weights: [Double], _ count: Int
  ) -> [Double] {
    var flow = [Double](repeating: 0, count: weights.count)
    flow[product] = 1
    return (0..<max(0, count)).map { tier in
      if tier > 0 { flow = model.technicalCoefficients.times(flow) }
      return zip(weights, flow).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}

/// A depth-first search that leaves a branch as soon as all of it is below the cut-off.
private struct PathSearch {
  let coefficients: Matrix
  let weights: [Double]
  /// Everything that a unit of each node's output carries: w'L, n.
  let bounds: [Double]
  let cutoff: Double
  /// Suppliers of the nodes met so far, by what they carry per unit of the user, largest first.
  private var suppliers: [Int: [(node: Int, coefficient: Double, carried: Double)]] = [:]
  private var found: [StructuralPath] = []

  init(coefficients: Matrix, weights: [Double], bounds: [Double], cutoff: Double) {
    self.coefficients = coefficients
    self.weights = weights
    self.bounds = bounds
    self.cutoff = cutoff
  }

  mutating func run(from product: Int) -> [StructuralPath] {
    follow([product], flow: 1)
    return found.sorted {
      ($1.contribution, $0.nodes.count) < ($0.contribution, $1.nodes.count)
        || ($0.contribution == $1.contribution && $0.nodes.count == $1.nodes.count
          && $0.nodes.lexicographicallyPrecedes($1.nodes))
    }
  }

  private mutating func follow(_ path: [Int], flow: Double) {
    let last = path[path.count - 1]
    let contribution = weights[last] * flow
    if contribution >= cutoff {
      found.append(StructuralPath(nodes: path, contribution: contribution))
    }
    for supplier in suppliers(of: last) {
      if flow * supplier.carried < cutoff { break }
      follow(path + [supplier.node], flow: flow * supplier.coefficient)
    }
  }

  private mutating func suppliers(
    of node: Int
  ) -> [(node: Int, coefficient: Double, carried: Double)] {
    if let known = suppliers[node] { return known }
    let sorted = (0..<coefficients.rows).compactMap { i in
      let a = coefficients[i, node]
      return a > 0 && bounds[i] > 0 ? (node: i, coefficient: a, carried: a * bounds[i]) : nil
    }.sorted { ($1.carried, $0.node) < ($0.carried, $1.node) }
    suppliers[node] = sorted
    return sorted
  }
}
