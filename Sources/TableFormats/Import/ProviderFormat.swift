/// A provider's format that Sonae reads as it was downloaded.
package enum ProviderFormat: String, Sendable, CaseIterable {
  case oecdICIO = "oecd-icio"
  case exiobase = "exiobase3"
  case wiod2013, wiod2016
  case wiodNational = "wiod-national"
  case figaro, eora26, adb, gloria
  case japan = "jp-io"
  case eurostat
  case usBEA = "us-bea"
  case pymrio

  /// The name on the command line.
  package var name: String { rawValue }

  /// Other names on the command line.
  package var aliases: [String] {
    switch self {
    case .oecdICIO: ["icio", "oecd"]
    case .exiobase: ["exiobase"]
    case .wiod2013: []
    case .wiod2016: ["wiod"]
    case .wiodNational: ["niot"]
    case .figaro: []
    case .eora26: ["eora"]
    case .adb: ["adb-mrio"]
    case .gloria: []
    case .japan: ["japan"]
    case .eurostat: ["naio"]
    case .usBEA: ["bea"]
    case .pymrio: []
    }
  }

  /// The format of a name or another name; nil if there is none.
  package init?(named name: String) {
    let wanted = name.lowercased()
    guard
      let found = Self.allCases.first(where: {
        $0.rawValue == wanted || $0.aliases.contains(wanted)
      })
    else { return nil }
    self = found
  }

  /// All names, other names included.
  package static var names: [String] { allCases.flatMap { [$0.rawValue] + $0.aliases } }
}
