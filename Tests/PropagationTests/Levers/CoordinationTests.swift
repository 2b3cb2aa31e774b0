import Commodities
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
}
