extension SweptLever {
  static let supply: [SweptLever] = [
    SweptLever(
      "diversify", at: "responses[0].diversify", baseline: store, shocks: [ban],
      responses: [
        "diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 100%}, ramp: 60 points a year}"
      ],
      [
        KeySweep("to", .moves, ["{AUS: 100%}", "{AUS: 50%, VNM: 50%}"]),
        KeySweep(
          "ramp", .takes(.loss), ["0 points a year", "20 points a year", "60 points a year"]),
        KeySweep("capacity", .takes(.loss), ["0.3 t/d", "1 t/d", "3 t/d"]),
        KeySweep("premium", .adds(.buyers), ["0%", "10%", "50%"]),
        KeySweep("paid by", .adds(.budget), ["buyers", "government"]),
        KeySweep("starting", .adds(.loss), ["day -300", "day 0", "day 60"]),
        KeySweep("lead", .adds(.loss), ["0 days", "60 days"]),
        KeySweep("for", .takes(.loss), ["60 days", "120 days", "180 days"]),
        KeySweep(
          "recovery", .takes(.loss), ["immediate", "linear over 60 days"], with: ["for=90 days"]),
      ]),
    SweptLever(
      "recycle", at: "responses[0].recycle", baseline: store, shocks: [ban],
      responses: ["recycle: {commodity: rare earths, importer: JPN, rate: 20%}"],
      [
        KeySweep("rate", .takes(.loss), ["0%", "10%", "20%"]),
        KeySweep("lag", .adds(.loss), ["1 years", "5 years", "12 years"], with: ["growth=5%"]),
        KeySweep("growth", .adds(.loss), ["0%", "5%"]),
        KeySweep("premium", .adds(.buyers), ["0%", "50%", "100%"]),
        KeySweep("processing subsidy", .adds(.budget), ["0%", "50%", "100%"]),
      ] + KeySweep.window(KeySweep.Direction.takes, .loss)),
    SweptLever(
      "project", at: "responses[0].project", baseline: store, shocks: [ban],
      responses: [
        "project: {commodity: rare earths, country: AUS, capacity: 3000 t/year, lead: 60 days, ramp: 30 days, offtake: {JPN: 60%}, capex: 300 MUSD, subsidy: 30%}"
      ],
      [
        KeySweep("capacity", .takes(.loss), ["1000 t/year", "3000 t/year", "6000 t/year"]),
        KeySweep("from", .adds(.loss), ["day -1000", "day 0", "day 40"]),
        KeySweep("lead", .adds(.loss), ["60 days", "100 days"]),
        KeySweep("ramp", .adds(.loss), ["0 days", "30 days", "90 days"]),
        KeySweep("success", .takes(.loss), ["0%", "50%", "90%"]),
        KeySweep("success", .adds(.budget), ["0%", "50%", "90%"]),
        KeySweep("offtake", .takes(.loss), ["{JPN: 20%}", "{JPN: 60%}"]),
        KeySweep("capex", .adds(.budget), ["300 MUSD", "600 MUSD"]),
        KeySweep("subsidy", .adds(.budget), ["0%", "30%", "60%"]),
        KeySweep("mode", .moves, ["expected", "drawn"], with: ["seed=3"]),
        KeySweep("seed", .moves, ["1", "3"], with: ["mode=drawn"]),
        KeySweep("equity.public", .takes(.loss), ["0%", "20%", "40%"]),
        KeySweep(
          "equity.public", .adds(.budget), ["0%", "20%", "40%"], with: ["equity.first loss=false"]),
        KeySweep(
          "equity.first loss", .takes(.loss), ["false", "true"], with: ["equity.public=20%"]),
      ]),
    SweptLever(
      "capacity building", at: "responses[1].capacity building", baseline: store, shocks: [ban],
      responses: [
        "project: {commodity: rare earths, country: AUS, capacity: 3000 t/year, lead: 80 days, ramp: 30 days, offtake: {JPN: 60%}, capex: 300 MUSD}",
        "capacity building: {commodity: rare earths, country: AUS, cost: 10 MUSD}",
      ],
      [
        KeySweep("shortens", .takes(.loss), ["0 days", "30 days", "80 days"]),
        KeySweep("success", .takes(.loss), ["0 points", "10 points", "45 points"]),
        KeySweep("yield", .takes(.loss), ["0 points", "20 points"]),
        KeySweep("cost", .adds(.budget), ["0 MUSD", "10 MUSD", "20 MUSD"]),
        KeySweep("from", .moves, ["day 0", "day -400"]),
      ]),
    SweptLever(
      "offtake", at: "responses[0].offtake", baseline: store, shocks: [ban],
      responses: [
        "offtake: {commodity: rare earths, importer: JPN, seller: CHN, quantity: 5 t/d, price: 1000 USD/kg}",
        "diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 100%}, ramp: 200 points a year}",
      ],
      [
        KeySweep("quantity", .adds(.loss), ["1 t/d", "5 t/d", "10 t/d"]),
        KeySweep("price", .adds(.buyers), ["500 USD/kg", "1000 USD/kg", "2000 USD/kg"]),
        KeySweep("buyer", .adds(.budget), ["firms", "government"]),
        KeySweep("from", .takes(.buyers), ["day 0", "day 30"]),
        KeySweep("lead", .takes(.buyers), ["0 days", "30 days"]),
        KeySweep("for", .adds(.buyers), ["30 days", "180 days"]),
        KeySweep(
          "recovery", .adds(.buyers), ["immediate", "linear over 60 days"], with: ["for=30 days"]),
      ]),
    SweptLever(
      "standards", at: "responses[0].standards", baseline: store, shocks: [ban],
      responses: [
        "standards: {commodity: rare earths, importer: JPN, share: 50%, certified: [AUS, VNM, FRA, EST]}"
      ],
      [
        KeySweep("share", .adds(.buyers), ["1%", "50%", "90%"]),
        KeySweep("premium", .adds(.buyers), ["0%", "10%", "50%"]),
      ] + KeySweep.window(KeySweep.Direction.adds, .buyers)),
    SweptLever(
      "floor", at: "responses[0].floor", baseline: store, shocks: [ban],
      responses: [
        "floor: {commodity: rare earths, at: 200 USD/kg, zone: [JPN, USA, AUS, VNM], lead: 20 days}"
      ],
      [
        KeySweep("at", .takes(.price), ["100 USD/kg", "200 USD/kg", "400 USD/kg"]),
        KeySweep("at", .adds(.buyers), ["100 USD/kg", "200 USD/kg", "400 USD/kg"]),
        KeySweep("paid by", .moves, ["buyers", "budget"]),
        KeySweep("response", .takes(.price), ["0", "0.2", "0.8"]),
        KeySweep("from", .adds(.loss), ["day 0", "day 60"]),
        KeySweep("lead", .adds(.loss), ["0 days", "20 days", "100 days"]),
        KeySweep("for", .takes(.loss), ["40 days", "90 days", "180 days"]),
      ]),
    SweptLever(
      "subsidy", at: "responses[0].subsidy", baseline: store, shocks: [ban],
      responses: [
        "subsidy: {commodity: rare earths, payer: JPN, strike: 1000 USD/kg, quantity: 1 t/d}"
      ],
      [
        KeySweep("strike", .adds(.budget), ["10 USD/kg", "500 USD/kg", "1000 USD/kg"]),
        KeySweep("quantity", .adds(.budget), ["1 t/d", "2 t/d"]),
        KeySweep("upside", .takes(.budget), ["0%", "30%", "100%"], with: ["strike=10 USD/kg"]),
        KeySweep("from", .takes(.budget), ["day 0", "day 30"]),
        KeySweep("lead", .takes(.budget), ["0 days", "30 days"]),
        KeySweep("for", .adds(.budget), ["30 days", "180 days"]),
        KeySweep(
          "recovery", .adds(.budget), ["immediate", "linear over 60 days"], with: ["for=30 days"]),
      ]),
  ]
}
