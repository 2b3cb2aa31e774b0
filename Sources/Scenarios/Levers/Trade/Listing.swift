import Diagnostics
import Quantities

/// Listed buyers as bans and reviews state them.
package struct Listing: Sendable, Hashable {
  /// Their share of use.
  package let listed: Listed
  /// Share of what they lose that others pass on to them, 0 to 1; then the others lose their part too.
  package let resale: Double

  /// Makes a listing.
  package init(listed: Listed, resale: Double) {
    self.listed = listed
    self.resale = resale
  }

  /// The buyers that stay cut off: w·(1 − resale); nil where they are everyone or nobody.
  package var slice: Listed? {
    switch listed {
    case .all(let share):
      let kept = share * (1 - resale)
      return kept > 0 && kept < 1 ? .all(kept) : nil
    case .sectors: return listed
    }
  }

  /// Share of their own purchases that the other buyers lose to those who pass on: r·w/(1 − w(1 − r)).
  package var passedOn: Double {
    guard case .all(let share) = listed, resale > 0, share < 1 || resale > 0 else { return 0 }
    return resale * share / (1 - share * (1 - resale))
  }

  /// Whether all buyers are listed and nobody passes on.
  package var isEveryone: Bool { listed == .all(1) && resale == 0 }

  /// The slices of an importer's commodities.
  func slices(of products: [Product], importer: Partner?) -> [Slice] {
    guard let importer, let slice else { return [] }
    return products.compactMap { $0.commodity }.map {
      Slice(commodity: $0, importer: importer, listed: slice)
    }
  }

  /// What it leaves of a restriction of a share of a product's links: of listed buyers and of the others.
  func parts(_ product: Product) -> [(share: Double, listed: Listed?)] {
    if product.commodity == nil {
      // The table does not know buyers apart: the listed share of trade.
      if case .all(let share) = listed { return [(share, nil)] }
      return []
    }
    if isEveryone { return [(1, nil)] }
    var parts: [(share: Double, listed: Listed?)] = []
    if let slice { parts.append((1, slice)) }
    if passedOn > 0 { parts.append((passedOn, nil)) }
    // Nobody is listed: it acts on the link, by nothing.
    return parts.isEmpty ? [(0, nil)] : parts
  }
}

extension Listing {
  static let keys = [
    Key(
      "listed", .amounts(.sector, [.share]), in: .share, words: [], example: "{34t35: 5%, 26: 10%}",
      "listed buyers: a share of all use such as `10%`, or of using sectors'; none: every buyer",
      "掲載された需要者。`10%` のような使用量の割合、または利用部門ごとの割合。なければ全員"),
    Key(
      "resale", .quantity([.share]), .standard("0%"), in: .share, example: "50%",
      "share of what listed buyers lose that others pass on to them",
      "掲載された需要者が失う分のうち、他者からの転売で得る割合"),
  ]

  /// Reads it; nil inside where the file lists nobody, nil where it is wrong.
  static func read(
    _ group: ScenarioReader.Group, of link: TradeLink?, _ reader: inout ScenarioReader
  ) -> (listing: Listing?, Void)? {
    let resale = reader.number(group["resale"])
    guard let field = group["listed"] else {
      reader.remark(group["resale"], isIdleBy: "no `listed`")
      return resale.map { _ in (nil, ()) }
    }
    if group["importer"] == nil {
      reader.report(ScenarioProblem.Combination.listedOfNobody, at: field.place)
      return nil
    }
    guard let listed = listed(field, &reader), let resale else { return nil }
    if case .sectors = listed {
      if resale > 0, let field = group["resale"] {
        reader.report(ScenarioProblem.Combination.resaleBySector, at: field.place)
        return nil
      }
      if let link, link.products.contains(where: { $0.commodity == nil }) {
        reader.report(ScenarioProblem.Combination.listedBySector, at: field.place)
        return nil
      }
    }
    return (Listing(listed: listed, resale: resale), ())
  }

  private static func listed(
    _ field: ScenarioReader.Field, _ reader: inout ScenarioReader
  ) -> Listed? {
    if field.node.text != nil {
      return reader.number(field.node, field.key, in: [.share]).map { .all($0) }
    }
    let shares = reader.sectorAmounts(field)
    return shares.map { shares in
      .sectors(Dictionary(shares.map { ($0.name, $0.amount) }, uniquingKeysWith: { $1 }))
    }
  }
}

extension ScenarioReader {
  /// Reports lists of one importer's buyers that add up to more than all of them.
  mutating func requireDisjointLists(_ levers: [LeverEntry?]) {
    var known: [Slice] = []
    for lever in levers.compactMap({ $0 }) {
      for slice in lever.lever.slices where !known.contains(slice) {
        let same = known.filter {
          $0.commodity == slice.commodity && $0.importer == slice.importer
        }
        known.append(slice)
        let sectors = (same + [slice]).flatMap { list -> [Int] in
          if case .sectors(let shares) = list.listed { Array(shares.keys) } else { [-1] }
        }
        let most =
          sectors.map { sector in
            (same + [slice]).reduce(0) { $0 + $1.listed.share(of: sector) }
          }.max() ?? 0
        guard most > 1 + 1e-9, let place = lever.place else { continue }
        report(
          ScenarioProblem.Combination.listedTwice(
            slice.importer.code, sum: NumberFormat.brief(most, as: .percent)), at: place)
        return
      }
    }
  }
}
