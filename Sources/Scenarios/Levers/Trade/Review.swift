import Quantities

/// A tightened export review: the covered share waits, then the approved part of it arrives.
package struct Review: Lever {
  /// Who reviews.
  package let exporter: Partner
  /// Whose imports; nil: everyone's.
  package let importer: Partner?
  /// What is reviewed.
  package let products: [Product]
  /// Share of the trade under review, 0 to 1.
  package let covers: Double
  /// How long a review takes, days.
  package let delay: Int
  /// Share of the reviewed trade that is let through, 0 to 1.
  package let approval: Double
  /// When.
  package let window: Window
  /// The buyers that it hits; nil: all.
  package let listing: Listing?
  /// The stage that is reviewed.
  package let stage: StageChoice

  /// Makes a review.
  package init(
    exporter: Partner, importer: Partner?, products: [Product], covers: Double, delay: Int,
    approval: Double, window: Window, listing: Listing? = nil, stage: StageChoice = .last
  ) {
    self.stage = stage
    self.listing = listing
    self.exporter = exporter
    self.importer = importer
    self.products = products
    self.covers = covers
    self.delay = delay
    self.approval = approval
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    products.flatMap { product -> [Effect] in
      stage.links(of: product, from: exporter, into: importer, in: context).flatMap { links in
        (listing?.parts(product) ?? [(1, nil)]).flatMap { part -> [Effect] in
          let covered = covers * part.share
          let refused = covered * (1 - approval)
          return [
            .open(Blockage(links: links, share: refused, window: window, listed: part.listed)),
            .wait(
              Waiting(
                links: links, share: covered * approval, of: 1 - refused, days: delay,
                window: window, listed: part.listed)),
          ]
        }
      }
    }
  }

  package var slices: [Slice] {
    listing?.slices(of: products, importer: importer) ?? []
  }
}

extension Review: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "review", .group,
    example:
      "{exporter: CHN, importer: JPN, products: [magnets], delay: 60 days, approval: 80%}",
    "a tightened export review: delay and catch-up, not loss", "輸出審査の厳格化(遅れて届く)")

  static let keys =
    Key.link + [
      Key(
        "covers", .quantity([.share]), .standard("100%"), in: .share,
        example: "30%", "share of the trade under review", "審査の対象になる割合"),
      Key(
        "delay", .wholeDays, .required, in: .notNegative, example: "60 days",
        "how long a review takes", "審査にかかる日数"),
      Key(
        "approval", .quantity([.share]), .standard("100%"), in: .share,
        example: "80%", "share of the reviewed trade that is let through", "許可される割合"),
    ] + Listing.keys + [StageChoice.key] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let link = TradeLink(group, &reader)
    let covers = reader.number(group["covers"])
    let delay = reader.wholeDays(group["delay"])
    let approval = reader.number(group["approval"])
    let listing = Listing.read(group, of: link, &reader)
    let stage = StageChoice.read(group, of: link?.products, &reader)
    let window = reader.window(group)
    guard let link, let covers, let delay, let approval, let window, let listing, let stage
    else { return nil }
    guard stage.fits(group["listed"], &reader) else { return nil }
    self.init(
      exporter: link.exporter, importer: link.importer, products: link.products, covers: covers,
      delay: delay, approval: approval, window: window, listing: listing.listing,
      stage: stage)
  }
}
