import Commodities
import Diagnostics
import Quantities

/// Trade of the table that passes a chokepoint: a share of what importers buy abroad of some sectors.
///
/// The table knows no routes, so that the share is a figure of the scenario, alike for every seller.
package struct TableTrade: Sendable, Hashable {
  /// Shares of importers' imports that pass it, 0 to 1.
  package let shares: [ShareThrough]
  /// Sectors whose products pass it, in the table's indices.
  package let sectors: [Int]
  /// Every region of the table: who may sell.
  package let sellers: [Partner]

  /// What a closure by a share, 0 to 1, does to it: what takes a longer way waits, the rest is lost.
  func effects(closedBy by: Double, around detour: Detour?, _ window: Window) -> [Effect] {
    shares.flatMap { passing -> [Effect] in
      let blocked = by * passing.share
      let late = blocked * (detour?.share ?? 0)
      return sectors.flatMap { sector in
        sellers.filter { $0.region != passing.importer.region }.flatMap { seller in
          Self.effects(
            of: .trade(.sector(sector), exporter: seller, importer: passing.importer),
            lost: blocked - late, late: late, by: detour?.days ?? 0, window)
        }
      }
    }
  }

  private static func effects(
    of links: LinkSet, lost: Double, late: Double, by days: Int, _ window: Window
  ) -> [Effect] {
    let loss = Effect.open(Blockage(links: links, share: lost, window: window))
    guard late > 0, lost < 1 else { return [loss] }
    return [
      loss,
      .wait(Waiting(links: links, share: late, of: 1 - lost, days: days, window: window)),
    ]
  }

  /// What it leaves out.
  func limit(at chokepoint: String) -> Bilingual {
    let shares = shares.map {
      "\($0.importer.code) \(NumberFormat.brief($0.share, as: .percent))"
    }.joined(separator: ", ")
    return Bilingual(
      "Of the table's trade through \(chokepoint) it acts on stated shares of imports of \(sectors.count) sectors (\(shares)), alike from every seller; exports of these countries to others, and the imports of all others, go on.",
      "\(chokepoint)を通る経済表の貿易のうち、\(sectors.count)部門の輸入の指定割合（\(shares)）に、売り手を問わず一律に作用する。これらの国の輸出と他国の輸入は続くとする。"
    )
  }
}

extension TableTrade {
  static let keys = [
    Key(
      "table trade", .group, example: "{importers: {JPN: 32%}, products: [30t33]}",
      "trade of the table that passes it; the table knows no routes, so that shares are given here",
      "そこを通る経済表の貿易(経済表は経路を持たないため割合を与える)"),
    Key(
      "table trade.importers", .amounts(.partner, [.share]), .required, in: .share,
      example: "{JPN: 32%}", "share of an importer's purchases abroad that passes it",
      "国外からの購入のうちそこを通る割合"),
    Key(
      "table trade.products", .names(.sector), .required, example: "[24, 30t33]",
      "sectors whose products pass it", "そこを通る品目の部門"),
  ]

  /// Reads it; nil if there is none or something is wrong.
  static func read(
    _ field: ScenarioReader.Field?, _ reader: inout ScenarioReader
  ) -> TableTrade? {
    guard field != nil, let group = reader.group(field) else { return nil }
    let shares = reader.partnerAmounts(group["importers"])
    let sectors = reader.users(group["products"])
    for share in shares ?? [] where share.name.region == nil {
      guard let field = group["importers"] else { continue }
      reader.warn(ScenarioProblem.Remark.tableHasNoSuchRegion(share.name.code), at: field.place)
    }
    guard let shares, let sectors, let names = reader.names else { return nil }
    return TableTrade(
      shares: shares.map { ShareThrough(importer: $0.name, share: $0.amount) }, sectors: sectors,
      sellers: names.regions.codes.enumerated().map { Partner(code: $1, region: $0) })
  }
}
