import Diagnostics
import Quantities

/// Supply moves from one origin to others.
package struct Diversify: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// The origin that supply leaves.
  package let from: Partner
  /// Where it goes; the parts sum to 1.
  package let to: [SupplyMove.Target]
  /// How fast, in points of the importer's supply a year.
  package let pointsPerYear: Double
  /// When.
  package let window: Window

  /// Makes a move.
  package init(
    commodity: Int, importer: Partner, from: Partner, to: [SupplyMove.Target],
    pointsPerYear: Double, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.from = from
    self.to = to
    self.pointsPerYear = pointsPerYear
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .share(
        .move(
          SupplyMove(
            commodity: commodity, importer: importer, from: from, to: to,
            perDay: pointsPerYear / 365, window: window)))
    ]
  }
}

extension Diversify: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "diversify", .group,
    example:
      "{commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 100%}, ramp: 5 points a year}",
    "supply moves from one origin to others", "供給元の分散")

  static let keys =
    [
      Key.commodity,
      Key(
        "importer", .name(.partner), .required, example: "JPN", "the importer", "輸入国"),
      Key(
        "from", .name(.partner), .required, example: "CHN",
        "the origin that supply leaves", "供給を減らす元"),
      Key(
        "to", .amounts(.partner, [.share]), .required, in: .share,
        example: "{AUS: 70%, VNM: 30%}", "the origins it moves to, 100% in all",
        "移す先とその割合(合計 100%)"),
      Key(
        "ramp", .quantity([.pointsPerTime]), .required, in: .notNegative,
        example: "5 points a year", "how fast, in points of the importer's supply",
        "移す速さ(輸入国の供給に対するポイント)"),
    ] + Key.window(from: "starting")

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let origin = reader.partner(group["from"])
    let targets = reader.partnerAmounts(group["to"])
    if let targets { reader.requireWhole(targets.map(\.amount), group["to"]) }
    if let targets, let origin, targets.contains(where: { $0.name == origin }),
      let field = group["to"]
    {
      reader.report(
        ScenarioProblem.Combination.sameTwice("from", "to", name: origin.code),
        at: field.place)
    }
    let ramp = reader.number(group["ramp"])
    let window = reader.window(group, from: "starting")
    guard let commodity, let importer, let origin, let targets, let ramp, let window else {
      return nil
    }
    self.init(
      commodity: commodity, importer: importer, from: origin,
      to: targets.map { SupplyMove.Target(origin: $0.name, part: $0.amount) },
      pointsPerYear: ramp * 36_500, window: window)
  }
}
