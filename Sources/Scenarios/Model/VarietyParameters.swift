/// How lost varieties, starved suppliers and adapting buyers count (MODEL2.md), preset `sonae` alone.
///
/// Products are the table's sectors.
package struct VarietyParameters: Sendable, Hashable {
  /// Reach k of a lost variety by product, 1 or more; 0: the product has no varieties. S values.
  package var reach: [Double]
  /// K that all of `reach` follows, at least 1; nil where products have their own, or none has any.
  package var most: Double?
  /// Stock v of a user's sector against the average, S values, at least 0.
  package var cover: [Double]
  /// Share χ of suppliers' own shortages that reaches a customer, 0 to less than 1.
  package var chain: Double
  /// Share g_max of a lost supply that buyers replace in the end, 0 to 1.
  package var replaceable: Double
  /// Adaptation time A by product, days. S values.
  package var adaptationDays: [Double]

  /// Makes parameters.
  package init(
    reach: [Double], most: Double? = nil, cover: [Double], chain: Double, replaceable: Double,
    adaptationDays: [Double]
  ) {
    self.reach = reach
    self.most = most
    self.cover = cover
    self.chain = chain
    self.replaceable = replaceable
    self.adaptationDays = adaptationDays
  }

  /// K's range: 1.5 is just over proportional, 4 is where published losses are passed (MODEL2.md).
  package static let mostRange = 1.5...4.0

  /// The same under another K, where reach follows one.
  package func with(most other: Double) -> VarietyParameters {
    guard let most, most > 1 else { return self }
    var parameters = self
    parameters.most = other
    parameters.reach = reach.map { $0 > 0 ? 1 + ($0 - 1) * (other - 1) / (most - 1) : 0 }
    return parameters
  }

  /// Reach of a product with differentiated share d: 1 + (K − 1)·d.
  package static func reach(_ most: Double, differentiated share: Double) -> Double {
    1 + (most - 1) * share
  }

  /// Adaptation time of a product with differentiated share d: 90 + 275·d days.
  ///
  /// Four quarters for differentiated inputs follow Barrot and Sauvagnat (2016, QJE); a quarter for
  /// homogeneous ones is an assumption.
  package static func adaptationDays(differentiated share: Double) -> Double { 90 + 275 * share }
}
