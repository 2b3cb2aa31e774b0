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
  /// How fast, a share of the importer's supply a year.
  package let perYear: Double
  /// What the new origins can sell of it between them, units a day; infinite: capacity follows.
  package let capacity: Double
  /// What they ask above the base price, a share of it.
  package let premium: Double
  /// Who pays that.
  package let payer: Payment.Payer
  /// When.
  package let window: Window

  /// Makes a move.
  package init(
    commodity: Int, importer: Partner, from: Partner, to: [SupplyMove.Target],
    perYear: Double, capacity: Double = .infinity, premium: Double = 0,
    payer: Payment.Payer? = nil, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.from = from
    self.to = to
    self.perYear = perYear
    self.capacity = capacity
    self.premium = premium
    self.payer = payer ?? .buyers(importer)
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let move = SupplyMove(
      commodity: commodity, importer: importer, from: .origin(from), to: to,
      perDay: perYear / 365,
      extent: capacity < .infinity ? .units(capacity) : .unlimited, window: window)
    guard premium != 0 else { return [.share(.move(move))] }
    let isAbroad = !to.contains { $0.origin == importer }
    return [
      .share(.move(move)),
      .money(
        .cost(
          Payment(
            commodity: commodity, payer: payer,
            basis: .moved(premium: premium, isAbroad: isAbroad), importer: importer,
            window: window))),
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
      Key(
        "capacity", .amounts(.partner, [.volumePerTime, .massPerTime]), .standard("follows"),
        in: .notNegative, words: ["follows"], example: "3 t/d",
        "what the new origins can sell of it: `follows` what moves, an amount for all, or one for each",
        "移す先が供給できる量。`follows`(移す量に応じて増える)、全体の量、または先ごとの量"),
      Key.premium(
        "10%", "what they ask above the base price; an assumption", "基準価格に対する上乗せ(仮定)"),
      Key.paidBy,
    ] + Key.window(from: "starting", isEarly: true, ramp: nil)

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let origin = reader.partner(group["from"])
    let targets = reader.partnerAmounts(group["to"])
    if let targets { reader.requireWhole(targets.map({ $0.amount }), group["to"]) }
    if let targets, let origin, targets.contains(where: { $0.name == origin }),
      let field = group["to"]
    {
      reader.report(
        ScenarioProblem.Combination.sameTwice("from", "to", name: origin.code),
        at: field.place)
    }
    let ramp = reader.number(group["ramp"])
    let capacities = Capacities(group["capacity"], of: commodity, &reader)
    let premium = reader.number(group["premium"])
    let payer = reader.payer(group["paid by"], of: importer)
    if premium == 0 { reader.remark(group["paid by"], isIdleBy: "premium: 0%") }
    let window = reader.window(group, from: "starting", hasRamp: false)
    guard let commodity, let importer, let origin, let targets, let ramp, let capacities,
      let premium, let payer, let window
    else { return nil }
    self.init(
      commodity: commodity, importer: importer, from: origin,
      to: targets.map {
        SupplyMove.Target(
          origin: $0.name, part: $0.amount, capacity: capacities.each[$0.name] ?? .infinity)
      },
      perYear: ramp * 36_500 / 100, capacity: capacities.all, premium: premium, payer: payer,
      window: window)
  }
}

extension Diversify {
  /// What new origins can sell, units a day.
  private struct Capacities {
    /// All of them between them; infinite: no limit.
    var all = Double.infinity
    /// Each that has a limit of its own.
    var each: [Partner: Double] = [:]

    init?(_ field: ScenarioReader.Field?, of commodity: Int?, _ reader: inout ScenarioReader) {
      let dimensions = reader.dimension(of: commodity, .volumePerTime, .massPerTime)
      if field?.node.text != nil {
        guard let amount = reader.number(field, in: dimensions) else { return nil }
        all = amount
        return
      }
      guard let amounts = reader.partnerAmounts(field, in: dimensions) else { return nil }
      each = Dictionary(uniqueKeysWithValues: amounts.map { ($0.name, $0.amount) })
    }
  }
}
