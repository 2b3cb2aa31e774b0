/// The six reference scenarios of preset `pooled`, and the example of the interface.
enum ReferenceScenarios {
  static let cases = [
    """
    title: case 0
    economy: economy
    horizon: 212 days
    model:
      preset: pooled
      inventory: {s0: 30 days, s1: 45 days}
      restock: {s0: 20 days, s1: 10 days}
      psi: {s0: 0.5, s1: 0.5}
      table criticality: 1
      supplier choice: fixed
      flexibility: 1
      redirect: {max: 25%, speed: 1 points a day}
      restock cap: 50%
      rationing: intermediate first
    shocks:
      - demand: {regions: [R0], sectors: [s0], by: -34.9%, from: day 13, for: 59 days, recovery: linear over 57 days}
    """,
    """
    title: case 1
    economy: economy
    horizon: 170 days
    model:
      preset: pooled
      inventory: {s0: 30 days, s1: 15 days, s2: 15 days}
      restock: {s0: 20 days, s1: 30 days, s2: 30 days}
      psi: {s0: 0.5, s1: 0.5, s2: 0.3}
      table criticality: 0.3
      supplier choice: fixed
      flexibility: 0.5
      redirect: {max: 25%, speed: 1 points a day}
      restock cap: 10%
      rationing: proportional
    shocks:
      - capacity: {nodes: [R1.s0, R2.s0], by: 55.1%, from: day 0, for: 25 days, recovery: linear over 13 days}
    """,
    """
    title: case 2
    economy: economy
    horizon: 120 days
    model:
      preset: pooled
      inventory: {s0: 30 days, s1: unlimited}
      restock: {s0: 20 days, s1: 30 days}
      psi: {s0: 0.5, s1: 0.3}
      table criticality: 0.3
      supplier choice: delivery
      flexibility: 0.5
      redirect: {max: 60%, speed: 1 points a day}
      restock cap: 50%
      rationing: proportional
    shocks:
      - ban: {exporter: R1, importer: R0, products: [s0], by: 57.9%, leak: 10%, from: day 13, for: 10 days, recovery: linear over 13 days}
      - demand: {regions: [R1], sectors: [s0], by: -42.4%, from: day 4, for: 52 days, recovery: linear over 37 days}
    """,
    """
    title: case 3
    economy: economy
    horizon: 247 days
    model:
      preset: pooled
      inventory: {s0: 30 days, s1: 30 days, s2: 15 days, s3: 30 days}
      restock: {s0: 10 days, s1: 10 days, s2: 10 days, s3: 20 days}
      psi: {s0: 0.5, s1: 0.5, s2: 0.3, s3: 0.5}
      table criticality: 1
      supplier choice: delivery
      flexibility: 0.5
      redirect: {max: 60%, speed: 5 points a day}
      restock cap: 10%
      rationing: proportional
    shocks:
      - ban: {exporter: R1, importer: R2, products: [s1], by: 84%, leak: 10%, from: day 2, for: 23 days, recovery: exponential over 33 days}
      - ban: {exporter: R0, importer: R2, products: [s1], by: 79.7%, leak: 0%, from: day 3, for: 58 days, recovery: linear over 34 days}
      - ban: {exporter: R1, importer: R0, products: [s3], by: 32.5%, leak: 10%, from: day 7, for: 13 days}
    """,
    """
    title: case 4
    economy: economy
    horizon: 79 days
    model:
      preset: pooled
      inventory: {s0: 30 days, s1: 30 days}
      restock: {s0: 30 days, s1: 10 days}
      psi: {s0: 0.5, s1: 0.3}
      table criticality: 1
      supplier choice: capacity
      flexibility: 1
      redirect: {max: 60%, speed: 5 points a day}
      restock cap: 25%
      rationing: intermediate first
    shocks:
      - ban: {exporter: R0, importer: R2, products: [s1], by: 19.7%, leak: 10%, from: day 19, for: 29 days}
      - demand: {regions: [R1], sectors: [s0], by: -11.5%, from: day 3, for: 15 days, recovery: exponential over 8 days}
      - demand: {regions: [R0], sectors: [s0], by: -37%, from: day 1, for: 29 days, recovery: linear over 32 days}
    """,
    """
    title: case 5
    economy: economy
    horizon: 186 days
    model:
      preset: pooled
      inventory: {s0: 30 days, s1: 15 days}
      restock: {s0: 20 days, s1: 10 days}
      psi: {s0: 0.3, s1: 0.3}
      table criticality: 0.7
      supplier choice: delivery
      flexibility: 0
      redirect: {max: 25%, speed: 5 points a day}
      restock cap: 10%
      rationing: proportional
    shocks:
      - ban: {exporter: R0, importer: R1, products: [s0], by: 68.2%, leak: 10%, from: day 4, for: 9 days}
      - ban: {exporter: R0, importer: R1, products: [s0], by: 26.7%, leak: 10%, from: day 16, for: 29 days, recovery: linear over 11 days}
      - capacity: {nodes: [R0.s1, R1.s0, R0.s0], by: 60.3%, from: day 11, for: 19 days, recovery: linear over 39 days}
    """,
  ]

  static let interface = """
    sonae: 1                                  # schema, optional
    title: Hormuz closed for 60 days          # title_ja: optional
    economy: g7plus-2011                      # bundled name, or a path relative to the scenario file
    start: 2026-03-02
    horizon: 365 days
    model: {preset: sonae, criticality: 0.5}  # every parameter of MODEL.md sections 4 and 7 has a key
    baseline:                                 # the world before the shock
      - dependency: {commodity: rare earths, importer: JPN, origin: CHN, share: 60%, basis: weight}   # others scale pro rata
    shocks:
      - closure: {chokepoint: Strait of Hormuz, by: 90%, from: day 0, for: 60 days, recovery: linear over 30 days, share through: {JPN: 80%}}
      - ban: {exporter: CHN, importer: JPN, products: [rare earths, gallium], by: 100%, leak: 10%, from: day 0, for: 365 days}
      - review: {exporter: CHN, importer: JPN, products: [magnets], covers: 30%, delay: 60 days, approval: 80%}
      - capacity: {nodes: [JPN.34t35], by: 30%, from: day 5, for: 30 days, recovery: linear over 60 days}
      - destruction: {nodes: [JPN.30t33], by: 15%, from: day 5, for: 10 days, rebuild: {over: 60 days, sectors: {F: 60%, 29: 40%}, factor: 1, households: {JPN.HFCE: 2000 MUSD}}}
      - demand: {regions: [USA], sectors: [34t35], by: -10%}
      - price: {commodity: crude oil, to: 140 USD/bbl}
      - currency: {region: JPN, depreciation: 10%, pass-through: 60%}
    responses:
      - release: {commodity: crude oil, holders: {JPN: 80 Mbbl}, kind: government, rate: 1.8 mb/d, from: day 14}   # rate: per holder
      - diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 70%, VNM: 30%}, ramp: 5 points a year}
    uncertainty:
      draws: 1000
      seed: 1
      vary: {"shocks[0].closure.for": "uniform(30 days, 120 days)", "model.criticality": "triangular(0.2, 0.5, 1)"}
    variants:                                 # the same file with named changes, run together, a column each
      "no release": {responses: []}
      "closed 180 days": {"shocks[0].closure.for": 180 days}
    report: {regions: [JPN, KOR, USA], tables: all, language: [en, ja]}
    """
}
