internal import LinearAlgebra

/// Gross exports as Borin and Mancini (2019) see them from the exporter, by region.
///
/// Domestic value added counts once what the region's exports carry out, v_s (I - A_ss)^-1 E_s; it
/// equals terms 1 to 5 of Koopman, Wang and Wei, and the loss of GDP when exports are extracted (Los,
/// Timmer and de Vries 2016). Foreign value added counts what enters the exporter once,
/// Σ_t v_t L_ts (I + Σ_j A_sj L_js)^-1 E_s; what crosses its border again is double counting.
package struct BorinMancini: Sendable {
  /// Gross exports by region, yearly.
  package let exports: [Double]
  /// Domestic value added, by region, yearly.
  package let domestic: [Double]
  /// Domestic double counting, by region, yearly.
  package let domesticDoubleCounted: [Double]
  /// Foreign value added, by region, yearly.
  package let foreign: [Double]
  /// Foreign double counting, by region, yearly.
  package let foreignDoubleCounted: [Double]

  /// Decomposes the exports of a table's regions; solves for each region's own columns of L.
  package init(_ model: LeontiefModel) {
    let flows = ValueAddedFlows(model)
    let local = LocalModels(flows)
    let trade = TradeInValueAdded(model)
    let domestic = flows.byRegion { flows.valueAdded[$0] * local.exportOutput[$0] }
    let foreign = flows.regions.map { s in
      let once = Self.crossingOnce(of: s, flows, local)
      return zip(flows.nodes[s], once).reduce(0) {
        $0 + flows.carriedFromAbroad[$1.0] * $1.1
      }
    }
    exports = trade.exports
    self.domestic = domestic
    domesticDoubleCounted = zip(trade.domestic, domestic).map { $0 - $1 }
    self.foreign = foreign
    foreignDoubleCounted = zip(trade.foreign, foreign).map { $0 - $1 }
  }

  /// (I + Σ_j A_sj L_js)^-1 E_s = L_ss^-1 (I - A_ss)^-1 E_s, for the region's nodes.
  private static func crossingOnce(
    of s: Int, _ flows: ValueAddedFlows, _ local: LocalModels
  ) -> [Double] {
    let nodes = flows.nodes[s]
    let columns = flows.model.columns(of: nodes)
    let block = Matrix(
      rows: nodes.count, columns: nodes.count,
      elements: nodes.flatMap { i in nodes.indices.map { columns[$0, i] } })
    let made = nodes.map { local.exportOutput[$0] }
    return LU(block)?.solve(made) ?? made.map { _ in 0 }
  }
}
