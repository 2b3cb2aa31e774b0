import RiskMetrics
import Testing

@testable import sonae

/// Levers on crude oil through the Strait of Hormuz against the prototype (LEVERS.md B to F).
///
/// Its losses are no target. A third computation, apart from both (the equations of the pooled model on the same
/// table, crude of the same four importers), meets them where a seller behind the shut strait can ship all that
/// it sold and its spare, K = Σ base·(1 + spare): 0.0158% of Japan's GDP for its 0.0166 in 60 days and 2.56 for
/// 2.64 in 180, 0.0539 and 1.35 of India's for 0.0509 and 1.26, 0.0001 and 0.445 of Korea's for 0.0001 and
/// 0.433. There cargo that the strait stopped is asked of the same sellers
/// again and fuller orders come on top, and both pass: of a strait that lets 28% of Japan's usual flow through,
/// 0.283·(1 + 0.25·0.57/0.43)·1.1, or 42%, arrives, though nobody opened it. Only what is open can pass, so that
/// here K = Σ λ·base·(1 + spare), spare in front of the strait alone; with that one change the third
/// computation gives 0.047 and 5.25% of Japan's GDP, and the engine 0.047 and twice the prototype's.
/// `found/episodes` has the same fault as
/// an input: a strait shut in full from which redirected crude still came. What does not rest on orders through
/// the strait is the same in all three, Japan served first needs no detour, and each measure moves each loss the
/// same way.
struct CrudeAnchorTests {
  private static let release =
    "{release: {commodity: crude oil, holders: {JPN: 80 Mbbl, KOR: 22.5 Mbbl}, kind: government, rate: 1.8 mb/d, from: day 14}}"
  private static func pool(_ rule: String) -> String {
    "{pool: {commodity: crude oil, members: [JPN, KOR], volume: 102.5 Mbbl, rate: 2.3 mb/d, from: day 14, \(rule)}}"
  }
  private static func obligation(_ more: String) -> String {
    "{obligation: {commodity: crude oil, holder: JPN, days: 26 days\(more)}}"
  }
  private static let hoard =
    ", \"shocks[+]\": {hoard: {commodity: crude oil, importers: [CHN], orders: 30%}}"

  /// Cases of 180 days by name: responses, and what is changed besides.
  private static let cases: [(name: String, responses: String, more: String)] = [
    ("180 days", "", ""), ("180 days, own releases", release, ""),
    ("180, pool by shortfall", pool("rule: shortfall"), ""),
    ("180, pool equal cover", pool("rule: equal cover"), ""),
    ("180, pool by imports", pool("rule: entitlement, weights: net imports"), ""),
    (
      "180, restraint JPN KOR 5.9% over 120 days from day 30",
      "{restrain: {commodity: crude oil, importers: [JPN, KOR], by: 5.9%, from: day 30, ramp: 120 days}}",
      ""
    ),
    ("180, obligation 26 days kept", obligation(""), ""),
    (
      "180, obligation 26, lowered by 15 on day 14", obligation(", lower: 15 days, from: day 14"),
      ""
    ),
    ("180, CHN hoards (+30% orders)", "", hoard),
    (
      "180, the same, half informed",
      "{share information: {commodity: crude oil, members: [CHN], share: 50%}}", hoard
    ),
    ("180, JPN served first", "{priority: {commodity: crude oil, first: [JPN]}}", ""),
    (
      "60 days", "",
      ", \"shocks[0].closure.for\": 60 days"
    ),
    ("60 days, own releases", release, ", \"shocks[0].closure.for\": 60 days"),
  ]

  @Test func leversMoveLossesAsInThePrototype() async throws {
    let expected = try Prototype.section("crude oil").members
    // Two more have the income effect inside, which stands on its own in `IncomeAnchorTests`.
    #expect(
      expected.keys.filter { !$0.hasSuffix("with income") }.sorted()
        == Self.cases.map(\.name).sorted())
    let variants = Self.cases.enumerated().map { index, entry in
      "  v\(index): {responses: [\(entry.responses)]\(entry.more)}\n"
    }
    let found = try await Prototype.assessments(
      """
      title: crude
      economy: g7plus-2011
      horizon: 365 days
      model: {preset: pooled, income: {show: "off"}}
      shocks: [{closure: {chokepoint: Strait of Hormuz, by: 90%, for: 180 days, recovery: linear over 30 days, share through: {JPN: 80%}, share of: crude oil}}]
      baseline: [{dependency: {commodity: crude oil, importer: JPN, origin: MEA, share: 90%, basis: origin of imports}}]
      variants:

      """ + variants.joined())
    let base = try #require(expected["180 days"]).numbers
    for (assessment, entry) in zip(found.dropFirst(), Self.cases) {
      let numbers = try #require(expected[entry.name]).numbers
      let oil = assessment.commodities.filter { $0.released > 0 || $0.importer == "JPN" }
      let peak = try #require(oil.compactMap(\.priceChangePeak).max())
      #expect(abs(1 + peak - (numbers["peak"] ?? 0)) < 5e-4, "\(entry.name)")
      if entry.name != "60 days, own releases" {
        let released = oil.reduce(0) { $0 + $1.released } / 1e6
        #expect(abs(released - (numbers["released_Mbbl"] ?? 0)) < 0.01, "\(entry.name)")
      }
      for code in ["JPN", "KOR", "CHN", "IND"] {
        let percent =
          100
          * (try #require(
            Prototype.region(code, of: assessment).valueAddedLossShare))
        let theirs = try #require(numbers[code])
        #expect(percent > theirs - max(0.005, 0.05 * theirs), "\(entry.name), \(code)")
        // Which way a measure moves a loss that it moves by a tenth or more.
        let (before, change) = (base[code] ?? 0, theirs - (base[code] ?? 0))
        guard !entry.name.hasPrefix("60"), abs(change) > 0.1 * before else { continue }
        let plain =
          100
          * (try #require(
            Prototype.region(code, of: found[1]).valueAddedLossShare))
        #expect((percent - plain) * change > 0, "\(entry.name), \(code): \(plain) to \(percent)")
      }
      if entry.name.hasSuffix("JPN served first") {
        let percent =
          100
          * (try #require(
            Prototype.region("JPN", of: assessment).valueAddedLossShare))
        #expect(Prototype.agrees(percent, numbers["JPN"] ?? 0, within: 0.05))
      }
    }
  }
}
