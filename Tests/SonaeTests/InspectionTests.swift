import Diagnostics
import Foundation
import InputOutputTables
import Reporting
import TestSupport
import Testing

@testable import sonae

struct InspectionTests {
  /// Miller and Blair (2009), table 2.3, as a folder.
  static let millerBlair = [
    "Z.csv": ",1,2\n1,150,500\n2,200,100\n", "Y.csv": ",f\n1,350\n2,1700\n",
  ]

  func inspect(
    _ name: String, node: String? = nil, by: String? = nil,
    files: [String: String] = millerBlair
  ) throws -> Table {
    try withTemporaryFolder(files.mapValues { Array($0.utf8) }) { folder in
      let loaded = try EconomyLoader.load(folder)
      return try Inspection(loaded.table).table(name, node: node, by: by)
    }
  }

  func numbers(_ table: Table, _ key: String) throws -> [Double] {
    let column = try #require(table.columns.firstIndex { $0.key == key })
    return table.rows.compactMap { row in
      if case .number(let value) = row[column] { value } else { nil }
    }
  }

  func areNear(_ values: [Double], _ expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test func balanceIsExact() throws {
    let table = try inspect("balance")
    #expect(
      table.columns.map(\.key)
        == ["node", "gross_output", "row_gap", "column_gap", "value_added", "note"])
    #expect(areNear(try numbers(table, "gross_output"), [1000, 2000]))
    #expect(areNear(try numbers(table, "value_added"), [650, 1400]))
    #expect(areNear(try numbers(table, "row_gap"), [0, 0]))
    #expect(areNear(try numbers(table, "column_gap"), [0, 0]))
  }

  @Test func multipliersAreColumnSumsOfTheInverse() throws {
    // L = (0.95, 0.25; 0.2, 0.85)/0.7575; all value added ends in final demand: v·L = 1.
    let table = try inspect("multipliers")
    #expect(areNear(try numbers(table, "output"), [1.15 / 0.7575, 1.1 / 0.7575]))
    #expect(areNear(try numbers(table, "value_added"), [1, 1]))
    #expect(table.columns.map(\.key) == ["node", "output", "value_added"])
  }

  @Test func theInverseItselfIsPrintedInFull() throws {
    let table = try inspect("leontief")
    #expect(areNear(try numbers(table, "c0"), [0.95 / 0.7575, 0.2 / 0.7575]))
    #expect(areNear(try numbers(table, "c1"), [0.25 / 0.7575, 0.85 / 0.7575]))
    #expect(areNear(try numbers(try inspect("coefficients"), "c1"), [0.25, 0.05]))
  }

  /// INTERFACE.md section 5: a matrix as CSV has an empty cell, then the nodes' labels.
  @Test(arguments: ["coefficients", "leontief", "ghosh"]) func matricesAsCSVCarryTheLabels(
    _ name: String
  ) throws {
    let lines = try inspect(name).csv().split(separator: "\n").map(String.init)
    #expect(lines.first == ",1,2")
    #expect(lines.dropFirst().map { $0.prefix(2) } == ["1,", "2,"])
  }

  @Test func linkagesAreMultipliersOverTheirMean() throws {
    let table = try inspect("linkages")
    let backward = try numbers(table, "backward")
    #expect(areNear(backward, [1.15 / 0.7575, 1.1 / 0.7575]))
    #expect(areNear(try numbers(table, "power_of_dispersion"), [1.15 / 1.125, 1.1 / 1.125]))
    let sensitivity = try numbers(table, "sensitivity_of_dispersion")
    #expect(areNear([sensitivity.reduce(0, +)], [2]))
    #expect(table.rows.allSatisfy { $0.last != .name("") })
  }

  @Test func aHeldPriceMovesTheOthers() throws {
    let change = try numbers(try inspect("prices", node: "1", by: "10%"), "price_change")
    #expect(areNear(change, [0.1, 0.1 * 0.25 / 0.95]))
    let consumer = try inspect("prices.consumer", node: "1", by: "10%")
    #expect(consumer.columns.map(\.key) == ["region", "consumer_price_change"])
    #expect(
      areNear(
        try numbers(consumer, "consumer_price_change"),
        [(350 * 0.1 + 1700 * 0.1 * 0.25 / 0.95) / 2050]))
  }

  @Test(
    arguments: [
      ("multiplers", nil, nil), ("prices", nil, nil), ("prices", "1", nil), ("prices", "3", "10%"),
      ("prices", "1", "ten"), ("prices", "1", "nan%"), ("prices.consumer", "x.y", "10%"),
    ] as [(String, String?, String?)])
  func wrongRequestsAreExplained(_ name: String, _ node: String?, _ by: String?) {
    #expect(throws: DiagnosticList.self) { try inspect(name, node: node, by: by) }
  }

  @Test(arguments: Inspection.names.filter { $0 != "screens" }, TableFormat.allCases)
  func everyTableOfTheBundledEconomyPrints(
    _ name: String, _ format: TableFormat
  ) throws {
    let loaded = try inspect(name, node: "A.x", by: "5%", files: smallEconomy)
    #expect(loaded.name == name && !loaded.rows.isEmpty)
    for language in [Language.en, .ja] {
      #expect(!format.render([loaded], RenderOptions(language: language)).isEmpty)
    }
  }

  @Test(arguments: ListCommand.Topic.allCases) func everyListHasRows(_ topic: ListCommand.Topic)
    throws
  {
    let table = try Catalogue.table(topic)
    #expect(!table.rows.isEmpty && table.name == topic.rawValue)
  }
}
