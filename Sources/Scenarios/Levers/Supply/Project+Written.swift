import Quantities
import ScenarioText

extension Project: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "project", .group,
    example:
      "{commodity: rare earths, country: AUS, capacity: 2400 t a year, from: day -1095, offtake: {JPN: 65%}}",
    "new capacity is built", "新しい生産能力の建設")

  static let keys =
    [
      Key.commodity,
      Key(
        "country", .name(.partner), .required, example: "AUS", "where it is built", "建設する国"),
      Key(
        "capacity", .quantity([.volumePerTime, .massPerTime]), .required, in: .positive,
        example: "2400 t a year", "its capacity", "生産能力"),
      Key.first(isEarly: true),
      Key(
        "lead", .wholeDays, .standard("3 years"), in: Key.Bounds(0, 36_500), example: "9 years",
        "time from the decision to the first unit: a separation or magnet plant 3 years, a rare-earth mine 9, any mine 6 to 32",
        "決定から生産開始までの期間。分離・磁石工場は3年、希土類鉱山は9年、鉱山一般は6〜32年"),
      Key(
        "ramp", .quantity([.duration]), .standard("1 years"), in: .notNegative,
        example: "1 years", "time from the first unit to full capacity", "生産開始からフル稼働までの期間"),
      Key(
        "success", .quantity([.share]), .standard("50%"), in: .share, example: "50%",
        "probability that it is built; an assumption, 20 to 90%", "実現確率(仮定、20〜90%)"),
      Key(
        "offtake", .amounts(.partner, [.share]), in: .share, example: "{JPN: 65%}",
        "shares of its capacity that importers, or makers of the next stage, buy instead of their other supply; the rest anyone may",
        "引き取る国(途中の段階なら次の段階の生産国)とその割合。残りは誰でも買える"),
      Key(
        "stage", .name(.stage), .standard("last"), words: ["last"], example: "oxide",
        "stage of the commodity's chain that it makes; one before the last sells to makers of the next, and buys what it needs as they do",
        "連鎖のどの段階をつくるか。途中の段階なら次の段階の生産国に売り、原料は既存の生産者と同じように買う"),
      Key.displaces,
      Key(
        "capex", .quantity([.money]), example: "300 MUSD", "what it costs to build", "建設費"),
      Key(
        "subsidy", .quantity([.share]), .standard("0%"), in: .share, example: "30%",
        "share of that which is given, in equal parts over the lead, if it is built",
        "そのうち補助する割合。建設されるとき、準備期間に均等に支払う"),
      Key(
        "equity", .group, example: "{public: 20%, first loss: true}", "public equity", "公的出資"),
      Key(
        "equity.public", .quantity([.share]), .required, in: .share, example: "20%",
        "public share of the capital", "公的資本の割合"),
      Key(
        "equity.first loss", .flag, .standard("true"), example: "true",
        "whether it bears losses before private money: what makes the project likelier",
        "民間より先に損失を負うか(実現確率を上げる)"),
      Key(
        "payer", .name(.partner), example: "JPN",
        "whose government pays; none: the first of the offtake, else the country's own",
        "負担する政府。なければ最初の引取国、それもなければその国"),
    ]
    + DrawMode.keys(
      "`expected`: success times capacity; `drawn`: all or nothing, by `seed`",
      "`expected` は実現確率を掛けた能力、`drawn` は `seed` による抽選")

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let country = reader.importer(group["country"])
    let capacity = reader.flow(group["capacity"], of: commodity)
    let success = reader.number(group["success"])
    let ramp = reader.number(group["ramp"])
    let buyers = Project.offtake(group["offtake"], &reader)
    let displaces = reader.displaced(group["displaces"], importer: buyers?.first?.importer)
    let from = reader.moment(group["from"])
    reader.startPlaces[group.place] = group["from"]?.node.place
    let lead = reader.wholeDays(group["lead"])
    let funding = Funding(group, country: country, buyer: buyers?.first?.importer, &reader)
    let draw = DrawMode.seed(group, &reader)
    let stage = StageChoice.read(group, of: commodity.map { [.commodity($0)] }, &reader)
    guard let commodity, let country, let capacity, let success, let ramp, let buyers,
      let displaces, let from, let lead, let funding, let draw, let stage
    else { return nil }
    if stage == .all, let field = group["stage"] {
      reader.report(ScenarioProblem.Combination.projectOfStages, at: field.place)
      return nil
    }
    if buyers.isEmpty { reader.remark(group["displaces"], isIdleBy: "no `offtake`") }
    self.init(
      commodity: commodity, country: country,
      plan: Plan(capacity: capacity, lead: lead, success: success), from: from,
      ramp: ramp, offtake: buyers, displaces: displaces, capex: funding.capex,
      subsidy: funding.subsidy, equity: funding.equity, payer: funding.payer,
      seed: draw.seed, stage: stage.before)
  }

  /// Buyers with their shares, no more than all of it; none where it is left out.
  private static func offtake(
    _ field: ScenarioReader.Field?, _ reader: inout ScenarioReader
  ) -> [Buyer]? {
    guard let field else { return [] }
    guard let amounts = reader.partnerAmounts(field) else { return nil }
    let sum = amounts.reduce(0) { $0 + $1.amount }
    guard sum <= 1 + 1e-9 else {
      reader.report(
        ScenarioProblem.Combination.moreThanAll(
          key: field.key.name, sum: Dimension.share.text(sum)), at: field.place)
      return nil
    }
    return amounts.map { Buyer(importer: $0.name, share: $0.amount) }
  }
}

/// Who pays what of a project.
private struct Funding {
  let capex: Double?
  let subsidy: Double
  let equity: Project.Equity?
  let payer: Partner

  init?(
    _ group: ScenarioReader.Group, country: Partner?, buyer: Partner?,
    _ reader: inout ScenarioReader
  ) {
    capex = reader.dollars(group["capex"])
    let subsidy = reader.number(group["subsidy"])
    let equity = reader.group(group["equity"])
    let share = equity.flatMap { reader.number($0["public"]) }
    let isFirst = equity.flatMap { reader.flag($0["first loss"]) }
    let payer = group["payer"] == nil ? buyer ?? country : reader.importer(group["payer"])
    if group["capex"] == nil {
      reader.remark(group["subsidy"], isIdleBy: "no `capex`")
      if isFirst == false {
        reader.remark(equity?["public"], isIdleBy: "first loss: false, no `capex`")
      }
    }
    guard let subsidy, let payer, group["capex"] == nil || capex != nil,
      group["equity"] == nil || (share != nil && isFirst != nil)
    else { return nil }
    self.subsidy = subsidy
    self.payer = payer
    self.equity = share.flatMap { share in
      isFirst.map { Project.Equity(share: share, takesFirstLoss: $0) }
    }
  }
}
