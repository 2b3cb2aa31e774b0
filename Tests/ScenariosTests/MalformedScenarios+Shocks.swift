extension MalformedScenarios {
  static let shocks: [Case] = [
    Case(
      "economy: x\nhorizon: 10 days\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: day 10}\n",
      ["4:51 never-starts `capacity` starts after the last of 10 days"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], commodity: crude oil, origins: [IRQ], by: 1%}\n",
      ["3:16 both-given `nodes` and `commodity` exclude each other"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], origins: [IRQ], by: 1%}\n",
      ["3:16 both-given `nodes` and `origins` exclude each other"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {commodity: crude oil, by: 1%}\n",
      ["3:5 missing-key `origins` is missing in `capacity`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {origins: [IRQ], by: 1%}\n",
      ["3:5 missing-key `commodity` is missing in `capacity`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {commodity: crude oil, origins: [], by: 1%}\n",
      ["3:47 empty-list `origins` names no origin of the commodity"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {commodity: crude oil, origins: [IRQ, Iraq, ATA], by: 1%}\n",
      [
        "3:53 named-twice the origin of the commodity `Iraq` is named twice",
        "3:59 unknown-origin unknown origin of the commodity `ATA`; did you mean `ITA`?",
      ]),
    Case(
      "economy: x\nshocks:\n  - capacity: {commodity: coal, origins: [IRQ], by: 101%}\n",
      [
        "3:27 unknown-commodity unknown commodity `coal`",
        "3:53 out-of-range `101%` is out of range",
      ]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, for: 9 days, recovery: linear over 3 days, rebuild: {over: 60 days, sectors: {F: 100%}}}\n",
      ["3:57 both-given `recovery` and `rebuild` exclude each other"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: {F: 60%}}}\n",
      ["3:78 not-the-whole the shares of `sectors` add up to 60%, not 100%"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days}}\n",
      ["3:44 missing-key `sectors` is missing in `rebuild`"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {sectors: {F: 100%}}}\n",
      ["3:44 missing-key `over` is missing in `rebuild`"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 0 days, sectors: {F: 100%}}}\n",
      ["3:60 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: [F]}}\n",
      ["3:78 needs-mapping `sectors` takes keys with values"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: {}}}\n",
      ["3:78 empty-list `sectors` names no sector"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: {F: 100%}, factor: 0}}\n",
      ["3:97 out-of-range `0` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: {F: 100%}, households: {JPN.HFCE: 200 million JPY}}}\n",
      ["3:112 other-currency `200 million JPY` is not in the table's money, million USD"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: {F: 100%}, households: {JPN.HFC: 200 MUSD}}}\n",
      [
        "3:102 unknown-final-demand unknown column of final demand `JPN.HFC`; did you mean `JPN.HFCE`?"
      ]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: {over: 60 days, sectors: {F: 100%}, households: {JPN.HFCE: 200}}}\n",
      ["3:112 missing-unit `200` has no unit"]),
    Case(
      "economy: x\nshocks:\n  - destruction: {nodes: [JPN.C], by: 15%, rebuild: 60 days}\n",
      ["3:53 needs-mapping `rebuild` takes keys with values"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: [USA], sectors: [34t35], by: -110%}\n",
      ["3:52 out-of-range `-110%` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: [USA, USA], sectors: [34t35], by: -10%}\n",
      ["3:29 named-twice the region `USA` is named twice"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: [USSR], sectors: [34t35], by: -10%}\n",
      ["3:24 unknown-region unknown region `USSR`"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: every, sectors: [34t35], by: -10%}\n",
      ["3:23 not-a-choice `regions` cannot be `every`"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: [AUS], sectors: [34t35], by: -10%}\n",
      ["3:24 unknown-region unknown region `AUS`; did you mean `ROW`?"]),
    Case(
      "economy: x\nshocks:\n  - demand: {regions: [USA], sectors: [crude oil], by: -10%}\n",
      ["3:40 unknown-sector unknown sector `crude oil`"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: CHN, products: [gallium]}\n",
      ["3:36 same-twice `exporter` and `importer` are both `CHN`"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN}\n",
      ["3:5 missing-key `products` is missing in `ban`"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHM, importer: JPN, products: [gallium]}\n",
      ["3:21 unknown-partner unknown country or region `CHM`; did you mean `CHN`?"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [galium]}\n",
      ["3:52 unknown-product unknown product `galium`; did you mean `gallium`?"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: MEA, products: [gallium]}\n",
      ["3:36 not-this-partner `importer` cannot be the group `MEA`"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [gallium], leak: 101%}\n",
      ["3:68 out-of-range `101%` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: CHN, importer: JPN, products: [gallium, gallium]}\n",
      ["3:61 named-twice the product `gallium` is named twice"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: SAU, importer: JPN, products: [C]}\n",
      ["3:21 no-such-region `SAU` is no region of the table: trade in sectors is not restricted"]),
    Case(
      "economy: x\nshocks:\n  - ban: {exporter: [CHN], importer: JPN, products: [C]}\n",
      ["3:21 needs-one-value `exporter` takes one value"]),
    Case(
      "economy: x\nshocks:\n  - review: {exporter: CHN, products: [magnets]}\n",
      ["3:5 missing-key `delay` is missing in `review`"]),
    Case(
      "economy: x\nshocks:\n  - review: {exporter: CHN, products: [magnets], delay: 1.5 days}\n",
      ["3:57 not-whole `1.5 days` is not a whole number of days"]),
    Case(
      "economy: x\nshocks:\n  - review: {exporter: CHN, products: [magnets], delay: 9 days, approval: 8}\n",
      ["3:75 missing-unit `8` has no unit"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Ormuz}\n",
      ["3:27 unknown-chokepoint unknown chokepoint `Ormuz`; did you mean `Strait of Hormuz`?"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Bosporus}\n",
      ["3:27 unknown-chokepoint unknown chokepoint `Bosporus`"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Strait of Hormuz, share through: 80%}\n",
      ["3:60 needs-mapping `share through` takes keys with values"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Strait of Hormuz, share through: {JPN: 180%}}\n",
      ["3:66 out-of-range `180%` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Strait of Hormuz, share through: {XXX: 80%}}\n",
      ["3:61 unknown-partner unknown country or region `XXX`"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Strait of Hormuz, bypass: 2 Mbbl}\n",
      ["3:53 wrong-unit the unit `Mbbl` does not fit"]),
    Case(
      "economy: x\nshocks:\n  - closure: {chokepoint: Strait of Hormuz, bypass: 2.6 mbd}\n",
      ["3:53 wrong-unit the unit `mbd` does not fit; did you mean `mb/d`?"]),
    Case(
      "economy: x\nshocks:\n  - price: {commodity: crude oil, to: 140}\n",
      ["3:39 missing-unit `140` has no unit"]),
    Case(
      "economy: x\nshocks:\n  - price: {commodity: crude oil, to: 140 USD/t}\n",
      ["3:39 wrong-unit the unit `USD/t` does not fit"]),
    Case(
      "economy: x\nshocks:\n  - price: {commodity: rare earths, to: 140 USD/bbl}\n",
      ["3:41 wrong-unit the unit `USD/bbl` does not fit"]),
    Case(
      "economy: x\nshocks:\n  - price: {commodity: crude oil, to: 0 USD/bbl}\n",
      ["3:39 out-of-range `0 USD/bbl` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - price: {commodity: crude oil, to: 140 JPY/bbl}\n",
      ["3:39 wrong-unit the unit `JPY/bbl` does not fit"]),
    Case(
      "economy: x\nshocks:\n  - price: {commodity: crud oil, to: 140 USD/bbl}\n",
      ["3:24 unknown-commodity unknown commodity `crud oil`; did you mean `crude oil`?"]),
    Case(
      "economy: x\nshocks:\n  - currency: {region: JPN, depreciation: 10%}\n",
      ["3:5 missing-key `pass-through` is missing in `currency`"]),
  ]
}
