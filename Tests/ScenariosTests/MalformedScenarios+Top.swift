extension MalformedScenarios {
  static let top: [Case] = [
    Case(
      "economy: x\neconomies: [x]\n",
      ["1:1 both-given `economy` and `economies` exclude each other"]),
    Case(
      "just text\n",
      ["1:1 needs-mapping `scenario` takes keys with values"]),
    Case(
      "[]\n",
      ["1:1 needs-mapping `scenario` takes keys with values"]),
    Case(
      "economy:\n",
      ["1:9 empty-value `economy` has no value"]),
    Case(
      "economy: [a]\n",
      ["1:10 needs-one-value `economy` takes one value"]),
    Case(
      "economy: x\nshoks: []\n",
      ["2:1 unknown-key unknown key `shoks`; did you mean `shocks`?"]),
    Case(
      "economy: x\nHorizon: 10 days\n",
      ["2:1 unknown-key unknown key `Horizon`; did you mean `horizon`?"]),
    Case(
      "economy: x\nzzzzzz: 1\n",
      ["2:1 unknown-key unknown key `zzzzzz`"]),
    Case(
      "economy: x\nsonae: 2\n",
      ["2:8 out-of-range `2` is out of range"]),
    Case(
      "economy: x\nsonae: one\n",
      ["2:8 not-a-number `one` is not a number"]),
    Case(
      "economy: x\nsonae: 1.5\n",
      ["2:8 out-of-range `1.5` is out of range"]),
    Case(
      "economy: x\ntitle: \"\"\n",
      ["2:8 empty-value `title` has no value"]),
    Case(
      "economy: x\ntitle: {en: x}\n",
      ["2:8 needs-one-value `title` takes one value"]),
    Case(
      "economy: x\ntitle_ja: [x]\n",
      ["2:11 needs-one-value `title_ja` takes one value"]),
    Case(
      "economy: x\nhorizon: 365\n",
      ["2:10 missing-unit `365` has no unit"]),
    Case(
      "economy: x\nhorizon: 0 days\n",
      ["2:10 out-of-range `0 days` is out of range"]),
    Case(
      "economy: x\nhorizon: 1.5 days\n",
      ["2:10 not-whole `1.5 days` is not a whole number of days"]),
    Case(
      "economy: x\nhorizon: 200 years\n",
      ["2:10 out-of-range `200 years` is out of range"]),
    Case(
      "economy: x\nhorizon: 3 months\n",
      ["2:10 wrong-unit the unit `months` does not fit"]),
    Case(
      "economy: x\nhorizon: unlimited\n",
      ["2:10 not-a-number `unlimited` is not a number"]),
    Case(
      "economy: x\nhorizon: 10 dayz\n",
      ["2:10 wrong-unit the unit `dayz` does not fit; did you mean `days`?"]),
    Case(
      "economy: x\nhorizon: -3 days\n",
      ["2:10 out-of-range `-3 days` is out of range"]),
    Case(
      "economy: x\nhorizon: １０ days\n",
      ["2:10 full-width `１０ days` has full-width characters"]),
    Case(
      "economy: x\nhorizon: 1,000 days\n",
      ["2:10 thousands-separator `1,000 days` groups digits"]),
    Case(
      "economy: x\nhorizon: 1e400 days\n",
      ["2:10 not-finite `1e400 days` is not a finite number"]),
    Case(
      "economy: x\nhorizon: many days\n",
      ["2:10 not-a-number `many days` is not a number"]),
    Case(
      "economy: x\nhorizon:\n",
      ["2:9 empty-value `horizon` has no value"]),
    Case(
      "economy: x\nhorizon: 10 t\n",
      ["2:10 wrong-unit the unit `t` does not fit"]),
    Case(
      "economy: x\nstart: 2026-02-30\n",
      ["2:8 no-such-day there is no day `2026-02-30`"]),
    Case(
      "economy: x\nstart: 2026/03/02\n",
      ["2:8 not-a-date `2026/03/02` is not a date"]),
    Case(
      "economy: x\nstart: 02.03.2026\n",
      ["2:8 not-a-date `02.03.2026` is not a date"]),
    Case(
      "economy: x\nstart: ２０２６-03-02\n",
      ["2:8 full-width `２０２６-03-02` has full-width characters"]),
    Case(
      "economy: x\nstart: 2026-3-2\n",
      ["2:8 not-a-date `2026-3-2` is not a date"]),
  ]
}
