internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation

/// Output, value added and final demand lost, from a run's accounts against its baseline.
struct LossAccounts {
  private let economy: Economy
  private let table: InputOutputTable
  private let accounts: Accounts
  private let days: Int
  /// Baseline output a day by node in the table's order.
  private let baseline: [Double]
  /// Value added by node in the table's order, yearly.
  private let valueAdded: [Double]
  /// Value added per unit of output by node in the table's order.
  private let valueAddedShare: [Double]
  /// Positive final demand a day by region.
  private let finalDemand: [Double]

  init(_ accounts: Accounts, economy: Economy) {
    self.economy = economy
    self.accounts = accounts
    table = economy.table
    days = accounts.days
    let daily = economy.position.map { economy.output[$0] }
    baseline = daily
    valueAdded = table.valueAdded
    valueAddedShare = valueAdded.enumerated().map { node, value in
      daily[node] > 0 ? value / 365 / daily[node] : 0
    }
    finalDemand = economy.regionalFinalDemand.columnSums
  }

  /// Nodes of a region in the table's order.
  private func nodes(in region: Int) -> [Int] {
    economy.regionNodes[region].map { economy.order[$0] }.sorted()
  }

  /// A loss, 0 where it is what rounding leaves of the usual: nothing was lost then, not a little.
  private static func settled(_ loss: Double, of usual: Double) -> Double {
    abs(loss) <= 1e-12 * usual ? 0 : loss
  }

  func measures(of region: Int) -> RegionMeasures {
    let members = nodes(in: region)
    let usual = members.reduce(0) { $0 + baseline[$1] } * Double(days)
    let lost = Self.settled(members.reduce(0) { $0 + accounts.outputLoss[$1] }, of: usual)
    let gdp = members.reduce(0) { $0 + valueAdded[$1] } / 365 * Double(days)
    func value(_ lost: [Double]) -> Double {
      Self.settled(members.reduce(0) { $0 + lost[$1] * valueAddedShare[$1] }, of: gdp)
    }
    let lostValue = value(accounts.outputLoss)
    let notAsked = value(accounts.demandLoss)
    let notAble = value(accounts.capacityLoss)
    let wanted = finalDemand[region] * Double(days)
    let missing = Self.settled(unmet(region), of: wanted)
    let path = accounts.regions[region]
    let quarters = zip(Quarters.days(in: days), accounts.valueAddedLoss).map {
      let own = gdp / Double(days) * Double($0.count)
      return Self.settled($1[region], of: own) / own
    }
    let falls = path.worst.map { $0.share < 1 - 1e-9 } ?? false
    return RegionMeasures(
      region: region, outputLoss: lost, outputLossShare: usual > 0 ? lost / usual : 0,
      valueAddedLoss: lostValue, valueAddedLossShare: gdp > 0 ? lostValue / gdp : nil,
      causes: gdp > 0
        ? LossCauses(
          capacity: notAble / gdp, inputs: (lostValue - notAsked - notAble) / gdp,
          demand: notAsked / gdp) : nil,
      quarterLossShares: gdp > 0 ? quarters : [], finalDemandUnmet: missing,
      finalDemandUnmetShare: wanted > 0 ? missing / wanted : nil,
      worstDay: falls ? path.worst?.day : nil, worstDayOutputShare: path.worst?.share ?? 1,
      recoveryDay: path.lastDayBelow + 1 < days ? path.lastDayBelow + 1 : nil)
  }

  private func unmet(_ region: Int) -> Double {
    let products = economy.productCount
    return accounts.unmet[region * products..<(region + 1) * products].reduce(0, +)
  }

  /// World output lost over baseline output.
  var worldLossShare: Double {
    let lost = baseline.indices.reduce(0) { $0 + accounts.outputLoss[$1] }
    let usual = baseline.reduce(0, +) * Double(days)
    return usual > 0 ? Self.settled(lost, of: usual) / usual : 0
  }

  /// Nodes by value-added loss, the largest first; ties in the table's order.
  func nodes(batch: CompiledBatch) -> [NodeMeasures] {
    let limits = accounts.limitedOutput.count / max(1, baseline.count)
    return baseline.indices.map { node -> NodeMeasures in
      let usual = baseline[node] * Double(days)
      let lost = Self.settled(accounts.outputLoss[node], of: usual)
      let taken = accounts.limitedOutput[node * limits..<(node + 1) * limits]
      let most = taken.indices.max { (taken[$0], $1) < (taken[$1], $0) }
      let limit = most.flatMap { taken[$0] > 0 ? $0 - node * limits : nil }
      return NodeMeasures(
        node: node, outputLoss: lost, outputLossShare: usual > 0 ? lost / usual : 0,
        valueAddedLoss: lost * valueAddedShare[node],
        limitedBy: limit.map { index in
          index < economy.productCount
            ? .sector(index)
            : .commodity(batch.overlays[index - economy.productCount].commodity)
        })
    }.sorted { ($1.valueAddedLoss, $0.node) < ($0.valueAddedLoss, $1.node) }
  }

  /// A sign of collapse or oscillation in a region's output.
  func instability(of region: Int) -> RiskAssessment.Instability? {
    guard days >= 60 else { return nil }
    let path = accounts.regions[region]
    // Under half and not five points up in a month: overproduction alone lifts a ruin by a hair.
    if path.latest < 0.5, path.latest - path.tailFirst < 0.05 {
      return .collapse(region: region, share: path.latest)
    }
    let amplitude = path.tailHighest - path.tailLowest
    return path.turns >= 4 && amplitude > 0.01
      ? .oscillation(region: region, amplitude: amplitude) : nil
  }
}
