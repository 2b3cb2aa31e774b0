/// Trade links by name.
package enum LinkSet: Sendable, Hashable {
  /// A product from an exporter to an importer; nil: to every other.
  case trade(Product, exporter: Partner, importer: Partner?)
  /// A commodity's way through a chokepoint, with shares of imports through it that replace its figures.
  case route(commodity: Int, chokepoint: String, through: [ShareThrough])
  /// Sales of a stage before the last of a commodity's chain; nil: to every other.
  case stage(Int, of: Int, exporter: Partner, importer: Partner?)

  /// What the links carry.
  package var product: Product {
    switch self {
    case .trade(let product, _, _): product
    case .route(let commodity, _, _), .stage(_, let commodity, _, _): .commodity(commodity)
    }
  }
}

/// The share of an importer's imports that passes a chokepoint.
package struct ShareThrough: Sendable, Hashable {
  /// The importer.
  package let importer: Partner
  /// Share of its imports, 0 to 1.
  package let share: Double

  /// Makes a share.
  package init(importer: Partner, share: Double) {
    self.importer = importer
    self.share = share
  }
}
