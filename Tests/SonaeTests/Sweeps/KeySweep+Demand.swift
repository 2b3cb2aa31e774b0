extension SweptLever {
  static let demand: [SweptLever] = [
    SweptLever(
      "restrain", at: "responses[0].restrain", shocks: [closure],
      responses: ["restrain: {commodity: crude oil, importers: [JPN], by: 5%}"],
      [KeySweep("by", .takes(.loss), ["0%", "5%", "10%"])]
        + KeySweep.window(KeySweep.Direction.takes, .loss)),
    SweptLever(
      "restrain by a menu", at: "responses[0].restrain", shocks: [closure],
      responses: ["restrain: {commodity: crude oil, importers: [JPN], menu: all}"],
      [
        KeySweep(
          "menu", .takes(.loss),
          [
            "[car-free Sunday a month]", "[car-free Sundays]", "[car-free Sundays, speed limits]",
            "all",
          ]),
        KeySweep("uptake", .takes(.loss), ["0%", "50%", "100%"]),
        KeySweep("lag", .adds(.loss), ["0 days", "60 days", "120 days"]),
      ]),
    SweptLever(
      "thrift", at: "responses[0].thrift", baseline: store, shocks: [ban],
      responses: ["thrift: {commodity: rare earths, importers: [JPN]}"],
      [
        KeySweep("by", .takes(.loss), ["0%", "6.7%", "20%"]),
        KeySweep("step", .takes(.loss), ["0%", "20%"], with: ["step after=60 days"]),
        KeySweep("step after", .adds(.loss), ["30 days", "100 days"], with: ["step=20%"]),
        KeySweep("from", .adds(.loss), ["day -700", "day 0", "day 60"]),
        KeySweep("lead", .adds(.loss), ["0 days", "60 days"]),
        KeySweep("displaces", .adds(.loss), ["CHN", "pro rata"], with: ["from=day -700"]),
      ]),
    SweptLever(
      "substitute", at: "responses[0].substitute", baseline: store, shocks: [ban],
      responses: [
        "substitute: {commodity: rare earths, importers: [JPN], share: 20%, ramp: 0 days}"
      ],
      [
        KeySweep("share", .takes(.loss), ["0%", "20%", "40%"]),
        KeySweep("cost", .adds(.buyers), ["0%", "30%", "100%"]),
        KeySweep("quality", .adds(.loss), ["0%", "10%"]),
      ] + KeySweep.window(KeySweep.Direction.takes, .loss)),
    SweptLever(
      "priority of users", at: "responses[0].priority", baseline: store, shocks: [ban],
      responses: ["priority: {commodity: rare earths, importer: JPN, users: {'24': 0%, '26': 0%}}"],
      [
        KeySweep("users", .takes(.loss), ["{34t35: 25%}", "{34t35: 50%}", "{34t35: 100%}"])
      ] + KeySweep.window(KeySweep.Direction.takes, .loss)),
    SweptLever(
      "priority of importers", at: "responses[0].priority", shocks: [halved],
      responses: ["priority: {commodity: crude oil, first: [JPN]}"],
      [KeySweep("first", .adds(.loss), ["[JPN]", "water filling", "[KOR]"])]),
    SweptLever(
      "insure", at: "responses[0].insure",
      shocks: ["premium: {chokepoint: Strait of Hormuz, to: 4.5%}"],
      responses: ["insure: {chokepoint: Strait of Hormuz, line: 2 billion USD}"],
      [
        KeySweep("line", .takes(.loss), ["0 USD", "0.2 billion USD", "2 billion USD"]),
        KeySweep("ceiling", .takes(.budget), ["0.1%", "0.5%", "1%"]),
        KeySweep("casualty", .adds(.budget), ["0.02%", "0.1%", "1%"]),
      ] + KeySweep.window(KeySweep.Direction.takes, .loss)),
    SweptLever(
      "escort", at: "responses[0].escort", shocks: [closure],
      responses: ["escort: {chokepoint: Strait of Hormuz, opens: 30%, days: 10 days}"],
      [
        KeySweep("opens", .takes(.loss), ["0%", "30%", "60%"]),
        KeySweep("days", .adds(.loss), ["0 days", "10 days", "40 days"]),
        KeySweep("round trip", .takes(.loss), ["30 days", "45 days", "90 days"]),
        KeySweep("spare fleet", .takes(.loss), ["0%", "30%"]),
        KeySweep("both ways", .adds(.loss), ["false", "true"]),
      ] + KeySweep.window(KeySweep.Direction.takes, .price)),
    SweptLever(
      "swap", at: "responses[0].swap",
      shocks: ["currency: {region: JPN, depreciation: 20%, pass-through: 60%}"],
      responses: ["swap: {region: JPN, cap: 5%, line: 500 billion USD}"],
      [
        KeySweep("cap", .adds(.income), ["5%", "10%", "20%"]),
        KeySweep("line", .takes(.income), ["0 USD", "10 billion USD", "100 billion USD"]),
        KeySweep("drain", .adds(.income), ["0.3", "1", "3"], with: ["line=30 billion USD"]),
        KeySweep("spread", .adds(.budget), ["0%", "0.5%", "5%"]),
      ] + KeySweep.window(KeySweep.Direction.takes, .income)),
    SweptLever(
      "shield", at: "responses[0].shield",
      shocks: ["price: {commodity: crude oil, to: 140 USD/bbl}"],
      responses: ["shield: {region: JPN, share: 50%}"],
      [
        KeySweep("share", .takes(.income), ["0%", "50%", "100%"]),
        KeySweep("share", .adds(.budget), ["0%", "50%", "100%"]),
      ] + KeySweep.window(KeySweep.Direction.takes, .income)),
  ]

  static let before: [SweptLever] = [
    SweptLever(
      "dependency", at: "baseline[0].dependency",
      baseline: [
        "dependency: {commodity: rare earths, importer: JPN, origin: CHN, share: 60%}"
      ] + store, shocks: [ban],
      [KeySweep("share", .adds(.loss), ["10%", "60%", "90%"])]),
    SweptLever(
      "stock", at: "baseline[0].stock", baseline: store, shocks: [ban],
      [KeySweep("usable", .takes(.loss), ["0 days", "20 days", "60 days"])]),
    SweptLever(
      "price before", at: "baseline[0].price",
      baseline: ["price: {commodity: crude oil, at: 60 USD/bbl}"],
      shocks: ["price: {commodity: crude oil, to: 140 USD/bbl}"],
      [KeySweep("at", .takes(.bill), ["40 USD/bbl", "60 USD/bbl", "100 USD/bbl"])]),
    SweptLever(
      "prices", at: "model.prices", shocks: [closure],
      responses: ["release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, rate: 1 mb/d}"],
      [
        KeySweep("lag", .takes(.consumers), ["0 days", "90 days", "180 days", "365 days"]),
        KeySweep("memory", .moves, ["0 days", "30 days"]),
        KeySweep("premium", .adds(.price), ["0%", "20%", "50%"]),
        KeySweep("release credit", .takes(.price), ["0%", "50%", "100%"]),
      ]),
    SweptLever(
      "income", at: "model.income", shocks: ["price: {commodity: crude oil, to: 140 USD/bbl}"],
      [
        KeySweep("show", .takes(.loss), ["in", "beside"]),
        KeySweep("propensity", .adds(.income), ["0", "0.46", "0.62", "0.86"]),
        KeySweep("over", .takes(.income), ["30 days", "90 days", "180 days"]),
      ]),
  ]

  static let all = routes + trade + losses + stocks + supply + demand + before
}
