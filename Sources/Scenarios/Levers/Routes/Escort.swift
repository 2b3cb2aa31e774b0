import Quantities

/// Escorted convoys: a share of what closures stop passes, more slowly.
package struct Escort: Lever {
  /// The chokepoint's own name.
  package let chokepoint: String
  /// Share of what closures stop that passes, 0 to 1.
  package let opens: Double
  /// The longer voyage of what it lets pass.
  package let voyage: Voyage
  /// When.
  package let window: Window

  /// Makes an escort.
  package init(chokepoint: String, opens: Double, voyage: Voyage, window: Window) {
    self.chokepoint = chokepoint
    self.opens = opens
    self.voyage = voyage
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    Gate.effects(at: chokepoint, .opening(opens, voyage), window, in: context)
  }
}

extension Escort: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "escort", .group, example: "{gate: Strait of Hormuz, opens: 30%, days: 3 days}",
    "escorted convoys: a share of what closures stop passes, and takes longer; what closures leave sails as before",
    "船団護衛（封鎖で止まる分の一部が、日数をかけて通る。ほかの船はこれまでどおり）")

  static let keys =
    Gate.keys + [
      Key(
        "opens", .quantity([.share]), .required, in: .share, example: "30%",
        "share of what closures stop that passes", "封鎖で止まる分のうち通れる割合")
    ] + Voyage.keys + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let chokepoint = Gate.read(group, &reader)
    let opens = reader.number(group["opens"])
    let voyage = Voyage(group, &reader)
    let window = reader.window(group)
    guard let chokepoint, let opens, let voyage, let window else { return nil }
    self.init(chokepoint: chokepoint, opens: opens, voyage: voyage, window: window)
  }
}
