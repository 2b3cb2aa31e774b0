extension MalformedScenarios {
  static let shapes: [Case] = [
    Case(
      "economy: x\nmodel: {inventories: 3 days}\n",
      ["2:9 unknown-key unknown key `inventories` in `model`; did you mean `inventory`?"]),
    Case(
      "economy: x\nshocks: none\n",
      ["2:9 needs-list `shocks` takes a list"]),
    Case(
      "economy: x\nshocks: {capacity: {}}\n",
      ["2:9 needs-list `shocks` takes a list"]),
    Case(
      "economy: x\nshocks: [earthquake]\n",
      ["2:10 one-kind an entry of `shocks` says one kind, not `earthquake`"]),
    Case(
      "economy: x\nshocks:\n  - earthquake: {by: 1%}\n",
      ["3:5 unknown-kind unknown kind `earthquake` in `shocks`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: 1%}\n    demand: {regions: [JPN], sectors: [C], by: 1%}\n",
      ["3:5 one-kind an entry of `shocks` says one kind, not `capacity`, `demand`"]),
    Case(
      "economy: x\nshocks:\n  - {}\n",
      ["3:5 one-kind an entry of `shocks` says one kind, not none"]),
    Case(
      "economy: x\nshocks:\n  - capacity:\n",
      [
        "3:5 missing-key `capacity` has neither `nodes` nor `commodity` and `origins`",
        "3:5 missing-key `by` is missing in `capacity`",
      ]),
    Case(
      "economy: x\nshocks:\n  - capacity: 30%\n",
      ["3:15 needs-mapping `capacity` takes keys with values"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {by: 30%}\n",
      ["3:5 missing-key `capacity` has neither `nodes` nor `commodity` and `origins`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [], by: 30%}\n",
      ["3:23 empty-list `nodes` names no producer"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: JPN.34t35, by: 30%}\n",
      ["3:23 needs-list `nodes` takes a list"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t36], by: 30%}\n",
      ["3:24 unknown-sector unknown sector `34t36`; did you mean `34t35`?"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JAP.34t35], by: 30%}\n",
      ["3:24 unknown-region unknown region `JAP`; did you mean `JPN`?"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN-34t35], by: 30%}\n",
      ["3:24 not-a-node `JPN-34t35` is no producer"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C, JPN.C], by: 30%}\n",
      ["3:31 named-twice the producer `JPN.C` is named twice"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [{a: b}], by: 30%}\n",
      ["3:24 needs-one-value `nodes` takes one value"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C]}\n",
      ["3:5 missing-key `by` is missing in `capacity`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: 130%}\n",
      ["3:36 out-of-range `130%` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: 0.3}\n",
      ["3:36 missing-unit `0.3` has no unit"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: 30 points}\n",
      ["3:36 wrong-unit the unit `points` does not fit"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: thirty}\n",
      ["3:36 not-a-number `thirty` is not a number"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: -30%}\n",
      ["3:36 out-of-range `-30%` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.C], by: ３０％}\n",
      ["3:36 full-width `３０％` has full-width characters"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [SAU.C], by: 30%}\n",
      ["3:24 unknown-region unknown region `SAU`; did you mean `ROW`?"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: 5}\n",
      ["3:51 not-a-moment `5` is not a day of the run"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: day five}\n",
      ["3:51 not-a-moment `day five` is not a day of the run"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: day -1}\n",
      ["3:51 out-of-range `day -1` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: day 1.5}\n",
      ["3:51 not-whole `day 1.5` is not a whole number of days"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: 2026-03-16}\n",
      ["3:51 needs-start `2026-03-16` is a date, and the scenario has no `start`"]),
    Case(
      "economy: x\nstart: 2026-03-02\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: 2026-03-01}\n",
      ["4:51 before-start `2026-03-01` lies before the start, 2026-03-02"]),
    Case(
      "economy: x\nstart: 2026-03-02\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: 2026-13-01}\n",
      ["4:51 no-such-day there is no day `2026-13-01`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: tomorrow}\n",
      ["3:51 not-a-moment `tomorrow` is not a day of the run"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, from: day 99999}\n",
      ["3:51 out-of-range `day 99999` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, for: 0 days}\n",
      ["3:50 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, for: 2.5 days}\n",
      ["3:50 not-whole `2.5 days` is not a whole number of days"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, for: 30}\n",
      ["3:50 missing-unit `30` has no unit"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, for: forever}\n",
      ["3:50 not-a-choice `for` cannot be `forever`"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: linear}\n",
      ["3:55 not-a-recovery `linear` is not a recovery"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: liner over 30 days}\n",
      ["3:55 not-a-recovery `liner over 30 days` is not a recovery; did you mean `linear`?"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: linear over 30}\n",
      ["3:55 missing-unit `30` has no unit"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: linear over 0 days}\n",
      ["3:55 recovery-too-short `linear` takes more than 0 days"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: exponential over 0.5 days}\n",
      ["3:55 recovery-too-short `exponential` takes 1 day or more"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: logistic over 2 days}\n",
      ["3:55 recovery-too-short `logistic` takes more than 2 days"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: instant}\n",
      ["3:55 not-a-recovery `instant` is not a recovery"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, recovery: 30 days}\n",
      ["3:55 not-a-recovery `30 days` is not a recovery"]),
    Case(
      "economy: x\nshocks:\n  - capacity: {nodes: [JPN.34t35], by: 30%, until: day 9}\n",
      ["3:45 unknown-key unknown key `until` in `capacity`"]),
  ]
}
