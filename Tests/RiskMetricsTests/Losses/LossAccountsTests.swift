import InputOutputTables
import Propagation
import RiskMetrics
import Scenarios
import TestSupport
import Testing

struct LossAccountsTests {
  /// Two industries that buy nothing: output of 1 and 2 a day, value added of half and a quarter.
  static let independent = Economy(
    table(regions: 1, use: [0, 0, 0, 0], demand: [365, 730], valueAdded: [182.5, 182.5]))

  static func loss(_ share: Double, from: Int, days: Int?, horizon: Int) -> RiskAssessment {
    let shock = Capacity(
      nodes: [0], by: share, window: Window(from: from, days: days, recovery: .immediate))
    return assess(
      independent, scenario(model(2, overproductionMax: 1), horizon: horizon, [shock])
    ).assessment
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func noShockLosesNothing(_ seed: UInt64) {
    let economy = Economy(
      randomTable(
        regions: 3, sectors: 4, seed: seed,
        options: RandomTableOptions(negativeFinalDemand: true, zeroOutputNodes: 1)))
    let result = assess(economy, scenario(model(4), horizon: 100)).assessment
    for region in result.regions {
      // Nothing, not a hair of rounding.
      #expect(region.outputLossShare == 0 && region.valueAddedLossShare == 0)
      #expect(region.finalDemandUnmetShare == 0 && region.quarterLossShares.allSatisfy { $0 == 0 })
      #expect(region.worstDay == nil && region.recoveryDay == 0)
      #expect(abs(region.worstDayOutputShare - 1) < 1e-12)
      #expect(region.importBillAtBaseVolumeShare == nil && region.consumerPriceChange == nil)
    }
    #expect(result.worldOutputLossShare == 0)
    #expect(result.nodes.allSatisfy { $0.outputLossShare == 0 && $0.limitedBy == nil })
    #expect(result.signs.isEmpty && result.commodities.isEmpty)
  }

  @Test(arguments: [(1, 1), (30, 1), (92, 2), (365, 4), (400, 5)])
  func quartersAddUpToTheWhole(_ days: Int, _ count: Int) throws {
    let shock = Capacity(
      nodes: [0, 3], by: 0.4, window: Window(from: days / 3, days: days / 2, recovery: .immediate))
    let economy = Economy(
      randomTable(
        regions: 3, sectors: 3, seed: UInt64(days),
        options: RandomTableOptions(negativeFinalDemand: true, zeroOutputNodes: 1)))
    let result = assess(economy, scenario(model(3), horizon: days, [shock])).assessment
    for region in result.regions {
      let whole = try #require(region.valueAddedLossShare)
      #expect(region.quarterLossShares.count == count)
      let parts = zip(Quarters.days(in: days), region.quarterLossShares).map {
        $1 * Double($0.count) / Double(days)
      }
      #expect(abs(parts.reduce(0, +) - whole) < 1e-12)
    }
  }

  @Test func lossesOfKnownCapacityAreThoseByHand() throws {
    let result = Self.loss(0.4, from: 1, days: 3, horizon: 10)
    let region = try #require(result.regions.first)
    #expect(isNear(region.outputLoss, 1.2))
    #expect(isNear(region.outputLossShare, 0.04))
    #expect(isNear(region.valueAddedLoss, 0.6))
    #expect(isNear(region.valueAddedLossShare, 0.06))
    #expect(isNear(region.finalDemandUnmet, 1.2))
    #expect(isNear(region.finalDemandUnmetShare, 0.04))
    #expect(region.worstDay == 1)
    #expect(isNear(region.worstDayOutputShare, 2.6 / 3))
    #expect(region.recoveryDay == 4)
    #expect(isNear(result.worldOutputLossShare, 0.04))
    #expect(result.days == 10)
    #expect(result.nodes.map(\.node) == [0, 1])
    #expect(isNear(result.nodes[0].outputLossShare, 0.12) && result.nodes[1].outputLoss == 0)
  }

  @Test(arguments: [(days: 2, recovery: 3), (days: 3, recovery: nil), (days: nil, recovery: nil)])
  func recoveryIsNullUnlessOutputComesBackWithinTheHorizon(_ days: Int?, _ recovery: Int?) {
    let region = Self.loss(0.4, from: 1, days: days, horizon: 4).regions[0]
    #expect(region.recoveryDay == recovery)
  }

  @Test func aLossUnderOnePercentOfTheRegionNeedsNoRecovery() {
    let region = Self.loss(0.02, from: 0, days: nil, horizon: 5).regions[0]
    #expect(region.recoveryDay == 0 && region.worstDay == 0)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func accountsAddUp(_ seed: UInt64) {
    let economy = Economy(randomTable(regions: 3, sectors: 4, seed: seed))
    let shock = Capacity(
      nodes: [0, 5], by: 0.6, window: Window(from: 3, days: 20, recovery: .linear(over: 20)))
    let (trajectory, result) = assess(economy, scenario(model(4), horizon: 60, [shock]))
    let lost = result.regions.reduce(0) { $0 + $1.outputLoss }
    #expect(lost > 0)
    #expect(isNear(result.nodes.reduce(0) { $0 + $1.outputLoss }, lost))
    #expect(isNear(result.worldOutputLossShare, lost / (economy.output.reduce(0, +) * 60)))
    #expect(
      isNear(
        result.nodes.reduce(0) { $0 + $1.valueAddedLoss },
        result.regions.reduce(0) { $0 + $1.valueAddedLoss }))
    #expect(
      isNear(
        result.regions.reduce(0) { $0 + $1.finalDemandUnmet }, trajectory.unmet.reduce(0, +)))
    let order = result.nodes.map(\.valueAddedLoss)
    #expect(order == order.sorted(by: >))
    for region in result.regions {
      let day = region.worstDay.map { "\($0)" } ?? "none"
      #expect(region.worstDayOutputShare <= 1, "worst day \(day)")
    }
  }

  @Test func theInputThatLimitsIsNamed() {
    let chain = Economy(
      table(regions: 1, use: [0, 365, 0, 0], demand: [365, 730]))
    let shock = Capacity(
      nodes: [0], by: 1, window: Window(from: 0, days: nil, recovery: .immediate))
    let parameters = model(2, inventory: [3, 3], restock: [3, 3], psi: [1, 1])
    let result = assess(chain, scenario(parameters, horizon: 40, [shock])).assessment
    let limits = Dictionary(uniqueKeysWithValues: result.nodes.map { ($0.node, $0.limitedBy) })
    #expect(limits[1] == .sector(0))
    #expect(limits[0] == .some(nil))
  }

  @Test(arguments: [(horizon: 90, signs: 1), (horizon: 59, signs: 0)])
  func collapseIsSaidOnlyOfLongRuns(_ horizon: Int, _ signs: Int) {
    let shock = Capacity(
      nodes: [0, 1], by: 0.8, window: Window(from: 0, days: nil, recovery: .immediate))
    let parameters = model(2, overproductionMax: 1)
    let result = assess(
      Self.independent, scenario(parameters, horizon: horizon, [shock])
    ).assessment
    #expect(result.signs.count == signs)
    if case .collapse(let region, let share)? = result.signs.first {
      #expect(region == 0 && isNear(share, 0.2))
    }
  }
}
