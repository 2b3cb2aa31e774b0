package import Commodities
package import Diagnostics
import Quantities

/// A government covers ships that the market does not.
package struct Insure: Lever {
  /// The chokepoint's own name.
  package let chokepoint: String
  /// The cover.
  package let cover: PublicCover
  /// When.
  package let window: Window

  /// Makes a cover.
  package init(chokepoint: String, cover: PublicCover, window: Window) {
    self.chokepoint = chokepoint
    self.cover = cover
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    // Cover stands in for a market's: it acts on the goods whose premium the file raises.
    let units = context.levers.compactMap { lever -> String? in
      guard let rise = lever.as(WarRiskPremium.self), rise.chokepoint == chokepoint else {
        return nil
      }
      return rise.unit
    }
    return Gate.effects(at: chokepoint, .cover(cover), window, in: context) { commodity, _ in
      units.isEmpty || units.contains(commodity.unit)
    }
  }
}

extension Insure {
  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard let strait = commodity.chokepoints.first(where: { $0.name == chokepoint }) else {
      return []
    }
    let line = NumberFormat.brief(cover.line / 1e9)
    let lineJa = NumberFormat.brief(cover.line / 1e8)
    let ceiling = NumberFormat.brief(cover.ceiling, as: .percent)
    let casualty = NumberFormat.brief(cover.casualty, as: .percent)
    return [
      Bilingual(
        "\(chokepoint): a public line covers \(line) billion USD of ships and cargo at a time for at most \(ceiling) of the hull; \(casualty) of transits are taken to end in a loss, which decides what it costs.",
        "\(strait.nameJa)：政府の枠は一時点で船体・貨物\(lineJa)億ドル分を船価の\(ceiling)以下で引き受ける。通航の\(casualty)が全損と仮定し、費用はこれによる。"
      )
    ]
  }
}

extension Insure: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "insure", .group, example: "{gate: Strait of Hormuz, line: 20 billion USD, from: day 10}",
    "a government covers ships that the market does not", "政府による再保険")

  static let keys =
    Gate.keys + [
      Key(
        "line", .quantity([.money]), .required, in: .notNegative, example: "20 billion USD",
        "value that it covers at a time", "一時点の引受限度"),
      Key(
        "ceiling", .quantity([.share]), .standard("0.5%"), in: .share, example: "0.5%",
        "premium that it asks at most, share of the hull's value; assumed",
        "料率の上限(船価に対する)。想定値"),
      Key(
        "casualty", .quantity([.share]), .standard("0.1%"), in: .share, example: "0.1%",
        "chance that a transit ends in a total loss; assumed, 0.02 to 1%",
        "通航1回で全損となる確率。想定値(0.02〜1%)"),
      Key(
        "by", .name(.partner), example: "USA", "whose government covers them, for the budget",
        "引き受ける政府(費用の計上先)"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let chokepoint = Gate.read(group, &reader)
    let line = reader.dollars(group["line"])
    let ceiling = reader.number(group["ceiling"])
    let casualty = reader.number(group["casualty"])
    let government = reader.importer(group["by"])
    let window = reader.window(group)
    guard let chokepoint, let line, let ceiling, let casualty, let window,
      group["by"] == nil || government != nil
    else { return nil }
    self.init(
      chokepoint: chokepoint,
      cover: PublicCover(
        line: line, ceiling: ceiling, casualty: casualty, government: government), window: window)
  }
}
