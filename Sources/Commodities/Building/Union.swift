import Quantities

/// The European Union, whose trade with the outside is often published for all members together.
enum Union {
  /// The importer whose rows stand for members without rows of their own.
  static let code = "EU27"

  /// Members, and the tables' region of those that they do not have apart.
  static let members: Set<String> = [
    "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV",
    "HUN", "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN",
    "SWE", "REU",
  ]

  /// The Union's shares of imports as those of a member, which say so; nil for anyone else.
  static func shares(
    _ shares: [Commodity.OriginShare], of code: String
  ) -> [Commodity.OriginShare]? {
    guard members.contains(code) else { return nil }
    return shares.map { share in
      let figure = share.figure
      return Commodity.OriginShare(
        origin: share.origin, share: share.share,
        figure: Figure(
          value: figure.value, low: figure.low, high: figure.high, unit: figure.unit,
          year: figure.year, basis: "\(figure.basis); the European Union's, taken for \(code)",
          source: figure.source, confidence: .assumption, note: figure.note))
    }
  }
}

extension Commodity {
  /// Importers without a union whose members stand beside it.
  package var importersApart: [Importer] {
    let hasMembers = importers.contains { Union.members.contains($0.code) && !$0.origins.isEmpty }
    return importers.filter { $0.code != Union.code || !hasMembers }
  }
}
