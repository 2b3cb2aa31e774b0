/// Primitive `rank`: who is served first of what arrives or is sold (LEVERS.md F).
package enum Ranking: Sendable, Hashable {
  /// Users of an importer take other parts of what arrives than their orders ask for.
  case users(UserPriority)
  /// Importers that sellers of a commodity serve before the others.
  case importers(ImporterPriority)

  /// Index into the commodity catalogue.
  package var commodity: Int {
    switch self {
    case .users(let priority): priority.commodity
    case .importers(let priority): priority.commodity
    }
  }
}

/// Weights ω of an importer's users in what arrives: part = o·ω/Σ o·ω.
package struct UserPriority: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// Using sectors of the table and their weights; the others weigh 1.
  package let weights: [Int: Double]
  /// When.
  package let window: Window

  /// Makes a priority.
  package init(commodity: Int, importer: Partner, weights: [Int: Double], window: Window) {
    self.commodity = commodity
    self.importer = importer
    self.weights = weights
    self.window = window
  }
}

/// Importers that are served first.
package struct ImporterPriority: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who is served first; nil: every seller's own country.
  package let first: [Partner]?
  /// When.
  package let window: Window

  /// Makes a priority.
  package init(commodity: Int, first: [Partner]?, window: Window) {
    self.commodity = commodity
    self.first = first
    self.window = window
  }
}
