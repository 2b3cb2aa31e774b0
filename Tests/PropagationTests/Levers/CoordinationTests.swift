import Commodities
import Propagation
import Scenarios
import Testing

/// How members share a coordinated release, by figures or without one.
struct CoordinationTests {
  private let members = ["R0", "R1", "XYZ"].map { Partner(code: $0, region: nil) }

  private func parts(_ basis: MemberWeights) -> [Double?] {
    var spec = OverlaySpec()
    spec.importers = [
      .init(use: 60, shares: ["A": 1]), .init(use: 40, shares: ["A": 0.5, "R1": 0.5]),
    ]
    return Coordination(total: 100, basis: basis, members: members, delay: [:])
      .parts(spec.commodity.importers).map(\.share)
  }

  @Test func aMemberWithoutAFigureHasNoPart() {
    #expect(parts(.use) == [0.6, 0.4, nil])
    #expect(parts(.netImports) == [0.75, 0.25, nil])
  }

  @Test func statedPartsAreTakenOverTheirSum() {
    #expect(parts(.stated([members[0]: 1, members[1]: 0, members[2]: 3])) == [0.25, 0, 0.75])
  }

  /// A draws at its own rate, B by its part of the rate in all: 40% of 5 (LEVERS.md C, `07`).
  @Test func aMemberHasARateOfItsOwn() {
    var spec = OverlaySpec()
    spec.importers = [.init(use: 60, shares: ["A": 1]), .init(use: 40, shares: ["A": 1])]
    spec.bans = [.init(origin: "A", importer: nil, share: 1, window: .since(0))]
    spec.horizon = 20
    func released(_ rate: [Partner: Double]) -> [Double] {
      spec.others.responses = [
        Release(
          commodity: 0, holders: [], kind: .government, rate: 5, trigger: .day(0), days: nil,
          coordination: Coordination(
            total: 100, basis: .use, members: Array(members.prefix(2)), delay: [members[1]: 3],
            rate: rate))
      ]
      return spec.run().trajectory.overlays[0].released
    }
    let own = released([members[0]: 8])
    #expect(own[0] == 8 && own[1] == 0 && own[2 * 7] == 4 && own[2 * 3 + 1] == 2)
    #expect(own.indices.filter { $0 % 2 == 0 }.reduce(0) { $0 + own[$1] } == 60)
    #expect(released([:])[0] == 3)
  }
}
