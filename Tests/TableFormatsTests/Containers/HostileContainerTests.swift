import Diagnostics
import Files
import TestSupport
import Testing

import TableFormats

/// What a container or a line claims is not believed.
@Suite struct HostileContainerTests {
  private func codes(_ format: ProviderFormat, _ name: String, _ bytes: [UInt8]) throws -> [String]
  {
    try failures(Delivery("hostile", format, [name: bytes])).map(\.problem.code)
  }

  private func book(_ sheet: String) -> [UInt8] {
    zipped([
      "xl/_rels/workbook.xml.rels": Array(
        "<R><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></R>".utf8),
      "xl/workbook.xml": Array("<w><sheets><sheet name=\"a\" id=\"r1\"/></sheets></w>".utf8),
      "xl/worksheets/s.xml": Array(sheet.utf8),
    ])
  }

  @Test func aLineWithoutEndIsRefused() throws {
    let line = [UInt8](repeating: UInt8(ascii: "1"), count: Limits.line + (3 << 20))
    #expect(try codes(.oecdICIO, "2022_SML.csv", line) == ["endless-line"])
  }

  @Test func aLineOfTooManyCellsIsRefusedWithItsPlace() throws {
    let line = Array(String(repeating: "1,", count: Limits.cells + 1).utf8)
    let found = try failures(Delivery("wide", .oecdICIO, ["2022_SML.csv": line]))
    #expect(found.map(\.problem.code) == ["row-too-wide"])
    #expect(found.first?.place?.start.column == 2 * Limits.cells + 1)
  }

  @Test func blankLinesWithoutEndAreRefused() throws {
    let lines = [UInt8](repeating: 0x0A, count: Limits.blankLines + 10)
    #expect(try codes(.oecdICIO, "2022_SML.csv", lines) == ["blank-lines"])
  }

  @Test func aPackedFileOfOneLetterIsRefused() throws {
    let bomb = packedLetters(atLeast: Limits.line + (3 << 20))
    #expect(try codes(.oecdICIO, "2022_SML.csv.gz", bomb) == ["endless-line"])
  }

  @Test(arguments: [Int.max, Int.min, 0, -1, 1_048_577])
  func aRowThatNoSheetHasIsRefusedWithItsPlace(_ row: Int) throws {
    let sheet = book(
      "<s><sheetData><row r=\"\(row)\"><c r=\"A1\"><v>1</v></c></row><row><c><v>2</v></c></row></sheetData></s>"
    )
    let found = try failures(Delivery("row", .wiod2013, ["w.xlsx": sheet]))
    #expect(found.map(\.problem.code) == ["sheet-row"])
    #expect(found.first?.place?.source.bytes == Array("\(row)".utf8))
  }

  /// The parser would scan a tag that is not complete anew with every piece.
  @Test(arguments: [false, true]) func aTagWithoutEndIsRefused(_ isAttribute: Bool) throws {
    let long = String(repeating: "a", count: 3 * Limits.tag)
    let tag = isAttribute ? "<row x=\"\(long)\">" : "<\(long)>"
    #expect(try codes(.wiod2013, "w.xlsx", book("<s>\(tag)")) == ["endless-workbook"])
  }

  @Test func entitiesAreRefused() throws {
    let sheet = book("<!DOCTYPE s [<!ENTITY x \"1\">]><s><row><c><v>&x;</v></c></row></s>")
    #expect(try codes(.wiod2013, "w.xlsx", sheet) == ["damaged-file"])
  }

  @Test func aListOfSheetsWithoutEndIsRefused() throws {
    let many = String(repeating: "<sheet name=\"a\" id=\"r1\"/>", count: Limits.workbookParts + 1)
    let bytes = zipped([
      "xl/_rels/workbook.xml.rels": Array("<R/>".utf8),
      "xl/workbook.xml": Array("<w>\(many)</w>".utf8),
    ])
    #expect(try codes(.wiod2013, "w.xlsx", bytes) == ["endless-workbook"])
  }

  /// A header of many nodes makes no table before its rows are there, and no more than fits.
  @Test func moreNodesThanATableHasAreRefused() throws {
    let count = Limits.nodes + 1
    let header = "V1," + (0..<count).map { "JPN_A\($0)" }.joined(separator: ",") + ",JPN_HFCE,OUT\n"
    #expect(try codes(.oecdICIO, "2022_SML.csv", Array(header.utf8)).contains("too-many-nodes"))
  }

  /// A file of nothing but mistakes is not read to its end.
  @Test func aFileOfMistakesIsLeft() throws {
    let rows = String(repeating: "X,1\n", count: 5 * Limits.mistakes)
    let found = try failures(
      Delivery("wrong", .oecdICIO, ["2022_SML.csv": Array("V1,JPN_A,JPN_HFCE,OUT\n\(rows)".utf8)]))
    #expect(found.last?.problem.as(CSVProblem.self) == .more(Limits.mistakes - 49))
  }
}
