import InputOutputTables
import Testing

import TableFormats

/// Only files that were read are sources: satellites that lie beside them are not even hashed.
@Suite struct EoraSourcesTests {
  @Test func satellitesAreNoSources() throws {
    var files = Layouts.eora(Deliveries.eoraWorld)
    files["Eora26_2015_bp_QY.txt"] = [0x31]
    files["labels_Q.txt"] = [0x31]
    let found = try imported(Delivery("eora", .eora26, files))
    #expect(
      found.provenance.sources.map(\.name) == [
        "Eora26_2015_bp_T.txt", "Eora26_2015_bp_FD.txt", "Eora26_2015_bp_VA.txt", "labels_T.txt",
        "labels_FD.txt", "labels_VA.txt",
      ])
  }

  @Test func labelsBesideTheArchiveAreASource() throws {
    let files = Layouts.eora(Deliveries.eoraWorld)
    let isLabel = { (name: String) in name.hasPrefix("labels") }
    let found = try imported(
      Delivery(
        "two archives", .eora26,
        [
          "Eora26_2015_bp.zip": zipped(files.filter { !isLabel($0.key) }),
          "indices.zip": zipped(files.filter { isLabel($0.key) }),
        ], file: "Eora26_2015_bp.zip"))
    #expect(found.provenance.sources.map(\.name) == ["Eora26_2015_bp.zip", "indices.zip"])
  }
}
