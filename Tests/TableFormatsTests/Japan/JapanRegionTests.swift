import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

@testable import TableFormats

/// Tables of prefectures and cities trade with the rest of Japan, and are not the nation.
@Suite struct JapanRegionTests {
  /// Two sectors; 15% of product 01 at home comes from outside, 25/180 of product 02.
  static func rows(
    _ title: String, unit: String = "(単位:百万円)", output: String = "県内生産額",
    exports: String = "移輸出", imports: String = "（控除）移輸入"
  ) -> [[String]] {
    [
      [title, unit],
      ["", "", "01", "02", "70", "72", "74", "78", "79", "81", "82", "83", "87", "88", "97"],
      [
        "", "", "甲産業", "乙産業", "内生部門計", "消費", "投資", "県内最終需要計", "県内需要合計", exports, "最終需要計",
        "需要合計", imports, "最終需要部門計", output,
      ],
      ["01", "甲産業"] + numbers("10 20 30 50 20 70 100 25 95 125 -15 80 110"),
      ["02", "乙産業"] + numbers("30 40 70 80 30 110 180 35 145 215 -25 120 190"),
      ["70", "内生部門計"] + numbers("40 60"), ["91", "雇用者所得"] + numbers("40 90"),
      ["93", "その他所得"] + numbers("30 40"), ["96", "粗付加価値部門計"] + numbers("70 130"),
      ["97", output] + numbers("110 190"),
    ]
  }
  private static func numbers(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
  private func found(_ rows: [[String]]) throws -> ImportedTable {
    try imported(Delivery("prefecture", .japan, ["t.xlsx": workbook([("Sheet1", rows)])]))
  }

  @Test func productionIsReadOnceAndTradeWithJapanIsTrade() throws {
    let made = try found(Self.rows("平成27年(2015年)架空県産業連関表"))
    let table = made.table
    #expect(table.grossOutput == [110, 190])
    #expect(table.finalDemandLabels == ["消費", "投資", "移輸出"])
    #expect(Array(table.finalDemand.elements.prefix(3)) == [42.5, 17, 25])
    #expect(table.primaryInputLabels == ["雇用者所得", "その他所得", "IMPORTS"])
    #expect(table.regions.map(\.code) == ["架空県"] && table.countries.isEmpty)
    #expect(table.description.year == 2015 && table.description.moneyUnit == "million JPY")
    for node in TableAudit(table).nodes { #expect(node.rowGap < 1e-12 && node.columnGap < 1e-12) }
  }

  @Test func aPrefectureHasItsCodeAndItsNames() throws {
    let table = try found(Self.rows("平成27年(2015年)京都府産業連関表", output: "府内生産額")).table
    #expect(table.regions[0].code == "JP-26" && table.regions[0].name == "Kyoto")
    #expect(table.regions[0].nameJa == "京都府")
    #expect(JapanRegion(output: "国内生産額", "東京都") == nil)
    #expect(JapanRegion(output: "都内生産額", "東京都産業連関表")?.code == "JP-13")
    #expect(JapanRegion(output: "道内生産額", "北海道産業連関表")?.code == "JP-01")
    #expect(JapanRegion(output: "市内生産額", "平成27年 架空市産業連関表")?.code == "架空市")
    #expect(JapanRegion(output: "県内生産額", "")?.code == "県")
  }

  @Test func theStatedUnitIsKept() throws {
    let national = Self.rows(
      "令和2年(2020年)架空産業連関表", unit: "(単位 : 10億円)", output: "国内生産額", exports: "輸出計",
      imports: "（控除）輸入計")
    let made = try found(national)
    #expect(made.table.description.moneyUnit == "billion JPY")
    #expect(made.table.regions.map(\.code) == ["JPN"] && made.table.grossOutput == [110, 190])
    #expect(!made.messages.contains { $0.problem.code == "unit-not-stated" })
    let silent = try found(Self.rows("架空県産業連関表 2015", unit: ""))
    #expect(silent.table.description.moneyUnit == "million JPY")
    #expect(silent.messages.contains { $0.problem.code == "unit-not-stated" })
  }
}
