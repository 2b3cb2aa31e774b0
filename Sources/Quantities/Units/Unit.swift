/// A unit of measure: its name and how to reach the base unit of its dimension.
///
/// Multiplier and divisor are kept apart so that `90%` is exactly 90/100.
package struct Unit: Sendable, Hashable {
  /// The name that is printed, such as `mb/d`.
  package let name: String
  /// Other spellings that are read.
  package let aliases: [String]
  /// What it measures.
  package let dimension: Dimension
  /// Times this …
  package let multiplier: Double
  /// … over this gives the base unit.
  package let divisor: Double
  /// The currency of money, such as `USD`; nil for everything else.
  package let currency: String?

  /// Makes a unit.
  package init(
    _ name: String, _ dimension: Dimension, times multiplier: Double = 1, over divisor: Double = 1,
    aliases: [String] = [], currency: String? = nil
  ) {
    self.name = name
    self.dimension = dimension
    self.multiplier = multiplier
    self.divisor = divisor
    self.aliases = aliases
    self.currency = currency
  }

  /// A number of this unit in the base unit.
  package func base(_ number: Double) -> Double { number * multiplier / divisor }

  /// A number of the base unit in this unit.
  package func number(fromBase base: Double) -> Double { base * divisor / multiplier }

  /// The number of this unit as text, such as `90%` or `1.3 mb/d`; reads back to the same number.
  package func text(of number: Double) -> String {
    let digits = Unit.digits(of: number)
    if name.isEmpty { return digits }
    return name.hasPrefix("%") ? digits + name : digits + " " + (number == 1 ? singular : name)
  }

  /// The name after a one: `day` of `days`.
  private var singular: String {
    [.duration, .points, .pointsPerTime].contains(dimension) ? aliases.first ?? name : name
  }

  /// A number in its shortest form that reads back the same, without `.0`.
  package static func digits(of number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Unit {
  /// The unit of a name or another spelling; money in any currency; nil if there is none.
  package static func named(_ text: String) -> Unit? {
    byName[text] ?? money(text)
  }

  /// Names of the units that a dimension is read in, the usual one first; money by example.
  package static func names(of dimension: Dimension) -> [String] {
    if dimension == .money { return ["million USD", "MUSD", "billion USD", "trillion JPY"] }
    return all.filter { $0.dimension == dimension }.map { $0.name }
  }

  /// The unit of a plain number.
  package static let one = Unit("", .number)

  /// Every unit but money.
  package static let all: [Unit] = [
    Unit("%", .share, over: 100, aliases: ["percent"]),
    Unit("points", .points, over: 100, aliases: ["point", "percentage points"]),
    Unit(
      "points a day", .pointsPerTime, over: 100,
      aliases: ["point a day", "points per day", "points/day"]),
    Unit(
      "points a year", .pointsPerTime, over: 36500,
      aliases: ["point a year", "points per year", "points/year"]),
    Unit(
      "% a year", .sharePerYear, over: 100,
      aliases: ["% per year", "%/year", "percent a year", "percent per year"]),
    Unit("days", .duration, aliases: ["day", "d"]),
    Unit("weeks", .duration, times: 7, aliases: ["week"]),
    Unit("years", .duration, times: 365, aliases: ["year"]),
    Unit("bbl", .volume, aliases: ["barrel", "barrels"]),
    Unit("kbbl", .volume, times: 1e3, aliases: ["thousand barrels", "thousand bbl"]),
    Unit("Mbbl", .volume, times: 1e6, aliases: ["million barrels", "million bbl"]),
    Unit("kl", .volume, times: barrelsPerKilolitre, aliases: ["m3"]),
    Unit("million kl", .volume, times: barrelsPerKilolitre * 1e6),
    Unit("t", .mass, aliases: ["tonne", "tonnes"]),
    Unit("kg", .mass, over: 1e3),
    Unit("kt", .mass, times: 1e3, aliases: ["thousand t"]),
    Unit("Mt", .mass, times: 1e6, aliases: ["million t"]),
    Unit("mb/d", .volumePerTime, times: 1e6, aliases: ["Mbbl/d", "million b/d"]),
    Unit("kb/d", .volumePerTime, times: 1e3, aliases: ["kbbl/d", "thousand b/d"]),
    Unit("bbl/d", .volumePerTime, aliases: ["b/d"]),
    Unit("t/d", .massPerTime, aliases: ["t/day"]),
    Unit("kg/d", .massPerTime, over: 1e3, aliases: ["kg/day"]),
    Unit("t/year", .massPerTime, over: 365, aliases: ["t/y", "t a year"]),
    Unit("kt/year", .massPerTime, times: 1e3, over: 365, aliases: ["kt/y", "kt a year"]),
    Unit("kt/d", .massPerTime, times: 1e3, aliases: ["kt/day"]),
    Unit("Mt/year", .massPerTime, times: 1e6, over: 365, aliases: ["Mt/y", "Mt a year"]),
    Unit("MUSD/d", .moneyPerTime, times: 1e6, aliases: ["million USD/d", "million USD a day"]),
    Unit("USD/d", .moneyPerTime, aliases: ["USD a day"]),
    Unit(
      "MUSD/year", .moneyPerTime, times: 1e6, over: 365,
      aliases: ["million USD/year", "million USD a year"]),
    Unit("USD/bbl", .pricePerVolume, aliases: ["USD/b"]),
    Unit("USD/kg", .pricePerMass, times: 1e3),
    Unit("USD/t", .pricePerMass),
    Unit("USD/MMBtu", .pricePerEnergy, aliases: ["USD/mmBtu", "USD/MMBTU", "USD/mmbtu"]),
  ]

  /// Barrels of 158.987294928 litres in a kilolitre.
  private static let barrelsPerKilolitre = 1000 / 158.987294928

  private static let byName: [String: Unit] = {
    var units: [String: Unit] = [:]
    for unit in all {
      for name in [unit.name] + unit.aliases { units[name] = unit }
    }
    return units
  }()
}
