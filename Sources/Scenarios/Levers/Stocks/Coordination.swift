package import Commodities
import Quantities

/// How the members of a coordinated release share its volume and rate (LEVERS.md C).
///
/// In a collective action of the IEA each member's part follows its share of the members' consumption
/// (iea.org, "Oil security and emergency response").
package struct Coordination: Sendable, Hashable {
  /// A member's part.
  package struct Part: Sendable, Hashable {
    /// The member.
    package let member: Partner
    /// Its share of volume and rate, 0 to 1; nil: there is no figure that it follows.
    package let share: Double?
    /// Days by which it starts later.
    package let delay: Int
    /// Its own highest rate, units a day; nil: its share of the rate in all.
    package let rate: Double?
  }

  /// Volume in all, units.
  package let total: Double
  /// What parts follow.
  package let basis: MemberWeights
  /// Members.
  package let members: [Partner]
  /// Days by which members start later.
  package let delay: [Partner: Int]

  /// Highest rates of members that have their own, units a day.
  package let rate: [Partner: Double]

  /// Makes a coordination.
  package init(
    total: Double, basis: MemberWeights, members: [Partner], delay: [Partner: Int],
    rate: [Partner: Double] = [:]
  ) {
    self.rate = rate
    self.total = total
    self.basis = basis
    self.members = members
    self.delay = delay
  }

  /// The members' parts by a commodity's figures.
  package func parts(_ importers: [Commodity.Importer]) -> [Part] {
    let weights = members.map { basis.weight(of: $0, importers) }
    let sum = weights.reduce(0) { $0 + ($1 ?? 0) }
    return zip(members, weights).map { member, weight in
      Part(
        member: member, share: weight.flatMap { sum > 0 ? $0 / sum : nil },
        delay: delay[member] ?? 0, rate: rate[member])
    }
  }

  /// Whether every member has a rate of its own, so that none is needed in all.
  var isRated: Bool { members.allSatisfy { rate[$0] != nil } }
}

extension Coordination {
  static let keys = [
    Key(
      "coordinated", .group,
      example: "{total: 400 Mbbl, by: consumption, members: [JPN, KOR, USA]}",
      "members share one volume, in place of `holders`", "`holders` の代わりに協調放出"),
    Key(
      "coordinated.total", .quantity([.volume, .mass]), .required, in: .notNegative,
      example: "400 Mbbl", "volume in all", "総量"),
    Key(
      "coordinated.by", .amounts(.partner, [.share, .number]), .standard("consumption"),
      in: .notNegative, words: ["consumption", "net imports"], example: "{JPN: 20%, KOR: 5%}",
      "what a member's part follows: `consumption`, `net imports`, or a part for each",
      "分担の基準。`consumption`、`net imports`、または各国の割合"),
    Key(
      "coordinated.members", .names(.partner), .required, example: "[JPN, KOR, USA]",
      "who takes part", "参加国"),
    Key(
      "coordinated.delay", .amounts(.partner, [.duration]), in: .notNegative,
      example: "{USA: 20 days}", "days by which a member starts later", "開始の遅れ"),
    Key(
      "coordinated.rate", .amounts(.partner, [.volumePerTime, .massPerTime]), in: .positive,
      example: "{JPN: 0.7 mb/d}",
      "highest rates of members that have their own; the others have their part of `rate`",
      "参加国ごとの放出速度の上限。書かない国は `rate` のうちの分担分"),
  ]

  /// Reads it; nil if the file has none or it is wrong.
  init?(
    _ field: ScenarioReader.Field?, of commodity: Int?, _ reader: inout ScenarioReader
  ) {
    guard field != nil, let group = reader.group(field) else { return nil }
    let total = reader.number(
      group["total"], in: reader.dimension(of: commodity, .volume, .mass))
    let members = reader.partners(group["members"])
    let basis = MemberWeights.read(
      group["by"], use: "consumption", members: members, &reader)
    let delays = reader.partnerAmounts(group["delay"])
    let rates = reader.partnerAmounts(
      group["rate"], in: reader.dimension(of: commodity, .volumePerTime, .massPerTime))
    guard let total, let members, let basis, group["delay"] == nil || delays != nil,
      group["rate"] == nil || rates != nil
    else { return nil }
    reader.requireMembers(group["delay"], members)
    reader.requireMembers(group["rate"], members)
    self.init(
      total: total, basis: basis, members: members,
      delay: Dictionary(
        (delays ?? []).map { ($0.name, Int($0.amount.rounded())) }, uniquingKeysWith: { $1 }),
      rate: Dictionary((rates ?? []).map { ($0.name, $0.amount) }, uniquingKeysWith: { $1 }))
  }
}

extension StockRelease.Trigger {
  /// The same some days later; what starts by a shortage or price is late by itself.
  func later(by delay: Int) -> StockRelease.Trigger {
    if case .day(let day) = self { .day(day + delay) } else { self }
  }
}

extension Refill {
  /// A member's part of it.
  func share(_ share: Double) -> Refill {
    Refill(from: from, rate: rate * share, to: to, isWithUsers: isWithUsers)
  }
}
