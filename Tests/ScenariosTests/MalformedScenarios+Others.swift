extension MalformedScenarios {
  static let others: [Case] = [
    Case(
      "economy: x\nshocks:\n  - currency: {region: EUR, depreciation: 10%, pass-through: 60%}\n",
      ["3:24 unknown-region unknown region `EUR`"]),
    Case(
      "economy: x\nbaseline:\n  - dependency: {commodity: rare earths, importer: JPN, origin: CHN}\n",
      ["3:5 missing-key `share` is missing in `dependency`"]),
    Case(
      "economy: x\nbaseline:\n  - dependency: {commodity: rare earths, importer: JPN, origin: CHN, share: 60}\n",
      ["3:77 missing-unit `60` has no unit"]),
    Case(
      "economy: x\nbaseline:\n  - dependancy: {}\n",
      ["3:5 unknown-kind unknown kind `dependancy` in `baseline`; did you mean `dependency`?"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 t}}\n",
      ["3:52 wrong-unit the unit `t` does not fit"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80}}\n",
      ["3:52 missing-unit `80` has no unit"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: everything}}\n",
      ["3:52 not-a-choice `holders` cannot be `everything`"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: [JPN]}\n",
      ["3:46 needs-mapping `holders` takes keys with values"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {IEA: 400 Mbbl}}\n",
      ["3:47 unknown-partner unknown country or region `IEA`; did you mean `ITA`?"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, rate: 1.8 Mbbl}\n",
      ["3:68 wrong-unit the unit `Mbbl` does not fit"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, kind: private}\n",
      ["3:68 not-a-choice `kind` cannot be `private`"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, from: day 3, when: shortfall above 5% for 3 days}\n",
      ["3:62 both-given `from` and `when` exclude each other"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, when: shortage}\n",
      ["3:68 not-a-trigger `shortage` does not say when to start"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, when: shortfall above 500% for 3 days}\n",
      ["3:68 out-of-range `500%` is out of range"]),
    Case(
      "economy: x\nresponses:\n  - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, when: shortfall above 5% for 0.5 days}\n",
      ["3:68 not-whole `0.5 days` is not a whole number of days"]),
    Case(
      "economy: x\nresponses:\n  - release: {holders: {JPN: 80 Mbbl}}\n",
      ["3:5 missing-key `commodity` is missing in `release`"]),
    Case(
      "economy: x\nresponses:\n  - diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 70%}, ramp: 5 points a year}\n",
      ["3:71 not-the-whole the shares of `to` add up to 70%, not 100%"]),
    Case(
      "economy: x\nresponses:\n  - diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {CHN: 100%}, ramp: 5 points a year}\n",
      ["3:71 same-twice `from` and `to` are both `CHN`"]),
    Case(
      "economy: x\nresponses:\n  - diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 100%}, ramp: 5% a year}\n",
      ["3:90 wrong-unit the unit `% a year` does not fit"]),
    Case(
      "economy: x\nresponses:\n  - restrain: {commodity: crude oil, importers: JPN, by: 5%}\n",
      ["3:49 needs-list `importers` takes a list"]),
    Case(
      "economy: x\nresponses:\n  - realease: {}\n",
      ["3:5 unknown-kind unknown kind `realease` in `responses`; did you mean `release`?"]),
    Case(
      "economy: x\nreport: {regions: [JPX]}\n",
      ["2:20 unknown-region unknown region `JPX`; did you mean `JPN`?"]),
    Case(
      "economy: x\nreport: {language: fr}\n",
      ["2:20 not-a-choice `language` cannot be `fr`"]),
    Case(
      "economy: x\nreport: {language: []}\n",
      ["2:20 empty-value `language` has no value"]),
    Case(
      "economy: x\nreport: {tables: {a: b}}\n",
      ["2:18 needs-one-value `tables` takes one value"]),
    Case(
      "economy: x\nreport: yes\n",
      ["2:9 needs-mapping `report` takes keys with values"]),
    Case(
      "economy: x\nuncertainty: {draws: 0}\n",
      ["2:22 out-of-range `0` is out of range"]),
    Case(
      "economy: x\nuncertainty: {draws: 1.5}\n",
      ["2:22 not-whole `1.5` is not a whole number"]),
    Case(
      "economy: x\nuncertainty: {seed: -1}\n",
      ["2:21 out-of-range `-1` is out of range"]),
    Case(
      "economy: x\nuncertainty: {vary: {model.critcality: \"uniform(0, 1)\"}}\n",
      ["2:22 not-numeric `model.critcality` is no path of a number"]),
    Case(
      "economy: x\nuncertainty: {vary: {title: \"uniform(0, 1)\"}}\n",
      ["2:22 not-numeric `title` is no path of a number"]),
    Case(
      "economy: x\nuncertainty: {vary: {\"shocks[0].capacity.by\": \"uniform(0%, 10%)\"}}\n",
      ["2:22 not-a-list `shocks` is no list: it is empty"]),
    Case(
      "economy: x\nuncertainty: {vary: {model.criticality: 0.5}}\n",
      ["2:41 not-a-distribution `0.5` is not a distribution"]),
    Case(
      "economy: x\nuncertainty: {vary: {model.criticality: \"uniform(1, 0)\"}}\n",
      ["2:41 distribution-order the parameters of `uniform(1, 0)` are out of order"]),
    Case(
      "economy: x\nuncertainty: {vary: {model.criticality: \"uniform(0.1)\"}}\n",
      ["2:41 not-a-distribution `uniform(0.1)` is not a distribution"]),
    Case(
      "economy: x\nuncertainty: {vary: {model.criticality: \"uniform(0, 2)\"}}\n",
      ["2:41 out-of-range `2` is out of range"]),
    Case(
      "economy: x\nuncertainty: {vary: {horizon: \"normal(300 days, 0 days)\"}}\n",
      ["2:31 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nuncertainty: {vary: {horizon: \"triangular(3 days, 2 days, 4 days)\"}}\n",
      [
        "2:31 distribution-order the parameters of `triangular(3 days, 2 days, 4 days)` are out of order"
      ]),
    Case(
      "economy: x\nuncertainty: {vary: {horizon: \"loguniform(0 days, 4 days)\"}}\n",
      ["2:31 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nuncertainty: {vary: {horizon: \"normal(70 days, 0.5 days, 10 days, 20 days)\"}}\n",
      [
        "2:31 far-range `normal(70 days, 0.5 days, 10 days, 20 days)` has next to no probability in its range"
      ]),
    Case(
      "economy: x\nuncertainty: {vary: {horizon: \"uniform(3 days, 9 days)\", model.criticality: \"uniform(0, 1)\"}, correlation: {horizon: {model.criticality: 0.5}, model.criticality: {horizon: -0.5}}}\n",
      [
        "2:108 correlated-twice `model.criticality` and `horizon` have two different coefficients"
      ]),
    Case(
      "economy: x\nuncertainty: {vary: {model.criticality: \"discrete(0.1, 0.2)\"}}\n",
      ["2:41 not-a-distribution `discrete(0.1, 0.2)` is not a distribution"]),
    Case(
      "economy: x\nuncertainty: {vary: {model.criticality: \"beta(0, 1, 0.1, 0.2)\"}}\n",
      ["2:41 out-of-range `0` is out of range"]),
    Case(
      "economy: x\nuncertainty: {sampling: sobol, draws: 1000}\n",
      [
        "2:39 sobol-draws a Sobol' sequence takes a power of two of draws from 64 on, not 1000"
      ]),
    Case(
      "economy: x\nuncertainty: {sampling: sobl}\n",
      ["2:25 not-a-choice `sampling` cannot be `sobl`; did you mean `sobol`?"]),
    Case(
      "economy: x\nuncertainty: {events: {\"shocks[0]\": 10%}}\n",
      ["2:24 no-such-entry `shocks[0]` is no entry of the file's lists"]),
    Case(
      "economy: x\nuncertainty: {correlation: {horizon: {model.criticality: 0.1}}}\n",
      ["2:29 not-varied `horizon` does not vary, so nothing correlates with it"]),
    Case(
      "economy: x\nuncertainty: {vary: [a]}\n",
      ["2:21 needs-mapping `vary` takes keys with values"]),
    Case(
      "economy: x\nvariants: [a]\n",
      ["2:11 needs-mapping `variants` takes keys with values"]),
    Case(
      "economy: x\nvariants: {a: b}\n",
      ["2:15 needs-mapping `a` takes keys with values"]),
    Case(
      "economy: x\nvariants: {a: {economy: y}}\n",
      ["2:16 fixed-in-variants a variant cannot change `economy`"]),
    Case(
      "economy: x\nvariants: {a: {\"shocks[0].ban.by\": 3%}}\n",
      ["2:16 not-a-list `shocks` is no list: it is empty"]),
    Case(
      "economy: x\nvariants: {a: {horizon: 9}}\n",
      ["2:25 missing-unit `9` has no unit"]),
    Case(
      "economy: x\nvariants: {a: {horzon: 9 days}}\n",
      ["2:16 unknown-key unknown key `horzon`; did you mean `horizon`?"]),
    Case(
      "economy: x\nvariants: {a: {\"model..x\": 1}}\n",
      ["2:16 path `model..x` is not a path"]),
    Case(
      "economy: x\nvariants: {a: {model: {criticality: 7}}}\n",
      ["2:37 out-of-range `7` is out of range"]),
    Case(
      "economy: x\nmodel: {preset: pooled, supplier choice: output}\n",
      ["2:42 risky-choice supplier choice `output` can collapse the whole table"]),
    Case(
      "economy: x\nhorizon: 9\nmodel: {psi: 3, restock: x}\nshocks:\n  - capacity: {nodes: [JPN.Z], by: 2}\n  - ban: {}\n",
      [
        "2:10 missing-unit `9` has no unit", "3:14 out-of-range `3` is out of range",
        "3:26 not-a-choice `restock` cannot be `x`", "5:24 unknown-sector unknown sector `Z`",
        "5:36 missing-unit `2` has no unit", "6:5 missing-key `exporter` is missing in `ban`",
        "6:5 missing-key `products` is missing in `ban`",
      ]),
  ]
}
