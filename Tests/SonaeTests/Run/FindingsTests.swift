import Commodities
import Diagnostics
import RiskMetrics
import Scenarios
import Testing

@testable import Reporting
@testable import sonae

struct FindingsTests {
  @Test(arguments: ScenarioFile.bundledNames()) func findingsStandBeforeEveryTable(
    _ name: String
  ) async throws {
    let study = try await BundledRun.named(name).runner.study
    let report = RiskReport.report(study)
    #expect((3...6).contains(report.findings.count) || study.shownCommodities.isEmpty)
    guard study.shownCommodities.contains(where: { !study.commodities[$0].omissions.isEmpty })
    else { return }
    for format in [TableFormat.text, .markdown, .html, .latex] {
      let text = report.render(format, RenderOptions(width: nil))
      let finding = try #require(text.firstRange(of: "A lower bound: not counted are"))
      let table = try #require(text.firstRange(of: report.tables[0].title.en))
      #expect(finding.lowerBound < table.lowerBound, "\(format)")
    }
    #expect(report.title.en.hasSuffix("a lower bound") && report.title.ja.hasSuffix("下限推計"))
  }

  @Test(arguments: ScenarioFile.bundledNames()) func everySentenceIsWholeInBothLanguages(
    _ name: String
  ) async throws {
    let study = try await BundledRun.named(name).runner.study
    for sentence in Findings.list(study) {
      #expect(sentence.en.hasSuffix(".") && sentence.ja.hasSuffix("。"))
      #expect(!sentence.en.contains("..") && !sentence.ja.contains("。。"))
      #expect(!sentence.en.contains("<") && !sentence.ja.contains("<"))
      #expect(!sentence.en.contains("nil") && !sentence.en.contains("  "))
    }
  }

  @Test(arguments: ScenarioFile.bundledNames()) func everyRangeHoldsItsNumber(
    _ name: String
  ) async throws {
    let study = try await BundledRun.named(name).runner.study
    #expect(!study.ranges.isEmpty)
    for range in study.ranges {
      for (region, ends) in zip(study.base.assessment.regions, range.losses) {
        let own =
          range.assumption == .propensity ? region.incomeLossShare : region.valueAddedLossShare
        // Regions without figures of their imports have no income loss of their own.
        guard let ends, let value = own else { continue }
        let (low, high) = (min(ends.low, ends.high), max(ends.low, ends.high))
        #expect(low - 1e-6 <= value && value <= high + 1e-6)
      }
    }
  }

  @Test func theReachOfAVarietyIsRangedWhereTradeOfTheTableIsStruck() async throws {
    let ranged = try await withSmallStudy { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options())
      return run.runner.study.ranges.map(\.assumption)
    }
    #expect(ranged == [.variety])
    // Back-tests strike trade of the table too.
    for name in ScenarioFile.bundledNames() where !name.hasPrefix("backtests/") {
      let study = try await BundledRun.named(name).runner.study
      let strikesTable = ["taiwan-strait", "shipping-and-ports", "retaliation"].contains(name)
      #expect(study.ranges.contains { $0.assumption == .variety } == strikesTable, "\(name)")
    }
  }

  @Test func whatAFallInDependencyBoughtIsSaid() async throws {
    let study = try await BundledRun.named("rare-earth-ban").runner.study
    let sentence = try #require(Findings.list(study).first { $0.en.contains("With 90%") })
    #expect(sentence.en.contains("from China instead of 60%") && sentence.en.contains("saves"))
  }

  @Test func theOneRegionOfATableIsNotAllOfThem() async throws {
    let files: [String: String?] = [
      "Z.csv": ",A_x,A_y\nA_x,10,5\nA_y,4,20\n", "Y.csv": ",A_HFCE\nA_x,20\nA_y,30\n",
      "VA.csv": nil, "x.csv": nil, "sectors.csv": nil, "regions.csv": nil, "countries.csv": nil,
    ]
    let sentences = try await withSmallStudy(economy: files) { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options())
      return LossFinding.list(run.runner.study, 0).map(\.en)
    }
    #expect(sentences.contains { $0.hasPrefix("The table's one region loses 0.01%") })
  }

  @Test func barrelsThatRestraintSavesAreInWords() async throws {
    let tables = RiskReport.tables(try await BundledRun.named("hormuz-insurance").runner.study)
    let notes = tables.flatMap(\.notes).filter { $0.en.contains("Restraint saves") }
    #expect(!notes.isEmpty)
    #expect(notes.allSatisfy { $0.ja.contains("百万バレル節約") && !$0.ja.contains("Mbbl") })
  }
}
