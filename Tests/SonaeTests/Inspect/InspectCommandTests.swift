import Foundation
import TestSupport
import Testing

/// `sonae inspect` as its users meet it.
struct InspectCommandTests {
  private func inspect(_ arguments: String...) throws -> CommandLineTests.Outcome {
    let command = CommandLineTests()
    return switch arguments.count {
    case 2: try command.run("inspect", "g7plus-2011", arguments[0], arguments[1], in: "/")
    case 4:
      try command.run(
        "inspect", "g7plus-2011", arguments[0], arguments[1], arguments[2], arguments[3], in: "/")
    default:
      try command.run(
        "inspect", "g7plus-2011", arguments[0], arguments[1], arguments[2], arguments[3],
        arguments[4], arguments[5], in: "/")
    }
  }

  @Test func linksAreWrittenWithAnArrow() throws {
    let outcome = try inspect(
      "--table", "extraction", "--link", "CHN>JPN:30t33", "--format", "csv")
    #expect(outcome.code == 0)
    #expect(outcome.out.hasPrefix("node,output_before,output_after,loss\nJPN_AtB,"))
  }

  @Test func aNodeThatIsNotThereIsRefused() throws {
    let outcome = try inspect("--table", "extraction", "--node", "JPN.34t36")
    #expect(outcome.code == 1 && outcome.out.isEmpty)
    #expect(outcome.err.contains("no product `34t36`"))
    #expect(outcome.err.contains("did you mean `34t35`?"))
  }

  @Test func aKindThatIsNoneIsMisuse() throws {
    let outcome = try inspect("--table", "extraction", "--type", "sideways")
    #expect(outcome.code == 64 && outcome.out.isEmpty)
    #expect(outcome.err.contains("'complete', 'backward' or 'forward'"))
  }

  @Test func aChangeMayFall() throws {
    let outcome = try inspect("--table", "prices", "--node", "JPN.23", "--by", "-10%")
    #expect(outcome.code == 0 && outcome.out.contains("−10.0%"))
  }

  @Test func anOptionThatIsNotReadIsRefused() throws {
    let outcome = try inspect("--table", "linkages", "--type", "complete")
    #expect(outcome.code == 1 && outcome.out.isEmpty)
    #expect(outcome.err.contains("`linkages` does not read --type"))
  }

  @Test func aSecondEconomyIsLoaded() throws {
    let outcome = try inspect(
      "--table", "decomposition", "--against", "g7plus-2011", "--format", "csv")
    #expect(outcome.code == 0 && outcome.out.split(separator: "\n").count == 596)
  }

  @Test func theListSaysWhichOptionsATableTakes() throws {
    let outcome = try inspect("--table", "list")
    #expect(outcome.code == 0 && outcome.out.contains("--against ECONOMY"))
  }

  @Test func singlePointsAreThoseOfDecide() async throws {
    let calm = """
      sonae: 1
      title: Nothing happens
      economy: small
      horizon: 365 days
      report: {regions: [B], language: [en]}

      """
    try await withSmallStudy(scenario: calm) { folder in
      let command = CommandLineTests()
      let inspected = try command.run(
        "inspect", folder + "/small", "--table", "single-points", "--region", "B", "--days", "20",
        "--top", "9", "--format", "csv", in: folder)
      let decided = try command.run(
        "decide", "test.yaml", "--question", "single-points", "--region", "B", "--days", "20",
        "--top", "9", "--format", "csv", in: folder)
      #expect(inspected.code == 0 && decided.code == 0)
      #expect(inspected.out.split(separator: "\n").count == 10)
      #expect(inspected.out == decided.out)
    }
  }

  @Test func singlePointsOfATableSpeakOfNoFile() async throws {
    try await withSmallStudy { folder in
      let command = CommandLineTests()
      for (language, words) in [("en", "file"), ("ja", "ファイル")] {
        let inspected = try command.run(
          "inspect", folder + "/small", "--table", "single-points", "--region", "B", "--days", "20",
          "--language", language, in: folder)
        #expect(inspected.code == 0 && !inspected.out.contains(words))
        let decided = try command.run(
          "decide", "test.yaml", "--question", "single-points", "--region", "B", "--days", "20",
          "--language", language, in: folder)
        #expect(decided.code == 0 && decided.out.contains(words))
      }
    }
  }

  @Test func aScreenDrawsItsMineralsByRiskAndImportance() async throws {
    try await withTemporaryFolder { folder in
      let run = try CommandLineTests().run(
        "screen", "JPN", "--economy", "g7plus-2011", "--output", "out", "--language", "ja",
        in: folder)
      #expect(run.code == 0 && run.out.isEmpty)
      let svg = try String(contentsOfFile: folder + "/out/charts/criticality.svg", encoding: .utf8)
      #expect(svg.contains("供給リスク") && svg.contains("閾値: 1") && svg.contains("閾値: 2.8"))
      let csv = try String(contentsOfFile: folder + "/out/charts/criticality.csv", encoding: .utf8)
      #expect(csv.contains("supply_risk") && csv.contains("ガリウム"))
      let page = try String(contentsOfFile: folder + "/out/report.html", encoding: .utf8)
      #expect(page.contains("criticality") && page.contains("特定重要物資"))
    }
  }

  @Test func picturesOfAScreenNeedAFolder() throws {
    let run = try CommandLineTests().run("screen", "JPN", "--pictures", "png", in: "/")
    #expect(run.code != 0 && run.err.contains("--output"))
  }

  @Test func singlePointsAreOfARegion() throws {
    let outcome = try inspect("--table", "single-points")
    #expect(outcome.code == 1 && outcome.out.isEmpty)
    #expect(outcome.err.contains("needs --region"))
    let screen = try CommandLineTests().run("screen", "JPN", "--table", "single-points", in: "/")
    #expect(screen.code == 1 && screen.err.contains("takes runs of the model"))
  }

  @Test func aCountryAloneIsAskedForItsOwnTables() throws {
    let command = CommandLineTests()
    let designation = try command.run("inspect", "JPN", in: "/")
    #expect(designation.code == 0)
    #expect(
      designation.out == (try command.run("screen", "JPN", "--table", "designation", in: "/")).out)
    let list = try command.run("inspect", "JPN", "--table", "list", in: "/")
    #expect(list.code == 0 && list.out.contains("single-points"))
    let trade = try command.run("inspect", "JPN", "--table", "trade", in: "/")
    #expect(trade.code == 1 && trade.out.isEmpty)
    #expect(trade.err.contains("sonae inspect world-2022 --table trade"))
  }
}
