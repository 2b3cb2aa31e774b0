internal import Scenarios

/// Rules of the model that a benchmark runs.
package enum BenchmarkRules: String, Sendable, CaseIterable {
  /// Stocks of any origin stand for one another, suppliers as in the table: two products a step.
  case fixed
  /// The same, buyers lean towards whoever delivers: three products.
  case delivery
  /// The same, buyers lean towards capacity: three products.
  case capacity
  /// Lost varieties, starved suppliers, adapting buyers, the default of a scenario: three products.
  case varieties

  /// Matrix products of 2n² a step and scenario.
  var products: Int { self == .fixed ? 2 : 3 }

  var preset: ModelParameters.Preset { self == .varieties ? .sonae : .pooled }

  var choice: ModelParameters.SupplierChoice {
    switch self {
    case .fixed, .varieties: .fixed
    case .delivery: .delivery
    case .capacity: .capacity
    }
  }

  /// Parameters of varieties; nil where there are none.
  func variety(_ sectors: Int) -> VarietyParameters? {
    guard self == .varieties else { return nil }
    let same = [Double](repeating: 1, count: sectors)
    return VarietyParameters(
      reach: same.map { _ in VarietyParameters.reach(2.5, differentiated: 0.5) }, cover: same,
      chain: 0.75, replaceable: 1,
      adaptationDays: same.map { _ in VarietyParameters.adaptationDays(differentiated: 0.5) })
  }
}
