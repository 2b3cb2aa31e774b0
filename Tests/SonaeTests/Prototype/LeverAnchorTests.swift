import Reporting
import RiskMetrics
import TestSupport
import Testing

@testable import sonae

/// Every lever on a ban of rare earths against the prototype (LEVERS.md C to F), as a file would have it, and
/// orders of service of the table: Japan's loss within 0.005 points or 2%.
struct LeverAnchorTests {
  private static let ban =
    "ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%"
  private static let review =
    "review: {exporter: CHN, importer: JPN, products: [rare earths], covers: 100%"
  private static let rule =
    "re-export rule: {origin: CHN, importer: JPN, products: [rare earths], compliance: 70%, content: {VNM: 50%, FRA: 50%, EST: 50%, THA: 50%, TWN: 50%}"

  private static func shocks(_ levers: String...) -> String {
    "shocks: [" + levers.map { "{\($0)}}" }.joined(separator: ", ") + "]"
  }
  private static func response(_ name: String, _ keys: String) -> String {
    "responses: [{\(name): {commodity: rare earths, \(keys)}}]"
  }
  private static func usable(_ days: Int) -> String { "\"baseline[1].stock.usable\": \(days) days" }
  private static func diversify(_ more: String) -> String {
    response("diversify", "importer: JPN, from: CHN, to: {AUS: 100%}, \(more)")
  }
  private static func project(_ more: String) -> String {
    response("project", "country: AUS, capacity: 6.6 t/d, offtake: {JPN: 100%}, \(more)")
  }

  /// The prototype's cases, and what changes the file.
  private static let cases: [String: String] = [
    "ban 100%": "",
    "listed 5%": shocks(ban + ", listed: 5%"),
    "listed 10%": shocks(ban + ", listed: 10%"),
    "listed 20%": shocks(ban + ", listed: 20%"),
    "listed 10%, leak 20%": shocks(ban + ", listed: 10%, leak: 20%"),
    "listed 10%, resale 50%": shocks(ban + ", listed: 10%, resale: 50%"),
    "review 60 days, approval 80%, all, usable 60":
      shocks(review + ", delay: 60 days, approval: 80%"),
    "review 60 days, approval 80%, all, usable 15":
      shocks(review + ", delay: 60 days, approval: 80%") + ", " + usable(15),
    "review 90 days, approval 90%, all, usable 15":
      shocks(review + ", delay: 90 days, approval: 90%") + ", " + usable(15),
    "ban + re-export, content 50%, compliance 70%, segregated": shocks(ban, rule),
    "ban + re-export, pooled": shocks(ban, rule + ", tracing: pooled"),
    "ban + licence 25% from day 90": shocks(
      ban,
      "licence: {exporter: CHN, importer: JPN, products: [rare earths], covers: 25%, from: day 90"),
    "ban + diversify 4 points a year, 5 years before":
      diversify("ramp: 4 points a year, starting: day -1825"),
    "ban + diversify 10 points a year from day 0": diversify("ramp: 10 points a year"),
    "ban + diversify 20 points, capacity 3 t/d":
      diversify("ramp: 20 points a year, capacity: 3 t/d"),
    "ban + recycle 10% displaces CHN":
      response("recycle", "importer: JPN, rate: 10%, displaces: CHN"),
    "ban + recycle 10% pro rata":
      response("recycle", "importer: JPN, rate: 10%, displaces: pro rata"),
    "ban + thrift 6.7% from day 0": response("thrift", "importers: [JPN]"),
    "ban + thrift 6.7%, 3 years before, displaces CHN":
      response("thrift", "importers: [JPN], from: day -1095, displaces: CHN"),
    "ban + substitute 20% of 34t35 over 180 days":
      response("substitute", "importers: [JPN], sectors: [34t35], share: 20%"),
    "ban + project 6.6 t/d AUS, p 50%, ready day 0": project("lead: 0 days, ramp: 0 days"),
    "ban + project p 100% ready day 120, ramp 30":
      project("lead: 120 days, ramp: 30 days, success: 100%"),
    "ban, usable 0": usable(0), "ban, usable 61": usable(61), "ban, usable 90": usable(90),
    "ban, usable 180": usable(180),
    "ban + national stock 2,000 t at 66 t/d, shortfall above 5% for 3 days":
      response(
        "release",
        "holders: {JPN: 2000 t}, kind: government, rate: 66 t/d, when: shortfall above 5% for 3 days"
      ),
    "ban + priority users (26 24 23 27t28 last)":
      response("priority", "importer: JPN, users: {'26': 0%, '24': 0%, '23': 0%, 27t28: 0%}"),
    "ban + restraint 5%": response("restrain", "importers: [JPN], by: 5%"),
    "ban, dial 0.27": "\"model.criticality\": 0.27",
    "ban, dial 0.8": "\"model.criticality\": 0.8",
    "ban, usable 0, dial 0.18": usable(0) + ", \"model.criticality\": 0.18",
  ]

  @Test func everyLeverOnABanOfRareEarths() async throws {
    let expected = try Prototype.section("rare earths").numbers
    #expect(Set(expected.keys) == Set(Self.cases.keys))
    try await compare(
      """
      model: {preset: pooled, criticality: 0.5}
      baseline:
        - dependency: {commodity: rare earths, importer: JPN, origin: CHN, share: 60%}
        - stock: {commodity: rare earths, importer: JPN, usable: 60 days}
      shocks: [{\(Self.ban)}}]
      """, expected.map { ($0.key, Self.cases[$0.key] ?? "", $0.value) })
  }

  /// Losses of capacity: nodes, share and days.
  private static let losses = [
    "34t35 50% 30 days": ("[JPN.34t35]", "50%", 30), "23 40% 60 days": ("[JPN.23]", "40%", 60),
    "24 27t28 30t33 30% 60 days": ("[JPN.24, JPN.27t28, JPN.30t33]", "30%", 60),
  ]

  @Test func everyOrderOfService() async throws {
    let section = try Prototype.section("rationing on the table").members
    #expect(Set(section.keys) == Set(Self.losses.keys))
    var changes: [(String, String, Double)] = []
    for (name, cases) in section {
      let (nodes, share, days) = try #require(Self.losses[name])
      let loss =
        "shocks: [{capacity: {nodes: \(nodes), by: \(share), from: day 0, for: \(days) days}}]"
      for (rule, percent) in cases.numbers {
        let words = rule.split(separator: " ").map(String.init)
        let order =
          words[0] == "named"
          ? "named first, \"model.served first\": {sectors: ["
            + words.dropFirst().map { "'\($0)'" }.joined(separator: ", ") + "]}"
          : rule == "final first" ? "final demand first" : rule
        changes.append(("\(name), \(rule)", "\(loss), \"model.rationing\": \(order)", percent))
      }
    }
    try await compare("model: {preset: pooled}\nshocks: []", changes)
  }

  /// Japan's loss in a file's variants, in % of the year's GDP.
  private func compare(
    _ text: String, _ cases: [(name: String, changes: String, percent: Double)]
  ) async throws {
    let variants = cases.enumerated().map { "  v\($0): {\($1.changes)}\n" }
    let file = """
      title: the prototype's cases
      economy: g7plus-2011
      horizon: 365 days
      \(text)
      report: {regions: [JPN]}
      variants:

      """
    try await withTemporaryFolder(["a.yaml": Array((file + variants.joined()).utf8)]) { folder in
      let run = try await ScenarioRun.one("\(folder)/a.yaml", try options())
      for (result, expected) in zip(run.runner.study.results.dropFirst(), cases) {
        let loss = 100 * (try #require(result.assessment.regions[0].valueAddedLossShare))
        #expect(Prototype.agrees(loss, expected.percent), "\(expected.name): \(loss)")
      }
    }
  }
}
