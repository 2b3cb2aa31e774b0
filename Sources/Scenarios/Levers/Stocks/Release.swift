import Commodities
import Quantities

/// A release of strategic stocks (MODEL.md section 4, step 7).
package struct Release: Lever {
  /// Whose stock.
  package enum Kind: String, Sendable, CaseIterable {
    /// Industry's obligation is lowered.
    case industry
    /// The government's.
    case government
    /// Held jointly with producers.
    case joint
  }

  /// A holder and its volume.
  package struct Holder: Sendable, Hashable {
    /// The holder: an importer of the commodity, or a country or group outside the overlay.
    package let holder: Partner
    /// Volume in the commodity's unit; nil: all that its stock file states.
    package let volume: Double?

    /// Makes a holder.
    package init(holder: Partner, volume: Double?) {
      self.holder = holder
      self.volume = volume
    }
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Holders and volumes.
  package let holders: [Holder]
  /// Whose stock.
  package let kind: Kind
  /// Highest rate of each holder, units per day; nil: as much as is short.
  package let rate: Double?
  /// When it starts.
  package let trigger: StockRelease.Trigger
  /// Number of days it may last; nil: no limit.
  package let days: Int?
  /// How it is filled again.
  package let refill: Refill?
  /// How members share a volume, instead of `holders`.
  package let coordination: Coordination?

  /// Makes a release.
  package init(
    commodity: Int, holders: [Holder], kind: Kind, rate: Double?, trigger: StockRelease.Trigger,
    days: Int?, refill: Refill? = nil, coordination: Coordination? = nil
  ) {
    self.refill = refill
    self.coordination = coordination
    self.commodity = commodity
    self.holders = holders
    self.kind = kind
    self.rate = rate
    self.trigger = trigger
    self.days = days
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let importers = context.commodities[commodity].importers
    if let coordination {
      return coordination.parts(importers).map { part in
        .stock(
          .release(
            StockRelease(
              commodity: commodity, holder: part.member,
              volume: part.share.map { $0 * coordination.total },
              rate: part.rate ?? rate.map { $0 * (part.share ?? 0) },
              isWithUsers: kind == .industry,
              trigger: trigger.later(by: part.delay), days: days,
              refill: refill?.share(part.share ?? 0))))
      }
    }
    return holders.map { holder in
      let stated = importers.first { $0.code == holder.holder.code }?.stocks
        .first { $0.kind.rawValue == kind.rawValue }?.volume.value
      return .stock(
        .release(
          StockRelease(
            commodity: commodity, holder: holder.holder, volume: holder.volume ?? stated,
            rate: rate, isWithUsers: kind == .industry, trigger: trigger, days: days,
            refill: refill)))
    }
  }
}

extension Release: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "release", .group,
    example: "{commodity: crude oil, holders: {JPN: 80 Mbbl}, rate: 1.8 mb/d, from: day 14}",
    "strategic stocks are released", "備蓄の放出")

  static let keys =
    [
      Key.commodity,
      Key(
        "holders", .amounts(.partner, [.volume, .mass]), .required,
        in: .notNegative, words: ["all"], unless: ["coordinated"], example: "{JPN: 80 Mbbl}",
        "holders and their volumes; all: what the commodity's stock figures state",
        "保有者と放出量。all は備蓄の数値のすべて"),
      Key(
        "kind", .choice, .standard("government"),
        words: KeyTable.words(Kind.self), example: "government",
        "whose stock: industry's (its obligation is lowered), the government's, or joint",
        "備蓄の種類。民間(義務量の引き下げ)、国家、共同"),
      Key(
        "rate", .quantity([.volumePerTime, .massPerTime]),
        .standard("unlimited"), in: .positive, words: ["unlimited"], example: "1.8 mb/d",
        "highest rate of each holder; of a coordinated release in all; unlimited: as much as is short",
        "保有者ごとの放出速度の上限(協調放出では全体)。unlimited は不足分すべて"),
    ] + Key.start + [Refill.key] + Refill.keys + Coordination.keys

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let holders = reader.partnerAmounts(
      group["holders"], in: reader.dimension(of: commodity, .volume, .mass))
    let kind: Kind? = reader.choice(group["kind"])
    let rate = reader.number(
      group["rate"], in: reader.dimension(of: commodity, .volumePerTime, .massPerTime))
    let start = reader.start(of: group)
    let refill = reader.refill(group["refill"], of: commodity)
    let coordination = Coordination(group["coordinated"], of: commodity, &reader)
    guard let commodity, let kind, let rate, let start, let refill,
      holders != nil || coordination != nil
    else { return nil }
    if let coordination, rate == .infinity, !coordination.isRated {
      let unit = reader.unit(of: commodity)
      reader.report(
        ScenarioProblem.Combination.coordinatedWithoutRate(
          "\(NumberFormat.brief(coordination.total / 120)) \(unit)/d"), at: group.place)
      return nil
    }
    if kind == .industry { reader.remark(group["refill"], isIdleBy: "kind: industry") }
    self.init(
      commodity: commodity,
      holders: (holders ?? []).map {
        Holder(holder: $0.name, volume: $0.amount == .infinity ? nil : $0.amount)
      }, kind: kind, rate: rate == .infinity ? nil : rate, trigger: start.trigger,
      days: start.days, refill: refill.refill, coordination: coordination)
  }
}
