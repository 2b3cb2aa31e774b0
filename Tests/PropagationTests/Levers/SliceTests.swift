import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Listed buyers (LEVERS.md 0.5 and D).
struct SliceTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)
  static let home = Partner(code: "R0", region: 0)

  private func ban(_ listed: Listed, resale: Double = 0, by: Double = 1) -> Ban {
    Ban(
      exporter: Partner(code: "A", region: nil), importer: Self.home, products: [.commodity(0)],
      by: by, leak: 0, window: Self.always, listing: Listing(listed: listed, resale: resale))
  }

  private func spec(_ listed: Listed, resale: Double = 0) -> OverlaySpec {
    var spec = OverlaySpec()
    spec.spare = 0.25
    spec.horizon = 120
    spec.others.shocks = [ban(listed, resale: resale)]
    return spec
  }

  @Test func listedBuyersStopAndTheOthersGoOn() {
    // Listed: 2 a day, 60 in store, 0.4 of what they order arrives, at most 2.2.
    let output = spec(.all(0.2)).run().trajectory.output
    var stock = 60.0
    var order = 2.0
    for day in 0..<120 {
      let ratio = min(1, stock / 2)
      let expected = 100 * (1 - 0.2 * (1 - ratio))
      #expect(abs(output[2 * day] - expected) < 1e-8, "day \(day)")
      let used = 2 * min(expected / 100, ratio)
      stock += 0.4 * order - used
      order = min(2 * expected / 100 + max(0, 60 - stock) / 30, 2.2)
    }
    #expect(abs(output[2 * 119] - 88.8) < 1e-8)
  }

  /// The country's stock lasts; that of its listed buyers does not.
  @Test func listedBuyersGoShortOnTheirOwn() {
    var spec = spec(.all(0.2))
    spec.importers[0].minimumDays = 1
    let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
    var recorder = AccountsRecorder(batch, tracingLimits: false)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    let accounts = recorder.accounts(of: 0, batch).overlays[0]
    #expect((accounts.firstShortDay[0] ?? 0) > 40 && accounts.shortDays[0] > 50)
    #expect(accounts.lowestStock[0] > 100, "of 300, those of the others")
  }

  @Test func whoIsAllListedIsBannedAsAWhole() {
    let all = spec(.all(1)).run().trajectory
    var plain = spec(.all(1))
    plain.others.shocks = []
    plain.bans = [.init(origin: "A", importer: 0, share: 1, window: Self.always)]
    #expect(all.output == plain.run().trajectory.output)
  }

  @Test func noneListedChangesNothing() {
    var none = spec(.all(0))
    let listed = none.run().trajectory.output
    none.others.shocks = []
    none.bans = [.init(origin: "A", importer: 0, share: 0, window: Self.always)]
    #expect(relativeDistance(listed, none.run().trajectory.output) == 0)
  }

  @Test(arguments: 0..<30) func sharesOfEverySectorAreOneShare(_ seed: UInt64) {
    var g = SplitMix64(seed: 40 + seed)
    let share = 0.05 + 0.9 * g.nextUniform()
    var one = spec(.all(share))
    one.importers[0].users = [(0.3 + 0.4 * g.nextUniform(), 0.5, 0.8), (0.3, 0.7, 0.6)]
    one.importers[0].stockDays = 1 + 40 * g.nextUniform()
    one.releases = [
      (
        0,
        Release(
          commodity: 0, holders: [.init(holder: Self.home, volume: 50)], kind: .government,
          rate: 1, trigger: .day(5), days: nil)
      )
    ]
    var two = one
    two.others.shocks = [ban(.sectors([0: share, 1: share]))]
    let (overlay, a) = one.run()
    let (_, b) = two.run()
    #expect(relativeDistance(a.output, b.output) < 1e-12)
    #expect(overlay.countries.count == 1 && overlay.importers.count == 2)
    #expect(
      abs(overlay.countryUse(of: 0) - 10 * one.importers[0].users.reduce(0) { $0 + $1.share })
        < 1e-9)
    #expect(a.overlays[0].stock.count == one.horizon)
    // The same stock for both kinds of buyers: no more than there is.
    #expect(a.overlays[0].released.reduce(0, +) <= 50 * (1 + 1e-12))
  }

  @Test func twoListsOfEveryoneAreTheCountry() {
    var lists = spec(.sectors([0: 1]))
    lists.importers[0].users = [(0.6, 1, 1), (0.4, 1, 1)]
    lists.others.shocks.append(ban(.sectors([1: 1])))
    var whole = lists
    whole.others.shocks = [ban(.all(1))]
    let (overlay, a) = lists.run()
    #expect(overlay.countries.count == 1 && overlay.importers.count == 2)
    // Each list keeps its own part of the stock, as users of one country do.
    #expect(relativeDistance(a.output, whole.run().trajectory.output) < 1e-9)
  }

  @Test func moreListedBuyersLoseMoreAndResaleSpreadsIt() {
    func lost(_ listed: Double, _ resale: Double = 0) -> Double {
      let output = spec(.all(listed), resale: resale).run().trajectory.output
      return stride(from: 0, to: output.count, by: 2).reduce(0) { $0 + 100 - output[$1] }
    }
    #expect(lost(0.1) > 0 && lost(0.3) > lost(0.1) && lost(0.9) > lost(0.3))
    #expect(lost(0.3, 1) < lost(0.3), "the others have a spare to pass on")
  }

  @Test func differentListsRunInBatchesOfTheirOwn() {
    let scenarios = [0.1, 0.2, 0.1].map { spec(.all($0)).scenario }
    let plan = BatchPlan(scenarios, width: 8)
    #expect(plan.batches.map { Set($0.columns) } == [[0, 2], [1]])
  }
}
