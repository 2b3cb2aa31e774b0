package import Commodities
package import Diagnostics
import Quantities
import Statistics

/// New capacity is built: a mine, a refinery, a plant (LEVERS.md E).
package struct Project: Lever {
  /// An importer and the share of the capacity that it is to buy, 0 to 1.
  package struct Buyer: Sendable, Hashable {
    /// The importer.
    package let importer: Partner
    /// Its share.
    package let share: Double

    /// Makes a buyer.
    package init(importer: Partner, share: Double) {
      self.importer = importer
      self.share = share
    }
  }

  /// Public equity.
  package struct Equity: Sendable, Hashable {
    /// Public share of the capital, 0 to 1.
    package let share: Double
    /// Whether it bears losses before private money, which is what draws that in.
    package let takesFirstLoss: Bool

    /// Makes an equity.
    package init(share: Double, takesFirstLoss: Bool) {
      self.share = share
      self.takesFirstLoss = takesFirstLoss
    }
  }

  /// What is built, as planned or after what other levers changed.
  package struct Plan: Sendable, Hashable {
    /// Units a day.
    package internal(set) var capacity: Double
    /// Days from the decision to the first unit.
    package internal(set) var lead: Int
    /// Probability that it is built, 0 to 1.
    package internal(set) var success: Double

    /// Makes a plan.
    package init(capacity: Double, lead: Int, success: Double) {
      self.capacity = capacity
      self.lead = lead
      self.success = success
    }
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Where it is built.
  package let country: Partner
  /// The plan without other levers.
  package let plan: Plan
  /// Day of the decision.
  package let from: Int
  /// Days from the first unit to full capacity.
  package let ramp: Double
  /// Shares of its capacity that importers are to buy.
  package let offtake: [Buyer]
  /// Whose sales to them fall.
  package let displaces: Displaced
  /// What it costs to build, USD; nil: not known.
  package let capex: Double?
  /// Share of that which is given, 0 to 1.
  package let subsidy: Double
  /// Public equity; nil: none.
  package let equity: Equity?
  /// Whose government pays.
  package let payer: Partner
  /// Seed of a project that a run builds or not; nil: it counts with the expected capacity.
  package let seed: Int?
  /// The stage before the last of the commodity's chain that it makes; nil: the last.
  package let stage: Int?

  /// Makes a project.
  package init(
    commodity: Int, country: Partner, plan: Plan, from: Int, ramp: Double,
    offtake: [Buyer], displaces: Displaced = .largest,
    capex: Double? = nil, subsidy: Double = 0, equity: Equity? = nil, payer: Partner,
    seed: Int? = nil, stage: Int? = nil
  ) {
    self.stage = stage
    self.commodity = commodity
    self.country = country
    self.plan = plan
    self.from = from
    self.ramp = ramp
    self.offtake = offtake
    self.displaces = displaces
    self.capex = capex
    self.subsidy = subsidy
    self.equity = equity
    self.payer = payer
    self.seed = seed
  }

  /// What a point of public equity adds to the probability of success, points; an assumption (κ).
  package static let successPerEquity = 1.0
  /// What it takes off the return that private money asks for, points; an assumption (β).
  package static let hurdlePerEquity = 0.25
  /// What a contract to buy adds to the probability of success; an assumption.
  package static let successByOfftake = 0.1
  /// The highest probability of success.
  package static let mostSuccess = 0.95

  /// The plan after the scenario's other levers: capacity building and contracts to buy in its country.
  package func plan(in context: LeverContext) -> Plan {
    var plan = plan
    for help in context.levers.compactMap({ $0.as(CapacityBuilding.self) })
    where help.commodity == commodity && help.country.code == country.code {
      plan.lead = max(0, plan.lead - help.shortens)
      plan.success = min(max(plan.success, Project.mostSuccess), plan.success + help.success)
      plan.capacity *= 1 + help.yield
    }
    let isContracted = context.levers.contains {
      guard let contract = $0.as(Offtake.self) else { return false }
      return contract.commodity == commodity && contract.seller.code == country.code
    }
    let drawn =
      (isContracted ? Project.successByOfftake : 0)
      + (equity.map { $0.takesFirstLoss ? Project.successPerEquity * $0.share : 0 } ?? 0)
    plan.success = min(max(plan.success, Project.mostSuccess), plan.success + drawn)
    return plan
  }

  /// Share of the capacity that a run counts with: the probability, or what is drawn.
  package func built(_ plan: Plan, in context: LeverContext) -> Double {
    guard let seed else { return plan.success }
    let name = "project \(country.code) \(context.commodities[commodity].name)"
    return Philox(seed: UInt64(seed)).uniform(named: name) < plan.success ? 1 : 0
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let plan = plan(in: context)
    let amount = plan.capacity * built(plan, in: context)
    let window = Window(from: from + plan.lead, days: nil, ramp: ramp, recovery: .immediate)
    let moves = offtake.map { buyer -> Effect in
      .share(
        .move(
          SupplyMove(
            commodity: commodity, stage: stage, importer: buyer.importer, from: displaces,
            to: [SupplyMove.Target(origin: country, part: 1)],
            extent: .units(amount * buyer.share), window: window)))
    }
    let rest = 1 - offtake.reduce(0) { $0 + $1.share }
    let growth =
      rest > 1e-12
      ? [
        Effect.cap(
          .growth(
            OriginGrowth(
              commodity: commodity, stage: stage, origin: country, amount: amount * rest,
              window: window)))
      ] : []
    return moves + growth + payments(plan, built: built(plan, in: context))
  }

  /// Subsidy while it is built, if it is; and what public equity is expected to lose, nothing recovered,
  /// whoever bears losses first.
  private func payments(_ plan: Plan, built: Double) -> [Effect] {
    guard let capex else { return [] }
    let lost = (equity?.share ?? 0) * capex * (1 - built)
    return [built * subsidy * capex, lost].filter { $0 > 0 }.map { amount in
      .money(
        .cost(
          Payment(
            commodity: commodity, payer: .government(payer), basis: .total(amount),
            window: Window(
              from: from, days: max(1, plan.lead), recovery: .immediate))))
    }
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard index == self.commodity else { return [] }
    let success = NumberFormat.brief(plan.success, as: .percent)
    let made = stage.map { commodity.chain.stages[$0] }
    let (makes, makesJa) = (
      made.map { " that makes \($0.name)" } ?? "", made.map { "（\($0.nameJa)）" } ?? ""
    )
    var en =
      "\(commodity.name): a project in \(country.code)\(makes) is built with a probability of \(success) before help; \(seed == nil ? "a run counts with the expected capacity" : "a run draws whether it is")."
    var ja =
      "\(commodity.nameJa)：\(country.code)の事業\(makesJa)の実現確率は支援前で\(success)。\(seed == nil ? "計算は期待値による" : "実現するかどうかを抽選する")。"
    if let equity, equity.takesFirstLoss, equity.share > 0 {
      let share = NumberFormat.brief(equity.share, as: .percent)
      let hurdle = NumberFormat.brief(Project.hurdlePerEquity * equity.share, as: .percent)
      let leverage = NumberFormat.brief((1 - equity.share) / equity.share, as: .significant)
      en +=
        " Public equity of \(share) that bears first losses draws \(leverage) of private money to one of its own, lowers the return that is asked for by \(hurdle) and raises success as much as its share: assumptions."
      ja +=
        "\(share)の公的出資（劣後）は1に対し\(leverage)の民間資金を呼び、求められる収益率を\(hurdle)下げ、実現確率を出資割合だけ上げる（仮定）。"
    }
    return [Bilingual(en, ja)]
  }
}
