import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// The releases of WIOD and ADB differ in what stands over final demand, output and margins.
@Suite struct CodedSheetTests {
  /// WIOD 2013 as it ships: no codes over final demand, a name alone over output and beside margins.
  static let of2013 = [
    ["A made-up table for 2004"], ["2 countries"],
    ["(kind of table)", "", "", "", "A", "B", "A", "B"],
    ["(unit)", "", "", "", "Farms", "Mines", "Farms", "Mines"]
      + ["Homes", "Clubs", "State", "Machines", "Stocks"]
      + ["Homes", "Clubs", "State", "Machines", "Stocks", "Everything"],
    blank + ["AAA", "AAA", "BBB", "BBB"] + Array(repeating: "AAA", count: 5)
      + Array(repeating: "BBB", count: 5),
    blank + ["c1", "c2", "c1", "c2"] + items + items,
    ["A", "Farms", "AAA", "c1"] + numbers("5 6 1 1 20 1 4 5 0 2 0 0 1 0 46"),
    ["B", "Mines", "AAA", "c2"] + numbers("4 8 2 1 15 0 3 9 1 3 0 0 2 0 48"),
    ["A", "Farms", "BBB", "c1"] + numbers("1 1 9 7 2 0 0 1 0 30 2 5 8 -1 65"),
    ["B", "Mines", "BBB", "c2"] + numbers("1 2 6 9 1 0 0 1 0 25 1 6 9 0 61"),
    ["", "All inputs", "TOT", "r60"] + numbers("11 17 18 18 0 0 0 0 0 0 0 0 0 0"),
    ["", "Product tax", "", "r99"] + numbers("2 1 2 1 0 0 0 0 0 0 0 0 0 0"),
    ["", "Value added", "", "r64"] + numbers("32 28 44 40 0 0 0 0 0 0 0 0 0 0"),
    ["", "Freight of trade", "", ""] + numbers("1 2 1 2 0 0 0 0 0 0 0 0 0 0"),
    ["", "Output", "", "r69"] + numbers("46 48 65 61 0 0 0 0 0 0 0 0 0 0"),
  ]
  private static let blank = ["", "", "", ""]
  private static let items = ["c37", "c38", "c39", "c41", "c42"]
  private static func numbers(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  @Test(arguments: [false, true])
  func theReleaseOf2013KeepsItsItemsAndMargins(_ isCSV: Bool) throws {
    let found = try imported(
      Delivery(
        "2013", .wiod2013,
        isCSV
          ? ["wiot04.csv": text(Deliveries.padded(Self.of2013))]
          : ["wiot04.xlsx": workbook([("WIOT_2004", Self.of2013)])]))
    let table = found.table
    #expect(
      table.finalDemandLabels
        == ["AAA", "BBB"].flatMap { region in
          Self.items.map { "\(region)_\($0)" }
        })
    #expect(table.grossOutput == [46, 48, 65, 61] && table.description.year == 2004)
    #expect(
      table.primaryInputLabels == ["r99 Product tax", "r64 Value added", "Freight of trade"])
    #expect(table.primaryInputKinds == [.productTaxes, .valueAdded, .margins])
    #expect(Array(table.primaryInputs.elements.suffix(4)) == [1, 2, 1, 2])
    #expect(table.valueAdded == [32, 28, 44, 40])
    for node in TableAudit(table).nodes { #expect(node.rowGap == 0 && node.columnGap == 0) }
  }

  private func adb(_ lines: [[String]]) -> [[String]] {
    lines + [
      [
        "", "", "", "", "Farms", "Mines", "Farms", "Mines", "Homes", "Machines", "Homes",
        "Machines", "TOTAL",
      ],
      ["", "", "", "", "AAA", "AAA", "BBB", "BBB", "AAA", "AAA", "BBB", "BBB", "ToT"],
      ["", "", "", "", "c1", "c2", "c1", "c2", "F1", "F4", "F1", "F4"],
      ["", "Farms", "AAA", "c1"] + Self.numbers("10 20 1 2 50 10 3 1 97"),
      ["", "Mines", "AAA", "c2"] + Self.numbers("5 30 2 4 60 20 5 2 128"),
      ["", "Farms", "BBB", "c1"] + Self.numbers("1 1 20 10 4 1 70 8 115"),
      ["", "Mines", "BBB", "c2"] + Self.numbers("2 3 15 40 6 2 80 30 178"),
      ["", "All inputs", "TOT", "r60"] + Self.numbers("18 54 38 56 0 0 0 0 0"),
      ["", "Value added", "TOT", "r64"] + Self.numbers("79 74 77 122 0 0 0 0 0"),
      ["", "TOTAL", "TOT", "r69"] + Self.numbers("97 128 115 178 0 0 0 0 0"),
    ]
  }

  private let title = [["A made-up table"], ["2 economies"], ["millions"]]
  private let codes = [
    ["", "", "", "", "0001", "0002", "0001", "0002", "1001", "1004", "1001", "1004"]
  ]

  @Test func aLineOfCodesOfADBChangesNothing() throws {
    let plain = try imported(
      Delivery("plain", .adb, ["a.xlsx": workbook([("ADB MRIO 2017", adb(title))])])
    ).table
    let coded = try imported(
      Delivery("codes", .adb, ["a.xlsx": workbook([("ADB MRIO 2017", adb(title + codes))])])
    ).table
    #expect(coded.nodeLabels == ["AAA_c1", "AAA_c2", "BBB_c1", "BBB_c2"])
    #expect(
      coded.intermediateUse == plain.intermediateUse && coded.finalDemand == plain.finalDemand)
    #expect(coded.grossOutput == [97, 128, 115, 178] && coded.grossOutput == plain.grossOutput)
    #expect(coded.description.year == 2017)
  }

  @Test func theSheetsYearGoesBeforeTheReleasesAndThePrices() throws {
    for (name, sheet, year) in [
      ("ADB-MRIO62-2021_June2023.xlsx", "ADB MRIO 2021", 2021),
      ("ADB MRIO 2015, at constant 2010 prices.xlsx", "ADB MRIO 2015", 2015),
    ] {
      let found = try imported(Delivery("year", .adb, [name: workbook([(sheet, adb(title))])]))
      #expect(found.table.description.year == year)
      #expect(!found.provenance.remarks.contains { $0.code == "year-from-name" })
    }
    let named = try imported(
      Delivery("name", .adb, ["MRIO-2019.xlsx": workbook([("Table", adb(title))])]))
    #expect(named.table.description.year == 2019)
    #expect(named.provenance.remarks.contains { $0.code == "year-from-name" })
  }

  @Test func anExcerptWithoutFinalDemandIsToldSoAtTheHeader() throws {
    let rows = Self.of2013.map { Array($0.prefix(8)) }
    let messages = try failures(
      Delivery("excerpt", .wiod2013, ["w.xlsx": workbook([("2004", rows)])]))
    let found = try #require(messages.first)
    #expect(found.problem.code == "no-final-demand" && messages.count == 1)
    #expect(found.place?.start.line == 6)
  }

  @Test func eachReleaseKnowsTheOthers() throws {
    let wiod = { (format: ProviderFormat, rows: [[String]]) in
      try failures(Delivery("other", format, ["w.xlsx": workbook([("2004", rows)])]))
    }
    for (format, rows, guess) in [
      (ProviderFormat.wiod2016, Self.of2013, "wiod2013"), (.adb, Self.of2013, "wiod2013"),
      (.wiod2013, adb(title), "adb"), (.wiod2016, adb(title + codes), "adb"),
    ] {
      let found = try #require(try wiod(format, rows).first)
      #expect(found.problem.code == "wrong-layout")
      #expect(found.problem.help(in: .en) == "it looks like `\(guess)`")
    }
  }
}
