import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// e-Stat's long form gives the table that the sheet gives.
@Suite struct JapanLongFormTests {
  private static let header = [
    "tab_code", "表章項目", "cat01_code", "行部門（2015年）", "cat02_code", "列部門（2015年）", "time_code",
    "時間軸（年次）", "unit", "value",
  ]

  /// The sheet of `JapanTests` as lines; each cell once a year, doubled in the year after.
  private static func lines(
    years: [Int] = [2015], leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) -> [[String]] {
    let (codes, names) = (JapanTests.rows[2], JapanTests.rows[3])
    var lines = [["統計名：", "産業連関表"], header]
    for (step, year) in years.enumerated() {
      for row in JapanTests.rows.dropFirst(4) {
        for (k, value) in row.enumerated().dropFirst(2) where !isLeftOut(names[k]) {
          let number = (Double(value) ?? 0) * Double(step + 1)
          lines.append([
            "100", "生産者価格", row[0], row[1], codes[k], names[k], "\(year)000000", "\(year)年",
            "百万円", cell(number),
          ])
        }
      }
    }
    return lines
  }

  private func found(_ lines: [[String]], year: Int? = nil) throws -> ImportedTable {
    try imported(Delivery("long", .japan, ["FEH_00200603.csv": text(lines)]), year: year)
  }

  @Test func theTableIsThatOfTheSheet() throws {
    let plain = try imported(JapanTests.delivery).table
    for lines in [Self.lines(), Self.lines { $0 == "内生部門計" }] {
      let made = try found(lines).table
      #expect(made.nodeLabels == plain.nodeLabels)
      #expect(made.intermediateUse == plain.intermediateUse)
      #expect(made.finalDemandLabels == plain.finalDemandLabels)
      #expect(made.finalDemand == plain.finalDemand)
      #expect(Set(made.primaryInputLabels) == Set(plain.primaryInputLabels))
      #expect(made.valueAdded == plain.valueAdded && made.grossOutput == plain.grossOutput)
      #expect(made.description.year == 2015 && made.description.moneyUnit == "million JPY")
    }
  }

  @Test func aYearIsPickedTheLastByDefault() throws {
    let lines = Self.lines(years: [2015, 2020])
    #expect(try found(lines).table.grossOutput == [200, 100, 400])
    #expect(try found(lines, year: 2015).table.grossOutput == [100, 50, 200])
    #expect(try found(lines, year: 2020).table.description.year == 2020)
    let error = try #require(throws: DiagnosticList.self) { try found(lines, year: 2011) }
    #expect(error.diagnostics.map(\.problem.code) == ["no-year"])
  }

  @Test func mixedTablesAndDoubledCellsAreRefused() throws {
    var mixed = Self.lines()
    mixed[mixed.count - 1][1] = "購入者価格"
    let codes = { (lines: [[String]]) in
      try failures(Delivery("long", .japan, ["a.csv": text(lines)])).map(\.problem.code)
    }
    #expect(try codes(mixed) == ["mixed-dimension"])
    #expect(try codes(Self.lines() + [Self.lines()[5]]) == ["duplicate-label"])
  }
}
