import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import Testing

/// Days that end with too little in store are those before a day that makes less, whatever the parameters.
struct ShortDaysTests {
  /// A case whose users' output hangs on their stock and on nothing else; half of them need no minimum.
  private func spec(_ seed: UInt64) -> OverlaySpec {
    var g = SplitMix64(seed: 7000 + seed)
    var spec = OverlaySpec.random(&g)
    (spec.restraints, spec.income, spec.step) = ([], .off, 1)
    let needsNone = g.nextUniform() < 0.5
    for b in spec.importers.indices {
      spec.importers[b].users = [(1, 0.2 + 0.8 * g.nextUniform(), 0.2 + 0.8 * g.nextUniform())]
      if needsNone { spec.importers[b].minimumDays = 0 }
    }
    return spec
  }

  @Test func aShortDayIsFollowedByOneThatMakesLess() throws {
    var (cases, withoutMinimum) = (0, 0)
    for seed in 0..<80 as Range<UInt64> {
      let spec = spec(seed)
      let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
      var recorder = BothRecords(batch)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      // Where nothing happens to the commodity there are none.
      guard let accounts = recorder.accounts.accounts(of: 0, batch).overlays.first else { continue }
      let made = recorder.trajectories.trajectories[0].output
      let labels = batch.economy.table.nodeLabels
      for (b, importer) in batch.overlays[0].importers.enumerated() {
        let node = try #require(labels.firstIndex(of: "\(importer.code)_S0"))
        let less = (1..<spec.horizon).filter {
          made[$0 * labels.count + node] < spec.demand[0] * (1 - 1e-9)
        }
        // The last day's evening has no day after it.
        let last = accounts.shortDays[b] - less.count
        #expect(last == 0 || last == 1, "\(seed): \(accounts.shortDays[b]), \(less.count)")
        let first = less.first.map { $0 - 1 } ?? (last == 1 ? spec.horizon - 1 : nil)
        #expect(accounts.firstShortDay[b] == first, "\(seed)")
        guard first != nil else { continue }
        cases += 1
        if importer.minimumDays == 0 { withoutMinimum += 1 }
      }
    }
    #expect(cases > 40 && withoutMinimum > 10 && withoutMinimum < cases, "\(cases)")
  }
}
