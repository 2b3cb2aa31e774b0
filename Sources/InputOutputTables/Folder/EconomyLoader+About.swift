package import Diagnostics
internal import Files

/// What an economy's folder says of itself, its flows left unread.
package struct EconomyAbout: Sendable {
  /// The name that loads it.
  package let name: String
  /// What is said of the table; no file is hashed for it.
  package let description: InputOutputTable.Description
  /// Number of regions.
  package let regionCount: Int
  /// Number of sectors.
  package let sectorCount: Int
}

extension EconomyLoader {
  /// The economy of a scenario that names none.
  package static let standard = "world-2022"

  /// What each economy compiled in says of itself: the standard one first, the others by name.
  package static func bundled() throws(DiagnosticList) -> [EconomyAbout] {
    var abouts: [EconomyAbout] = []
    for name in bundledNames() {
      var reader = EconomyReader(files: try EconomyFiles(named: name, relativeTo: nil))
      let about = reader.about(name)
      if let failure = reader.log.failure { throw failure }
      abouts.append(about)
    }
    return abouts.filter { $0.name == standard } + abouts.filter { $0.name != standard }
  }
}

extension EconomyReader {
  /// What economy.csv and the lists of names say.
  fileprivate mutating func about(_ name: String) -> EconomyAbout {
    let settings = settings()
    return EconomyAbout(
      name: name, description: description(settings, sha256: ""),
      regionCount: nameList("regions.csv").count, sectorCount: nameList("sectors.csv").count)
  }
}
