import Quantities

extension KeyTable {
  static let shocks: [Key] = restrictions + losses + prices

  private static let restrictions: [Key] =
    [
      Key(
        "shocks[].closure", .group,
        example: "{chokepoint: Strait of Hormuz, by: 90%, for: 60 days}",
        "a chokepoint is closed", "海峡などの封鎖"),
      Key(
        "shocks[].closure.chokepoint", .name(.chokepoint), .required,
        example: "Strait of Hormuz", "the chokepoint", "封鎖される海峡など"),
      Key(
        "shocks[].closure.by", .quantity([.share]), .standard("100%"), in: .share, example: "90%",
        "share of the flow through it that is lost", "そこを通る流れのうち失われる割合"),
      Key(
        "shocks[].closure.share through", .amounts(.partner, [.share]), in: .share,
        example: "{JPN: 80%}",
        "share of an importer's imports that passes it, where the commodity's own figure is not used",
        "輸入のうちそこを通る割合(重要物資の数値の代わりに使う)"),
      Key(
        "shocks[].closure.bypass", .quantity([.volumePerTime, .massPerTime]), in: .notNegative,
        example: "2.6 mb/d",
        "capacity of ways around it, where the commodity's own figure is not used",
        "迂回路の能力(重要物資の数値の代わりに使う)"),
    ] + window("shocks[].closure") + [
      Key(
        "shocks[].ban", .group,
        example: "{exporter: CHN, importer: JPN, products: [rare earths], by: 100%}",
        "an export ban", "輸出禁止")
    ] + link("shocks[].ban") + [
      Key(
        "shocks[].ban.by", .quantity([.share]), .standard("100%"), in: .share, example: "60%",
        "share of the trade that is banned", "禁止される取引の割合"),
      Key(
        "shocks[].ban.leak", .quantity([.share]), .standard("0%"), in: .share, example: "10%",
        "share of the banned trade that passes all the same", "禁止されても流れる割合"),
    ] + window("shocks[].ban") + [
      Key(
        "shocks[].review", .group,
        example:
          "{exporter: CHN, importer: JPN, products: [magnets], delay: 60 days, approval: 80%}",
        "a tightened export review: delay and catch-up, not loss", "輸出審査の厳格化(遅れて届く)")
    ] + link("shocks[].review") + [
      Key(
        "shocks[].review.covers", .quantity([.share]), .standard("100%"), in: .share,
        example: "30%", "share of the trade under review", "審査の対象になる割合"),
      Key(
        "shocks[].review.delay", .wholeDays, .required, in: .notNegative, example: "60 days",
        "how long a review takes", "審査にかかる日数"),
      Key(
        "shocks[].review.approval", .quantity([.share]), .standard("100%"), in: .share,
        example: "80%", "share of the reviewed trade that is let through", "許可される割合"),
    ] + window("shocks[].review")

  private static let losses: [Key] =
    [
      Key(
        "shocks[].capacity", .group, example: "{nodes: [JPN.34t35], by: 30%, for: 30 days}",
        "production capacity is lost", "生産能力の喪失"),
      nodes("shocks[].capacity"),
      Key(
        "shocks[].capacity.by", .quantity([.share]), .required, in: .share, example: "30%",
        "share of capacity that is lost; overlapping losses take the largest",
        "失われる能力の割合。重なるときは最大をとる"),
    ] + window("shocks[].capacity") + [
      Key(
        "shocks[].destruction", .group,
        example: "{nodes: [JPN.30t33], by: 15%, for: 10 days, recovery: linear over 60 days}",
        "productive capital is destroyed", "生産資本の破壊"),
      nodes("shocks[].destruction"),
      Key(
        "shocks[].destruction.by", .quantity([.share]), .required, in: .share, example: "15%",
        "share of capital that is destroyed; overlapping losses add up",
        "破壊される資本の割合。重なるときは足し合わせる"),
    ] + window("shocks[].destruction", unless: "rebuild") + rebuild + [
      Key(
        "shocks[].demand", .group, example: "{regions: [USA], sectors: [34t35], by: -10%}",
        "final demand changes", "最終需要の変化"),
      Key(
        "shocks[].demand.regions", .names(.region), .required, words: ["all"], example: "[USA]",
        "consumer regions", "消費する地域"),
      Key(
        "shocks[].demand.sectors", .names(.sector), .required, words: ["all"],
        example: "[34t35]", "products, wherever made", "製品(生産地を問わない)"),
      Key(
        "shocks[].demand.by", .quantity([.share]), .required, in: Key.Bounds(-1, 100),
        example: "-10%", "change of final demand", "最終需要の変化率"),
    ] + window("shocks[].demand")

  private static let rebuild: [Key] = [
    Key(
      "shocks[].destruction.rebuild", .group, example: "{over: 60 days, sectors: {F: 100%}}",
      "rebuilding by demand for the damaged capital, instead of a recovery path",
      "回復経路の代わりに、失われた資本の再建需要で回復させる"),
    Key(
      "shocks[].destruction.rebuild.over", .quantity([.duration]), .required, in: .positive,
      example: "60 days", "rebuilding time τ_r: each day 1/τ_r of what remains is demanded",
      "再建の時間 τ_r。毎日、残りの 1/τ_r が需要になる"),
    Key(
      "shocks[].destruction.rebuild.sectors", .amounts(.sector, [.share]), .required, in: .share,
      example: "{F: 60%, 29: 40%}", "sectors that rebuild and their shares, 100% in all",
      "再建を担う部門とその割合(合計 100%)"),
    Key(
      "shocks[].destruction.rebuild.factor", .quantity([.number, .share]), .standard("1"),
      in: .positive, example: "1", "rebuilding demand per unit of destroyed capital",
      "破壊された資本一単位あたりの再建需要"),
    Key(
      "shocks[].destruction.rebuild.households", .amounts(.finalDemand, [.money]),
      in: .notNegative, example: "{JPN.HFCE: 2000 MUSD}",
      "households' damage by column of final demand", "家計などの損害(最終需要の列ごと)"),
  ]

  private static let prices: [Key] =
    [
      Key(
        "shocks[].price", .group, example: "{commodity: crude oil, to: 140 USD/bbl}",
        "a commodity's price is set", "重要物資の価格を与える"),
      Key(
        "shocks[].price.commodity", .name(.commodity), .required, example: "crude oil",
        "the commodity", "対象の重要物資"),
      Key(
        "shocks[].price.to", .quantity([.pricePerVolume, .pricePerMass]), .required,
        in: .positive, example: "140 USD/bbl", "its price", "価格"),
    ] + window("shocks[].price") + [
      Key(
        "shocks[].currency", .group,
        example: "{region: JPN, depreciation: 10%, pass-through: 60%}",
        "a currency loses value", "通貨の減価"),
      Key(
        "shocks[].currency.region", .name(.region), .required, example: "JPN", "the region", "地域"),
      Key(
        "shocks[].currency.depreciation", .quantity([.share]), .required,
        in: Key.Bounds(-1, 100), example: "10%",
        "rise of foreign currency's price in this currency", "自国通貨建ての外貨の値上がり率"),
      Key(
        "shocks[].currency.pass-through", .quantity([.share]), .required, in: .share,
        example: "60%", "share of it that import prices show", "輸入価格に表れる割合"),
    ] + window("shocks[].currency")
}
