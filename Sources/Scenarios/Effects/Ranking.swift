/// Primitive `rank`: who is served first of what arrives or is sold (LEVERS.md F).
package enum Ranking: Sendable, Hashable {
  /// Users of an importer take other parts of what arrives than their orders ask for.
  case users(UserPriority)
  /// The order in which sellers of a commodity serve importers.
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

/// In which order sellers that are short serve importers.
package struct ImporterPriority: Sendable, Hashable {
  /// An order of service.
  package enum Order: Sendable, Hashable {
    /// Some importers before the others.
    case named([Partner])
    /// Every seller's own country before the others.
    case home
    /// Everyone up to one level over usual purchases (water filling).
    case level
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who is served first.
  package let order: Order
  /// When.
  package let window: Window

  /// Makes a priority.
  package init(commodity: Int, order: Order, window: Window) {
    self.commodity = commodity
    self.order = order
    self.window = window
  }
}
