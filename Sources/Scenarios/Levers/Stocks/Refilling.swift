import Diagnostics
import Quantities
import ScenarioText

// What releases and pools share: when they start, and how they are filled again.
extension Key {
  /// When a stock is opened: `from` or `when`, and `for`.
  static let start = [
    Key(
      "from", .moment, .standard("day 0"), in: Key.Bounds(0, 36_500),
      unless: ["when"], example: "day 14", "first day", "最初の日"),
    Key(
      "when", .trigger, example: "shortfall above 5% for 3 days",
      "starts once the shortfall has been above a share of use, or `price above 50%` of its base, for some days, instead of on a day",
      "日付の代わりに、不足が使用量の一定割合を超える(または `price above 50%` で価格が基準を超える)日が続いたら始める"),
    Key(
      "for", .wholeDays, .standard("unlimited"), in: Key.Bounds(1, 36_500),
      words: ["unlimited"], example: "90 days", "longest duration in days", "最長の日数"),
  ]
}

extension Refill {
  /// Whom a refilling comes after.
  enum Class: String, CaseIterable {
    case last
    case withUsers = "with users"
  }

  static let key = Key(
    "refill", .group, example: "{from: day 250, rate: 0.2 mb/d}",
    "how the stock is filled again; it buys after all users, so that none goes short of it",
    "備蓄の補充。利用者の後に買うため、利用者の不足を増やさない")

  static let keys = [
    Key(
      "refill.from", .moment, .required, in: Key.Bounds(0, 36_500), example: "day 250",
      "first day", "最初の日"),
    Key(
      "refill.rate", .quantity([.volumePerTime, .massPerTime]), .required, in: .positive,
      example: "0.2 mb/d", "highest rate", "補充速度の上限"),
    Key(
      "refill.to", .quantity([.share]), .standard("100%"), in: .share, example: "90%",
      "share of the first volume to which it is filled", "当初の量に対する補充の目標"),
    Key(
      "refill.class", .choice, .standard("last"), words: KeyTable.words(Class.self),
      example: "with users", "last: after all users; with users: in proportion to orders",
      "last は利用者の後、with users は注文に比例"),
  ]
}

extension ScenarioReader {
  /// When a stock is opened and how long.
  mutating func start(of group: Group) -> (trigger: StockRelease.Trigger, days: Int?)? {
    let first = moment(group["from"])
    remark(onStart: first, of: group, "from")
    let trigger = group["when"].map { self.trigger($0) } ?? first.map { .day($0) }
    guard let trigger, let days = wholeDays(group["for"]) else { return nil }
    return (trigger, days == .max ? nil : days)
  }

  /// How a stock is filled again; nil inside where the file has none, nil where it is wrong.
  mutating func refill(_ field: Field?, of commodity: Int?) -> (refill: Refill?, Void)? {
    guard field != nil else { return (nil, ()) }
    guard let group = group(field) else { return nil }
    let from = moment(group["from"])
    remark(onStart: from, of: group, "from")
    let rate = number(
      group["rate"], in: dimension(of: commodity, .volumePerTime, .massPerTime))
    let to = number(group["to"])
    let rank: Refill.Class? = choice(group["class"])
    guard let from, let rate, let to, let rank else { return nil }
    return (Refill(from: from, rate: rate, to: to, isWithUsers: rank == .withUsers), ())
  }

  /// Reports partners of a mapping that are no members.
  mutating func requireMembers(_ field: Field?, _ members: [Partner]) {
    guard let field, let entries = field.node.mapping else { return }
    for entry in entries {
      guard let names, let partner = try? names.partner(entry.key), !members.contains(partner)
      else { continue }
      report(ScenarioProblem.Combination.noMember(entry.key), at: entry.keyPlace)
    }
  }
}
