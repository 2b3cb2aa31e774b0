import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

import TableFormats

/// One damaged delivery: which file, how, the code that must come out, and where.
struct Breakage: Sendable, CustomTestStringConvertible {
  let delivery: Delivery
  let file: String
  let old: String
  let new: String
  let code: String
  /// Line of the place; nil if the message has none.
  let line: Int?
  /// Text at the place; nil if it does not matter.
  let at: String?

  init(
    _ delivery: Delivery, _ file: String, _ old: String, _ new: String, _ code: String,
    line: Int? = nil, at: String? = nil
  ) {
    (self.delivery, self.file, self.old, self.new) = (delivery, file, old, new)
    (self.code, self.line, self.at) = (code, line, at)
  }

  var testDescription: String { "\(delivery.name), \(file): \(old) -> \(new): \(code)" }
}

private let icio = "2022_SML.csv"
private let figaro = "matrix_eu-ic-io_ind-by-ind_25ed_2021.csv"

private let breakages: [Breakage] = [
  Breakage(Deliveries.icio, icio, "\nJPN_D,", "\nJPN_D,x", "not-a-number", line: 4),
  Breakage(Deliveries.icio, icio, "\nUSA_A01,", "\nUSA_A01,1,", "wrong-cell-count", line: 5),
  Breakage(
    Deliveries.icio, icio, "\nUSA_A01,", "\nUSA_AO1,", "unknown-row", line: 5, at: "USA_AO1"),
  Breakage(
    Deliveries.icio, icio, "\nUSA_A01,", "\nJPN_A01,", "duplicate-label", line: 5, at: "JPN_A01"),
  Breakage(Deliveries.icio, icio, ",USA_A01,", ",JPN_D,", "duplicate-label", line: 1, at: "JPN_D"),
  Breakage(
    Deliveries.icio, icio, "USA_HFCE", "UKR_HFCE", "homeless-final-demand", line: 1, at: "UKR_HFCE"),
  Breakage(Deliveries.icio, icio, "\nTLS,1", "\nTLS,NaN", "not-finite", line: 11),
  Breakage(Deliveries.icio, icio, "\nVA,", "\nVA,1e300,", "wrong-cell-count", line: 12),
  Breakage(Deliveries.icio, icio, "\nVA,", "\n\"VA,", "unclosed-quote", line: 12),
  Breakage(Deliveries.icio, icio, "\nVA,", "\nVA,\"1\"2", "stray-quote", line: 12),
  Breakage(Deliveries.figaro, figaro, "\nJP_D,", "\nXX_D,", "unknown-row", line: 7, at: "XX_D"),
  Breakage(Deliveries.figaro, figaro, "\nW2_D1,", "\nW2_D1,a", "not-a-number", line: 11),
  Breakage(
    Deliveries.exiobase, "Z.txt", "\nJP\tSteel\t", "\nJP\tSteel\t?", "not-a-number", line: 9),
  Breakage(Deliveries.exiobase, "Z.txt", "\nJP\tSteel\t", "\nJP\tSteal\t", "unknown-row", line: 9),
  Breakage(
    Deliveries.exiobase, "Z.txt", "\nJP\tSteel\t", "\nJP\tSteel\t0\t", "wrong-cell-count", line: 9),
  Breakage(Deliveries.exiobase, "Z.txt", "region\t", "area\t", "wrong-layout", line: 1, at: "area"),
  Breakage(
    Deliveries.exiobase, "Y.txt", "\nJP\tSteel\t", "\nJP\tSteel\tx", "not-a-number", line: 9),
  Breakage(
    Deliveries.exiobase, "Y.txt", "\nWA\tSteel\t", "\nJP\tSteel\t", "duplicate-label", line: 12),
  Breakage(Deliveries.exiobase, "x.txt", "\nJP\tSteel\t", "\nXX\tSteel\t", "unknown-row", line: 7),
  Breakage(
    Deliveries.wiod2013CSV, "wiot11.csv", "Name of C,JPN,r2,", "Name of C,JPN,r2,n.a.",
    "not-a-number", line: 9),
  Breakage(
    Deliveries.wiod2013CSV, "wiot11.csv", "\nC,Name of C,JPN,r2,", "\nZZ,Name of C,JPN,r2,",
    "unknown-row", line: 9, at: "ZZ"),
  Breakage(
    Deliveries.eora, "labels_T.txt", "Name of AFG\tAFG\tIndustries\tAgriculture\t\r\n", "",
    "wrong-cell-count"),
  Breakage(Deliveries.eora, "labels_VA.txt", "Primary", "Other\tInput\nPrimary", "label-count"),
]

@Suite struct BrokenFileTests {
  @Test(arguments: breakages)
  func aMistakeIsToldWithItsPlace(_ breakage: Breakage) throws {
    let broken = breakage.delivery.changed(
      breakage.file, replacing(breakage.old, with: breakage.new))
    #expect(broken.files[breakage.file] != [], "the text to replace is not there")
    let messages = try failures(broken)
    let found = try #require(messages.first { $0.problem.code == breakage.code }, "\(messages)")
    #expect(found.severity == .error)
    #expect(found.problem.message(in: .en) != found.problem.message(in: .ja))
    if let line = breakage.line {
      let place = try #require(found.place)
      #expect(place.start.line == line)
      #expect(place.source.name.hasSuffix(breakage.file))
      if let at = breakage.at {
        #expect(String(decoding: place.source.bytes[place.range], as: UTF8.self) == at)
      }
    }
  }

  @Test func everyMistakeOfAFileIsToldAtOnce() throws {
    let broken = Deliveries.icio.changed(icio) { bytes in
      let once = replacing("\nJPN_D,", with: "\nJPN_D,x")(bytes)
      return replacing("\nUSA_A01,", with: "\nUSA_A01,1,")(once)
    }
    #expect(try failures(broken).map(\.problem.code) == ["not-a-number", "wrong-cell-count"])
  }

  @Test func aWrongCellOfAWorkbookIsNamedAsSpreadsheetsDo() throws {
    var rows = Deliveries.wiodRows2013
    rows[9][5] = "n.a."
    let broken = Delivery("cell", .wiod2013, ["w.xlsx": workbook([("WIOT_2011", rows)])])
    let found = try #require(try failures(broken).first)
    let place = try #require(found.place)
    #expect(found.problem.code == "not-a-number")
    #expect(place.source.name.hasSuffix("w.xlsx!WIOT_2011!F10") && place.start.line == 10)
  }

  @Test(arguments: [20, 200, 600])
  func aFileCutShortIsRefused(_ length: Int) throws {
    let cut = Deliveries.icio.changed(icio) { Array($0.prefix(length)) }
    #expect(try !failures(cut).isEmpty)
    let packed = gzipped(Deliveries.icio.files[icio] ?? [])
    let gzip = Delivery("gzip", .oecdICIO, ["a.csv.gz": Array(packed.prefix(length))])
    #expect(try failures(gzip).map(\.problem.code) == ["damaged-file"])
  }

  @Test func damagedArchivesAreRefused() throws {
    let bytes = Deliveries.icio.files[icio] ?? []
    var zip = zipped([icio: bytes])
    zip[100] ^= 1  // a letter of the member: its checksum no longer fits
    #expect(
      try failures(Delivery("zip", .oecdICIO, ["a.zip": zip])).map(\.problem.code) == [
        "damaged-file"
      ])
    let half = Array(zip.prefix(zip.count / 2))
    #expect(
      try failures(Delivery("zip", .oecdICIO, ["a.zip": half])).map(\.problem.code) == [
        "damaged-file"
      ])
    var gzip = gzipped(bytes)
    gzip[gzip.count - 6] ^= 1
    #expect(
      try failures(Delivery("gz", .oecdICIO, ["a.csv.gz": gzip])).map(\.problem.code) == [
        "damaged-file"
      ])
    let book = workbook([("a", [["x"]])])
    #expect(
      try failures(Delivery("xlsx", .adb, ["a.xlsx": Array(book.dropLast(30))])).map(\.problem.code)
        == ["damaged-file"])
  }

  @Test func aMissingFileOfAnArchiveIsNamed() throws {
    for missing in ["Y.txt", "unit.txt", "Z.txt"] {
      var files = Layouts.pymrio(SmallWorld())
      files[missing] = nil
      let zip = Delivery("zip", .exiobase, ["IOT_2020_ixi.zip": zipped(files)])
      let messages = try failures(zip)
      #expect(messages.map(\.problem.code) == ["missing-file"])
      #expect(messages.first?.problem.message(in: .en).contains(missing) == true)
    }
    var files = Layouts.eora(Deliveries.eoraWorld)
    files["labels_FD.txt"] = nil
    #expect(try failures(Delivery("eora", .eora26, files)).map(\.problem.code) == ["missing-file"])
  }

  @Test func workbooksThatAreNotReadSayTheWayOut() throws {
    let messages = try failures(Delivery("xls", .wiod2016, ["old.xls": [0x50, 0x4B]]))
    #expect(messages.map(\.problem.code) == ["closed-workbook"])
    #expect(messages.first?.problem.help(in: .en)?.contains(".xlsx") == true)
    let cut = try failures(Delivery("xlsb", .wiod2016, ["a.xlsb": [0x50, 0x4B]]))
    #expect(cut.map(\.problem.code) == ["damaged-file"])
    let packed = zipped(["a.xlsx": workbook([("a", [["x"]])])])
    #expect(
      try failures(Delivery("zip", .adb, ["a.zip": packed])).map(\.problem.code) == [
        "packed-workbook"
      ])
  }

  @Test func theWrongFormatIsToldWithTheLikelyOne() throws {
    let files = [Deliveries.icio, Deliveries.figaro, Deliveries.wiod2013CSV]
    for delivery in files {
      for format in [ProviderFormat.oecdICIO, .figaro, .wiod2013, .adb, .wiodNational, .japan]
      where format != delivery.format {
        let wrong = Delivery("wrong", format, delivery.files)
        let messages = try failures(wrong)
        #expect(!messages.isEmpty, "\(delivery.name) as \(format.name)")
      }
    }
    let asFigaro = try failures(Delivery("wrong", .figaro, Deliveries.icio.files))
    #expect(asFigaro.map(\.problem.code) == ["wrong-layout"])
    #expect(asFigaro.first?.problem.help(in: .en) == "it looks like `oecd-icio`")
  }

  @Test func aRefusedFileLeavesNothingBehind() throws {
    try withTemporaryFolder { folder in
      try write(Array("V1,a\n".utf8), to: folder + "/a.csv")
      #expect(throws: DiagnosticList.self) {
        try writeEconomy(
          try TableImport.read(.oecdICIO, folder + "/a.csv"), to: folder + "/made")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
    }
  }

  @Test func aFolderThatHoldsSomethingIsNotOverwritten() throws {
    let found = try imported(Deliveries.icio)
    try withTemporaryFolder(["precious.txt": [1]]) { folder in
      let error = try #require(throws: DiagnosticList.self) {
        try writeEconomy(found, to: folder)
      }
      #expect(error.diagnostics.map(\.problem.code) == ["output-exists"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["precious.txt"])
    }
  }

  @Test func severalTablesInAFolderAreNotGuessedAt() throws {
    let bytes = Deliveries.icio.files[icio] ?? []
    let two = Delivery("two", .oecdICIO, ["2021_SML.csv": bytes, "2022_SML.csv": bytes])
    #expect(try failures(two).map(\.problem.code) == ["several-files"])
  }
}
