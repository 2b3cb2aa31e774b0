package import LinearAlgebra

/// The nine terms of gross exports of Koopman, Wang and Wei (2014, equation 36), by region.
///
/// L_ss' below is the region's own inverse (I - A_ss)^-1. Terms 1 to 3 are VAX, 4 and 5 the value
/// added that returns home, 6 and 9 pure double counting, 7 and 8 foreign value added.
package struct ExportDecomposition: Sendable {
  /// Gross exports by region, yearly.
  package let exports: [Double]
  /// Terms T1 ... T9 of each region, R x 9, yearly.
  package let terms: Matrix

  /// Domestic value added, by region: terms 1 to 5.
  package var domestic: [Double] { sum(0..<5) }
  /// Value added absorbed abroad, by region: terms 1 to 3.
  package var vax: [Double] { sum(0..<3) }
  /// Foreign value added, by region: terms 7 and 8.
  package var foreign: [Double] { sum(6..<8) }
  /// Pure double counting, by region: term 6 (domestic) and term 9 (foreign).
  package var doubleCounted: [Double] { zip(sum(5..<6), sum(8..<9)).map { $0 + $1 } }

  /// Decomposes the exports of a table's regions.
  ///
  /// A region whose own I - A_ss is singular (it takes negative inputs) has 0 in terms 5, 6, 8 and 9.
  package init(_ model: LeontiefModel) {
    let flows = ValueAddedFlows(model)
    let local = LocalModels(flows)
    exports = flows.byRegion { flows.exports[$0] }
    var terms = Matrix(rows: flows.nodes.count, columns: 9)
    for s in flows.regions {
      let own = Self.domesticTerms(of: s, flows, local)
      let other = Self.foreignTerms(of: s, flows, local)
      for (k, value) in (own + other).enumerated() { terms[s, k] = value }
    }
    self.terms = terms
  }

  private func sum(_ columns: Range<Int>) -> [Double] {
    (0..<terms.rows).map { s in columns.reduce(0) { $0 + terms[s, $1] } }
  }

  /// T1 ... T6 of a region.
  private static func domesticTerms(
    of s: Int, _ flows: ValueAddedFlows, _ local: LocalModels
  ) -> [Double] {
    var t = [Double](repeating: 0, count: 6)
    for i in 0..<flows.nodeCount {
      let value = flows.carried[s, i]
      let home = flows.region[i]
      let (direct, back) = (flows.finalDemand[i, home], flows.finalDemand[i, s])
      if home == s {
        t[0] += value * (flows.allFinalDemand[i] - back)
      } else {
        t[1] += value * direct
        t[2] += value * (flows.allFinalDemand[i] - direct - back)
        t[3] += value * back
      }
    }
    // v_s Σ_r≠s L_sr A_rs: what foreign inputs of the region's nodes carry of its value added.
    let returned = local.returned(to: s)
    for (k, j) in flows.nodes[s].enumerated() {
      t[4] += returned[k] * local.homeDemandOutput[j]
      t[5] += returned[k] * local.exportOutput[j]
    }
    return t
  }

  /// T7, T8 and T9 of a region.
  private static func foreignTerms(
    of s: Int, _ flows: ValueAddedFlows, _ local: LocalModels
  ) -> [Double] {
    var t = [Double](repeating: 0, count: 3)
    for i in flows.nodes[s] {
      let value = flows.carriedFromAbroad[i]
      t[0] += value * (flows.allFinalDemand[i] - flows.finalDemand[i, s])
      t[1] += value * local.soldForHomeDemand[i]
      t[2] += value * local.soldForExports[i]
    }
    return t
  }
}
