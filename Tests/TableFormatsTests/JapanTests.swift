import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

import TableFormats

/// Japan's table: competitive imports become a domestic table and a row of imported inputs.
@Suite struct JapanTests {
  /// Three sectors; a fifth of product 02 is imported at home, nothing of 01, half of 03.
  static let rows: [[String]] = [
    ["平成27年(2015年)産業連関表(3部門分類)"],
    ["取引基本表(生産者価格評価)", "", "", "", "", "", "", "", "", "(単位：百万円)"],
    [
      "", "", "01", "02", "03", "70", "71", "72", "76", "78", "79", "81", "84", "85", "86", "87",
      "97",
    ],
    [
      "", "", "農林漁業", "鉱業", "製造業", "内生部門計", "家計外消費支出（列）", "民間消費支出", "在庫純増", "国内最終需要計",
      "国内需要合計", "輸出計", "（控除）輸入", "（控除）関税", "（控除）輸入品商品税", "（控除）輸入計", "国内生産額",
    ],
    [
      "01", "農林漁業", "10", "0", "30", "40", "5", "60", "-5", "60", "100", "0", "0", "0", "0", "0",
      "100",
    ],
    [
      "02", "鉱業", "0", "5", "40", "45", "0", "5", "0", "5", "50", "10", "-8", "-1", "-1", "-10",
      "50",
    ],
    [
      "03", "製造業", "20", "10", "100", "130", "10", "50", "10", "70", "200", "100", "-90", "-4",
      "-6", "-100", "200",
    ],
    [
      "70", "内生部門計", "30", "15", "170", "215", "15", "115", "5", "135", "350", "110", "-98", "-5",
      "-7", "-110", "350",
    ],
    ["71", "家計外消費支出（行）", "2", "1", "5"],
    ["91", "雇用者所得", "60", "30", "20"],
    ["94", "（控除）経常補助金", "-1", "0", "0"],
    ["95", "粗付加価値部門計", "70", "35", "30"],
    ["93", "営業余剰", "9", "4", "5"],
    ["97", "国内生産額", "100", "50", "200"],
  ]

  static let delivery = Delivery("japan", .japan, ["13bumon.xlsx": workbook([("取引基本表", rows)])])

  @Test func importsAreTakenOutInProportion() throws {
    let found = try imported(Self.delivery)
    let table = found.table
    #expect(
      table.nodeLabels == ["01", "02", "03"]
        && table.sectors.map(\.nameJa) == ["農林漁業", "鉱業", "製造業"])
    #expect(table.intermediateUse.elements == [10, 0, 30, 0, 4, 32, 10, 5, 50])
    #expect(
      table.finalDemandLabels == ["家計外消費支出（列）", "民間消費支出", "在庫純増", "輸出計"])
    #expect(table.finalDemand.elements == [5, 60, -5, 0, 0, 4, 0, 10, 5, 25, 5, 100])
    #expect(table.primaryInputLabels == ["家計外消費支出（行）", "雇用者所得", "（控除）経常補助金", "営業余剰", "IMPORTS"])
    #expect(Array(table.primaryInputs.elements.suffix(3)) == [10, 6, 58])
    #expect(table.grossOutput == [100, 50, 200])
    #expect(table.description.year == 2015 && table.description.moneyUnit == "million JPY")
    #expect(table.regions.map(\.code) == ["JPN"])
  }

  /// Σ domestic uses + exports = x, row by row: what was imported has left both sides.
  @Test func rowsStayInBalance() throws {
    let table = try imported(Self.delivery).table
    for node in TableAudit(table).nodes { #expect(node.rowGap < 1e-12, "\(node.label)") }
  }

  @Test func aSheetAndItsCSVAreTheSame() throws {
    let csv = Delivery("csv", .japan, ["t.csv": text(Deliveries.padded(Self.rows))])
    #expect(
      try imported(csv).table.intermediateUse == imported(Self.delivery).table.intermediateUse)
  }

  @Test func aProductImportedBeyondItsUseIsCutAndTold() throws {
    var rows = Self.rows
    rows[4][12] = "-120"
    let found = try imported(Delivery("cut", .japan, ["t.xlsx": workbook([("a", rows)])]))
    #expect(
      found.provenance.remarks.contains { $0.code == "import-share-cut" && $0.kind == .warning })
    #expect(Array(found.table.intermediateUse.elements.prefix(3)) == [0, 0, 0])
  }

  @Test func rowsInAnotherOrderAreRefusedWithTheirPlace() throws {
    var rows = Self.rows
    rows.swapAt(4, 5)
    let messages = try failures(Delivery("order", .japan, ["t.csv": text(Deliveries.padded(rows))]))
    let found = try #require(messages.first)
    #expect(found.problem.code == "label-mismatch" && found.place?.start.line == 5)
  }

  @Test func aTableWithoutTheTotalIsRefused() throws {
    let rows = Self.rows.map { $0.map { $0 == "内生部門計" ? "計" : $0 } }
    let messages = try failures(Delivery("total", .japan, ["t.csv": text(Deliveries.padded(rows))]))
    #expect(messages.map(\.problem.code) == ["wrong-layout"])
  }
}
