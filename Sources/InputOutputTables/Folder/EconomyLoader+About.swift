package import Diagnostics
internal import Files

/// What an economy's folder says of itself, its flows left unread.
package struct EconomyAbout: Sendable {
  /// The name that loads it.
  package let name: String
  /// What is said of the table; no file is hashed for it.
  package let description: InputOutputTable.Description
  /// Its regions, in the table's order.
  package let regions: [InputOutputTable.Region]
  /// Its sectors, likewise.
  package let sectors: [InputOutputTable.Sector]

  private init(
    name: String, description: InputOutputTable.Description, regions: [InputOutputTable.Region],
    sectors: [InputOutputTable.Sector]
  ) {
    self.name = name
    self.description = description
    self.regions = regions
    self.sectors = sectors
  }

  /// What a table says of itself.
  package init(_ table: InputOutputTable, named name: String) {
    self.init(
      name: name, description: table.description, regions: table.regions, sectors: table.sectors)
  }

  /// What economy.csv and the lists of names say.
  fileprivate init(_ name: String, _ reader: inout EconomyReader) {
    let settings = reader.settings()
    let (regions, sectors) = (reader.nameList("regions.csv"), reader.nameList("sectors.csv"))
    self.init(
      name: name, description: reader.description(settings, sha256: ""),
      regions: regions.codes.map { regions.region($0) },
      sectors: sectors.codes.map { sectors.sector($0) })
  }
}

extension EconomyLoader {
  /// The economy of a scenario that names none.
  package static let standard = "world-2022"

  /// What each economy compiled in says of itself: the standard one first, the others by name.
  package static func bundled() throws(DiagnosticList) -> [EconomyAbout] {
    var abouts: [EconomyAbout] = []
    for name in bundledNames() {
      var reader = EconomyReader(files: try EconomyFiles(named: name, relativeTo: nil))
      let about = EconomyAbout(name, &reader)
      if let failure = reader.log.failure { throw failure }
      abouts.append(about)
    }
    return abouts.filter { $0.name == standard } + abouts.filter { $0.name != standard }
  }
}
