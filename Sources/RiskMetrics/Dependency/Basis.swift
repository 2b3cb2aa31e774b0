/// What a ratio counts: measure, scope, year and source. No dependency number stands without one.
///
/// MODEL.md section 3: China's share of Japan's rare earths in 2024 is 66% by weight and 38% by value.
package struct Basis: Sendable, Hashable {
  /// What is added up.
  package enum Measure: String, Sendable, CaseIterable {
    /// Money.
    case value
    /// Mass, or another physical quantity such as barrels.
    case weight
  }

  /// Which flows are in the denominator.
  package enum Scope: String, Sendable, CaseIterable {
    /// All purchases, those from home included.
    case domesticIncluded = "domestic included"
    /// Purchases from abroad.
    case importsOnly = "imports only"
    /// Exports of the world by exporter.
    case worldExports = "world exports"
    /// Production of the world by country.
    case worldProduction = "world production"
  }

  /// What is added up.
  package let measure: Measure
  /// Which flows are in the denominator.
  package let scope: Scope
  /// The year or span, such as `2016-2020`; empty if not stated.
  package let year: String
  /// Who published the flows; empty if not stated.
  package let source: String

  /// Makes a basis.
  package init(_ measure: Measure, _ scope: Scope, year: String, source: String) {
    self.measure = measure
    self.scope = scope
    self.year = year
    self.source = source
  }

  /// The same flows in another scope.
  package func with(_ scope: Scope) -> Basis {
    Basis(measure, scope, year: year, source: source)
  }
}
