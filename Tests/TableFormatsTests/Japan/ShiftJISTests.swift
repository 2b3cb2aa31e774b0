import Diagnostics
import Foundation
import InputOutputTables
import LinearAlgebra
import Testing

@testable import TableFormats

/// CSV that Japanese offices save is in Shift JIS as Windows has it.
@Suite struct ShiftJISTests {
  private static func shiftJIS(_ bytes: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return Array(try #require(text.data(using: .shiftJIS)))
  }
  private static let utf8 = text(Deliveries.padded(JapanTests.rows), end: "\r\n")

  @Test func theTableIsThatOfTheUTF8() throws {
    let plain = try imported(Delivery("utf-8", .japan, ["t.csv": Self.utf8]))
    let found = try imported(Delivery("sjis", .japan, ["t.csv": try Self.shiftJIS(Self.utf8)]))
    #expect(found.table.intermediateUse == plain.table.intermediateUse)
    #expect(found.table.primaryInputLabels == plain.table.primaryInputLabels)
    #expect(found.table.finalDemandLabels == plain.table.finalDemandLabels)
    #expect(found.table.sectors.map(\.nameJa) == ["農林漁業", "鉱業", "製造業"])
    #expect(found.provenance.remarks.contains { $0.code == "shift-jis" })
    #expect(!plain.provenance.remarks.contains { $0.code == "shift-jis" })
  }

  @Test func lettersOfOneAndTwoBytesAreDecoded() throws {
    guard var decoder = ShiftJISDecoder() else { throw CocoaError(.featureUnsupported) }
    // 内生, half-width ｱ, and ① of Windows' own rows.
    let mixed = decoder.decode([0x93, 0xE0, 0x90, 0xB6, 0x2C, 0xB1, 0x87, 0x40])
    let (half, letter, none) = (decoder.decode([0x93]), decoder.decode([0x41]), decoder.decode([]))
    #expect(mixed == Array("内生,ｱ①".utf8))
    #expect(half == nil && letter == [0x41] && none == [])
  }

  @Test func aLineInAnotherEncodingIsRefusedWithItsPlace() throws {
    let bytes = try Self.shiftJIS(Self.utf8) + [0x93, 0xE0, 0x2C, 0xFF, 0xFF, 0x0A]
    // The line that breaks the encoding stands beyond what the first guess looked at.
    let filler = Array(String(repeating: ",\n", count: 600_000).utf8)
    let long = Array(bytes.dropLast(6)) + filler + bytes.suffix(6)
    let found = try #require(try failures(Delivery("mixed", .japan, ["t.csv": long])).first)
    #expect(found.problem.code == "not-shift-jis")
    #expect(found.place?.start.line == JapanTests.rows.count + 600_001)
  }

  @Test func otherFormatsAreUTF8() throws {
    let icio = Array("V1,内生".utf8)
    let found = try failures(
      Delivery("icio", .oecdICIO, ["t.csv": try Self.shiftJIS(icio)]))
    #expect(found.map(\.problem.code) == ["not-utf8"])
  }
}
