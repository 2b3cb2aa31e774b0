import Quantities

/// Ships take a longer way: cargo arrives later, and the fleet makes fewer transits.
package struct Reroute: Lever {
  /// The chokepoint's own name.
  package let chokepoint: String
  /// The longer voyage.
  package let voyage: Voyage
  /// When.
  package let window: Window

  /// Makes a longer way.
  package init(chokepoint: String, voyage: Voyage, window: Window) {
    self.chokepoint = chokepoint
    self.voyage = voyage
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    Gate.effects(at: chokepoint, .voyage(voyage), window, in: context)
  }
}

extension Voyage {
  static let keys = [
    Key(
      "days", .wholeDays, .required, in: .notNegative, example: "15 days",
      "days more with cargo", "積載航海の延び"),
    Key(
      "round trip", .quantity([.duration]), .standard("45 days"), in: .positive,
      example: "45 days", "usual round trip; the default is a large tanker's from the Gulf",
      "通常の往復日数。既定は湾岸からの大型タンカー"),
    Key(
      "spare fleet", .quantity([.share]), .standard("0%"), in: .notNegative, example: "5%",
      "idle ships, share of the fleet", "余剰船腹の割合"),
    Key(
      "both ways", .flag, .standard("false"), example: "true", "whether the way back is longer too",
      "復路も延びるか"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let days = reader.wholeDays(group["days"])
    let roundTrip = reader.number(group["round trip"])
    let spare = reader.number(group["spare fleet"])
    let both = reader.flag(group["both ways"])
    guard let days, let roundTrip, let spare, let both else { return nil }
    self.init(days: days, roundTrip: roundTrip, spareFleet: spare, isBothWays: both)
  }
}

extension Reroute: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "reroute", .group, example: "{gate: Strait of Hormuz, days: 15 days}",
    "ships take a longer way", "迂回による航海の長期化")

  static let keys = Gate.keys + Voyage.keys + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let chokepoint = Gate.read(group, &reader)
    let voyage = Voyage(group, &reader)
    let window = reader.window(group)
    guard let chokepoint, let voyage, let window else { return nil }
    self.init(chokepoint: chokepoint, voyage: voyage, window: window)
  }
}
