/// Buyers of an importer whom an exporter lists: they are cut off or made to wait, the others are not
/// (LEVERS.md 0.5).
package struct Slice: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// Which of its use.
  package let listed: Listed

  /// Makes a slice.
  package init(commodity: Int, importer: Partner, listed: Listed) {
    self.commodity = commodity
    self.importer = importer
    self.listed = listed
  }
}

/// The listed share of an importer's use.
package enum Listed: Sendable, Hashable {
  /// The same of every user, below 1.
  case all(Double)
  /// By using sector of the table; the others have no listed buyer.
  case sectors([Int: Double])

  /// Listed share of a using sector, 0 to 1.
  package func share(of sector: Int) -> Double {
    switch self {
    case .all(let share): share
    case .sectors(let shares): shares[sector] ?? 0
    }
  }
}
