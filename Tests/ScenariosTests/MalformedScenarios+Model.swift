extension MalformedScenarios {
  static let model: [Case] = [
    Case(
      "economy: x\nmodel: sonae\n",
      ["2:8 needs-mapping `model` takes keys with values"]),
    Case(
      "economy: x\nmodel: [a]\n",
      ["2:8 needs-mapping `model` takes keys with values"]),
    Case(
      "economy: x\nmodel:\n  chain: 0,5\n",
      ["3:10 decimal-comma `0,5` has a decimal comma"]),
    Case(
      "economy: x\nmodel: {preset: sonea}\n",
      ["2:17 not-a-choice `preset` cannot be `sonea`; did you mean `sonae`?"]),
    Case(
      "economy: x\nmodel: {preset: []}\n",
      ["2:17 needs-one-value `preset` takes one value"]),
    Case(
      "economy: x\nmodel: {criticality: 1.5}\n",
      ["2:22 out-of-range `1.5` is out of range"]),
    Case(
      "economy: x\nmodel: {criticality: high}\n",
      ["2:22 not-a-choice `criticality` cannot be `high`"]),
    Case(
      "economy: x\nmodel: {criticality: -0.1}\n",
      ["2:22 out-of-range `-0.1` is out of range"]),
    Case(
      "economy: x\nmodel: {chain: 0,5}\n",
      ["2:18 unknown-key unknown key `5` in `model`"]),
    Case(
      "economy: x\nmodel: {psi: 2}\n",
      ["2:14 out-of-range `2` is out of range"]),
    Case(
      "economy: x\nmodel: {psi: nan}\n",
      ["2:14 not-finite `nan` is not a finite number"]),
    Case(
      "economy: x\nmodel: {psi: {C: 0.5, X9: 0.5}}\n",
      ["2:23 unknown-sector unknown sector `X9`; did you mean `29`?"]),
    Case(
      "economy: x\nmodel: {psi: [0.5]}\n",
      ["2:14 needs-mapping `psi` takes keys with values"]),
    Case(
      "economy: x\nmodel: {inventory: 60}\n",
      ["2:20 missing-unit `60` has no unit"]),
    Case(
      "economy: x\nmodel: {inventory: medium}\n",
      ["2:20 not-a-choice `inventory` cannot be `medium`"]),
    Case(
      "economy: x\nmodel: {inventory: {C: 30}}\n",
      ["2:24 missing-unit `30` has no unit"]),
    Case(
      "economy: x\nmodel: {inventory: {C: low}}\n",
      ["2:24 not-a-choice `inventory` cannot be `low`"]),
    Case(
      "economy: x\nmodel: {inventory: {F: 30 days, Construction: 20 days}}\n",
      ["2:33 named-twice the sector `Construction` is named twice"]),
    Case(
      "economy: x\nmodel: {inventory: {34t53: 10 days}}\n",
      ["2:21 unknown-sector unknown sector `34t53`; did you mean `34t35`?"]),
    Case(
      "economy: x\nmodel: {inventory: -1 days}\n",
      ["2:20 out-of-range `-1 days` is out of range"]),
    Case(
      "economy: x\nmodel: {inventory: {C: [1]}}\n",
      ["2:24 needs-one-value `inventory` takes one value"]),
    Case(
      "economy: x\nmodel: {restock: 0 days}\n",
      ["2:18 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nmodel: {restock: unlimited}\n",
      ["2:18 not-a-choice `restock` cannot be `unlimited`; did you mean `bundled`?"]),
    Case(
      "economy: x\nmodel: {overproduction: 1.25}\n",
      ["2:25 needs-mapping `overproduction` takes keys with values"]),
    Case(
      "economy: x\nmodel: {overproduction: {max: 0.9}}\n",
      ["2:31 out-of-range `0.9` is out of range"]),
    Case(
      "economy: x\nmodel: {overproduction: {most: 2}}\n",
      ["2:26 unknown-key unknown key `most` in `overproduction`"]),
    Case(
      "economy: x\nmodel: {overproduction: {over: 0 days}}\n",
      ["2:32 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nmodel: {preset: pooled, supplier choice: cheapest}\n",
      ["2:42 not-a-choice `supplier choice` cannot be `cheapest`"]),
    Case(
      "economy: x\nmodel: {redirect: {max: 120%}}\n",
      ["2:25 out-of-range `120%` is out of range"]),
    Case(
      "economy: x\nmodel: {redirect: {speed: 1%}}\n",
      ["2:27 wrong-unit the unit `%` does not fit"]),
    Case(
      "economy: x\nmodel: {redirect: {speed: 1 point}}\n",
      ["2:27 wrong-unit the unit `points` does not fit"]),
    Case(
      "economy: x\nmodel: {restock cap: 0.25}\n",
      ["2:22 missing-unit `0.25` has no unit"]),
    Case(
      "economy: x\nmodel: {restock cap: -5%}\n",
      ["2:22 out-of-range `-5%` is out of range"]),
    Case(
      "economy: x\nmodel: {restock cap: unlimitd}\n",
      ["2:22 not-a-choice `restock cap` cannot be `unlimitd`; did you mean `unlimited`?"]),
    Case(
      "economy: x\nmodel: {rationing: intermediate}\n",
      ["2:20 not-a-choice `rationing` cannot be `intermediate`; did you mean `intermediate first`?"]
    ),
    Case(
      "economy: x\nmodel: {rationing: named first}\n",
      ["2:20 nobody-named `named first` needs someone to name"]),
    Case(
      "economy: x\nmodel: {rationing: {named first: []}}\n",
      ["2:34 nobody-named `named first` needs someone to name"]),
    Case(
      "economy: x\nmodel: {rationing: {named first: {sectors: [C]}}}\n",
      ["2:34 nobody-named `named first` needs someone to name"]),
    Case(
      "economy: x\nmodel: {rationing: {named first: [C, CNH]}}\n",
      ["2:38 unknown-user unknown sector or region `CNH`; did you mean `CHN`?"]),
    Case(
      "economy: x\nmodel: {rationing: {named first: [JPN, C, JPN]}}\n",
      ["2:43 named-twice the sector or region `JPN` is named twice"]),
    Case(
      "economy: x\nmodel: {rationing: {named first: [AUS]}}\n",
      ["2:35 unknown-region unknown region `AUS`; did you mean `ROW`?"]),
    Case(
      "economy: x\nmodel: {rationing: {domestic first: [JPN]}}\n",
      ["2:21 names-nobody under `rationing` names follow `named first` alone, not `domestic first`"]
    ),
    Case(
      "economy: x\nmodel: {rationing: {named first: [C], water filling: [JPN]}}\n",
      ["2:39 names-nobody under `rationing` names follow `named first` alone, not `water filling`"]
    ),
    Case(
      "economy: x\nmodel: {rationing: {}}\n",
      ["2:20 needs-one-value `rationing` takes one value"]),
    Case(
      "economy: x\nmodel: {rationing: {named first: [C]}, served first: {regions: [JPN]}}\n",
      [
        "2:40 both-given `rationing: {named first: …}` and `served first` exclude each other"
      ]),
    Case(
      "economy: x\nmodel: {table criticality: 2}\n",
      ["2:28 out-of-range `2` is out of range"]),
    Case(
      "economy: x\nmodel: {table criticality: {C: {23: 1.5}}}\n",
      ["2:37 out-of-range `1.5` is out of range"]),
    Case(
      "economy: x\nmodel: {table criticality: {C: {nowhere: 1}}}\n",
      ["2:33 unknown-sector unknown sector `nowhere`"]),
    Case(
      "economy: x\nmodel: {table criticality: {Q: 1}}\n",
      ["2:29 unknown-sector unknown sector `Q`"]),
    Case(
      "economy: x\nmodel: {table criticality: all}\n",
      ["2:28 not-a-choice `table criticality` cannot be `all`"]),
    Case(
      "economy: x\nmodel: {table criticality: [1]}\n",
      ["2:28 needs-mapping `table criticality` takes keys with values"]),
    Case(
      "economy: x\nmodel: {flows: yes}\n",
      ["2:16 not-a-choice `flows` cannot be `yes`"]),
    Case(
      "economy: x\nmodel: {step: 2 days}\n",
      ["2:15 out-of-range `2 days` is out of range"]),
    Case(
      "economy: x\nmodel: {step: 0.3 days}\n",
      ["2:15 not-part-of-a-day steps of `0.3 days` do not add up to a day"]),
    Case(
      "economy: x\nmodel: {step: 1}\n",
      ["2:15 missing-unit `1` has no unit"]),
  ]
}
