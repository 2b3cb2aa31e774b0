internal import Commodities
internal import Quantities
internal import InputOutputTables

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How a commodity's price answers what is missing from its market (MODEL.md section 4, step 13;
/// LEVERS.md 0.4).
///
/// L = (blocked − spare − released − restrained)/supply, all on one market, units a day;
/// ln π* = −ln(1 − L)/(e_S − e_D) + ln(1 + premium) where L > 0, bounded; ln π += Δt/τ_π·(ln π* − ln π).
/// Releases count by the credit that the market gives them.
struct OverlayMarket: Sendable {
  /// Where the price forms.
  let kind: Commodity.Market
  /// Supply of a world or bloc market, units a day; an importer's own market supplies its use.
  let supply: Double
  /// e_S − e_D, above 0.
  let responsiveness: Double
  /// Highest price over its base.
  let bound: Double

  /// The market of a commodity; nil if one of its figures is missing.
  init?(_ commodity: Commodity) {
    let price = commodity.price
    guard let supply = price.supply.value, let supplied = price.supplyElasticity.value,
      let demanded = price.demandElasticity.value, let bound = price.bound.value, supply > 0,
      supplied - demanded > 0
    else { return nil }
    kind = price.market
    self.supply = supply
    responsiveness = supplied - demanded
    self.bound = bound
  }

  /// π* for units a day missing of a supply; 1 where nothing is missing.
  func multiple(missing: Double, of supply: Double, premium: Double) -> Double {
    guard missing > 0, supply > 0 else { return 1 }
    let share = min(missing / supply, 1 - 1e-9)
    return min(exp(-log(1 - share) / responsiveness) * (1 + premium), bound)
  }

  /// π after a step: its logarithm goes a part of the way, 1 for all of it.
  static func price(_ price: Double, towards target: Double, by part: Double) -> Double {
    part < 1 ? price * pow(target / price, part) : target
  }
}
