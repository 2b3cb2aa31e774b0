internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation

/// Output, value added and final demand lost, from a trajectory against its baseline.
struct LossAccounts {
  private let economy: Economy
  private let table: InputOutputTable
  private let trajectory: Trajectory
  private let days: Int
  /// Baseline output a day by node in the table's order.
  private let baseline: [Double]
  /// Value added per unit of output by node in the table's order.
  private let valueAddedShare: [Double]

  init(_ trajectory: Trajectory, economy: Economy, horizon: Int) {
    self.economy = economy
    self.trajectory = trajectory
    table = economy.table
    days = min(horizon, trajectory.days)
    baseline = economy.position.map { economy.output[$0] }
    let daily = baseline
    valueAddedShare = table.valueAdded.enumerated().map { node, value in
      daily[node] > 0 ? value / 365 / daily[node] : 0
    }
  }

  /// Nodes of a region in the table's order.
  private func nodes(in region: Int) -> [Int] {
    table.nodeRegion.indices.filter { table.nodeRegion[$0] == region }
  }

  /// Output lost by a node over the horizon, money.
  private func outputLoss(_ node: Int) -> Double {
    var lost = 0.0
    for day in 0..<days { lost += baseline[node] - trajectory.output[day * baseline.count + node] }
    return lost
  }

  /// A region's output on each day over its baseline.
  private func outputShares(_ region: Int) -> [Double] {
    let members = nodes(in: region)
    let usual = members.reduce(0) { $0 + baseline[$1] }
    guard usual > 0 else { return [Double](repeating: 1, count: days) }
    return (0..<days).map { day in
      members.reduce(0) { $0 + trajectory.output[day * baseline.count + $1] } / usual
    }
  }

  func measures(of region: Int) -> RegionMeasures {
    let members = nodes(in: region)
    let lost = members.reduce(0) { $0 + outputLoss($1) }
    let usual = members.reduce(0) { $0 + baseline[$1] } * Double(days)
    let lostValue = members.reduce(0) { $0 + outputLoss($1) * valueAddedShare[$1] }
    let gdp = members.reduce(0) { $0 + table.valueAdded[$1] } / 365 * Double(days)
    let wanted = (0..<economy.nodeCount).reduce(0) {
      $0 + economy.regionalFinalDemand[$1, region]
    }
    let missing = unmet(region)
    let shares = outputShares(region)
    let worst = shares.indices.min { shares[$0] < shares[$1] }
    let falls = worst.map { shares[$0] < 1 - 1e-9 } ?? false
    return RegionMeasures(
      region: region, outputLoss: lost, outputLossShare: usual > 0 ? lost / usual : 0,
      valueAddedLoss: lostValue, valueAddedLossShare: gdp > 0 ? lostValue / gdp : nil,
      finalDemandUnmet: missing,
      finalDemandUnmetShare: wanted > 0 ? missing / (wanted * Double(days)) : nil,
      worstDay: falls ? worst : nil, worstDayOutputShare: worst.map { shares[$0] } ?? 1,
      recoveryDay: recoveryDay(shares))
  }

  private func unmet(_ region: Int) -> Double {
    let products = economy.productCount
    let row = economy.regionCount * products
    var total = 0.0
    for day in 0..<days {
      for p in 0..<products { total += trajectory.unmet[day * row + region * products + p] }
    }
    return total
  }

  private func recoveryDay(_ shares: [Double]) -> Int? {
    guard let last = shares.lastIndex(where: { $0 < 0.99 }) else { return 0 }
    return last + 1 < shares.count ? last + 1 : nil
  }

  /// World output lost over baseline output.
  var worldLossShare: Double {
    let lost = baseline.indices.reduce(0) { $0 + outputLoss($1) }
    let usual = baseline.reduce(0, +) * Double(days)
    return usual > 0 ? lost / usual : 0
  }

  /// Nodes by value-added loss, the largest first; ties in the table's order.
  func nodes(batch: CompiledBatch, trajectory: Trajectory) -> [NodeMeasures] {
    let limits = economy.productCount + batch.overlays.count
    return baseline.indices.map { node -> NodeMeasures in
      let lost = outputLoss(node)
      let usual = baseline[node] * Double(days)
      let counts = trajectory.limitedDays[node * limits..<(node + 1) * limits]
      let most = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) }
      let limit = most.flatMap { counts[$0] > 0 ? $0 - node * limits : nil }
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
    let shares = outputShares(region)
    guard days >= 60, let last = shares.last else { return nil }
    let tail = shares.suffix(30)
    // Under half and not five points up in a month: overproduction alone lifts a ruin by a hair.
    if last < 0.5, last - (tail.first ?? last) < 0.05 {
      return .collapse(region: region, share: last)
    }
    var turns = 0
    for day in shares.indices.suffix(60).dropFirst().dropLast()
    where (shares[day] - shares[day - 1]) * (shares[day + 1] - shares[day]) < 0 { turns += 1 }
    let amplitude = (tail.max() ?? 0) - (tail.min() ?? 0)
    return turns >= 4 && amplitude > 0.01 ? .oscillation(region: region, amplitude: amplitude) : nil
  }
}
