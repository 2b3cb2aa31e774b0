internal import LinearAlgebra

/// Whose value added is in each region's gross exports, double counting included.
///
/// With v per unit of output, E exports by node and L the inverse of the whole table: domestic is
/// v_s L_ss E_s, foreign Σ_t≠s v_t L_ts E_s, as in OECD's TiVA; they add up to exports where value
/// added and inputs add up to output. VAX (Johnson and Noguera 2012) is the region's value added in
/// other regions' final demand, v_s Σ_r≠s (L Y)_sr.
package struct TradeInValueAdded: Sendable {
  /// Gross exports by region, yearly.
  package let exports: [Double]
  /// Value added of the exporter itself, by region, yearly.
  package let domestic: [Double]
  /// Value added of the other regions, by region, yearly.
  package let foreign: [Double]
  /// Value added absorbed abroad, by region, yearly.
  package let vax: [Double]

  /// Traces the exports of a table's regions.
  package init(_ model: LeontiefModel) {
    let flows = ValueAddedFlows(model)
    exports = flows.byRegion { flows.exports[$0] }
    domestic = flows.byRegion { flows.carried[flows.region[$0], $0] * flows.exports[$0] }
    foreign = flows.byRegion { flows.carriedFromAbroad[$0] * flows.exports[$0] }
    vax = flows.regions.map { s in
      (0..<flows.nodeCount).reduce(0.0) { total, i in
        total + flows.carried[s, i] * (flows.allFinalDemand[i] - flows.finalDemand[i, s])
      }
    }
  }
}
