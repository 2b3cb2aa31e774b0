package import Quantities

extension Commodity.Price {
  /// A price of contracts that follow another commodity's: π = 1 + ε·(π'(t − lag) − 1) (LEVERS.md G).
  package struct Link: Sendable {
    /// Name of the commodity that is followed.
    package let leader: String
    /// ε, the part of its change that is followed, 0 or more.
    package let elasticity: Figure
    /// Days behind it.
    package let lag: Figure

    /// Makes a link.
    package init(leader: String, elasticity: Figure, lag: Figure) {
      self.leader = leader
      self.elasticity = elasticity
      self.lag = lag
    }

    /// What of the propensity to spend less is left for each bill when prices of `commodities` follow one
    /// another, c/(c + Σ ε·l), c and l bills over GDP of leaders and followers (LEVERS.md G).
    ///
    /// The propensity is calibrated on slopes of oil prices on Japan's GDP over its bill of crude, in which
    /// prices that follow oil are contained: with bills of their own they would count twice. 1 where
    /// nothing follows, or where Japan's figures of either are missing.
    package static func propensityPart(in commodities: [Commodity]) -> Double {
      var leaders: [String: Double] = [:]
      var followed = 0.0
      for commodity in commodities {
        guard let link = commodity.price.link, let elasticity = link.elasticity.value,
          let leader = commodities.first(where: { $0.name == link.leader }),
          let bill = commodity.billOverGDP, let led = leader.billOverGDP
        else { continue }
        leaders[leader.name] = led
        followed += elasticity * bill
      }
      let led = leaders.values.reduce(0, +)
      return led > 0 ? led / (led + followed) : 1
    }
  }
}

extension Commodity {
  /// Country on whose figures the propensity to spend is calibrated.
  private static let calibratedOn = "JPN"

  /// Its bill for the commodity over its GDP; nil if a figure is missing.
  fileprivate var billOverGDP: Double? {
    guard let importer = importers.first(where: { $0.code == Commodity.calibratedOn }),
      let imports = importer.imports.value, let gdp = importer.gdp.value, gdp > 0,
      let base = price.base.value
    else { return nil }
    return imports * base * Double(CalendarDate.days(ofYear: year)) / gdp
  }
}
