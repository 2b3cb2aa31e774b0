import Diagnostics
import InputOutputTables
import LinearAlgebra
import Testing

@testable import TableFormats

/// A binary workbook holds the same table as the one in XML, however its cells are stored.
@Suite struct BinarySheetTests {
  @Test(arguments: BinaryStyle.allCases)
  func theTableIsThatOfTheWorkbookInXML(_ style: BinaryStyle) throws {
    let rows = Deliveries.wiodRows2016
    let binary = try imported(
      Delivery(
        "xlsb", .wiod2016,
        ["WIOT2014_Nov16_ROW.xlsb": binaryWorkbook([("2014", rows)], style)])
    ).table
    let plain = try imported(Deliveries.wiod2016).table
    #expect(binary.intermediateUse == plain.intermediateUse)
    #expect(binary.finalDemand == plain.finalDemand)
    #expect(binary.primaryInputs == plain.primaryInputs)
    #expect(binary.grossOutput == plain.grossOutput && binary.nodeLabels == plain.nodeLabels)
    #expect(binary.sectors.map(\.name) == plain.sectors.map(\.name))
    #expect(binary.description.year == 2014)
  }

  @Test func everyNumberComesBackBitForBit() throws {
    var generator = SplitMix64(seed: 5)
    let numbers = (0..<300).map { _ in
      let size = Double(Int(generator.nextUniform() * 40)) - 20
      var value = generator.nextUniform() - 0.5
      for _ in 0..<Int(abs(size)) { value = size < 0 ? value / 10 : value * 10 }
      return generator.nextUniform() < 0.3 ? (value * 100).rounded() / 100 : value
    }
    let rows = numbers.map { ["\($0)"] }
    for style in BinaryStyle.allCases {
      let read = try self.rows(binaryWorkbook([("a", rows)], style))
      #expect(read.map { Double($0.texts[0]) } == numbers.filter { "\($0)" != "" })
    }
  }

  @Test func sheetsAreChosenByNameAndCellsKeepTheirPlaces() throws {
    let book = binaryWorkbook([
      ("Notes", [["a"]]), ("表", [["", "", "x"], [], ["京", "", "", "1.5"]]),
    ])
    let rows = try self.rows(book, sheet: "表")
    #expect(rows.map(\.line) == [1, 3])
    #expect(rows.map(\.texts) == [["", "", "x"], ["京", "", "", "1.5"]])
    let error = try #require(throws: DiagnosticList.self) { try self.rows(book, sheet: "other") }
    #expect(error.diagnostics.map(\.problem.code) == ["no-sheet"])
  }

  /// No size and no number of a record is believed before the bytes are there.
  @Test(
    arguments: [
      [0x00, 0xFF, 0xFF, 0xFF, 0x7F], [0x00, 0x04, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x81, 0x02, 0xFF, 0xFF, 0xFF, 0x7F], [0x00], [0x80, 0x80, 0x80],
      record(0, little(2, 4)) + record(5, little(0, 8)),
      record(0, little(2, 4)) + record(5, little(1 << 20, 4) + little(0, 12)),
      record(0, little(2, 4)) + record(7, little(0, 8) + little(999_999, 4)),
      record(0, little(2, 4)) + record(6, little(0, 8) + little(0x7FFF_FFFF, 4)),
      record(0, little(2, 4)) + record(6, little(0, 8) + [1]),
    ] as [[UInt8]])
  func recordsThatBreakTheRulesAreRefused(_ bytes: [UInt8]) throws {
    var files: [String: [UInt8]] = [:]
    files["xl/workbook.bin"] = record(
      156, little(0, 8) + little(1, 4) + little(0x72, 2) + little(1, 4) + little(0x61, 2))
    files["xl/_rels/workbook.bin.rels"] = Array(
      "<Relationships><Relationship Id=\"r\" Target=\"a.bin\"/></Relationships>".utf8)
    files["xl/a.bin"] = bytes
    let error = try #require(throws: DiagnosticList.self) { try rows(zipped(files)) }
    #expect(error.diagnostics.map(\.problem.code) == ["damaged-file"])
  }

  @Test func anyByteOfAnyPartMayChange() throws {
    var generator = SplitMix64(seed: 23)
    let random = { (limit: Int) in Int(generator.nextUniform() * Double(limit)) % max(1, limit) }
    let original = binaryWorkbook([("2014", Deliveries.wiodRows2016)], .short)
    let parts = unzipped(original)
    for _ in 0..<300 {
      var files = parts
      let name = files.keys.sorted()[random(files.count)]
      var bytes = files[name] ?? []
      for _ in 0...random(3) where !bytes.isEmpty {
        bytes[random(bytes.count)] = UInt8(truncatingIfNeeded: random(256))
        if random(4) == 0 { bytes.removeLast(random(bytes.count / 2)) }
      }
      files[name] = bytes
      do {
        let table = try imported(Delivery("changed", .wiod2016, ["t.xlsb": zipped(files)])).table
        #expect(table.intermediateUse.elements.allSatisfy { $0.isFinite })
      } catch let list as DiagnosticList {
        #expect(list.diagnostics.allSatisfy { $0.severity == .error })
      }
    }
  }

  private func rows(_ book: [UInt8], sheet: String? = nil) throws -> [Row] {
    try withDelivery(Delivery("book", .wiod2016, ["t.xlsb": book])) { path in
      let file = InputFile(path: path, member: nil)
      var reader = try RowReader(file) { sheet == nil || $0 == sheet }
      var row = reader.emptyRow(file)
      var found: [Row] = []
      while try reader.next(&row) { found.append(row) }
      return found
    }
  }
}
