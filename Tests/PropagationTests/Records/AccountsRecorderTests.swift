import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Accounts are the sums over the days of a trajectory, whatever runs beside a scenario.
struct AccountsRecorderTests {
  @Test(arguments: [(1, 1), (2, 3), (3, 8), (4, 16), (5, 21)])
  func accountsAreSumsOverDays(_ seed: UInt64, _ width: Int) throws {
    let economy = BatchEqualsSingleRunsTests.economies[Int(seed)]
    var draws = try RandomScenarios(economy.table, seed: 200 + seed)
    let conventions = draws.drawConventions()
    let scenarios = try (0..<width).map { number in
      try draws.draw(conventions, horizon: 20 + number % 3 * 35, entries: 2)
    }
    let batch = CompiledBatch(economy, scenarios, commodities: draws.commodities)
    var both = BothRecords(batch)
    var simulation = Simulation(batch)
    simulation.run(&both)
    for (k, scenario) in scenarios.enumerated() {
      let accounts = both.accounts.accounts(of: k, batch)
      let trajectory = both.trajectories.trajectories[k]
      #expect(accounts.days == scenario.horizon)
      expectNodes(accounts, trajectory, economy)
      expectRegions(accounts, trajectory, economy)
      for (index, overlay) in batch.overlays.enumerated() where overlay.isNamed[k] {
        expectOverlay(
          accounts.overlays[index], trajectory.overlays[index], overlay, days: accounts.days)
      }
    }
  }

  private func expectNodes(_ accounts: Accounts, _ t: Trajectory, _ economy: Economy) {
    let n = economy.nodeCount
    let size = economy.output.reduce(0, +) * Double(accounts.days)
    for node in 0..<n {
      let usual = economy.output[economy.position[node]]
      let lost = (0..<accounts.days).reduce(0) { $0 + usual - t.output[$1 * n + node] }
      #expect(abs(accounts.outputLoss[node] - lost) <= 1e-13 * size)
      let capacity = accounts.capacityLoss[node]
      let inputs = lost - capacity - accounts.demandLoss[node]
      #expect(capacity >= 0 && inputs >= -1e-12 * size)
    }
    for cell in accounts.unmet.indices {
      let missing = (0..<accounts.days).reduce(0) {
        $0 + t.unmet[$1 * accounts.unmet.count + cell]
      }
      #expect(abs(accounts.unmet[cell] - missing) <= 1e-13 * size)
    }
    let limits = accounts.limitedOutput.count / n
    for node in 0..<n {
      let taken = accounts.limitedOutput[node * limits..<(node + 1) * limits].reduce(0, +)
      #expect(taken >= 0 && taken <= Float(accounts.days))
    }
  }

  /// Every figure of a region's path against the days written out.
  private func expectRegions(_ accounts: Accounts, _ t: Trajectory, _ economy: Economy) {
    let n = economy.nodeCount
    for (region, path) in accounts.regions.enumerated() {
      let nodes = economy.regionNodes[region].map { economy.order[$0] }
      let usual = economy.regionNodes[region].reduce(0) { $0 + economy.output[$1] }
      let shares = (0..<accounts.days).map { day in
        nodes.reduce(0) { $0 + t.output[day * n + $1] } / usual
      }
      #expect(abs((path.worst?.share ?? 2) - (shares.min() ?? 3)) <= 1e-13)
      #expect(abs(shares[path.worst?.day ?? 0] - (shares.min() ?? 3)) <= 1e-13)
      if let last = shares.lastIndex(where: { $0 < 0.99 - 1e-12 }) {
        #expect(path.lastDayBelow >= last)
      }
      #expect(abs(path.latest - (shares.last ?? 0)) <= 1e-13)
      let tail = shares.suffix(30)
      #expect(abs(path.tailFirst - (tail.first ?? 0)) <= 1e-13)
      #expect(abs(path.tailLowest - (tail.min() ?? 0)) <= 1e-13)
      #expect(abs(path.tailHighest - (tail.max() ?? 0)) <= 1e-13)
    }
  }

  private func expectOverlay(
    _ accounts: OverlayAccounts, _ series: Trajectory.OverlaySeries, _ overlay: Overlay,
    days: Int
  ) {
    let count = overlay.importers.count
    for (b, importer) in overlay.importers.enumerated() {
      func column(_ values: [Double]) -> [Double] { (0..<days).map { values[$0 * count + b] } }
      let tolerance = 1e-13 * importer.use * Double(days)
      let stocks = column(series.stock)
      #expect(abs(accounts.shortfall[b] - column(series.shortfall).reduce(0, +)) <= tolerance)
      #expect(
        abs(accounts.restraint[b] - column(series.restraint).reduce(0, +)) <= 1e-13 * Double(days))
      #expect(abs(accounts.released[b] - column(series.released).reduce(0, +)) <= tolerance)
      #expect(accounts.lowestStock[b] == stocks.min() && accounts.latestStock[b] == stocks.last)
    }
    for day in 0..<days {
      let row = day * count..<(day + 1) * count
      #expect(Array(accounts.receivedAbroad[row]) == Array(series.receivedAbroad[row]))
    }
    #expect(Array(series.price.prefix(accounts.price.count)) == accounts.price)
  }

  /// A path that sways: turns are counted within the last 60 days, and no day before.
  @Test func turnsAreThoseOfTheLastSixtyDays() {
    var path = OutputPath()
    let shares = (0..<200).map { 0.9 + ($0.isMultiple(of: 2) ? 0.01 : 0) }
    for (day, share) in shares.enumerated() { path.take(share, day: day, of: 200) }
    #expect(path.turns == 58)
    #expect(path.worst?.day == 1 && path.lastDayBelow == 199)
  }
}
