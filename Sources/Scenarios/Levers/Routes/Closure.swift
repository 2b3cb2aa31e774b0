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
  /// The commodity whose imports these are shares of, an index into the catalogue; nil: every one.
  package let shareOf: Int?
  /// Capacity of ways around it, the last that fits a commodity; none fits: the commodity's figure.
  package let bypass: [WayCapacity]
  /// A longer way for what is blocked.
  package let detour: Detour?
  /// Trade of the table through it; nil: none is stated.
  package let tableTrade: TableTrade?
  /// When.
  package let window: Window

  /// Makes a closure.
  package init(
    chokepoint: String, by: Double, shareThrough: [ShareThrough] = [], shareOf: Int? = nil,
    bypass: [WayCapacity] = [], detour: Detour? = nil, tableTrade: TableTrade? = nil,
    window: Window
  ) {
    self.tableTrade = tableTrade
    self.detour = detour
    self.chokepoint = chokepoint
    self.by = by
    self.shareThrough = shareThrough
    self.shareOf = shareOf
    self.bypass = bypass
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    context.commodities.enumerated().compactMap { index, commodity in
      strait(of: commodity).map { strait in
        .open(
          Blockage(
            links: .route(commodity: index, chokepoint: chokepoint, through: through(index)),
            share: by, relief: relief(of: strait, for: commodity, at: index), window: window))
      }
    } + effectsAround(in: context)
      + (tableTrade?.effects(closedBy: by, around: detour, window) ?? [])
  }

  /// Stated shares of a commodity.
  private func through(_ index: Int) -> [ShareThrough] {
    shareOf == nil || shareOf == index ? shareThrough : []
  }

  /// The longer way, for what its capacity fits.
  private func effectsAround(in context: LeverContext) -> [Effect] {
    detour.map {
      Gate.effects(
        at: chokepoint, .detour($0), window, in: context, where: $0.capacity.fits(_:at:))
    } ?? []
  }

  private func strait(of commodity: Commodity) -> Commodity.Chokepoint? {
    commodity.chokepoints.first { $0.name == chokepoint }
  }

  /// Capacity of ways around for a commodity, units a day.
  private func around(
    _ strait: Commodity.Chokepoint, _ commodity: Commodity, at index: Int
  ) -> Double {
    bypass.last { $0.fits(commodity, at: index) }?.rate ?? strait.bypass.value ?? 0
  }

  /// That over the flow through, 0 to 1.
  private func relief(
    of strait: Commodity.Chokepoint, for commodity: Commodity, at index: Int
  ) -> Double {
    guard let flow = strait.flow.value, flow > 0 else { return 0 }
    return min(1, around(strait, commodity, at: index) / flow)
  }

  /// The same with more capacity of ways around for one commodity, units a day; unchanged where it does not
  /// pass.
  package func widened(by rate: Double, for commodity: Commodity, at index: Int) -> Closure {
    guard let strait = strait(of: commodity) else { return self }
    let more = WayCapacity(around(strait, commodity, at: index) + rate, of: .one(index))
    return Closure(
      chokepoint: chokepoint, by: by, shareThrough: shareThrough, shareOf: shareOf,
      bypass: bypass + [more], detour: detour, tableTrade: tableTrade, window: window)
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard let strait = strait(of: commodity) else { return [] }
    let shares = commodity.importers.compactMap { importer -> String? in
      let stated = through(index).first { $0.importer.code == importer.code }?.share
      let figure = importer.shareThrough(chokepoint)?.value
      return (stated ?? figure).map { "\(importer.code) \(NumberFormat.brief($0, as: .percent))" }
    }.joined(separator: ", ")
    let share = NumberFormat.brief(by, as: .percent)
    let around = NumberFormat.brief(around(strait, commodity, at: index) / 1e6)
    let net = NumberFormat.brief(
      max(0, by - relief(of: strait, for: commodity, at: index)), as: .percent)
    return [
      Bilingual(
        "\(chokepoint): closed by \(share); ways around it carry \(around) million \(commodity.unit) a day, which leaves \(net) blocked; share of imports that passes it: \(shares).",
        "\(strait.nameJa)：\(share)封鎖。迂回能力は日量\(around)百万\(commodity.unit)で、差引\(net)を遮断。輸入の通過割合：\(shares)。"
      )
    ] + (detour.map { [wordsAround($0, strait, commodity, at: index)] } ?? [])
  }

  /// What takes the longer way.
  private func wordsAround(
    _ detour: Detour, _ strait: Commodity.Chokepoint, _ commodity: Commodity, at index: Int
  ) -> Bilingual {
    guard detour.capacity.fits(commodity, at: index) else {
      return Bilingual(
        "\(chokepoint): the capacity of the longer way is not stated in \(commodity.unit): \(commodity.name) does not take it.",
        "\(strait.nameJa)：遠回りの航路の能力が\(commodity.unit)で与えられていないため、\(commodity.nameJa)は通らないとする。")
    }
    let share = NumberFormat.brief(detour.share, as: .percent)
    let days = "\(detour.days) \(detour.days == 1 ? "day" : "days")"
    var limit = Bilingual("", "")
    if detour.capacity.rate < .infinity {
      let most = NumberFormat.brief(detour.capacity.rate / 1e6)
      limit = Bilingual(
        ", up to \(most) million \(commodity.unit) a day",
        "（日量\(most)百万\(commodity.unit)まで）")
    }
    return Bilingual(
      "\(chokepoint): \(share) of what is blocked takes a way that is \(days) longer\(limit.en).",
      "\(strait.nameJa)：遮断分の\(share)が\(detour.days)日長い航路をとる\(limit.ja)。")
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
        "share of the flow through it that is lost; closures of one chokepoint at the same time multiply what passes",
        "そこを通る流れのうち失われる割合。同じ海峡の同時の封鎖は、通過できる割合を掛け合わせる"),
      Key(
        "share through", .amounts(.partner, [.share]), in: .share,
        example: "{JPN: 80%}",
        "share of an importer's imports that passes it, where the commodity's own figure is not used",
        "輸入のうちそこを通る割合(重要物資の数値の代わりに使う)"),
      Key(
        "share of", .name(.commodity), example: "crude oil",
        "the commodity that `share through` is about; none: every one that passes",
        "`share through` の対象となる物資。なければ通過するすべて"),
      Key(
        "bypass", .quantity([.volumePerTime, .massPerTime]), in: .notNegative,
        example: "2.6 mb/d",
        "capacity of ways around it for what is counted in its unit, where the commodity's own figure is not used",
        "迂回路の能力(その単位で数える物資について、重要物資の数値の代わりに使う)"),
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
        "what it can carry; commodities counted in another unit do not take it",
        "迂回路の能力。別の単位で数える物資は通らない"),
    ] + TableTrade.keys + Key.window()

  private static func detour(
    _ field: ScenarioReader.Field?, at chokepoint: String?, _ reader: inout ScenarioReader
  ) -> Detour? {
    guard field != nil, let group = reader.group(field) else { return nil }
    let days = reader.wholeDays(group["days"])
    let share = reader.number(group["share"])
    let capacity = WayCapacity.read(group["capacity"], at: chokepoint, &reader)
    guard let days, let share, let capacity else { return nil }
    return Detour(days: days, share: share, capacity: capacity)
  }

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let chokepoint = Gate.read(group, &reader)
    let by = reader.number(group["by"])
    let shares = reader.partnerAmounts(group["share through"])
    let shareOf = reader.commodity(group["share of"])
    if group["share through"] == nil {
      reader.remark(group["share of"], isIdleBy: "no `share through`")
    }
    let bypass = WayCapacity.read(group["bypass"], at: chokepoint, &reader)
    let detour = Closure.detour(group["alternative"], at: chokepoint, &reader)
    let tableTrade = TableTrade.read(group["table trade"], &reader)
    let window = reader.window(group)
    guard let chokepoint, let by, let window, group["alternative"] == nil || detour != nil,
      group["share through"] == nil || shares != nil, group["share of"] == nil || shareOf != nil,
      group["bypass"] == nil || bypass != nil,
      group["table trade"] == nil || tableTrade != nil
    else { return nil }
    self.init(
      chokepoint: chokepoint, by: by,
      shareThrough: (shares ?? []).map { ShareThrough(importer: $0.name, share: $0.amount) },
      shareOf: shareOf, bypass: bypass.map { [$0] } ?? [], detour: detour,
      tableTrade: tableTrade, window: window)
  }
}
