import Commodities
import Quantities

/// Stocks that importers hold in common.
package struct Pool: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Members.
  package let members: [Partner]
  /// Volume, units.
  package let volume: Double
  /// Highest rate, units a day; infinite: as much as is short.
  package let rate: Double
  /// Who gets how much.
  package let rule: StockPool.Rule
  /// What an entitlement counts.
  package let weights: MemberWeights
  /// Whether an entitlement that is not needed stays in the pool.
  package let isRigid: Bool
  /// Days from the pool to its members.
  package let travelDays: Int
  /// When it starts.
  package let trigger: StockRelease.Trigger
  /// Number of days it may last; nil: no limit.
  package let days: Int?
  /// How it is filled again.
  package let refill: Refill?

  /// Makes a pool.
  package init(
    commodity: Int, members: [Partner], volume: Double, rate: Double, rule: StockPool.Rule,
    weights: MemberWeights, isRigid: Bool, travelDays: Int, trigger: StockRelease.Trigger,
    days: Int?,
    refill: Refill?
  ) {
    self.commodity = commodity
    self.members = members
    self.volume = volume
    self.rate = rate
    self.rule = rule
    self.weights = weights
    self.isRigid = isRigid
    self.travelDays = travelDays
    self.trigger = trigger
    self.days = days
    self.refill = refill
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let importers = context.commodities[commodity].importers
    let weighed = members.map { member in
      StockPool.Member(
        importer: member, weight: weights.weight(of: member, importers) ?? 0)
    }
    return [
      .stock(
        .pool(
          StockPool(
            commodity: commodity, members: weighed, volume: volume, rate: rate, rule: rule,
            isRigid: isRigid, travelDays: travelDays, trigger: trigger, days: days,
            refill: refill)))
    ]
  }
}

extension Pool: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "pool", .group,
    example:
      "{commodity: crude oil, members: [JPN, KOR], volume: 100 Mbbl, rule: equal cover}",
    "stocks that importers hold in common", "備蓄の共同化")

  static let keys =
    [
      Key.commodity,
      Key(
        "members", .names(.partner), .required, example: "[JPN, KOR]", "importers that share",
        "共同する輸入国"),
      Key(
        "volume", .quantity([.volume, .mass]), .required, in: .notNegative, unless: ["from stocks"],
        example: "100 Mbbl", "what is in the pool", "共同備蓄の量"),
      Key(
        "from stocks", .amounts(.partner, [.volume, .mass]), in: .notNegative,
        example: "{JPN: 80 Mbbl, KOR: 20 Mbbl}", "what each brings, in place of `volume`",
        "`volume` の代わりに各国の拠出量"),
      Key(
        "rate", .quantity([.volumePerTime, .massPerTime]), .standard("unlimited"), in: .positive,
        words: ["unlimited"], example: "1.8 mb/d",
        "highest rate in all; unlimited: as much as is short", "全体の放出速度の上限"),
      Key(
        "rule", .choice, .standard("shortfall"), words: KeyTable.words(StockPool.Rule.self),
        example: "equal cover",
        "who gets how much: by what each is short of, by entitlement, or so that days of cover are alike",
        "配分の規則。不足に比例、持ち分、または在庫日数をそろえる"),
      Key(
        "weights", .amounts(.partner, [.number, .share]), .standard("net imports"),
        in: .notNegative, words: ["net imports", "use"], example: "{JPN: 60%, KOR: 40%}",
        "what an entitlement counts: `net imports`, `use`, or a weight for each member",
        "持ち分の基準。`net imports`、`use`、または各国の重み"),
      Key(
        "rigid", .flag, .standard("false"), example: "true",
        "whether an entitlement that is not needed stays in the pool", "使われない持ち分を残すか"),
      Key(
        "travel", .wholeDays, .standard("0 days"), in: .notNegative, example: "10 days",
        "days from the pool to its members", "備蓄基地から各国までの日数"),
    ] + Key.start + [Refill.key] + Refill.keys

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let members = reader.partners(group["members"])
    let amounts = reader.dimension(of: commodity, .volume, .mass)
    let volume = reader.number(group["volume"], in: amounts)
    let brought = reader.partnerAmounts(group["from stocks"], in: amounts)
    let rate = reader.number(
      group["rate"], in: reader.dimension(of: commodity, .volumePerTime, .massPerTime))
    let rule: StockPool.Rule? = reader.choice(group["rule"])
    let isRigid = reader.flag(group["rigid"])
    let travel = reader.wholeDays(group["travel"])
    let start = reader.start(of: group)
    let weights = MemberWeights.read(
      group["weights"], use: "use", members: members, &reader)
    let refill = reader.refill(group["refill"], of: commodity)
    guard let commodity, let members, let rate, let rule, let isRigid, let travel, let start,
      let weights, let refill,
      let volume = volume ?? brought.map({ $0.reduce(0) { $0 + $1.amount } })
    else { return nil }
    if rule != .entitlement {
      for name in ["weights", "rigid"] {
        reader.remark(group[name], isIdleBy: "rule: \(rule.rawValue)")
      }
    }
    reader.requireMembers(group["from stocks"], members)
    self.init(
      commodity: commodity, members: members, volume: volume, rate: rate, rule: rule,
      weights: weights, isRigid: isRigid, travelDays: travel, trigger: start.trigger,
      days: start.days, refill: refill.refill)
  }
}
