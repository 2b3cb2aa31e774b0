/// What one region sells of one product to another: to its producers and to its final demand.
package struct TradeLink: Sendable, Hashable {
  /// Region that sells, an index of the table's regions.
  package let exporter: Int
  /// Region that buys, an index of the table's regions.
  package let importer: Int
  /// Product, an index of the table's sectors.
  package let product: Int

  /// Makes a link.
  package init(exporter: Int, importer: Int, product: Int) {
    self.exporter = exporter
    self.importer = importer
    self.product = product
  }
}

/// One what-if: trade links scaled by 1 - share, all at once.
package struct PartialExtraction: Sendable {
  /// The links; one that stands twice counts once.
  package let links: [TradeLink]
  /// Share s of each link that is taken away, 0 to 1.
  package let share: Double
  /// Whether each buyer's remaining suppliers of the product make up for it, pro rata.
  package let isReplaced: Bool

  /// Makes a what-if.
  package init(links: [TradeLink], share: Double, isReplaced: Bool = false) {
    precondition((0...1).contains(share), "PartialExtraction: a share of \(share)")
    self.links = links
    self.share = share
    self.isReplaced = isReplaced
  }
}
