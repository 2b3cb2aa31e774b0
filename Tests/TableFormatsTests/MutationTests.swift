import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

import TableFormats

/// Broken files are refused with messages, or read; never with a trap, never with NaN.
@Suite struct MutationTests {
  private static let deliveries =
    Deliveries.all.map(\.0) + [
      Deliveries.national, JapanTests.delivery, EurostatWorld.delivery, BEAWorld.delivery,
    ]

  @Test(arguments: deliveries)
  func anyByteMayChange(_ delivery: Delivery) throws {
    var generator = SplitMix64(seed: 11)
    let random = { (limit: Int) in
      limit == 0 ? 0 : Int(generator.nextUniform() * Double(limit)) % limit
    }
    let names = delivery.files.keys.sorted()
    let cells = [
      "", ",", "\t", "\n", "\"", "NA", "-", "1e999", "nan", "_", "c1", "\u{0}", "<", "é",
    ]
    do {
      for _ in 0..<300 {
        let name = names[random(names.count)]
        var bytes = delivery.files[name] ?? []
        for _ in 0...random(3) {
          let position = random(bytes.count)
          switch random(4) {
          case 0: bytes[position] = UInt8(truncatingIfNeeded: random(256))
          case 1: bytes.insert(contentsOf: cells[random(cells.count)].utf8, at: position)
          case 2: bytes.removeSubrange(position..<min(bytes.count, position + 1 + random(40)))
          default: bytes.removeLast(random(bytes.count / 4))
          }
          if bytes.isEmpty { bytes = [0] }
        }
        try expectSoundOrRefused(delivery.changed(name) { _ in bytes })
      }
    }
  }

  /// Cells of a workbook change before it is packed, so that its checksums hold.
  @Test func anyCellOfAWorkbookMayChange() throws {
    var generator = SplitMix64(seed: 17)
    let random = { (limit: Int) in Int(generator.nextUniform() * Double(limit)) % max(1, limit) }
    let cells = ["", "c1", "TOT", "GO", "1e999", "NA", "r60", "JPN", "<&>", "-3", "内生部門計", "Year"]
    for (format, original) in [
      (ProviderFormat.wiod2013, Deliveries.wiodRows2013), (.wiod2016, Deliveries.wiodRows2016),
      (.japan, JapanTests.rows),
    ] {
      for _ in 0..<200 {
        var rows = original
        for _ in 0...random(4) {
          let row = random(rows.count)
          guard !rows[row].isEmpty else { continue }
          switch random(4) {
          case 0: rows[row][random(rows[row].count)] = cells[random(cells.count)]
          case 1: rows[row].remove(at: random(rows[row].count))
          case 2: rows.remove(at: row)
          default: rows[row].insert(cells[random(cells.count)], at: random(rows[row].count))
          }
        }
        try expectSoundOrRefused(
          Delivery("cells", format, ["t.xlsx": workbook([("National", rows)])]))
      }
    }
  }

  /// A file whose every cell is wrong is refused with some of them, in no time.
  @Test func mistakesWithoutNumberAreCounted() throws {
    let bytes = Deliveries.icio.files["2022_SML.csv"] ?? []
    let wrong = bytes.map { (48...57).contains($0) ? UInt8(ascii: "x") : $0 }
    let header = Array(bytes.prefix { $0 != 10 })
    let broken = Delivery("all", .oecdICIO, ["t.csv": header + wrong.drop { $0 != 10 }])
    let codes = try failures(broken).map(\.problem.code)
    #expect(codes.last == "more-problems" && codes.count == 51)
  }

  private func expectSoundOrRefused(_ delivery: Delivery) throws {
    do {
      let table = try imported(delivery).table
      let numbers = [
        table.intermediateUse.elements, table.finalDemand.elements,
        table.primaryInputs.elements, table.grossOutput,
      ]
      #expect(numbers.allSatisfy { $0.allSatisfy(\.isFinite) })
      #expect(Set(table.nodeLabels).count == table.nodeCount)
    } catch let list as DiagnosticList {
      for message in list.diagnostics {
        #expect(message.severity == .error)
        #expect(!message.text(in: .en).isEmpty && !message.text(in: .ja).isEmpty)
      }
    }
  }

  /// A file that no format knows is refused by each, however short it is.
  @Test(arguments: ProviderFormat.allCases)
  func whatIsNoTableIsRefused(_ format: ProviderFormat) throws {
    let texts = [
      "", "\n", "a\n", "freq,unit\n1,2\n", "x\ty\n1\t2\n", "\u{FEFF}a,b\n", ",,,\n,,\n",
      "\"a\nb\",1\n", String(repeating: "a,b,c\n", count: 60),
    ]
    for name in ["t.tsv", "t.csv", "t.txt", "t.xlsx"] {
      for text in texts {
        let strange = Delivery("strange", format, [name: Array(text.utf8)])
        #expect(throws: DiagnosticList.self, "\(name): \(text)") { try imported(strange) }
      }
    }
  }
}
