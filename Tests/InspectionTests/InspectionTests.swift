import ComparativeStatics
import Diagnostics
import Foundation
import InputOutputTables
import Reporting
import TestSupport
import Testing

@testable import Inspection

/// A table, made of an economy's files, as `sonae inspect` makes it.
func inspected(
  _ name: String, _ request: InspectionRequest = InspectionRequest(),
  files: [String: String] = InspectionTests.millerBlair
) throws -> Table {
  try withTemporaryFolder(files.mapValues { Array($0.utf8) }) { folder in
    try Inspection(try EconomyLoader.load(folder).table, request).table(name)
  }
}

/// The numbers of a column.
func numbers(_ table: Table, _ key: String) throws -> [Double] {
  let column = try #require(table.columns.firstIndex { $0.key == key })
  return table.rows.compactMap { row in
    if case .number(let value) = row[column] { value } else { nil }
  }
}

/// Whether two arrays are the same to 1e-12.
func areNear(_ values: [Double], _ expected: [Double]) -> Bool {
  values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-12 }
}

struct InspectionTests {
  /// Miller and Blair (2009), table 2.3, as a folder.
  static let millerBlair = [
    "Z.csv": ",1,2\n1,150,500\n2,200,100\n", "Y.csv": ",f\n1,350\n2,1700\n",
  ]

  @Test func balanceIsExact() throws {
    let table = try inspected("balance")
    #expect(
      table.columns.map(\.key)
        == [
          "node", "gross_output", "row_gap", "column_gap", "value_added", "note", "imports",
          "product_taxes", "margins",
        ])
    #expect(areNear(try numbers(table, "gross_output"), [1000, 2000]))
    #expect(areNear(try numbers(table, "value_added"), [650, 1400]))
    #expect(areNear(try numbers(table, "row_gap"), [0, 0]))
    #expect(areNear(try numbers(table, "column_gap"), [0, 0]))
  }

  @Test func multipliersAreColumnSumsOfTheInverse() throws {
    // L = (0.95, 0.25; 0.2, 0.85)/0.7575; all value added ends in final demand: v·L = 1.
    let table = try inspected("multipliers")
    #expect(areNear(try numbers(table, "output"), [1.15 / 0.7575, 1.1 / 0.7575]))
    #expect(areNear(try numbers(table, "value_added"), [1, 1]))
    #expect(table.columns.map(\.key) == ["node", "output", "value_added"])
  }

  @Test func theInverseItselfIsPrintedInFull() throws {
    let table = try inspected("leontief")
    #expect(areNear(try numbers(table, "c0"), [0.95 / 0.7575, 0.2 / 0.7575]))
    #expect(areNear(try numbers(table, "c1"), [0.25 / 0.7575, 0.85 / 0.7575]))
    #expect(areNear(try numbers(try inspected("coefficients"), "c1"), [0.25, 0.05]))
  }

  /// INTERFACE.md section 5: a matrix as CSV has an empty cell, then the nodes' labels.
  @Test(arguments: ["coefficients", "leontief", "ghosh"]) func matricesAsCSVCarryTheLabels(
    _ name: String
  ) throws {
    let lines = try inspected(name).csv().split(separator: "\n").map(String.init)
    #expect(lines.first == ",1,2")
    #expect(lines.dropFirst().map { $0.prefix(2) } == ["1,", "2,"])
  }

  @Test func linkagesAreMultipliersOverTheirMean() throws {
    let table = try inspected("linkages")
    let backward = try numbers(table, "backward")
    #expect(areNear(backward, [1.15 / 0.7575, 1.1 / 0.7575]))
    #expect(areNear(try numbers(table, "power_of_dispersion"), [1.15 / 1.125, 1.1 / 1.125]))
    let sensitivity = try numbers(table, "sensitivity_of_dispersion")
    #expect(areNear([sensitivity.reduce(0, +)], [2]))
    #expect(table.rows.allSatisfy { $0.last != .name("") })
  }

  @Test func aHeldPriceMovesTheOthers() throws {
    let request = InspectionRequest(nodes: ["1"], by: "10%")
    let change = try numbers(try inspected("prices", request), "price_change")
    #expect(areNear(change, [0.1, 0.1 * 0.25 / 0.95]))
    let consumer = try inspected("prices.consumer", request)
    #expect(consumer.columns.map(\.key).prefix(2) == ["region", "consumer_price_change"])
    #expect(
      areNear(
        try numbers(consumer, "consumer_price_change"),
        [(350 * 0.1 + 1700 * 0.1 * 0.25 / 0.95) / 2050]))
  }

  /// INTERFACE.md section 5: a program finds the columns by these names alone.
  @Test(arguments: [
    (
      "balance",
      "node,gross_output,row_gap,column_gap,value_added,note,imports,product_taxes,margins"
    ),
    ("multipliers", "node,output,value_added"),
    (
      "linkages",
      "node,backward,forward,power_of_dispersion,sensitivity_of_dispersion,key_sector"
    ),
    ("extraction", "node,output_before,output_after,loss"), ("prices", "node,price_change"),
    ("prices.consumer", "region,consumer_price_change,basis"),
    ("trade", "exporter,exports,domestic_value_added,foreign_value_added,vax"),
  ])
  func columnsAreThoseOfTheContract(_ known: (name: String, header: String)) throws {
    let request = try Self.whatIsNeeded(by: known.name)
    let csv = try inspected(known.name, request, files: smallEconomy).csv()
    #expect(csv.hasPrefix(known.header + "\n"))
  }

  /// The options without which a table cannot be made, on an economy that serves every table.
  static func whatIsNeeded(by name: String) throws -> InspectionRequest {
    let needs = Inspection.tables.first { $0.name == name }?.needs ?? []
    let isOfNodes = needs.contains(.node) || name == "extraction"
    let jobs = "label,value\nA_x,5\nA_y,6\nB_x,7\nB_y,0\n"
    return InspectionRequest(
      nodes: isOfNodes ? ["A.x"] : [], by: needs.contains(.by) ? "5%" : nil,
      against: needs.contains(.against) ? try smallTable() : nil,
      jobs: needs.contains(.employment) ? Source(name: "j", text: jobs) : nil,
      region: needs.contains(.region) ? "A" : nil)
  }

  static func smallTable() throws -> InputOutputTable {
    try EconomyLoader.load("small", files: smallEconomy.mapValues { Array($0.utf8) }).table
  }

  @Test(
    arguments: Inspection.names.filter { !["screens", Inspection.singlePoints].contains($0) },
    TableFormat.allCases)
  func everyTableOfAnEconomyPrints(
    _ name: String, _ format: TableFormat
  ) throws {
    let table = try inspected(name, try Self.whatIsNeeded(by: name), files: smallEconomy)
    #expect(table.name == name && !table.rows.isEmpty)
    #expect(name == "list" || !table.notes.isEmpty)
    for language in [Language.en, .ja] {
      #expect(!format.render([table], RenderOptions(language: language)).isEmpty)
    }
  }

  @Test func theListNamesEveryTableAndItsOptions() throws {
    let list = try inspected("list")
    #expect(list.rows.map { $0[0] } == Inspection.names.map { .name($0) })
    let prices = try #require(list.rows.first { $0[0] == .name("prices") })
    #expect(prices[2] == .name("--node REGION.SECTOR --by 10%"))
  }
}
