/// What a quantity measures; each dimension has one base unit that the model computes in.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  /// A plain number.
  case number
  /// A part of a whole; base 1 (so `90%` is 0.9).
  case share
  /// A difference of two shares; base 1 (so `5 points` is 0.05).
  case points
  /// A change of a share over time; base 1 per day.
  case pointsPerTime = "points per time"
  /// A part of a whole each year; base 1 a year.
  case sharePerYear = "share per year"
  /// A length of time; base day, a year has 365.
  case duration
  /// A volume; base barrel.
  case volume
  /// A mass; base tonne.
  case mass
  /// A volume per time; base barrel per day.
  case volumePerTime = "volume per time"
  /// A mass per time; base tonne per day.
  case massPerTime = "mass per time"
  /// Goods counted in money per time; base USD per day.
  case moneyPerTime = "money per time"
  /// A price per volume; base USD per barrel.
  case pricePerVolume = "price per volume"
  /// A price per mass; base USD per tonne.
  case pricePerMass = "price per mass"
  /// A price per energy; base USD per million British thermal units.
  case pricePerEnergy = "price per energy"
  /// An amount of money; base one unit of its currency.
  case money

  /// What prices of commodities are read in.
  package static let prices: [Dimension] = [.pricePerVolume, .pricePerMass, .pricePerEnergy]
}
