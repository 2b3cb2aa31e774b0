extension SweptLever {
  private static let brief = [
    "ban: {exporter: CHN, importer: JPN, products: [rare earths], for: 60 days}"
  ]

  static let stocks: [SweptLever] = [
    SweptLever(
      "release", at: "responses[0].release", shocks: [closure],
      responses: ["release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, rate: 1 mb/d}"],
      [
        KeySweep("holders", .takes(.loss), ["{JPN: 20 Mbbl}", "{JPN: 40 Mbbl}", "{JPN: 80 Mbbl}"]),
        KeySweep("kind", .moves, ["government", "industry"]),
        KeySweep("rate", .takes(.loss), ["0.1 mb/d", "0.3 mb/d", "1 mb/d"]),
        KeySweep("from", .moves, ["day 0", "day 60"]),
        KeySweep(
          "when", .adds(.loss),
          ["shortfall above 5% for 3 days", "shortfall above 5% for 60 days"]),
        KeySweep("for", .takes(.loss), ["30 days", "60 days", "120 days"]),
      ]),
    SweptLever(
      "coordinated release", at: "responses[0].release", shocks: [closure],
      responses: [
        "release: {commodity: crude oil, rate: 4 mb/d, coordinated: {total: 300 Mbbl, members: [JPN, KOR, IND]}}"
      ],
      [
        KeySweep("rate", .takes(.loss), ["1 mb/d", "4 mb/d"]),
        KeySweep(
          "coordinated.total", .takes(.loss), ["50 Mbbl", "100 Mbbl", "300 Mbbl"]),
        KeySweep(
          "coordinated.by", .takes(.loss),
          ["{JPN: 10%, KOR: 45%, IND: 45%}", "{JPN: 50%, KOR: 25%, IND: 25%}"]),
        KeySweep("coordinated.delay", .moves, ["{JPN: 0 days}", "{JPN: 40 days}"]),
        KeySweep(
          "coordinated.rate", .takes(.loss), ["{JPN: 0.1 mb/d}", "{JPN: 0.4 mb/d}"]),
      ]),
    SweptLever(
      "refill", at: "responses[0].release", baseline: store, shocks: brief,
      responses: ["release: {commodity: rare earths, holders: {JPN: 700 t}, rate: 30 t/d}"],
      refill),
    SweptLever(
      "refilled pool", at: "responses[0].pool", baseline: store, shocks: brief,
      responses: ["pool: {commodity: rare earths, members: [JPN], volume: 700 t, rate: 30 t/d}"],
      refill),
    SweptLever(
      "pool", at: "responses[0].pool", shocks: [closure],
      responses: [
        "pool: {commodity: crude oil, members: [JPN, KOR], volume: 80 Mbbl, rate: 2 mb/d}"
      ],
      [
        KeySweep("volume", .takes(.loss), ["20 Mbbl", "40 Mbbl", "80 Mbbl"]),
        KeySweep("rate", .takes(.loss), ["0.2 mb/d", "0.5 mb/d", "2 mb/d"]),
        KeySweep("rule", .moves, ["shortfall", "entitlement", "equal cover"]),
        KeySweep(
          "weights", .takes(.loss), ["{JPN: 10%, KOR: 90%}", "{JPN: 90%, KOR: 10%}"],
          with: ["rule=entitlement"]),
        KeySweep("rigid", .adds(.loss), ["false", "true"], with: ["rule=entitlement"]),
        KeySweep("travel", .moves, ["0 days", "20 days"]),
        KeySweep("from", .moves, ["day 0", "day 60"]),
        KeySweep(
          "when", .moves,
          ["shortfall above 5% for 3 days", "shortfall above 5% for 70 days"]),
        KeySweep("for", .takes(.loss), ["30 days", "60 days", "120 days"]),
      ]),
    SweptLever(
      "pool of stocks", at: "responses[0].pool", shocks: [closure],
      responses: [
        "pool: {commodity: crude oil, members: [JPN, KOR], from stocks: {JPN: 80 Mbbl}, rate: 2 mb/d}"
      ],
      [
        KeySweep(
          "from stocks", .takes(.loss),
          ["{JPN: 40 Mbbl, KOR: 0 Mbbl}", "{JPN: 40 Mbbl, KOR: 20 Mbbl}"])
      ]),
    SweptLever(
      "obligation", at: "responses[0].obligation", shocks: [closure],
      responses: ["obligation: {commodity: crude oil, holder: JPN, days: 20 days}"],
      [
        KeySweep("days", .adds(.loss), ["0 days", "13 days", "26 days"]),
        KeySweep("lower", .takes(.loss), ["0 days", "15 days"]),
        KeySweep("from", .moves, ["day 0", "day 60"], with: ["lower=15 days"]),
      ]),
    SweptLever(
      "share information", at: "responses[0].share information",
      shocks: [halved, "hoard: {commodity: crude oil, importers: [KOR, CHN], orders: 60%}"],
      responses: ["share information: {commodity: crude oil, members: [KOR, CHN], share: 100%}"],
      [
        KeySweep("share", .takes(.loss), ["0%", "50%", "100%"]),
        KeySweep("from", .adds(.loss), ["day 0", "day 60"]),
        KeySweep("lead", .adds(.loss), ["0 days", "60 days"]),
        KeySweep("ramp", .adds(.loss), ["0 days", "150 days"]),
        KeySweep("for", .takes(.loss), ["30 days", "90 days", "180 days"]),
        KeySweep(
          "recovery", .moves, ["immediate", "linear over 60 days"], with: ["for=40 days"]),
      ]),
    SweptLever(
      "stockpile", at: "responses[0].stockpile", baseline: store, shocks: [ban],
      responses: [
        "stockpile: {commodity: rare earths, holder: JPN, days: 30 days}",
        "release: {commodity: rare earths, holders: {JPN: 100 t}, rate: 30 t/d}",
      ],
      [
        KeySweep("days", .takes(.loss), ["0 days", "30 days", "60 days"]),
        KeySweep("days", .adds(.buyers), ["0 days", "30 days", "60 days"]),
        // A larger stock costs more and sells more of it at the price of the shortage.
        KeySweep("days", .moves, ["0 days", "60 days"], with: ["kind=government"]),
        KeySweep("kind", .moves, ["industry", "government"]),
        KeySweep("by", .takes(.buyers), ["day -400", "day -1"]),
        KeySweep("cost of capital", .adds(.buyers), ["1%", "3%", "8%"]),
        KeySweep("storage", .adds(.buyers), ["2%", "5%", "10%"]),
        KeySweep(
          "storage", .moves, ["2%", "10%"], with: ["kind=government"]),
      ]),
  ]

  private static let refill = [
    KeySweep(
      "refill.rate", .adds(.budget), ["0.5 t/d", "5 t/d"], with: ["refill.from=day 100"]),
    KeySweep(
      "refill.to", .adds(.budget), ["10%", "50%"],
      with: ["refill.from=day 100", "refill.rate=10 t/d"]),
    KeySweep("refill.from", .moves, ["day 100", "day 130"], with: ["refill.rate=5 t/d"]),
    KeySweep(
      "refill.class", .moves, ["last", "with users"],
      with: ["refill.from=day 30", "refill.rate=20 t/d"]),
  ]
}
