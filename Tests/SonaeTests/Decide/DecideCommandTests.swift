import ArgumentParser
import Decisions
import Diagnostics
import Reporting
import Scenarios
import Testing

@testable import sonae

struct DecideCommandTests {
  /// Two losses in the small economy.
  static let scenario = """
    sonae: 1
    title: Two stops
    title_ja: 二つの停止
    economy: small
    horizon: 40 days
    shocks:
      - capacity: {nodes: [A.x], by: 50%, for: 5 days}
      - capacity: {nodes: [B.y], by: 30%, for: 20 days}
    report: {regions: [A], language: [en, ja]}

    """

  private func request(
    _ folder: String, _ question: DecideQuestion, _ arguments: String...
  ) throws -> DecideRequest {
    let decide = try DecideOptions.parse(arguments)
    try decide.refuseIdle(for: question)
    return try DecideRequest(
      try ScenarioFile(folder + "/test.yaml", try options()), decide, question, Batching())
  }

  private func codes(_ work: () async throws -> Void) async -> [String] {
    do {
      try await work()
      return []
    } catch let list as DiagnosticList {
      return list.diagnostics.map(\.problem.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func attributionAddsUpAndReadsInBothLanguages() async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let answer = try await AttributionAnswer.answer(request(folder, .attribution))
      let table = try #require(answer.report.tables.first)
      #expect(table.rows.count == 2)
      for language in Language.allCases {
        let text = answer.report.render(.text, RenderOptions(language: language))
        #expect(text.contains("shocks[0].capacity") && text.contains("shocks[1].capacity"))
        #expect(text.contains(language == .ja ? "二つの停止" : "Two stops"))
      }
    }
  }

  /// A response and something to draw, for the same file.
  static let policies = """
    responses:
      - shield: {region: A, share: 50%}
    uncertainty:
      draws: 12
      seed: 4
      vary:
        "shocks[0].capacity.by": "uniform(10%, 90%)"

    """

  /// Without variants of responses alone: none of the responses, each, and no `all` of a single one.
  @Test func policiesMeetTheSameDraws() async throws {
    try await withSmallStudy(scenario: Self.scenario + Self.policies) { folder in
      let asked = try request(folder, .policies, "--draws", "7", "--acceptable", "3%")
      let policies = try asked.policies()
      #expect(policies.map(\.name.en) == ["no response", "responses[0].shield"])
      for (first, second) in zip(policies[0].scenarios, policies[1].scenarios) {
        #expect(
          first.levers.filter { $0.list == .shocks }.map { "\($0.lever)" }
            == second.levers.filter { $0.list == .shocks }.map { "\($0.lever)" })
        #expect(first.levers.count + 1 == second.levers.count)
      }
      let table = try #require(try await PoliciesAnswer.answer(asked).report.tables.first)
      #expect(table.rows.count == 2 && table.columns.last?.key == "satisfying")
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  /// A variant that changes what happens is no policy.
  @Test func variantsOfResponsesAloneArePolicies() async throws {
    let variants = """
      variants:
        nothing done: {title_ja: 何もしない, responses: []}
        longer: {"shocks[1].capacity.for": 30 days}

      """
    try await withSmallStudy(scenario: Self.scenario + Self.policies + variants) { folder in
      let asked = try request(folder, .policies, "--draws", "3")
      #expect(try asked.policies().map(\.name.ja).last == "何もしない")
      #expect(try asked.policies().count == 2)
      let table = try #require(try await PoliciesAnswer.answer(asked).report.tables.first)
      #expect(table.columns.last?.key == "largest_regret")
    }
  }

  @Test func policiesNeedSomethingToDrawAndToChoose() async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let asked = try request(folder, .policies)
      #expect(await codes { _ = try await PoliciesAnswer.answer(asked) } == ["nothing-to-decide"])
    }
  }

  @Test func theThresholdIsTheFirstDayThatPasses() async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let asked = try request(
        folder, .threshold, "--vary", "shocks[0].capacity.for=1 day..30 days", "--above", "8%")
      let answer = try await ThresholdAnswer.answer(asked)
      let rows = try #require(answer.report.tables.first).rows
      let passing = rows.filter { $0[2] == .text(Bilingual("yes", "超過")) }
      let within = rows.filter { $0[2] == .text(Bilingual("no", "以内")) }
      #expect(passing.first?[0] == .name("10 days") && within.last?[0] == .name("9 days"))
      for row in passing {
        guard case .number(let loss) = row[1] else { continue }
        #expect(loss > 0.08)
      }
    }
  }

  @Test func singlePointsRankEveryProducer() async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let asked = try request(
        folder, .singlePoints, "--days", "10", "--links", "2", "--region", "B")
      let answer = try await SinglePointsAnswer.answer(asked)
      let losses = answer.report.tables[0].rows.compactMap { row -> Double? in
        if case .number(let loss) = row[4] { loss } else { nil }
      }
      #expect(losses.count >= 6)
      #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(answer.report.tables[1].name == "links")
    }
  }

  @Test func whatChangesNothingIsRefused() async throws {
    await withKnownCodes(["idle-option", "idle-option"]) {
      try DecideOptions.parse(["--days", "3", "--above", "1%"]).refuseIdle(for: .attribution)
    }
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let few = await codes {
        _ = try await AttributionAnswer.answer(request(folder, .attribution, "--orders", "9"))
      }
      #expect(few == ["orders-of-few"])
    }
  }

  private func withKnownCodes(_ known: [String], _ work: () async throws -> Void) async {
    #expect(await codes(work) == known)
  }

  @Test(arguments: [
    ("Z", "unknown-region"), ("a", nil), ("B", nil),
  ]) func regionsAreLookedUp(_ region: String, _ code: String?) async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let found = await codes { _ = try request(folder, .attribution, "--region", region) }
      #expect(found == [code].compactMap(\.self))
    }
  }

  @Test func questionsSayWhatTheyLack() async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      #expect(
        await codes {
          _ = try await ThresholdAnswer.answer(request(folder, .threshold))
        } == ["missing-option"])
      #expect(
        await codes {
          _ = try await ReleaseAnswer.answer(request(folder, .release))
        } == ["nothing-to-decide"])
      #expect(
        await codes {
          _ = try await PortfolioAnswer.answer(request(folder, .portfolio))
        } == ["nothing-to-decide"])
    }
  }

  @Test(arguments: [
    ("shocks[0].capacity.for", "no-range"), ("shocks[0].capacity.for=9 days..3 days", "no-range"),
    ("shocks[0].capacity.nodes=1..2", "not-numeric"),
  ]) func keysThatCannotGrowAreRefused(_ text: String, _ code: String) async {
    let found = await codes { _ = try GrowingKey(text) }
    // A text without `=` is the sweep's own refusal.
    #expect(found == [text.contains("=") ? code : "vary-no-equals"])
  }

  @Test(arguments: [
    ("50%, 50%", true), ("33%, 33%", false), ("50%", false), ("0%, 100%", false),
    ("0.25, 0.75", true), ("half, half", false),
  ]) func chancesSumToOne(_ text: String, _ isFine: Bool) async throws {
    try await withSmallStudy(scenario: Self.scenario) { folder in
      let asked = try request(
        folder, .release, "--over", "shocks[0].capacity.for=5 days, 9 days", "--chances", text)
      let found = await codes {
        let sum = try asked.cases().reduce(0) { $0 + $1.probability }
        #expect(abs(sum - 1) < 1e-12)
      }
      #expect(found == (isFine ? [] : ["bad-chances"]))
    }
  }

  @Test func drawsAreSplitIntoThoseDecidedOnAndFreshOnes() async throws {
    try await withSmallStudy(
      scenario: Self.scenario
        + "uncertainty: {vary: {\"shocks[0].capacity.by\": \"uniform(10%, 90%)\"}}\n"
    ) { folder in
      let asked = try request(folder, .portfolio, "--draws", "4")
      let drawn = try #require(try asked.drawnCases())
      #expect(drawn.own.count == 4 && drawn.fresh.count == 4)
      let sizes = (drawn.own + drawn.fresh).map { "\($0.scenario.levers(of: .shocks))" }
      #expect(Set(sizes).count == 8)
    }
  }
}
