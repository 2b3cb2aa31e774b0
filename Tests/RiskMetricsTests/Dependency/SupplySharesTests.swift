import Diagnostics
import RiskMetrics
import Testing

@Suite struct SupplySharesTests {
  static let basis = Basis(.weight, .domesticIncluded, year: "2024", source: "test")

  static func shares(_ amounts: [Double]) -> SupplyShares? {
    SupplyShares(
      amounts: amounts.enumerated().map { ("C\($0)", $1) }, basis: basis)
  }

  @Test(arguments: [[1.0], [1, 1], [3, 2, 1], [5, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1]])
  func concentrationLiesBetweenEqualSharesAndOne(_ amounts: [Double]) throws {
    let found = try #require(Self.shares(amounts))
    #expect(found.herfindahl <= 1 + 1e-15)
    #expect(found.herfindahl >= 1 / Double(amounts.count) - 1e-15)
    #expect(found.concentrationRatio(of: amounts.count) > 1 - 1e-12)
    #expect(found.concentrationRatio() >= found.concentrationRatio(of: 1))
  }

  @Test func knownShares() throws {
    let found = try #require(Self.shares([50, 30, 15, 5]))
    #expect(isNear(found.herfindahl, 0.25 + 0.09 + 0.0225 + 0.0025))
    #expect(isNear(found.concentrationRatio(), 0.95))
    #expect(found.share(of: "C1") == 0.3 && found.share(of: "none") == 0)
  }

  @Test func importsLeaveHomeOutAndAddUpToOne() throws {
    let found = try #require(Self.shares([60, 30, 10])?.importsOnly(into: "C0"))
    #expect(isNear(found.share(of: "C1"), 0.75) && isNear(found.share(of: "C2"), 0.25))
    #expect(found.basis.scope == .importsOnly && found.basis.measure == .weight)
    #expect(Self.shares([1])?.importsOnly(into: "C0") == nil)
  }

  @Test func nothingSuppliedHasNoShares() {
    #expect(Self.shares([]) == nil && Self.shares([0, 0]) == nil)
  }

  @Test func equalGovernanceScalesTheIndex() throws {
    let found = try #require(Self.shares([50, 30, 20]))
    let same = Governance(year: "2020", values: ["C0": 4, "C1": 4, "C2": 4])
    #expect(isNear(found.governanceWeighted(same).value, 4 * found.herfindahl))
    let restricted = found.governanceWeighted(same, tradeFactors: ["C0": 1.5])
    #expect(isNear(restricted.value - 4 * found.herfindahl, 0.25 * 4 * 0.5))
  }

  @Test func unratedOriginsAreToldNotGuessed() throws {
    let found = try #require(Self.shares([50, 30, 20]))
    let part = found.governanceWeighted(Governance(year: "2020", values: ["C0": 10]))
    #expect(isNear(part.value, 2.5) && isNear(part.unratedShare, 0.5))
    #expect(part.governanceYear == "2020")
  }

  @Test func anOriginMayNotStandTwice() async {
    await #expect(processExitsWith: .failure) {
      _ = SupplyShares([.init("A", 0.5), .init("A", 0.5)], basis: SupplySharesTests.basis)
    }
  }
}
