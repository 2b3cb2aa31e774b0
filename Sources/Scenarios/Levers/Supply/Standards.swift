import Quantities

/// An importer asks for certified supply (LEVERS.md E).
package struct Standards: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who asks.
  package let importer: Partner
  /// Share of its supply that must be certified, 0 to 1.
  package let share: Double
  /// Origins that are.
  package let certified: [Partner]
  /// What certified supply costs above the base price; nil: as scarce as it is.
  package let premium: Double?
  /// When.
  package let window: Window

  /// Makes a standard.
  package init(
    commodity: Int, importer: Partner, share: Double, certified: [Partner], premium: Double?,
    window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.share = share
    self.certified = certified
    self.premium = premium
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .share(
        .move(
          SupplyMove(
            commodity: commodity, importer: importer, from: .others(than: certified),
            to: certified.map {
              SupplyMove.Target(origin: $0, part: 1 / Double(certified.count))
            }, extent: .upTo(share), builds: false, window: window))),
      .money(
        .cost(
          Payment(
            commodity: commodity, payer: .buyers(importer), basis: .scarce(premium: premium),
            importer: importer, window: window))),
    ]
  }
}

extension Standards: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "standards", .group,
    example: "{commodity: rare earths, importer: JPN, share: 50%, certified: [AUS, USA]}",
    "an importer asks for certified supply", "基準に基づく調達")

  static let keys =
    [
      Key.commodity, Key.importer("who asks for it", "求める国"),
      Key(
        "share", .quantity([.share]), .required, in: .share, example: "50%",
        "share of its supply that must be certified, as far as certified origins have spare capacity: it adds none",
        "認証を要する割合。認証国の余力の範囲で移り、供給は増えない"),
      Key(
        "certified", .names(.partner), .required, example: "[AUS, USA]",
        "origins that are", "認証された供給元"),
      Key(
        "premium", .quantity([.share]), in: Key.Bounds(0, 10), example: "10%",
        "what certified supply costs above the base price; none: what makes buyers content with what there is",
        "認証品の上乗せ。なければ不足に応じた額"),
    ] + Key.window(isEarly: true)

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let share = reader.number(group["share"])
    let certified = reader.partners(group["certified"])
    let premium = reader.number(group["premium"])
    let window = reader.window(group)
    guard let commodity, let importer, let share, let certified, let window,
      group["premium"] == nil || premium != nil
    else { return nil }
    self.init(
      commodity: commodity, importer: importer, share: share, certified: certified,
      premium: premium, window: window)
  }
}
