package import Commodities
package import Diagnostics
package import InputOutputTables
internal import Propagation
internal import Quantities
internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a policy avoids and costs in one region; money in USD.
package struct PolicyResult: Sendable {
  /// What it is.
  package let name: Bilingual
  /// Value added lost without it, over the horizon's GDP; nil if the region has none.
  package let lossWithout: Double?
  /// The same with it.
  package let lossWith: Double?
  /// GDP of the horizon, of the commodity's year; nil if not known.
  let product: Double?
  /// What governments pay over the horizon.
  package let budgetCost: Double
  /// What buyers and consumers pay.
  package let buyersCost: Double
  /// What both pay in the first year of the run.
  package let firstYear: Double
  /// The same in its last.
  package let lastYear: Double
  /// All that is paid, discounted to the first year: Σ cost·(1 + d)^(−y).
  package let horizonCost: Double
  /// That in equal parts a year: over Σ (1 + d)^(−y), parts of years by their days.
  let costAYear: Double
  /// Probability a year; nil: not stated.
  package let probability: Double?
  /// The stock that it is a day more of: a commodity, index into the catalogue, and its holder's code; nil for
  /// responses of the file.
  package let stockDay: (commodity: Int, holder: String)?

  /// Whether it is a day more of a stock than there is, not a response of the file.
  package var isStockDay: Bool { stockDay != nil }

  /// Makes a result; see the properties.
  package init(
    name: Bilingual, lossWithout: Double?, lossWith: Double?, product: Double?,
    budgetCost: Double, buyersCost: Double, firstYear: Double, lastYear: Double,
    horizonCost: Double, costAYear: Double, probability: Double?,
    stockDay: (commodity: Int, holder: String)? = nil
  ) {
    self.name = name
    self.lossWithout = lossWithout
    self.lossWith = lossWith
    self.product = product
    self.budgetCost = budgetCost
    self.buyersCost = buyersCost
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.horizonCost = horizonCost
    self.costAYear = costAYear
    self.probability = probability
    self.stockDay = stockDay
  }

  /// Loss that it avoids, over the horizon's GDP.
  package var avoidedShare: Double? {
    lossWithout.flatMap { without in lossWith.map { without - $0 } }
  }

  /// Loss that it avoids.
  package var avoidedMoney: Double? {
    avoidedShare.flatMap { share in product.map { share * $0 } }
  }

  /// Probability times what it avoids, over what it costs a year; nil without a probability or a cost.
  package var benefitCost: Double? {
    guard let probability, let avoidedMoney, costAYear > 0 else { return nil }
    return probability * avoidedMoney / costAYear
  }

  /// Probability a year from which it pays; nil where it avoids nothing.
  package var breakEven: Double? {
    guard let avoidedMoney, avoidedMoney > 0 else { return nil }
    return max(0, costAYear) / avoidedMoney
  }
}

extension PolicyRuns {
  /// Policies in a region, from the scenario's own result and the results of the runs in their order.
  package func results(
    _ results: [RiskAssessment], all: RiskAssessment, in region: Int, of economy: Economy,
    commodities: [Commodity]
  ) -> [PolicyResult] {
    precondition(results.count == scenarios.count, "PolicyRuns: \(results.count) results")
    let product = product(of: region, economy, commodities)
    let loss = { (result: RiskAssessment) in result.regions[region].valueAddedLossShare }
    var next = 1
    return kinds.map { kind in
      let own: RiskAssessment
      let without: RiskAssessment
      let with: RiskAssessment
      switch kind {
      case .all: (without, with, own) = (results[0], all, all)
      case .alone:
        (without, with, own) = (results[0], results[next], results[next])
        next += 1
      case .besideOthers:
        (without, with, own) = (results[next], all, all)
        next += 1
      case .stockDay:
        (without, with, own) = (all, results[next], results[next])
        next += 1
      }
      return result(
        of: kind, without: loss(without), with: loss(with), lines: lines(of: kind, own),
        product: product, commodities)
    }
  }

  private func result(
    of kind: Kind, without: Double?, with: Double?, lines: [LedgerLine], product: Double?,
    _ commodities: [Commodity]
  ) -> PolicyResult {
    let isBudget = { (line: LedgerLine) in line.payer.hasPrefix("government:") }
    let last = (scenario.horizon - 1) / 365
    let sum = { (fits: (LedgerLine) -> Bool) in
      lines.filter(fits).reduce(0) { $0 + $1.cost }
    }
    let discounted = lines.reduce(0) { $0 + $1.cost * weight($1.yearOfRun) }
    return PolicyResult(
      name: name(of: kind, commodities), lossWithout: without, lossWith: with, product: product,
      budgetCost: sum(isBudget), buyersCost: sum { !isBudget($0) },
      firstYear: sum { $0.yearOfRun == 0 }, lastYear: sum { $0.yearOfRun == last },
      horizonCost: discounted, costAYear: discounted / years(of: lines),
      probability: scenario.report.probability, stockDay: kind.dayOfStock)
  }

  /// Σ (1 + d)^(−y) over the years of the run and those before it since the first measure, parts of years
  /// by their days.
  private func years(of lines: [LedgerLine]) -> Double {
    let run = (0...(scenario.horizon - 1) / 365).reduce(0.0) { sum, year in
      sum + Double(min(365, scenario.horizon - 365 * year)) / 365 * weight(year)
    }
    let before = Dictionary(
      grouping: lines.filter { $0.yearOfRun < 0 && $0.cost != 0 }, by: { [$0.yearOfRun, $0.year] })
    return before.values.reduce(run) { sum, part in
      sum + Double(part.map { $0.days }.max() ?? 0) / 365 * weight(part[0].yearOfRun)
    }
  }

  /// (1 + d)^(−y).
  private func weight(_ year: Int) -> Double {
    pow(1 + scenario.report.discount, -Double(year))
  }

  /// What a policy costs; what keeps its worth costs its capital alone.
  private func lines(of kind: Kind, _ result: RiskAssessment) -> [LedgerLine] {
    let count = scenario.levers.count { $0.list == .responses }
    let others = scenario.levers.count - count
    let own: Range<Int>
    switch kind {
    case .all: own = others..<others + count
    case .alone: own = others..<others + 1
    case .besideOthers(let index): own = others + index..<others + index + 1
    case .stockDay: own = others + count..<others + count + 1
    }
    return result.ledger.filter { own.contains($0.entry) && !$0.isAsset }
  }

  private func name(of kind: Kind, _ commodities: [Commodity]) -> Bilingual {
    let responses = scenario.levers.filter { $0.list == .responses }
    switch kind {
    case .alone(let index):
      return Bilingual("\(responses[index].path) alone", "\(responses[index].path) のみ")
    case .besideOthers(let index):
      return Bilingual(
        "\(responses[index].path) beside the others", "\(responses[index].path) を他に加える")
    case .all: return Bilingual("all responses", "全対応策")
    case .stockDay(let index, let holder):
      return Bilingual(
        "a day more of stock: \(commodities[index].name), \(holder.code)",
        "備蓄を1日分増やす：\(commodities[index].nameJa)、\(holder.code)")
    }
  }

  /// GDP of the horizon: of a named commodity's year, else the table's; USD, nil if not known.
  private func product(
    of region: Int, _ economy: Economy, _ commodities: [Commodity]
  ) -> Double? {
    let context = LeverContext(commodities: commodities)
    let named = Set(scenario.effects(in: context).compactMap { $0.effect.commodity }).sorted()
    let stated = named.lazy.flatMap { commodities[$0].importers }.first {
      economy.table.region(ofCountry: $0.code) == region && $0.gdp.value != nil
    }?.gdp.value
    let unit = Unit.tableMoney(economy.table.description.moneyUnit)
    let table = economy.regionNodes[region].reduce(0) { $0 + economy.valueAdded[$1] }
    let year = stated ?? (unit?.currency == "USD" ? unit?.base(table) : nil)
    return year.map { $0 * Double(scenario.horizon) / 365 }
  }
}
