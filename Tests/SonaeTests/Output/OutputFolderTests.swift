import Diagnostics
import Files
import Foundation
import InputOutputTables
import LinearAlgebra
import Propagation
import Reporting
import RiskMetrics
import Scenarios
import TestSupport
import Testing

@testable import sonae

struct OutputFolderTests {
  static let series = ["capacity.csv", "orders.csv", "production.csv", "unmet.csv"]

  /// Runs the small study and writes its folder.
  func written<Result>(
    trajectories: Bool = true, _ body: (String, ScenarioRun) async throws -> Result
  ) async throws -> Result {
    try await withSmallStudy { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options(), keeping: [])
      let output = folder + "/out"
      try OutputFolder(output).write(run, RunContent(trajectories: trajectories))
      return try await body(output, run)
    }
  }

  /// Every file that a run's folder has.
  func expected(_ run: ScenarioRun, trajectories: Bool) -> [String] {
    let tables = RiskReport.tables(run.runner.study).map { "tables/\($0.name).csv" }
    let fixed = [
      "manifest.json", "report.html", "report.json", "report.md", "report.tex", "report.xlsx",
      "summary.json",
    ]
    let charts = RunCharts.all(run.runner.study).flatMap { chart in
      ["csv", "svg"].map { "charts/\(chart.name).\($0)" }
    }
    let daily =
      trajectories
      ? Self.series + Self.series.map { "variants/longer--worse/" + $0 } : []
    return (tables + fixed + charts + daily).sorted()
  }

  @Test(arguments: [true, false]) func theFolderHoldsTheFilesAndNoOther(_ trajectories: Bool)
    async throws
  {
    try await written(trajectories: trajectories) { folder, run in
      let found = try files(in: folder)
      #expect(found == expected(run, trajectories: trajectories))
    }
  }

  @Test func dailySeriesReadBackBitForBit() async throws {
    try await written { folder, run in
      let table = run.runner.economy.table
      let pairs = table.regions.flatMap { region in
        table.sectors.map { "\(region.code)_\($0.code)" }
      }
      for (index, place) in ["", "variants/longer--worse/"].enumerated() {
        let t = run.runner.trajectories[index]
        for (name, labels, values) in [
          ("production", table.nodeLabels, t.output), ("capacity", table.nodeLabels, t.capacity),
          ("orders", table.nodeLabels, t.orders), ("unmet", pairs, t.unmet),
        ] {
          let lines = try text("\(folder)/\(place)\(name).csv")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          #expect(lines.first == "day," + labels.joined(separator: ","))
          #expect(lines.last == "")
          let rows = lines.dropFirst().dropLast().map { $0.split(separator: ",").map(String.init) }
          #expect(rows.count == 40)
          #expect(rows.map { $0[0] } == (0..<40).map(String.init))
          let numbers = rows.flatMap { $0.dropFirst().compactMap(Double.init) }
          #expect(numbers.map(\.bitPattern) == values.map(\.bitPattern), "\(place)\(name)")
        }
      }
    }
  }

  @Test func theSummaryHasItsKeysInOrder() async throws {
    let run = try await BundledRun.named("hormuz-2026")
    let json = RiskSummary.json(run.runner.study, of: run.identity, in: .en).pretty
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "sonae.summary/1")
    let top = [
      "schema", "scenario", "economy", "days", "findings", "draws", "regions", "nodes",
      "commodities",
      "assumptions", "warnings", "variants", "economies", "ledger_money_unit",
      "budget", "policies",
    ]
    #expect(keys(of: json, indent: 2) == top)
    let regions = [
      "region", "output_loss", "value_added_loss", "value_added_loss_share_of_gdp",
      "final_demand_unmet", "worst_day", "worst_day_output_share", "recovery_day",
      "import_bill_change_share_of_gdp", "consumer_price_change",
      "import_bill_q0dp_share_of_gdp", "income_loss_share_of_gdp",
      "income_loss_share_of_gdp_range", "value_added_loss_share_of_gdp_by_reach",
      "value_added_loss_share_of_gdp_by_dial", "value_added_loss_share_of_gdp_by_quarter",
      "lost_capacity_share_of_gdp", "lost_inputs_share_of_gdp", "lost_demand_share_of_gdp",
      "ranges",
    ]
    let nodes = ["node", "output_loss", "output_loss_share", "value_added_loss", "limited_by"]
    let commodities = [
      "commodity", "region", "shortfall_share", "price_change_peak", "stock_days_start",
      "stock_days_end", "released", "price_change_mean", "restrained",
      "restrained_value_added_share_of_gdp", "ranges",
    ]
    for (list, members) in [("regions", regions), ("nodes", nodes), ("commodities", commodities)] {
      let items = try #require(object[list] as? [[String: Any]])
      #expect(!items.isEmpty && items.allSatisfy { Set($0.keys) == Set(members) }, "\(list)")
      let start = try #require(json.range(of: "\n  \"\(list)\": ["))
      let record = json[start.upperBound...].prefix { $0 != "}" }
      let found = record.matches(of: /"(\w+)":/).map { String($0.output.1) }
      #expect(found == members)
    }
    #expect((object["variants"] as? [[String: Any]])?.count == run.file.decoded.variants.count)
    #expect((object["assumptions"] as? [String])?.isEmpty == false)
    #expect(object["days"] as? Int == 365)
  }

  /// Keys at an indentation, in order.
  func keys(of json: String, indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent) + "\""
    return json.split(separator: "\n").filter { $0.hasPrefix(start) }.compactMap { line in
      line.dropFirst(start.count).split(separator: "\"").first.map(String.init)
    }
  }

  @Test func theManifestNamesItsInput() async throws {
    try await written { folder, run in
      let data = try Data(contentsOf: URL(filePath: folder + "/manifest.json"))
      let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let scenario = try #require(manifest["scenario"] as? [String: Any])
      #expect(scenario["text"] as? String == smallScenario)
      #expect(scenario["sha256"] as? String == sha256Hex(Array(smallScenario.utf8)))
      let economy = try #require(manifest["economy"] as? [String: Any])
      #expect((economy["sha256"] as? String)?.count == 64)
      #expect(manifest["schema"] as? String == "sonae.manifest/1")
      #expect(manifest["version"] as? String == Version.current)
      #expect(manifest["seed"] is NSNull)
      for key in ["command", "blas", "started", "seconds"] { #expect(manifest[key] != nil) }
    }
  }

  @Test func tablesInTheFolderAreTheReports() async throws {
    try await written { folder, run in
      for table in RiskReport.tables(run.runner.study) {
        let found = try text("\(folder)/tables/\(table.name).csv")
        #expect(found == table.csv(in: .en))
      }
    }
  }

  @Test func sameInputGivesTheSameBytes() async throws {
    try await withSmallStudy { folder in
      for name in ["one", "two"] {
        let run = try await ScenarioRun.one(folder + "/test.yaml", try options(), keeping: [])
        try OutputFolder("\(folder)/\(name)").write(run, RunContent(trajectories: true))
      }
      for file in try files(in: folder + "/one") where file != "manifest.json" {
        #expect(try text("\(folder)/one/\(file)") == text("\(folder)/two/\(file)"), "\(file)")
      }
    }
  }

  @Test func theBundledRunIsDeterministic() async throws {
    let again = try await ScenarioRun.one("rare-earth-ban", try options(), keeping: [])
    let first = try await BundledRun.named("rare-earth-ban")
    for (one, two) in zip(first.runner.trajectories, again.runner.trajectories) {
      #expect(one.output.map(\.bitPattern) == two.output.map(\.bitPattern))
      #expect(one.unmet.map(\.bitPattern) == two.unmet.map(\.bitPattern))
    }
    let summaries = [first, again].map {
      RiskSummary.json($0.runner.study, of: $0.identity, in: .ja).compact
    }
    #expect(summaries[0] == summaries[1])
  }

  @Test func namesOfVariantsAreSafeFolders() {
    #expect(OutputFolder.fileName("90%, dial 0.2") == "90---dial-0-2")
    #expect(OutputFolder.fileName("../x") == "---x")
    #expect(OutputFolder.fileName("") == "variant")
  }

  /// Variants whose names differ only in signs must not share a folder.
  @Test func variantsNeverOverwriteEachOther() async throws {
    let scenario =
      smallScenario + """
          "longer; worse": {"shocks[0].capacity.by": 10%}

        """
    try await withSmallStudy(scenario: scenario) { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options(), keeping: [])
      try OutputFolder(folder + "/out").write(run, RunContent(trajectories: true))
      let written = try files(in: folder + "/out").filter { $0.hasPrefix("variants/") }
      #expect(written.count == 2 * Self.series.count)
    }
  }

  @Test func aShorterVariantHasAsManyRowsAsItsHorizon() async throws {
    let scenario =
      smallScenario + """
          short: {horizon: 20 days}

        """
    try await withSmallStudy(scenario: scenario) { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options(), keeping: [])
      try OutputFolder(folder + "/out").write(run, RunContent(trajectories: true))
      let lines = try text(folder + "/out/variants/short/production.csv").split(separator: "\n")
      #expect(lines.count == 1 + 20)
      #expect(run.runner.study.results.map(\.assessment.days) == [40, 40, 20])
    }
  }

  @Test func anEarlierRunLeavesNothingBehind() async throws {
    try await withSmallStudy { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options(), keeping: [])
      try OutputFolder(folder + "/out").write(run, RunContent(trajectories: true))
      try OutputFolder(folder + "/out").write(run)
      let found = try files(in: folder + "/out")
      #expect(found == expected(run, trajectories: false))
    }
  }

  @Test func inventoriesAreWrittenAtTheStartOfTheDaysAskedFor() async throws {
    try await withSmallStudy { folder in
      let run = try await ScenarioRun.one(folder + "/test.yaml", try options(), keeping: [0, 7])
      try OutputFolder(folder + "/out").write(run, RunContent(trajectories: true))
      let lines = try text(folder + "/out/inventories.csv").split(separator: "\n")
      #expect(lines.first == "day,product,node,stock")
      let days = Set(lines.dropFirst().compactMap { $0.split(separator: ",").first })
      #expect(days == ["0", "7"])
      // Before the first day, stocks are n·a·x0.
      let economy = run.runner.economy
      let model = run.file.decoded.base.model
      for line in lines where line.hasPrefix("0,") {
        let cells = line.split(separator: ",").map(String.init)
        let p = try #require(economy.table.sectors.firstIndex { $0.code == cells[1] })
        let node = try #require(economy.table.nodeLabels.firstIndex(of: cells[2]))
        let j = economy.position[node]
        let expected = model.inventoryDays[p] * economy.requirements[p, j] * economy.output[j]
        let stock = try #require(Double(cells[3]))
        #expect(abs(stock - expected) <= 1e-12 * expected)
      }
    }
  }
}
