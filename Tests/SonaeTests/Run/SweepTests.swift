import Diagnostics
import Foundation
import Reporting
import RiskMetrics
import Scenarios
import Testing

@testable import sonae

struct SweepTests {
  static let by = "shocks[0].capacity.by=10%..50%:20%"
  static let length = "shocks[0].capacity.for=5 days, 20 days"

  static func sweep(_ folder: String, _ vary: [String], width: Int? = nil) async throws -> Sweep {
    let file = try ScenarioFile(folder + "/test.yaml", try options())
    return try await Sweep(
      file, try SweepGrid(file, vary: vary), Batching(threads: 2, width: width))
  }

  @Test func aDryRunPricesAllPointsFromSome() async throws {
    try await withSmallStudy { folder in
      let file = try ScenarioFile(folder + "/test.yaml", try options())
      let days = "horizon=20 days..400 days:20 days"
      let grid = try SweepGrid(file, vary: ["shocks[0].capacity.by=1%..50%:1%", days])
      #expect(grid.scenarios.count == 1000)
      let sample = grid.sample(64)
      #expect(sample.scenarios.count == 64 && sample.names.count == 64)
      #expect(Set(sample.scenarios.map(\.horizon)).count > 4, "short and long ones are tried")
      #expect(grid.sample(2000).scenarios.count == 1000)
      let price = try await SweepPrice(file, grid, Batching(threads: 2, width: nil))
      #expect(price.seconds > 0)
      #expect(price.table.rows[0].prefix(2) == [.count(1000), .count(1000)])
    }
  }

  @Test func everyPointIsTheRunOfTheFileWithItsValues() async throws {
    try await withSmallStudy { folder in
      let sweep = try await Self.sweep(folder, [Self.by, Self.length])
      #expect(sweep.studies.count == 6)
      for (index, study) in sweep.studies.enumerated() {
        let run = try await ScenarioRun.one(
          folder + "/test.yaml",
          try options(
            "--set", "shocks[0].capacity.by=\(["10%", "30%", "50%"][index / 2])",
            "--set", "shocks[0].capacity.for=\(["5 days", "20 days"][index % 2])"))
        let alone = run.runner.study.base.assessment.regions.map(\.valueAddedLoss)
        let swept = study.base.assessment.regions.map(\.valueAddedLoss)
        let scale = alone.map(abs).max() ?? 0
        #expect(scale > 0)
        #expect(zip(alone, swept).allSatisfy { abs($0 - $1) <= 1e-9 * scale })
      }
    }
  }

  @Test func moreLossCostsMore() async throws {
    try await withSmallStudy { folder in
      let sweep = try await Self.sweep(folder, [Self.by])
      let losses = sweep.studies.map { $0.base.assessment.regions[0].valueAddedLoss }
      #expect(losses == losses.sorted() && losses[0] < losses[2])
    }
  }

  @Test func theMatrixHoldsWhatTheTableHolds() async throws {
    try await withSmallStudy { folder in
      let tables = SweepTables(
        sweep: try await Self.sweep(folder, [Self.by, Self.length]),
        measure: "value_added_loss_share_of_gdp")
      let matrix = try #require(tables.matrices.first)
      let regions = tables.sweep.shown.count
      #expect(tables.matrices.count == regions)
      #expect(matrix.rows.count == 3 && matrix.columns.count == 3)
      let column = try #require(tables.table.columns.firstIndex { $0.key == tables.measure })
      for row in 0..<3 {
        for place in 0..<2 {
          let long = tables.table.rows[(row * 2 + place) * regions]
          #expect(long[column] == matrix.rows[row][place + 1])
        }
      }
      #expect(tables.table.csv().hasPrefix("shocks[0].capacity.by,shocks[0].capacity.for,region"))
      for format in TableFormat.allCases {
        #expect(!format.render(tables.all, RenderOptions(language: .ja)).isEmpty)
      }
    }
  }

  @Test func oneKeyMakesAMatrixByRegionAndThreeNone() async throws {
    try await withSmallStudy { folder in
      let one = SweepTables(
        sweep: try await Self.sweep(folder, [Self.by]), measure: "output_loss_share")
      #expect(one.matrices.map(\.name) == ["matrix"])
      #expect(one.matrices[0].rows.count == 3)
      let three = SweepTables(
        sweep: try await Self.sweep(folder, [Self.by, Self.length, "model.flexibility=0,0.5"]),
        measure: "output_loss_share")
      #expect(three.matrices.isEmpty && three.sweep.studies.count == 12)
    }
  }

  /// A price moves incomes and no volume, so that a matrix of volumes would say nothing.
  @Test func theMatrixIsOfTheFirstMeasureThatChanges() async throws {
    try await withSmallStudy { folder in
      let volumes = SweepTables(sweep: try await Self.sweep(folder, [Self.by]))
      #expect(volumes.measure == "value_added_loss_share_of_gdp")
      let text = """
        sonae: 1
        economy: world-2022
        horizon: 30 days
        shocks:
          - price: {commodity: LNG, to: 18 USD/MMBtu}
        report: {regions: [JPN]}

        """
      try text.write(toFile: folder + "/gas.yaml", atomically: true, encoding: .utf8)
      let file = try ScenarioFile(folder + "/gas.yaml", try options())
      let prices = "shocks[0].price.to=15 USD/MMBtu, 20 USD/MMBtu"
      let incomes = SweepTables(
        sweep: try await Sweep(
          file, try SweepGrid(file, vary: [prices]), Batching(threads: 2, width: nil)))
      #expect(incomes.measure == "income_loss_share_of_gdp")
      let matrix = try #require(incomes.matrices.first)
      #expect(matrix.rows[0][1] != matrix.rows[1][1])
    }
  }

  /// Words, lists and days in the matrix as they are written, each point as the file with it.
  @Test(arguments: [
    (
      "model.rationing=proportional|intermediate first", "model.rationing",
      ["proportional", "intermediate first"]
    ),
    (
      "shocks[0].capacity.nodes=[A.x] | [A.y, B.x]", "shocks[0].capacity.nodes",
      ["[A.x]", "[A.y, B.x]"]
    ),
    (
      "shocks[0].capacity.from=2026-04-03..2026-04-23:10 days", "shocks[0].capacity.from",
      ["2026-04-03", "2026-04-13", "2026-04-23"]
    ),
    (
      "shocks[0]={demand: {regions: [A], sectors: [x], by: -10%}} | {capacity: {nodes: [B.y], by: 10%}}",
      "shocks[0]",
      [
        "{demand: {regions: [A], sectors: [x], by: -10%}}", "{capacity: {nodes: [B.y], by: 10%}}",
      ]
    ),
  ]) func wordsListsAndDaysAreSwept(
    _ vary: String, _ path: String, _ values: [String]
  ) async throws {
    let alone = smallScenario.components(separatedBy: "variants:")[0]
    try await withSmallStudy(scenario: alone) { folder in
      let sweep = try await Self.sweep(folder, [vary])
      let matrix = try #require(
        SweepTables(sweep: sweep, measure: "value_added_loss_share_of_gdp").matrices.first)
      #expect(matrix.columns[0].csvHeading == path)
      #expect(matrix.rows.map { $0[0] } == values.map { TableCell.name($0) })
      for (value, study) in zip(values, sweep.studies) {
        let run = try await ScenarioRun.one(
          folder + "/test.yaml", try options("--set", "\(path)=\(value)"))
        let expected = run.runner.study.base.assessment.regions.map(\.valueAddedLoss)
        let found = study.base.assessment.regions.map(\.valueAddedLoss)
        #expect(zip(expected, found).allSatisfy { abs($0 - $1) < 1e-9 * max(1, abs($0)) })
      }
    }
  }

  @Test func aKeyVariesOnce() async throws {
    try await withSmallStudy { folder in
      let error = await #expect(throws: DiagnosticList.self) {
        try await Self.sweep(folder, [Self.by, Self.by])
      }
      #expect(error?.diagnostics.map(\.problem.code) == ["vary-twice"])
    }
  }

  @Test func horizonsThatDifferAreSaid() async throws {
    try await withSmallStudy { folder in
      let sweep = try await Self.sweep(folder, ["horizon=20 days, 40 days"])
      #expect(sweep.warnings.map(\.problem.code).contains("own-horizons"))
      let tables = SweepTables(sweep: sweep, measure: "value_added_loss_share_of_gdp")
      #expect(tables.table.notes.contains { $0.en.contains("20 to 40") })
    }
  }

  @Test func whatAPointWarnsOfIsKept() async throws {
    try await withSmallStudy { folder in
      let sweep = try await Self.sweep(folder, ["shocks[0].capacity.from=day 2, day 40"])
      #expect(sweep.warnings.map(\.problem.code).filter { $0 == "never-starts" }.count == 1)
    }
  }

  /// 10,000 to the 16th is 0 in 64 bits.
  @Test(arguments: [2, 16]) func aGridThatIsTooLargeIsRefused(_ axes: Int) async throws {
    try await withSmallStudy { folder in
      let vary = (0..<axes).map { "shocks[\($0)].capacity.by=0.01%..99%:0.01%" }
      let error = await #expect(throws: DiagnosticList.self) {
        try await Self.sweep(folder, vary)
      }
      #expect(error?.diagnostics.map(\.problem.code) == ["vary-too-many"])
    }
  }

  @Test(arguments: [
    ["shocks[3].capacity.by=10%,20%"], ["shocks[0].capacity.by=50%..150%:50%"],
    ["model.flexibility=2,3", "horizon=0 days, 1 day"],
  ])
  func valuesThatTheFileRefusesAreToldOnce(_ vary: [String]) async throws {
    try await withSmallStudy { folder in
      let error = await #expect(throws: DiagnosticList.self) {
        try await Self.sweep(folder, vary)
      }
      let texts = error?.diagnostics.map { $0.text(in: .en) } ?? []
      #expect(!texts.isEmpty && Set(texts).count == texts.count)
      #expect(texts.contains { $0.contains("--vary") })
    }
  }
}
