internal import LinearAlgebra

/// Each region alone: its own inverse and what it makes for home demand and for exports.
struct LocalModels {
  private let flows: ValueAddedFlows
  /// (I - A_ss) factored, by region; nil where it is singular.
  let factors: [LU?]
  /// (I - A_ss)^-1 Y_ss, stacked over regions, n, yearly.
  let homeDemandOutput: [Double]
  /// (I - A_ss)^-1 E_s, stacked over regions, n, yearly.
  let exportOutput: [Double]
  /// Σ_r≠s A_sr (I - A_rr)^-1 Y_rr, n, yearly.
  let soldForHomeDemand: [Double]
  /// Σ_r≠s A_sr (I - A_rr)^-1 E_r, n, yearly.
  let soldForExports: [Double]

  init(_ flows: ValueAddedFlows) {
    let factors = flows.nodes.map { LU(Self.block(flows.model, $0).subtractedFromIdentity) }
    let home = Self.solved(factors, flows) { flows.finalDemand[$0, flows.region[$0]] }
    let exported = Self.solved(factors, flows) { flows.exports[$0] }
    self.flows = flows
    self.factors = factors
    homeDemandOutput = home
    exportOutput = exported
    soldForHomeDemand = Self.soldAbroad(home, flows)
    soldForExports = Self.soldAbroad(exported, flows)
  }

  /// v_s Σ_r≠s L_sr A_rs for the region's nodes; by v_s L (I - A) = v_s it is the rest of the sum.
  func returned(to s: Int) -> [Double] {
    let own = flows.nodes[s]
    return own.map { j in
      var total = flows.carried[s, j] - flows.valueAdded[j]
      for i in own { total -= flows.carried[s, i] * flows.model.technicalCoefficients[i, j] }
      return total
    }
  }

  /// Coefficients among some nodes, k x k.
  static func block(_ model: LeontiefModel, _ nodes: [Int]) -> Matrix {
    Matrix(
      rows: nodes.count, columns: nodes.count,
      elements: nodes.flatMap { i in nodes.map { model.technicalCoefficients[i, $0] } })
  }

  private static func solved(
    _ factors: [LU?], _ flows: ValueAddedFlows, _ side: (Int) -> Double
  ) -> [Double] {
    var result = [Double](repeating: 0, count: flows.nodeCount)
    for (nodes, factors) in zip(flows.nodes, factors) {
      guard let solved = factors?.solve(nodes.map(side)) else { continue }
      for (k, i) in nodes.enumerated() { result[i] = solved[k] }
    }
    return result
  }

  /// Inputs that other regions' nodes buy to make some outputs, by seller, n.
  private static func soldAbroad(_ output: [Double], _ flows: ValueAddedFlows) -> [Double] {
    let a = flows.model.technicalCoefficients
    var sold = a.times(output)
    for nodes in flows.nodes {
      for i in nodes {
        for j in nodes { sold[i] -= a[i, j] * output[j] }
      }
    }
    return sold
  }
}
