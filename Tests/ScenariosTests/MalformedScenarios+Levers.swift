extension MalformedScenarios {
  /// Levers of trade, chokepoints and stocks.
  static let levers: [Case] = [
    Case(
      "economy: x\nresponses:\n  - pool: {commodity: crude oil, members: [JPN, KOR]}\n",
      ["3:5 missing-key `pool` has neither `volume` nor `from stocks`"]),
    Case(
      "economy: x\nresponses:\n  - pool: {commodity: crude oil, members: [JPN], volume: 1 Mbbl, rule: entitlement, weights: {KOR: 1}}\n",
      [
        "3:94 member-left-out `weights` has no weight for the member `JPN`",
        "3:95 no-member `KOR` is not among the `members`",
      ]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, rate: 1 mb/d, coordinated: {total: 1 Mbbl, members: [JPN, KOR], by: {JPN: 1}}}\n",
      ["3:105 member-left-out `by` has no weight for the member `KOR`"]),
    Case(
      "economy: x\nresponses:\n  - pool: {commodity: crude oil, members: [JPN], volume: 1 Mbbl, rule: entitlement, weights: us}\n",
      ["3:94 not-a-choice `weights` cannot be `us`; did you mean `use`?"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, coordinated: {total: 400 Mbbl, members: [JPN, KOR]}}\n",
      ["3:5 coordinated-without-rate a coordinated release needs a `rate`"]),
    Case(
      "economy: x\nshocks:\n  - contagion: {commodity: rare earths, countries: [VNM], mode: drawn}\n",
      ["3:65 needs-seed what is drawn needs a seed"]),
    Case(
      "economy: x\nshocks:\n  - contagion: {commodity: rare earths, countries: [JPN], importer: JPN}\n",
      ["3:69 same-twice `countries` and `importer` are both `JPN`"]),
    Case(
      "economy: x\nshocks:\n  - premium: {gate: Strait of Hormuz, to: 3%, withdrawn at: 0.2%}\n",
      ["3:61 premium-order `withdrawn at` is not above `normal`"]),
    Case(
      "economy: x\nshocks:\n  - premium: {to: 3%}\n",
      ["3:5 missing-key `premium` has neither `chokepoint` nor `gate`"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, products: [rare earths], listed: 10%}\n",
      ["3:59 listed-of-nobody `listed` needs an `importer`"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [30t33], listed: {34t35: 10%}}\n",
      [
        "3:68 listed-by-sector `listed` by sector is for commodities: the table does not know who buys a sector's product"
      ]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [rare earths], listed: 70%}\n  - review: {exporter: CHN, importer: JPN, products: [rare earths], delay: 5 days, listed: 40%}\n",
      ["4:5 listed-twice listed buyers of `JPN` add up to 110% of its use"]),
    Case(
      "economy: x\nshocks:\n  - re-export rule: {origin: CHN, importer: JPN, products: [rare earths], content: {CHN: 50%}}\n",
      ["3:84 same-twice `content` and `origin` are both `CHN`"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: all, sectors: all, by: 1%, from: after 3 days}\n",
      ["3:56 after-nothing there is no entry before it for `after 3 days` to count from"]),
    Case(
      "economy: x\nshocks:\n  - off\n  - demand: {regions: all, sectors: all, by: 1%, from: after 3 days}\n",
      ["4:56 after-missing `after 3 days` counts from an entry that is off, or that has a mistake"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [rare earths], stage: oxide}\n",
      ["3:73 unknown-stage unknown stage of the chain `oxide`"]),
    Case(
      "economy: x\nshocks:\n  - review: {exporter: CHN, importer: JPN, products: [rare earths], delay: 5 days, stage: oxide}\n  - contagion: {commodity: rare earths, countries: [CHN], stage: ore}\nresponses:\n  - project: {commodity: rare earths, country: AUS, capacity: 1 t/d, stage: all, lead: 9 days}\n",
      [
        "3:91 unknown-stage unknown stage of the chain `oxide`",
        "4:66 unknown-stage unknown stage of the chain `ore`",
        "6:77 unknown-stage unknown stage of the chain `all`",
      ]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [rare earths, crude oil], stage: all}\n",
      ["3:84 stage-of-several a `stage` needs one commodity"]),
    Case(
      "economy: x\nshocks:\n  - re-export rule: {origin: CHN, importer: JPN, products: [rare earths]}\n",
      [
        "3:5 content-unknown `rare earths` has no chain that tells what its sellers' goods contain"
      ]),
  ]
}
