package import Commodities
package import Diagnostics
import Quantities
import ScenarioText

/// A dearer war-risk premium at a chokepoint, and the cover that it leaves.
package struct WarRiskPremium: Lever {
  /// The chokepoint's own name.
  package let chokepoint: String
  /// The premium.
  package let premium: Premium
  /// What ships carry is counted in, `bbl` or `t`: commodities in the other have ships of their own.
  package let unit: String
  /// When.
  package let window: Window

  /// Makes a premium.
  package init(chokepoint: String, premium: Premium, unit: String = "t", window: Window) {
    self.unit = unit
    self.chokepoint = chokepoint
    self.premium = premium
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    Gate.effects(at: chokepoint, .premium(premium), window, in: context) { commodity, _ in
      commodity.unit == unit
    }
  }
}

extension WarRiskPremium {
  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard commodity.unit == unit,
      let strait = commodity.chokepoints.first(where: { $0.name == chokepoint })
    else { return [] }
    let percent = { (share: Double) in NumberFormat.brief(share, as: .percent) }
    let covered = percent(premium.covered ?? premium.coveredShare(at: premium.level))
    let (level, normal) = (percent(premium.level), percent(premium.normal))
    let (withdrawn, bare) = (percent(premium.withdrawn), percent(premium.uninsured))
    return [
      Bilingual(
        "\(chokepoint): at a premium of \(level) of the hull (usually \(normal)) the market covers \(covered) of ships; \(bare) of the others sail without cover; at \(withdrawn) it covers none.",
        "\(strait.nameJa)：船価の\(level)（通常\(normal)）の保険料で市場が引き受けるのは船舶の\(covered)。残りのうち\(bare)は無保険で航行し、\(withdrawn)では引受なし。"
      )
    ]
  }
}

extension WarRiskPremium: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "premium", .group, example: "{gate: Strait of Hormuz, to: 3%}",
    "insurers ask a war-risk premium, and fewer ships are covered; it acts on commodities counted in the unit of `cargo`: without it, in barrels",
    "戦争危険保険料の上昇。作用するのは `cargo` の単位(書かなければバレル)で数える物資")

  static let keys =
    Gate.keys + [
      Key(
        "to", .quantity([.share]), .required, in: .share, example: "3%",
        "premium for a transit, share of the hull's value", "通航1回の保険料率(船価に対する)"),
      Key(
        "normal", .quantity([.share]), .standard("0.25%"), in: .share, example: "0.25%",
        "its usual level", "通常の料率"),
      Key(
        "withdrawn at", .quantity([.share]), .standard("5%"), in: .share, example: "5%",
        "premium at which the market covers no ship; assumed, 3 to 10%",
        "市場が引受を止める料率。想定値(3〜10%)"),
      Key(
        "covered", .quantity([.share]), in: .share, example: "40%",
        "share of ships that the market covers, where it is known", "市場が引き受ける割合(分かる場合)"),
      Key(
        "uninsured", .quantity([.share]), .standard("10%"), in: .share, example: "10%",
        "share of ships that sail without cover; assumed, 0 to 30%",
        "無保険で航行する割合。想定値(0〜30%)"),
      Key(
        "hull", .quantity([.money]), .standard("120 MUSD"), in: .positive, example: "120 MUSD",
        "value of a ship", "船価"),
      Key(
        "cargo", .quantity([.volume, .mass]), .standard("2 Mbbl"), in: .positive,
        example: "2 Mbbl",
        "what a ship carries; commodities counted in another unit have ships of their own, and need a second `premium`, such as with `cargo: 70000 t`",
        "1隻の積載量。別の単位で数える物資は船が異なり、`cargo: 70000 t` などと書いた `premium` をもう一つ要する"),
      Key(
        "inside", .quantity([.duration]), .standard("5 days"), in: .positive, example: "5 days",
        "days that a ship is in the insured waters", "危険海域に居る日数"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let chokepoint = Gate.read(group, &reader)
    let shares = ["to", "normal", "withdrawn at", "uninsured"].map { reader.number(group[$0]) }
    let covered = reader.number(group["covered"])
    let hull = reader.dollars(group["hull"])
    let cargo = reader.number(
      group["cargo"], in: Gate.dimensions(at: chokepoint, .volume, .mass, reader))
    let inside = reader.number(group["inside"])
    let window = reader.window(group)
    guard let chokepoint, let hull, let cargo, let inside, let window, let level = shares[0],
      let normal = shares[1], let withdrawn = shares[2], let uninsured = shares[3],
      group["covered"] == nil || covered != nil
    else { return nil }
    guard withdrawn > normal else {
      reader.report(
        ScenarioProblem.Combination.premiumOrder, at: group["withdrawn at"]?.place ?? group.place)
      return nil
    }
    if covered != nil { reader.remark(group["withdrawn at"], isIdleBy: "covered") }
    self.init(
      chokepoint: chokepoint,
      premium: Premium(
        level: level, normal: normal, withdrawn: withdrawn, uninsured: uninsured, covered: covered,
        hull: hull, cargo: cargo, inside: inside),
      unit: (try? Quantity(group["cargo"]?.node.text ?? "", accepting: [.volume])) == nil
        ? "t" : "bbl", window: window)
  }
}
