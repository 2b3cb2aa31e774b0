package import Quantities

/// What the value of a key is.
package enum ValueType: Sendable, Hashable {
  /// A mapping of further keys.
  case group
  /// A list of entries, each a mapping of one key that says its kind.
  case kinds
  /// Any text.
  case text
  /// A list of texts, or one.
  case texts
  /// A whole number without unit.
  case wholeNumber
  /// A number with a unit of one of the dimensions.
  case quantity([Dimension])
  /// A whole number of days.
  case wholeDays
  /// A calendar date.
  case date
  /// A calendar date or `day 12`.
  case moment
  /// `true` or `false`.
  case flag
  /// One of the key's words.
  case choice
  /// How a loss fades, such as `linear over 30 days`.
  case recovery
  /// `shortfall above 5% for 3 days`.
  case trigger
  /// A name of a kind.
  case name(NameKind)
  /// A list of names of a kind.
  case names(NameKind)
  /// Names of a kind, each with a quantity.
  case amounts(NameKind, [Dimension])
  /// A quantity for every product, or a mapping of products to quantities.
  case perProduct([Dimension])
  /// Criticality for all, by product, or by product and user.
  case criticality
  /// Paths with distributions.
  case distributions
  /// Paths of entries with probabilities.
  case probabilities
  /// Pairs of paths with rank correlations.
  case correlations
  /// Names with overrides.
  case overrides
}

/// What a name stands for.
package enum NameKind: String, Sendable, Hashable, CaseIterable {
  /// An economy.
  case economy
  /// A region of the table.
  case region
  /// A sector of the table.
  case sector
  /// An overlay commodity, else a sector.
  case product
  /// An overlay commodity.
  case commodity
  /// A chokepoint of a commodity.
  case chokepoint
  /// A region, a country, or a group of a commodity's origins.
  case partner
  /// A country or group from which a commodity comes.
  case origin
  /// A stage of a commodity's chain.
  case stage
  /// A producer, `REGION.SECTOR`.
  case node
  /// A sector, wherever it is, or a region.
  case user
  /// A column of final demand, `REGION.CATEGORY`.
  case finalDemand = "final demand"
}
