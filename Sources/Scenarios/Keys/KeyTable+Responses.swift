import Quantities

extension KeyTable {
  static let responses: [Key] = release + diversify + restrain + planned

  private static let release: [Key] = [
    Key(
      "responses[].release", .group,
      example: "{commodity: crude oil, holders: {JPN: 80 Mbbl}, rate: 1.8 mb/d, from: day 14}",
      "strategic stocks are released", "備蓄の放出"),
    commodity("responses[].release"),
    Key(
      "responses[].release.holders", .amounts(.partner, [.volume, .mass]), .required,
      in: .notNegative, words: ["all"], example: "{JPN: 80 Mbbl}",
      "holders and their volumes; all: what the commodity's stock figures state",
      "保有者と放出量。all は備蓄の数値のすべて"),
    Key(
      "responses[].release.kind", .choice, .standard("government"),
      words: words(Release.Kind.self), example: "government",
      "whose stock: industry's (its obligation is lowered), the government's, or joint",
      "備蓄の種類。民間(義務量の引き下げ)、国家、共同"),
    Key(
      "responses[].release.rate", .quantity([.volumePerTime, .massPerTime]),
      .standard("unlimited"), in: .positive, words: ["unlimited"], example: "1.8 mb/d",
      "highest rate of each holder; unlimited: as much as is short",
      "保有者ごとの放出速度の上限。unlimited は不足分すべて"),
    Key(
      "responses[].release.from", .moment, .standard("day 0"), in: Key.Bounds(0, 36_500),
      unless: "when", example: "day 14", "first day", "最初の日"),
    Key(
      "responses[].release.when", .trigger, example: "shortfall above 5% for 3 days",
      "starts once the shortfall has been above a share of use for some days, instead of on a day",
      "日付の代わりに、不足が使用量の一定割合を超える日が続いたら始める"),
    Key(
      "responses[].release.for", .wholeDays, .standard("unlimited"), in: Key.Bounds(1, 36_500),
      words: ["unlimited"], example: "90 days", "longest duration in days", "最長の日数"),
  ]

  private static let diversify: [Key] =
    [
      Key(
        "responses[].diversify", .group,
        example:
          "{commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 100%}, ramp: 5 points a year}",
        "supply moves from one origin to others", "供給元の分散"),
      commodity("responses[].diversify"),
      Key(
        "responses[].diversify.importer", .name(.partner), .required, example: "JPN",
        "the importer", "輸入国"),
      Key(
        "responses[].diversify.from", .name(.partner), .required, example: "CHN",
        "the origin that supply leaves", "供給を減らす元"),
      Key(
        "responses[].diversify.to", .amounts(.partner, [.share]), .required, in: .share,
        example: "{AUS: 70%, VNM: 30%}", "the origins it moves to, 100% in all",
        "移す先とその割合(合計 100%)"),
      Key(
        "responses[].diversify.ramp", .quantity([.pointsPerTime]), .required, in: .notNegative,
        example: "5 points a year", "how fast, in points of the importer's supply",
        "移す速さ(輸入国の供給に対するポイント)"),
    ] + window("responses[].diversify", from: "starting")

  private static let restrain: [Key] =
    [
      Key(
        "responses[].restrain", .group,
        example: "{commodity: crude oil, importers: [JPN], by: 5%}",
        "use is restrained", "使用の抑制"),
      commodity("responses[].restrain"),
      Key(
        "responses[].restrain.importers", .names(.partner), .required, example: "[JPN, KOR]",
        "who restrains its use", "使用を抑える国"),
      Key(
        "responses[].restrain.by", .quantity([.share]), .required, in: .share, example: "5%",
        "share of use that is given up", "抑える割合"),
    ] + window("responses[].restrain")

  private static let planned: [Key] = [
    planned("recycle", "recycled supply grows", "リサイクル供給の拡大"),
    planned("thrift", "use per unit of output falls", "製品あたり使用量の削減"),
    planned("substitute", "another material takes the place", "代替材料への転換"),
    planned("project", "new capacity is built", "新しい生産能力の建設"),
    planned("floor", "a price floor", "最低価格の保証"),
    planned("subsidy", "a price-gap subsidy", "価格差の補助"),
    planned("offtake", "an offtake contract", "長期引取契約"),
    planned("insure", "insurance of trade", "取引の保険"),
    planned("swap", "a currency swap", "通貨スワップ"),
    planned("pool", "pooled stocks", "備蓄の共同化"),
  ]

  private static func planned(_ name: String, _ en: String, _ ja: String) -> Key {
    Key("responses[]." + name, .planned, example: "", en, ja)
  }

  private static func commodity(_ group: String) -> Key {
    Key(
      group + ".commodity", .name(.commodity), .required, example: "crude oil",
      "the commodity", "対象の重要物資")
  }
}
