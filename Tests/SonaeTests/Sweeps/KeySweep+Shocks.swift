extension SweptLever {
  static let ban = "ban: {exporter: CHN, importer: JPN, products: [rare earths], from: day 10}"
  static let closure = "closure: {chokepoint: Strait of Hormuz, by: 90%, for: 120 days}"
  static let halved = "capacity: {commodity: crude oil, origins: [SAU, ARE], by: 40%}"
  static let store = ["stock: {commodity: rare earths, importer: JPN, usable: 20 days}"]

  static let routes: [SweptLever] = [
    SweptLever(
      "closure", at: "shocks[0].closure",
      shocks: ["closure: {chokepoint: Strait of Hormuz, by: 90%}"],
      [
        KeySweep("by", .adds(.loss), ["50%", "70%", "90%"]),
        KeySweep("share through", .adds(.loss), ["{JPN: 20%}", "{JPN: 80%}"]),
        KeySweep("bypass", .takes(.loss), ["0 mb/d", "3 mb/d", "6 mb/d"]),
        KeySweep("alternative.days", .adds(.loss), ["15 days", "60 days"]),
        KeySweep(
          "alternative.share", .takes(.loss), ["20%", "40%", "100%"],
          with: ["alternative.days=15 days"]),
        KeySweep(
          "alternative.capacity", .takes(.loss), ["1 mb/d", "3 mb/d"],
          with: ["alternative.days=15 days"]),
        KeySweep(
          "table trade.importers", .adds(.loss), ["{JPN: 10%}", "{JPN: 30%}"],
          with: ["table trade.products=[C]"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .loss)),
    SweptLever(
      "premium", at: "shocks[0].premium",
      shocks: ["premium: {chokepoint: Strait of Hormuz, to: 3%}"],
      responses: ["insure: {chokepoint: Strait of Hormuz, line: 1 billion USD}"],
      [
        KeySweep("to", .adds(.loss), ["2%", "3%", "4.5%"]),
        KeySweep("normal", .takes(.loss), ["0.25%", "1%"]),
        KeySweep("withdrawn at", .takes(.loss), ["4%", "5%", "8%"]),
        KeySweep("covered", .takes(.loss), ["20%", "60%", "100%"]),
        KeySweep("uninsured", .takes(.loss), ["0%", "10%"]),
        KeySweep("hull", .adds(.loss), ["120 MUSD", "300 MUSD"]),
        KeySweep("cargo", .takes(.loss), ["1 Mbbl", "2 Mbbl"]),
        KeySweep("inside", .adds(.loss), ["5 days", "10 days"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .price)),
    SweptLever(
      "reroute", at: "shocks[0].reroute",
      shocks: ["reroute: {chokepoint: Strait of Hormuz, days: 20 days}"],
      [
        KeySweep("days", .adds(.loss), ["10 days", "20 days", "40 days"]),
        KeySweep("round trip", .takes(.loss), ["45 days", "90 days"]),
        KeySweep("spare fleet", .takes(.loss), ["0%", "20%"]),
        KeySweep("both ways", .adds(.loss), ["false", "true"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .price)),
  ]

  static let trade: [SweptLever] = [
    SweptLever(
      "ban", at: "shocks[0].ban", baseline: store,
      shocks: ["ban: {exporter: CHN, importer: JPN, products: [rare earths]}"],
      [
        KeySweep("by", .adds(.loss), ["0%", "50%", "100%"]),
        KeySweep("leak", .takes(.loss), ["0%", "30%", "100%"]),
        KeySweep("listed", .adds(.loss), ["5%", "20%", "60%"]),
        KeySweep("resale", .takes(.loss), ["0%", "50%"], with: ["listed=20%"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .loss)),
    SweptLever(
      "review", at: "shocks[0].review", baseline: store,
      shocks: [
        "review: {exporter: CHN, importer: JPN, products: [rare earths], delay: 60 days, approval: 80%}"
      ],
      [
        KeySweep("covers", .adds(.loss), ["0%", "50%", "100%"]),
        KeySweep("delay", .adds(.loss), ["30 days", "60 days"]),
        KeySweep("approval", .takes(.loss), ["0%", "50%", "100%"]),
        KeySweep("listed", .adds(.loss), ["5%", "20%", "60%"]),
        KeySweep("resale", .takes(.loss), ["0%", "50%"], with: ["listed=20%"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .loss)),
    SweptLever(
      "licence", at: "shocks[1].licence", baseline: store,
      shocks: [
        ban,
        "licence: {exporter: CHN, importer: JPN, products: [rare earths], covers: 30%}",
      ],
      [KeySweep("covers", .takes(.loss), ["0%", "30%", "60%", "100%"])]
        + KeySweep.window(KeySweep.Direction.takes, .loss)),
    SweptLever(
      "re-export rule", at: "shocks[1].re-export rule", baseline: store,
      shocks: [
        ban,
        "re-export rule: {origin: CHN, importer: JPN, products: [rare earths], content: {VNM: 50%, FRA: 50%}}",
      ],
      [
        KeySweep("content", .adds(.loss), ["{VNM: 10%}", "{VNM: 50%}", "{VNM: 90%}"]),
        KeySweep("threshold", .takes(.loss), ["0.1%", "60%"]),
        KeySweep("compliance", .adds(.loss), ["10%", "70%", "100%"]),
        KeySweep("tracing", .adds(.loss), ["segregated", "pooled"]),
        KeySweep(
          "recovery", .moves, ["immediate", "linear over 60 days"], with: ["for=40 days"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .loss).prefix(4)),
    SweptLever(
      "contagion", at: "shocks[1].contagion", baseline: store,
      shocks: [
        ban, "contagion: {commodity: rare earths, countries: [VNM, MYS, FRA, EST], base: 50%}",
      ],
      [
        // A little of it early makes buyers order sooner, and softens the loss.
        KeySweep("by", .adds(.loss), ["50%", "100%"]),
        KeySweep("base", .adds(.loss), ["0%", "50%", "200%"]),
        KeySweep("price", .adds(.loss), ["0", "0.4", "4"]),
        KeySweep("shortage", .adds(.loss), ["0", "0.5", "5"]),
        KeySweep("imitation", .adds(.loss), ["0", "0.5", "5"]),
        KeySweep("pledge", .adds(.loss), ["50%", "100%"]),
        KeySweep("mode", .moves, ["expected", "drawn"], with: ["seed=2"]),
        KeySweep("seed", .moves, ["1", "2"], with: ["mode=drawn"]),
        KeySweep("for", .adds(.loss), ["60 days", "180 days"]),
        KeySweep(
          "recovery", .moves, ["immediate", "linear over 60 days"],
          with: ["for=100 days", "base=200%"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .loss).prefix(3)),
  ]

  static let losses: [SweptLever] = [
    SweptLever(
      "capacity of producers", at: "shocks[0].capacity",
      // Two of them: a measured loss holds what the loss of a supplier took that is measured too.
      shocks: ["capacity: {nodes: [JPN.34t35, JPN.27t28], by: 30%}"],
      [
        KeySweep("by", .adds(.loss), ["0%", "30%", "60%"]),
        KeySweep("measured", .moves, ["false", "true"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .loss)),
    SweptLever(
      "capacity of origins", at: "shocks[0].capacity", shocks: [halved],
      [KeySweep("by", .adds(.loss), ["20%", "40%", "80%"])]
        + KeySweep.window(KeySweep.Direction.adds, .price)),
    SweptLever(
      "destruction", at: "shocks[0].destruction",
      shocks: ["destruction: {nodes: [JPN.34t35], by: 30%}"],
      [KeySweep("by", .adds(.loss), ["0%", "30%", "60%"])]
        + KeySweep.window(KeySweep.Direction.adds, .loss)),
    SweptLever(
      "rebuilding", at: "shocks[0].destruction",
      shocks: [
        "destruction: {nodes: [JPN.34t35], by: 30%, for: 10 days, rebuild: {over: 60 days, sectors: {F: 60%, '29': 40%}}}"
      ],
      [
        KeySweep("rebuild.over", .adds(.loss), ["30 days", "60 days", "180 days"]),
        KeySweep("rebuild.factor", .moves, ["1", "2"]),
        KeySweep("rebuild.sectors", .moves, ["{F: 60%, '29': 40%}", "{F: 20%, '29': 80%}"]),
        KeySweep(
          "rebuild.households", .moves, ["{JPN.HFCE: 1000 MUSD}", "{JPN.HFCE: 20000 MUSD}"]),
      ]),
    SweptLever(
      "demand", at: "shocks[0].demand",
      shocks: ["demand: {regions: [JPN], sectors: [34t35], by: -20%}"],
      [KeySweep("by", .adds(.loss), ["0%", "-20%", "-40%"])]
        + KeySweep.window(KeySweep.Direction.adds, .loss)),
    SweptLever(
      "price", at: "shocks[0].price", shocks: ["price: {commodity: crude oil, to: 140 USD/bbl}"],
      [KeySweep("to", .adds(.income), ["70 USD/bbl", "100 USD/bbl", "140 USD/bbl"])]
        + KeySweep.window(KeySweep.Direction.adds, .income)),
    SweptLever(
      "currency", at: "shocks[0].currency",
      shocks: ["currency: {region: JPN, depreciation: 20%, pass-through: 60%}"],
      [
        KeySweep("depreciation", .adds(.income), ["0%", "20%", "40%"]),
        KeySweep("pass-through", .adds(.consumers), ["40%", "60%", "100%"]),
        KeySweep("export pass-through", .takes(.income), ["0%", "50%", "60%"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .consumers)),
    SweptLever(
      "hoard", at: "shocks[1].hoard",
      shocks: [halved, "hoard: {commodity: crude oil, importers: [KOR, CHN], orders: 60%}"],
      [
        KeySweep("orders", .adds(.loss), ["0%", "30%", "60%"]),
        KeySweep("target", .adds(.loss), ["0 days", "1 days"]),
        KeySweep("from", .takes(.loss), ["day 0", "day 60"]),
        KeySweep("lead", .takes(.loss), ["0 days", "60 days"]),
        KeySweep("ramp", .moves, ["0 days", "90 days"], with: ["from=day 60"]),
        KeySweep("for", .adds(.loss), ["30 days", "60 days", "180 days"]),
        KeySweep(
          "recovery", .adds(.loss), ["immediate", "linear over 60 days"], with: ["for=40 days"]),
      ]),
  ]
}
