import Diagnostics
import InputOutputTables
import LinearAlgebra
import TestSupport
import Testing

import TableFormats

/// Broken files are refused with messages, or read; never with a trap, never with NaN.
@Suite struct MutationTests {
  private static let deliveries =
    Deliveries.all.map(\.0) + [Deliveries.national, JapanTests.delivery]

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

  private func expectSoundOrRefused(_ delivery: Delivery) throws {
    do {
      let table = try imported(delivery).table
      let numbers = [
        table.intermediateUse.elements, table.finalDemand.elements,
        table.valueAddedItems.elements, table.grossOutput,
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
}
