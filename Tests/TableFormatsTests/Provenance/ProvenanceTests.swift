import Diagnostics
import Files
import Foundation
import InputOutputTables
import Testing

import TableFormats

/// Every table says where it came from and what was done to it.
@Suite struct ProvenanceTests {
  @Test(arguments: Deliveries.all.map(\.0))
  func theRecordNamesSourcesLicenceAndChanges(_ delivery: Delivery) throws {
    let record = try imported(delivery).provenance
    let parsed = try JSONSerialization.jsonObject(with: Data(record.json.utf8))
    let fields = try #require(parsed as? [String: Any])
    #expect(fields["schema"] as? String == "sonae.provenance/1")
    #expect(fields["licence"] as? String == delivery.format.licence)
    let sources = try #require(fields["sources"] as? [[String: Any]])
    #expect(!sources.isEmpty)
    for source in sources {
      let bytes = try #require(delivery.files[source["name"] as? String ?? ""])
      #expect(source["sha256"] as? String == sha256Hex(bytes))
      #expect(source["bytes"] as? Int == bytes.count)
    }
    for remark in record.remarks { #expect(record.markdown.contains(remark.message(in: .en))) }
    #expect(Provenance(notes: record.notes) == record)
  }

  @Test func theYearsOriginIsTold() throws {
    let bytes = Deliveries.icio.files["2022_SML.csv"] ?? []
    let codes = { (name: String) in
      try imported(Delivery("year", .oecdICIO, [name: bytes])).provenance.remarks.map(\.code)
    }
    #expect(try codes("2022_SML.csv").contains("year-from-name"))
    #expect(try codes("table.csv").contains("no-year"))
  }

  @Test func aWrongUnitIsNoticedByTheSizeOfTheWorld() {
    let million = WorldBounds.remark(on: [1.4e8, 0.4e8], unit: "million USD")
    #expect(million?.kind == .check)
    let thousand = WorldBounds.remark(on: [1.4e8, 0.4e8], unit: "thousand USD")
    #expect(thousand?.kind == .warning)
    #expect(thousand?.message(in: .en).contains("it would fit million USD") == true)
    let small = WorldBounds.remark(on: [140], unit: "million USD")
    #expect(
      small?.message(in: .en)
        == "world output is 140 in these units (million USD): is it thousand, million or billion?; it would fit trillion USD"
    )
    #expect(WorldBounds.remark(on: [1], unit: "million JPY") == nil)
  }

  @Test func countriesBehindProvidersCodesAreISO() throws {
    for (delivery, _) in Deliveries.all {
      let table = try imported(delivery).table
      for country in table.countries {
        #expect(country.code.utf8.count == 3 && country.code == country.code.uppercased())
      }
      #expect(table.countries.map(\.code) == table.countries.map(\.code).sorted())
    }
  }
}
