import Commodities
import Quantities

/// A chokepoint by name, as several levers state it: `gate` and `chokepoint` are one word.
enum Gate {
  static let keys = [
    Key(
      "chokepoint", .name(.chokepoint), .required, unless: ["gate"],
      example: "Strait of Hormuz", "the chokepoint", "対象の海峡など"),
    Key(
      "gate", .name(.chokepoint), unless: ["chokepoint"], example: "Strait of Hormuz",
      "another word for `chokepoint`", "`chokepoint` の別名"),
  ]

  static func read(
    _ group: ScenarioReader.Group, _ reader: inout ScenarioReader
  ) -> String? {
    reader.name(group["chokepoint"] ?? group["gate"]) {
      names, text throws(ScenarioProblem.Name) in try names.chokepoint(text)
    }
  }

  /// The dimensions that amounts of what passes a chokepoint are read in.
  static func dimensions(
    at chokepoint: String?, _ byVolume: Dimension, _ byMass: Dimension, _ reader: ScenarioReader
  ) -> [Dimension]? {
    guard let chokepoint, let units = reader.names?.chokepointUnits[chokepoint] else { return nil }
    return [(byVolume, "bbl"), (byMass, "t")].filter { units.contains($0.1) }.map { $0.0 }
  }

  /// The same change for every commodity that passes a chokepoint.
  static func effects(
    at chokepoint: String, _ kind: GateChange.Kind, _ window: Window, in context: LeverContext,
    where fits: (Commodity, _ index: Int) -> Bool = { _, _ in true }
  ) -> [Effect] {
    context.commodities.enumerated().compactMap { index, commodity in
      guard fits(commodity, index), commodity.chokepoints.contains(where: { $0.name == chokepoint })
      else {
        return nil
      }
      return .gate(
        GateChange(commodity: index, chokepoint: chokepoint, kind: kind, window: window))
    }
  }
}
