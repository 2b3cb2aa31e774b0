/// Shares of a supply by origin, 0 to 1 each, and the basis they stand on.
package struct SupplyShares: Sendable, Hashable {
  /// One origin's share.
  package struct Origin: Sendable, Hashable {
    /// ISO3 code, a region's code, or `OTHER` for what a source does not split.
    package let code: String
    /// Its share, 0 to 1.
    package let share: Double

    /// Makes a share.
    package init(_ code: String, _ share: Double) {
      self.code = code
      self.share = share
    }
  }

  /// What the shares count.
  package let basis: Basis
  /// The shares in the order given, each origin once.
  package let origins: [Origin]

  /// Takes published shares as they are: rounding lets their sum miss 1.
  package init(_ origins: [Origin], basis: Basis) {
    precondition(
      Set(origins.map { $0.code }).count == origins.count, "SupplyShares: an origin stands twice")
    precondition(
      origins.allSatisfy { (0...1).contains($0.share) }, "SupplyShares: a share is not in 0...1")
    self.basis = basis
    self.origins = origins
  }

  /// Makes shares from amounts of one unit, not negative; nil if nothing is supplied.
  package init?(amounts: [(code: String, amount: Double)], basis: Basis) {
    let total = amounts.reduce(0) { $0 + $1.amount }
    guard total > 0, total.isFinite else { return nil }
    self.init(amounts.map { Origin($0.code, min(1, $0.amount / total)) }, basis: basis)
  }

  /// The share of an origin; 0 if it supplies nothing.
  package func share(of origin: String) -> Double {
    origins.first { $0.code == origin }?.share ?? 0
  }

  /// The same supply without what comes from home, its shares adding up to 1; nil if nothing is left.
  package func importsOnly(into home: String) -> SupplyShares? {
    SupplyShares(
      amounts: origins.filter { $0.code != home }.map { ($0.code, $0.share) },
      basis: basis.with(.importsOnly))
  }
}

// MARK: - Concentration

extension SupplyShares {
  /// Herfindahl–Hirschman index, HHI: the sum of squared shares, 0 to 1.
  ///
  /// An origin `OTHER` counts as one supplier, so that the index is an upper bound.
  package var herfindahl: Double { origins.reduce(0) { $0 + $1.share * $1.share } }

  /// Concentration ratio, CR3 by default: the sum of the largest shares, 0 to 1.
  package func concentrationRatio(of count: Int = 3) -> Double {
    origins.map { $0.share }.sorted(by: >).prefix(count).reduce(0, +)
  }

  /// Governance-weighted HHI, 0 to 10 with trade factors of 1: Σ s² · W · t.
  ///
  /// European Commission (2017, 2020, 2023): W is governance of 0 to 10, 10 worst; the trade factor t
  /// is 0.8 for members of the Union, above 1 for export restrictions, and 1 where none is given.
  package func governanceWeighted(
    _ governance: Governance, tradeFactors: [String: Double] = [:]
  ) -> GovernanceWeighted {
    var value = 0.0
    var unrated = 0.0
    for origin in origins {
      if let weight = governance[origin.code] {
        value += origin.share * origin.share * weight * tradeFactors[origin.code, default: 1]
      } else {
        unrated += origin.share
      }
    }
    return GovernanceWeighted(value: value, unratedShare: unrated, governanceYear: governance.year)
  }
}

/// A governance-weighted concentration, and how much of the supply it leaves out.
package struct GovernanceWeighted: Sendable, Hashable {
  /// Σ s² · W · t over the rated origins.
  package let value: Double
  /// Share of the supply whose origins have no governance figure, 0 to 1.
  package let unratedShare: Double
  /// The year or span of the governance figures.
  package let governanceYear: String
}
