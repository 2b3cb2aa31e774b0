import Quantities

extension KeyTable {
  static let model: [Key] = conventions + inventories + trade + varieties + income + prices

  private static let conventions: [Key] = [
    Key(
      "model.preset", .choice, .standard("sonae"), words: words(ModelParameters.Preset.self),
      example: "sonae",
      "set of conventions and defaults: this project's, its first edition, in which stocks of any origin stand for one another, or the adaptive inventory family's reference",
      "方式と既定値の組。本プロジェクトのもの、その初版(在庫は産地を問わず代わりになる)、または在庫適応型モデルの標準"),
    Key(
      "model.step", .quantity([.duration]), .standard("1 day"), in: Key.Bounds(0.01, 1),
      example: "1 day",
      "time step Δt: a day, or a part of which a whole number fills a day; results stay by day",
      "時間刻み Δt。一日、または一日をちょうど割り切る長さ。結果は一日単位"),
    Key(
      "model.rationing", .choice,
      .standard("intermediate first", pooled: "proportional", ario: "proportional"),
      words: words(ModelParameters.Rationing.self), example: "intermediate first",
      "who is served first when output falls short: everyone in proportion to orders, industry, final demand, buyers in the supplier's own region, those who are named, `{named first: [N, 34t35, JPN]}` by sectors and regions or by `served first`, or all up to one level over their usual orders",
      "生産が足りないときに誰を優先するか。注文に比例、産業、最終需要、供給者と同じ地域の買い手、`{named first: [N, 34t35, JPN]}` または `served first` に挙げた部門・地域、または通常の注文に対する一定水準まで全員"
    ),
    Key(
      "model.served first", .group, example: "{sectors: [34t35], regions: [JPN]}",
      "who is served before all others under `rationing: named first`, sectors and regions apart",
      "`rationing: named first` のとき最初に供給を受ける者(部門と地域を分けて)"),
    Key(
      "model.served first.sectors", .names(.sector), example: "[34t35, 60]",
      "using sectors, in every region", "利用部門(全地域)"),
    Key(
      "model.served first.regions", .names(.region), example: "[JPN]",
      "regions: their industries and their final demand", "地域(その産業と最終需要)"),
    Key(
      "model.flows", .flag, .standard("false"), example: "true",
      "whether electricity, transport and telecom bind as flows that cannot be stored",
      "電力・運輸・通信を、貯蔵できない制約として扱うか"),
    Key(
      "model.overproduction", .group, .standard("{}"), example: "{max: 1.25, over: 365 days}",
      "how far producers can exceed their usual output", "通常を超えて増産できる度合い"),
    Key(
      "model.overproduction.max", .quantity([.number, .share]), .standard("1.25"),
      in: Key.Bounds(1, 100), example: "1.25",
      "highest overproduction factor α_max", "増産率の上限 α_max"),
    Key(
      "model.overproduction.over", .quantity([.duration]), .standard("365 days"), in: .positive,
      example: "365 days", "time τ_α to reach it", "上限に達するまでの時間 τ_α"),
  ]

  private static let inventories: [Key] = [
    Key(
      "model.inventory", .perProduct([.duration]), .standard("central", ario: "90 days"),
      in: .notNegative, words: ["low", "central", "high", "unlimited"],
      example: "{C: 30 days, J: unlimited}",
      "inventory target n in days of use: for all products, by product (the others keep their default), or the bundled low, central or high values",
      "在庫目標 n(使用量の日数)。全製品共通、製品別(書かない製品は既定値)、または同梱の low・central・high"),
    Key(
      "model.restock", .perProduct([.duration]), .standard("bundled", ario: "60 days"),
      in: .positive, words: ["bundled"], example: "30 days",
      "restocking time τ, for all products or by product", "在庫を補充する時間 τ。全製品共通または製品別"),
    Key(
      "model.psi", .perProduct([.number, .share]), .standard("bundled", ario: "0.8"), in: .share,
      words: ["bundled"], example: "0.5",
      "share ψ of the inventory target below which an input limits output",
      "在庫目標に対する割合 ψ。これを下回ると投入が生産を制約する"),
    Key(
      "model.table criticality", .criticality, .standard("bundled", ario: "1"), in: .share,
      words: ["bundled"], example: "{C: {23: 1, E: 0.5}}",
      "how far a missing product stops its users: 1 essential, 0 never binding; for all, by product, or by product and user",
      "製品の不足が使用者を止める度合い(1 は不可欠、0 は影響なし)。全体、製品別、または製品と使用者別"),
    Key(
      "model.criticality", .quantity([.number, .share]), .standard("central"), in: .share,
      words: ["central"], example: "0.5",
      "the dial on how far a missing overlay commodity stops its users; central: each user's own value",
      "重要物資の不足が使用者を止める度合いのつまみ。central は使用者ごとの中央値"),
    Key(
      "model.restock cap", .quantity([.share]), .standard("25%", ario: "unlimited"),
      in: .notNegative, words: ["unlimited"], example: "25%",
      "cap γ on orders above their usual level", "通常を超える注文の上限 γ"),
    Key(
      "model.overlay restock cap", .quantity([.share]), .standard("10%", ario: "unlimited"),
      in: .notNegative, words: ["unlimited"], example: "10%",
      "the same cap for overlay commodities", "重要物資についての同じ上限"),
  ]

  private static let trade: [Key] = [
    Key(
      "model.supplier choice", .choice, .standard("delivery", ario: "capacity"),
      words: words(ModelParameters.SupplierChoice.self), only: [.pooled, .ario],
      example: "delivery",
      "how buyers weigh suppliers; `output` can collapse the whole table",
      "買い手が供給元を選ぶ基準。`output` は表全体を崩壊させることがある"),
    Key(
      "model.flexibility", .quantity([.number, .share]), .standard("0.5"), in: .share,
      only: [.pooled, .ario], example: "0.5", "flexibility φ of supplier choice `delivery`",
      "`delivery` での柔軟性 φ"),
    Key(
      "model.redirect", .group, .standard("{}"), example: "{max: 25%, speed: 1 points a day}",
      "how blocked trade finds other suppliers; under preset sonae that of overlay commodities alone",
      "止まった取引を他の供給元に振り替える度合い。sonae では重要物資のみ"),
    Key(
      "model.redirect.max", .quantity([.share]), .standard("25%", ario: "0%"), in: .share,
      example: "25%", "largest share of blocked trade that is redirected", "振り替える割合の上限"),
    Key(
      "model.redirect.speed", .quantity([.pointsPerTime]),
      .standard("1 points a day", ario: "0 points a day"), in: .notNegative,
      example: "1 points a day", "growth of that share", "その割合が増える速さ"),
  ]

  private static let varieties: [Key] = [
    Key(
      "model.variety", .perProduct([.number]), .standard("2.5"), in: Key.Bounds(0, 100),
      words: ["off"], only: [.sonae], example: "2.5",
      "reach of a lost variety: output that a lost small share of a product's suppliers stops, over that share, for fully differentiated products (K, 1 or more), or by product (k, 1 or more, or 0); off: suppliers of a product stand for one another",
      "失われた品種の波及度。完全に差別化された製品の供給元が少し失われたとき、止まる生産の割合と失われた割合の比(K、1 以上)。製品別なら k(1 以上または 0)。off は供給元が互いに代わりになる"
    ),
    Key(
      "model.variety cover", .perProduct([.number, .share]), .standard("bundled"),
      in: .notNegative, words: ["bundled"], only: [.sonae], example: "{34t35: 0.25}",
      "a user sector's stock of inputs against the average: how long before a lost variety bites",
      "使用部門の投入在庫の、平均に対する比。失われた品種が効き始めるまでの長さ"),
    Key(
      "model.chain", .quantity([.number, .share]), .standard("0.75"), in: Key.Bounds(0, 0.99),
      only: [.sonae], example: "0.75",
      "share χ of suppliers' own shortages that reaches their customers; 1 would collapse for ever",
      "供給元自身の不足が顧客に届く割合 χ。1 では崩壊が永久に続く"),
    Key(
      "model.adapt", .group, .standard("{}"), only: [.sonae],
      example: "{max: 100%, over: 365 days}",
      "how buyers replace a lost supply over months, as far as the others can give it",
      "買い手が失われた供給を数か月かけて、他の供給元が出せる範囲で置き換える度合い"),
    Key(
      "model.adapt.max", .quantity([.share]), .standard("100%"), in: .share, only: [.sonae],
      example: "100%", "share g_max that is replaced in the end", "最終的に置き換える割合 g_max"),
    Key(
      "model.adapt.over", .perProduct([.duration]), .standard("bundled"),
      in: Key.Bounds(1, .infinity), words: ["bundled"], only: [.sonae], example: "365 days",
      "time A over which buyers adapt, for all products or by product; bundled: 90 days for homogeneous products to 365 for differentiated ones",
      "買い手が適応する時間 A。全製品共通または製品別。bundled は同質な製品の 90 日から差別化製品の 365 日まで"),
  ]

  private static let income: [Key] = [
    Key(
      "model.income", .group, .standard("{}"),
      example: "{show: beside, propensity: 0.62, over: 90 days}",
      "what a dearer import bill does to private demand", "輸入代金の増加が民間需要に及ぼす効果"),
    Key(
      "model.income.show", .choice, .standard("beside", pooled: "off", ario: "off"),
      words: words(IncomeParameters.Show.self), example: "beside",
      "beside: a column of its own; in: in the volumes; off: not computed",
      "beside は別の列、in は数量の結果に含め、off は計算しない"),
    Key(
      "model.income.propensity", .quantity([.number, .share]), .standard("0.62"),
      in: Key.Bounds(0, 2), example: "0.62",
      "income lost per unit of bill that is not spent, m; calibrated on published slopes, 0.46 to 0.86",
      "増えた代金のうち支出が減る割合 m。公表された感応度から較正(0.46〜0.86)"),
    Key(
      "model.income.over", .quantity([.duration]), .standard("90 days"),
      in: Key.Bounds(1, .infinity), example: "90 days",
      "time τ_Y over which spending follows the bill", "支出が代金に追随する時間 τ_Y"),
  ]

  private static let prices: [Key] = [
    Key(
      "model.prices", .group, .standard("{}"),
      example: "{lag: 180 days, memory: 30 days, premium: 5%, release credit: 50%}",
      "how prices of commodities move, and when consumers see them",
      "重要物資の価格の動きと、消費者物価に表れるまでの遅れ"),
    Key(
      "model.prices.lag", .quantity([.duration]),
      .standard("180 days", pooled: "0 days", ario: "0 days"), in: .notNegative,
      example: "180 days",
      "time τ_p with which consumer prices follow costs; calibrated on published estimates, 90 to 365 days; 0: at once",
      "消費者物価が費用に追随する時間 τ_p。公表推計から較正(90〜365 日)。0 は即時"),
    Key(
      "model.prices.memory", .quantity([.duration]), .standard("0 days"), in: .notNegative,
      example: "30 days",
      "time τ_π with which the logarithm of a price follows what is missing from its market; 0: at once",
      "価格の対数が市場の不足に追随する時間 τ_π。0 は即時"),
    Key(
      "model.prices.premium", .quantity([.share]), .standard("0%"), in: .notNegative,
      example: "5%", "rise of a price, on top, while anything is missing from its market",
      "市場に不足がある間、価格に上乗せされる割合"),
    Key(
      "model.prices.release credit", .quantity([.share]), .standard("100%"), in: .share,
      example: "50%",
      "what the market counts of a released unit; under 100% it doubts releases",
      "放出1単位のうち市場が織り込む割合。100%未満は放出が疑われる場合"),
  ]

  static func words<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type
  ) -> [String] {
    Choice.allCases.map { $0.rawValue }
  }
}
