import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

/// One damaged folder: which file, how, the code that must come out, and the text at its place.
struct Damage: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let code: String
  /// Text that the message is placed at; nil if it stands at no cell.
  let at: String?

  init(_ file: String, _ old: String, _ new: String, _ code: String, at: String? = nil) {
    (self.file, self.old, self.new, self.code, self.at) = (file, old, new, code, at)
  }

  var testDescription: String { "\(file): \(old) -> \(new): \(code)" }
}

private let badCells: [Damage] = ["Z.csv", "Y.csv", "VA.csv", "x.csv"].flatMap { file in
  let old = ["Z.csv": "A_x,10,5", "Y.csv": "A_x,20,10", "VA.csv": "wages,20", "x.csv": "A_x,50"][
    file]
  let label = file == "VA.csv" ? "wages" : "A_x"
  let rest = ["Z.csv": ",5", "Y.csv": ",10"][file] ?? ""
  return [
    ("ten", "not-a-number"), ("1.2.3", "not-a-number"), ("0x1F", "not-a-number"),
    ("１２", "not-a-number"), ("1 000", "not-a-number"), ("\"1,000\"", "not-a-number"),
    ("1e", "not-a-number"), ("#DIV/0!", "not-a-number"), ("12%", "not-a-number"),
    ("NaN", "not-finite"), ("-inf", "not-finite"), ("Infinity", "not-finite"),
    ("1e400", "too-large"), ("-1e101", "too-large"), ("1\"2", "stray-quote"),
    ("\"1\"2", "stray-quote"),
  ].map { cell, code in
    let shown =
      cell == "\"1\"2"
      ? "1" : String(cell.drop { $0 == "\"" }.prefix { $0 != "\"" || cell.first != "\"" })
    return Damage(file, old ?? "", "\(label),\(cell)\(rest)", code, at: shown)
  }
}

private let badShapes: [Damage] = [
  Damage("Z.csv", "A_x,10,5,1,0", "A_x,10,5,1", "wrong-cell-count", at: "A_x,10,5,1"),
  Damage("Z.csv", "A_x,10,5,1,0", "A_x,10,5,1,0,7", "wrong-cell-count", at: "A_x,10,5,1,0,7"),
  Damage("Y.csv", "B_x,2,3,30", "B_x,2,3", "wrong-cell-count", at: "B_x,2,3"),
  Damage("VA.csv", "wages,20,30,25,20", "wages,20", "wrong-cell-count", at: "wages,20"),
  Damage("x.csv", "A_x,50", "A_x", "wrong-cell-count", at: "A_x"),
  Damage("x.csv", "A_x,50", "A_x,50,1", "wrong-cell-count", at: "A_x,50,1"),
  Damage(
    "x.csv", "label,x\nA_x,50\nA_y,70\nB_x,50\nB_y,50",
    "label,x,z\nA_x,50,1\nA_y,70,1\nB_x,50,1\nB_y,50,1", "wrong-cell-count", at: "z"),
  Damage("sectors.csv", "y,Services,サービス", "y,Services", "wrong-cell-count", at: "y,Services"),
  Damage("economy.csv", "year,2020", "year,2020,AD", "wrong-cell-count", at: "year,2020,AD"),
  Damage("Z.csv", ",A_x,A_y,B_x,B_y", ",", "empty-label", at: ""),
  Damage("Z.csv", ",A_x,A_y,B_x,B_y", "node", "no-columns", at: "node"),
  Damage("Z.csv", "A_x,10", "\"A_x,10", "unclosed-quote", at: "\""),
  Damage("Y.csv", "B_y,1,4,25", "B_y,1,4,\"25", "unclosed-quote", at: "\""),
  Damage("sectors.csv", "Goods", "\"Goods", "unclosed-quote", at: "\""),
  Damage("sectors.csv", "Goods", "Go\"ods", "stray-quote", at: "Go\"ods"),
  Damage("Z.csv", "A_x,10,5,1,0\n", "A_x,10,5,1,0\r", "carriage-return"),
]

private let badLabels: [Damage] = [
  Damage("Z.csv", "\nA_y,", "\nA_x,", "duplicate-label", at: "A_x"),
  Damage("Z.csv", ",A_x,A_y,B_x", ",A_x,A_x,B_x", "duplicate-label", at: "A_x"),
  Damage("Z.csv", "\nA_y,", "\nA_yy,", "unknown-label", at: "A_yy"),
  Damage("Z.csv", "\nA_y,", "\n,", "empty-label", at: ""),
  Damage("Z.csv", "\nB_y,2,2,4,12", "", "missing-label"),
  Damage("Y.csv", "\nB_y,1,4,25", "", "missing-label"),
  Damage("Y.csv", "\nA_y,", "\nA_z,", "unknown-label", at: "A_z"),
  Damage("Y.csv", "\nA_y,", "\nA_x,", "duplicate-label", at: "A_x"),
  Damage("Y.csv", "A_GFCF", "A_HFCE", "duplicate-label", at: "A_HFCE"),
  Damage("Y.csv", "A_GFCF", "", "empty-label", at: ""),
  Damage("Y.csv", "A_GFCF", "C_GFCF", "homeless-final-demand", at: "C_GFCF"),
  Damage("Y.csv", "A_GFCF", "GFCF", "homeless-final-demand", at: "GFCF"),
  Damage("Y.csv", "A_x,20,10,4\nA_y,30,5,6\nB_x,2,3,30\nB_y,1,4,25\n", "", "no-rows"),
  Damage("VA.csv", ",A_x,A_y", ",A_x,A_z", "unknown-label", at: "A_z"),
  Damage("VA.csv", ",A_x,A_y", ",A_x,A_x", "duplicate-label", at: "A_x"),
  Damage("VA.csv", "profits", "wages", "duplicate-label", at: "wages"),
  Damage(
    "VA.csv", ",B_y\nwages,20,30,25,20\nprofits,14,12,10,9", "\nwages,20,30,25\nprofits,14,12,10",
    "missing-label"),
  Damage("x.csv", "B_y,50", "C_y,50", "unknown-label", at: "C_y"),
  Damage("x.csv", "B_y,50\n", "", "missing-label"),
  Damage("x.csv", "B_y,50", "B_x,50", "duplicate-label", at: "B_x"),
]

private let badLists: [Damage] = [
  Damage("Z.csv", ",A_x,A_y,B_x,B_y", ";A_x;A_y;B_x;B_y", "not-commas"),
  Damage("x.csv", "label,x", "label\tx", "not-commas"),
  Damage("sectors.csv", "code,name,name_ja", "code;name;name_ja", "not-commas"),
  Damage("economy.csv", "year,2020", "year,now", "bad-value", at: "now"),
  Damage("economy.csv", "year,2020", "regions,some", "bad-value", at: "some"),
  Damage("economy.csv", "year,2020", "separator,", "bad-value", at: ""),
  Damage("economy.csv", "year,2020", "schema,99", "bad-value", at: "99"),
  Damage("economy.csv", "year,2020", "name,Twice", "duplicate-key", at: "name"),
  Damage("economy.csv", "key,value", "clef,valeur", "missing-key-column", at: "clef,valeur"),
  Damage("sectors.csv", "code,name", "kode,name", "missing-column", at: "kode,name,name_ja"),
  Damage("sectors.csv", "y,Services", "x,Services", "duplicate-label", at: "x"),
  Damage("sectors.csv", "y,Services", ",Services", "empty-code", at: ""),
  Damage("regions.csv", "code,name", "kode,name", "missing-column", at: "kode,name,name_ja"),
  Damage("regions.csv", "B,Beta", "A,Beta", "duplicate-label", at: "A"),
  Damage("countries.csv", "country", "land", "missing-column", at: "land,region"),
  Damage("countries.csv", "region", "zone", "missing-column", at: "country,zone"),
  Damage("countries.csv", "AAA,A", "AAA,C", "unknown-region", at: "C"),
  Damage("countries.csv", "AAA", "Alpha", "bad-country", at: "Alpha"),
  Damage("countries.csv", "AAA", "BBB", "duplicate-label", at: "BBB"),
]

@Suite struct MalformedFolderTests {
  @Test(arguments: badCells + badShapes + badLabels + badLists)
  func everyDamageEndsInAPlacedMessage(_ damage: Damage) throws {
    let sound = try #require(smallFolder[damage.file])
    try #require(sound.contains(damage.old), "the folder has no such text")
    let text = sound.replacing(damage.old, with: damage.new, maxReplacements: 1)
    let found = failures([damage.file: text])
    let first = try #require(found.first { $0.problem.code == damage.code })
    let place = try #require(first.place)
    #expect(place.source.name.hasSuffix(damage.file))
    if let at = damage.at {
      #expect(String(decoding: place.source.bytes[place.range], as: UTF8.self) == at)
    }
    for language in Language.allCases {
      #expect(!first.problem.message(in: language).isEmpty)
    }
  }

  @Test func manyRegionsNeedASeparatorInEveryLabel() {
    let found = failures(["economy.csv": "key,value\nregions,many\nseparator,:\n"])
    let codes = found.map(\.problem.code)
    #expect(
      codes.prefix(4) == [
        "missing-separator", "missing-separator", "missing-separator", "missing-separator",
      ])
    #expect(found.first?.place?.range == 1..<4)
  }

  @Test func aFiscalYearIsToldToBeAYear() {
    let found = failures(["economy.csv": "key,value\nyear,FY2020\n"])
    #expect(found.first?.problem.help(in: .en) == "accepted: a year, such as `2020`")
  }

  @Test func thereAreAtLeastEightyKindsOfDamage() {
    #expect((badCells + badShapes + badLabels + badLists).count >= 80)
  }

  @Test(arguments: ["Z.csv", "Y.csv"])
  func filesThatEveryEconomyNeedsAreAskedFor(_ file: String) {
    #expect(failures([file: nil]).map(\.problem.code) == ["missing-file"])
  }

  @Test(arguments: [
    "Z.csv", "Y.csv", "VA.csv", "x.csv", "economy.csv", "sectors.csv", "countries.csv",
  ])
  func emptyFilesAndForeignBytesAreRefused(_ file: String) {
    #expect(failures([file: ""]).map(\.problem.code) == ["empty-file"])
    #expect(failures([file: " \r\n\n"]).map(\.problem.code) == ["empty-file"])
    let wide: [UInt8] = [0xFF, 0xFE, 0x41, 0x00]
    #expect(failures([:], bytes: [file: wide]).map(\.problem.code) == ["not-utf8"])
    let packed = failures([file: nil], bytes: [file + ".gz": [0x1F, 0x8B, 8, 0]])
    #expect(packed.map(\.problem.code) == ["damaged-gzip"])
  }

  @Test func allMistakesAreReportedAtOnceUpToALimit() {
    let found = failures([
      "Z.csv": smallFolder["Z.csv"]?.replacing("5,1,0", with: "five,1,nought"),
      "x.csv": smallFolder["x.csv"]?.replacing("70", with: "seventy"),
      "economy.csv": smallFolder["economy.csv"]?.replacing("2020", with: "now"),
    ])
    #expect(
      found.map(\.problem.code) == ["bad-value", "not-a-number", "not-a-number", "not-a-number"])
    let row = (0..<60).map { _ in "bad" }.joined(separator: ",")
    let header = (0..<60).map { "n\($0)" }.joined(separator: ",")
    let many = failures(["Z.csv": ",\(header)\nn0,\(row)\n"])
    #expect(many.count == 51 && many.last?.problem.code == "more-problems")
  }

  @Test func messagesNameTheCell() throws {
    let found = failures([
      "Z.csv": smallFolder["Z.csv"]?.replacing("A_y,4,20", with: "A_y,4,2o")
    ])
    let message = try #require(found.first).problem.message(in: .en)
    #expect(message == "`2o` is not a number (row `A_y`, column `A_y`)")
  }

  @Test func unbalancedRowsWarnAndStrictRefuses() throws {
    let x = "label,x\nA_x,50\nA_y,71\nB_x,50\nB_y,50\n"
    let warnings = try load(["x.csv": x]).warnings
    #expect(warnings.map(\.problem.code) == ["unbalanced-rows", "unbalanced-columns"])
    #expect(warnings.first?.problem.message(in: .en).contains("`A_y` 1.41%") == true)
    #expect(warnings.allSatisfy { $0.severity == .warning })
    let refused = failures(["x.csv": x], strict: true)
    #expect(refused.map(\.problem.code) == ["unbalanced-rows", "unbalanced-columns"])
  }

  @Test func unknownKeysWarnWithTheLikelyOne() throws {
    let warnings = try load(["economy.csv": "key,value\nlicense,free\nname,Small\n"]).warnings
    #expect(warnings.map(\.problem.code) == ["unknown-key"])
    #expect(warnings.first?.problem.help(in: .en) == "did you mean `licence`?")
  }

  @Test func bothFormsOfAFileWarn() throws {
    let warnings = try load([:], bytes: ["x.csv.gz": packedRows[0]]).warnings
    #expect(warnings.map(\.problem.code) == ["two-forms"])
  }

  /// One to three random edits of a file's bytes.
  private func damaged(_ text: String, _ generator: inout SplitMix64) -> [UInt8] {
    let interesting = Array(",\"\n\r-+.eE09 \t_x\0\u{7F}".utf8) + [0xFF, 0xC3, 0xEF]
    var bytes = Array(text.utf8)
    for _ in 0...(generator.next() % 3) {
      let position = Int(generator.next() % UInt64(bytes.count))
      let byte = interesting[Int(generator.next() % UInt64(interesting.count))]
      switch generator.next() % 4 {
      case 0: bytes[position] = byte
      case 1: bytes.insert(byte, at: position)
      case 2: bytes.remove(at: position)
      default: bytes[position] = UInt8(truncatingIfNeeded: generator.next())
      }
    }
    return bytes
  }

  @Test func randomDamageNeverCrashesAndEveryErrorHasItsPlace() {
    var generator = SplitMix64(seed: 3000)
    let files = smallFolder.mapValues { Array($0.utf8) }
    let names = smallFolder.keys.sorted()
    var refused = 0
    for _ in 0..<3000 {
      var changed = files
      let name = names[Int(generator.next() % UInt64(names.count))]
      changed[name] = damaged(smallFolder[name] ?? "", &generator)
      let found = failures(of: changed)
      refused += found.isEmpty ? 0 : 1
      #expect(found.allSatisfy { $0.place != nil || $0.problem.code == "more-problems" })
    }
    #expect(refused > 1000)
  }
}
