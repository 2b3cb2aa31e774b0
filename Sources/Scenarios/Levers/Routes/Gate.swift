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

  /// The same change for every commodity that passes a chokepoint.
  static func effects(
    at chokepoint: String, _ kind: GateChange.Kind, _ window: Window, in context: LeverContext
  ) -> [Effect] {
    context.commodities.enumerated().compactMap { index, commodity in
      guard commodity.chokepoints.contains(where: { $0.name == chokepoint }) else { return nil }
      return .gate(
        GateChange(commodity: index, chokepoint: chokepoint, kind: kind, window: window))
    }
  }
}
