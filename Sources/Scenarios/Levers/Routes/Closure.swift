package import Commodities
package import Diagnostics
import Quantities

/// A closed chokepoint: flows through it lose `by`, less what goes around.
package struct Closure: Lever {
  /// The chokepoint's own name.
  package let chokepoint: String
  /// Share of the flow through it that is lost, 0 to 1.
  package let by: Double
  /// Shares of importers' imports that pass it, instead of the commodity's figures.
  package let shareThrough: [ShareThrough]
  /// Capacity of ways around it, units a day; nil: the commodity's figure.
  package let bypass: Double?
  /// A longer way for what is blocked.
  package let detour: Detour?
  /// Trade of the table through it; nil: none is stated.
  package let tableTrade: TableTrade?
  /// When.
  package let window: Window

  /// Makes a closure.
  package init(
    chokepoint: String, by: Double, shareThrough: [ShareThrough], bypass: Double?,
    detour: Detour? = nil, tableTrade: TableTrade? = nil, window: Window
  ) {
    self.tableTrade = tableTrade
    self.detour = detour
    self.chokepoint = chokepoint
    self.by = by
    self.shareThrough = shareThrough
    self.bypass = bypass
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    context.commodities.enumerated().compactMap { index, commodity in
      strait(of: commodity).map { strait in
        .open(
          Blockage(
            links: .route(commodity: index, chokepoint: chokepoint, through: shareThrough),
            share: by, relief: relief(of: strait), window: window))
      }
    }
      + (detour.map { Gate.effects(at: chokepoint, .detour($0), window, in: context) } ?? [])
      + (tableTrade?.effects(closedBy: by, around: detour, window) ?? [])
  }

  private func strait(of commodity: Commodity) -> Commodity.Chokepoint? {
    commodity.chokepoints.first { $0.name == chokepoint }
  }

  /// Capacity of ways around over the flow through, 0 to 1.
  private func relief(of strait: Commodity.Chokepoint) -> Double {
    guard let flow = strait.flow.value, flow > 0 else { return 0 }
    return min(1, (bypass ?? strait.bypass.value ?? 0) / flow)
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard let strait = strait(of: commodity) else { return [] }
    let shares = commodity.importers.compactMap { importer -> String? in
      let stated = shareThrough.first { $0.importer.code == importer.code }?.share
      let figure = importer.shareThrough(chokepoint)?.value
      return (stated ?? figure).map { "\(importer.code) \(NumberFormat.brief($0, as: .percent))" }
    }.joined(separator: ", ")
    let share = NumberFormat.brief(by, as: .percent)
    let around = NumberFormat.brief((bypass ?? strait.bypass.value ?? 0) / 1e6)
    let net = NumberFormat.brief(max(0, by - relief(of: strait)), as: .percent)
    return [
      Bilingual(
        "\(chokepoint): closed by \(share); ways around it carry \(around) million \(commodity.unit) a day, which leaves \(net) blocked; share of imports that passes it: \(shares).",
        "\(strait.nameJa)：\(share)封鎖。迂回能力は日量\(around)百万\(commodity.unit)で、差引\(net)を遮断。輸入の通過割合：\(shares)。"
      )
    ]
  }

  package var limits: [Bilingual] {
    if let tableTrade { return [tableTrade.limit(at: chokepoint)] }
    return [
      Bilingual(
        "The closure of \(chokepoint) acts on commodity links only: the table does not know routes, so its other trade through \(chokepoint) goes on.",
        "\(chokepoint)の封鎖は物資リンクのみに作用する。経済表は経路を持たないため、その他の貿易は続くとする。")
    ]
  }
}

extension Closure: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "closure", .group,
    example: "{chokepoint: Strait of Hormuz, by: 90%, for: 60 days}",
    "a chokepoint is closed", "海峡などの封鎖")

  static let keys =
    Gate.keys + [
      Key(
        "by", .quantity([.share]), .standard("100%"), in: .share, example: "90%",
        "share of the flow through it that is lost", "そこを通る流れのうち失われる割合"),
      Key(
        "share through", .amounts(.partner, [.share]), in: .share,
        example: "{JPN: 80%}",
        "share of an importer's imports that passes it, where the commodity's own figure is not used",
        "輸入のうちそこを通る割合(重要物資の数値の代わりに使う)"),
      Key(
        "bypass", .quantity([.volumePerTime, .massPerTime]), in: .notNegative,
        example: "2.6 mb/d",
        "capacity of ways around it, where the commodity's own figure is not used",
        "迂回路の能力(重要物資の数値の代わりに使う)"),
      Key(
        "alternative", .group, example: "{days: 15 days}",
        "a longer way that what is blocked can take: it arrives late, and is not lost",
        "遮断分がとれる遠回りの航路(遅れるが失われない)"),
      Key(
        "alternative.days", .wholeDays, .required, in: .notNegative, example: "15 days",
        "days more at sea", "延びる日数"),
      Key(
        "alternative.share", .quantity([.share]), .standard("100%"), in: .share, example: "80%",
        "share of what is blocked that takes it", "遮断分のうち迂回する割合"),
      Key(
        "alternative.capacity", .quantity([.volumePerTime, .massPerTime]),
        .standard("unlimited"), in: .positive, words: ["unlimited"], example: "2 mb/d",
        "what it can carry", "迂回路の能力"),
    ] + TableTrade.keys + Key.window()

  private static func detour(
    _ field: ScenarioReader.Field?, at chokepoint: String?, _ reader: inout ScenarioReader
  ) -> Detour? {
    guard field != nil, let group = reader.group(field) else { return nil }
    let days = reader.wholeDays(group["days"])
    let share = reader.number(group["share"])
    let capacity = reader.number(
      group["capacity"],
      in: Gate.dimensions(at: chokepoint, .volumePerTime, .massPerTime, reader))
    guard let days, let share, let capacity else { return nil }
    return Detour(days: days, share: share, capacity: capacity)
  }

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let chokepoint = Gate.read(group, &reader)
    let by = reader.number(group["by"])
    let shares = reader.partnerAmounts(group["share through"])
    let bypass = reader.number(
      group["bypass"], in: Gate.dimensions(at: chokepoint, .volumePerTime, .massPerTime, reader))
    let detour = Closure.detour(group["alternative"], at: chokepoint, &reader)
    let tableTrade = TableTrade.read(group["table trade"], &reader)
    let window = reader.window(group)
    guard let chokepoint, let by, let window, group["alternative"] == nil || detour != nil,
      group["share through"] == nil || shares != nil, group["bypass"] == nil || bypass != nil,
      group["table trade"] == nil || tableTrade != nil
    else { return nil }
    self.init(
      chokepoint: chokepoint, by: by,
      shareThrough: (shares ?? []).map { ShareThrough(importer: $0.name, share: $0.amount) },
      bypass: bypass, detour: detour, tableTrade: tableTrade, window: window)
  }
}
