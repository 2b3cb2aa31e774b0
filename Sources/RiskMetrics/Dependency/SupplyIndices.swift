#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Indices of supply risk that others publish, computed from a user's own inputs.
package enum SupplyIndices {
  /// N-1 supply: what covers the demand of all others once the largest supplier's country is taken out.
  ///
  /// (supply − its supply) / (demand − its demand); International Energy Agency (2025), the formula
  /// inferred from its text. Nil if no demand is left.
  package static func supplyWithoutLargest(
    _ countries: [(code: String, supply: Double, demand: Double)]
  ) -> (largest: String, cover: Double?)? {
    guard let largest = countries.max(by: { ($0.supply, $1.code) < ($1.supply, $0.code) }) else {
      return nil
    }
    let others = countries.filter { $0.code != largest.code }
    let supply = others.reduce(0) { $0 + $1.supply }
    let demand = others.reduce(0) { $0 + $1.demand }
    return (largest.code, demand > 0 ? supply / demand : nil)
  }

  /// GeoPolRisk score: HHI of production · Σ q·g / (imports + domestic production), 0 to 1.
  ///
  /// g is political instability of each origin, 0 to 1. Nil if nothing is supplied.
  package static func geoPolRisk(
    production: SupplyShares, imports: [(quantity: Double, instability: Double)],
    domesticProduction: Double
  ) -> Double? {
    let total = imports.reduce(domesticProduction) { $0 + $1.quantity }
    guard total > 0 else { return nil }
    let exposed = imports.reduce(0) { $0 + $1.quantity * $1.instability }
    return production.herfindahl * exposed / total
  }

  /// Supply risk of the United States Geological Survey, SR = (DP · TE · EV)^(1/3), each 0 to 1.
  ///
  /// Nassar et al. (2020), Science Advances 6: eaay8647: disruption potential, trade exposure and
  /// economic vulnerability, normalised by the caller.
  package static func geologicalSurveyRisk(
    disruptionPotential: Double, tradeExposure: Double, economicVulnerability: Double
  ) -> Double {
    let factors = [disruptionPotential, tradeExposure, economicVulnerability]
    precondition(
      factors.allSatisfy { (0...1).contains($0) }, "SupplyIndices: a factor outside of 0...1")
    return cbrt(factors.reduce(1, *))
  }

  /// Disruption potential DP = Σ PS² · ASI · WSI over foreign countries, 0 to 1 (Nassar et al. 2020).
  ///
  /// PS is the production share, ASI the ability and WSI the willingness to supply index, lower better.
  package static func disruptionPotential(
    _ countries: [(productionShare: Double, ability: Double, willingness: Double)]
  ) -> Double {
    countries.reduce(0) {
      $0 + $1.productionShare * $1.productionShare * $1.ability * $1.willingness
    }
  }

  /// Trade exposure TE = (I − E + ΔS) / (PP + SP + I − E + ΔS), floored at 0 (Nassar et al. 2020).
  ///
  /// Primary and secondary production, imports, exports and stock change in one unit; nil if there is
  /// no apparent use.
  package static func tradeExposure(
    primary: Double, secondary: Double, imports: Double, exports: Double, stockChange: Double
  ) -> Double? {
    let net = imports - exports + stockChange
    let use = primary + secondary + net
    guard use > 0 else { return nil }
    return max(0, net / use)
  }

  /// Price over base that makes demand meet a supply short by a share: π = (1 − L)^(−1/(e_S − e_D)).
  ///
  /// `spareShare` of supply takes up the loss first; the price stops at `bound` times base (MODEL.md
  /// section 4, step 13). Elasticities: supply 0 or more, demand below 0.
  package static func scarcityPrice(
    lostShare: Double, spareShare: Double = 0, supplyElasticity: Double, demandElasticity: Double,
    bound: Double
  ) -> Double {
    precondition(supplyElasticity >= 0 && demandElasticity < 0, "SupplyIndices: elasticities")
    precondition((0...1).contains(lostShare) && bound >= 1, "SupplyIndices: \(lostShare)")
    let lost = max(0, lostShare - max(0, spareShare))
    guard lost < 1 else { return bound }
    return min(bound, exp(-log(1 - lost) / (supplyElasticity - demandElasticity)))
  }
}
