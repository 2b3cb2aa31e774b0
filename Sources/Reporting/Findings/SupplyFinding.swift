import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios

/// How much of a commodity is missing, and how long stocks and releases cover it.
enum SupplyFinding {
  /// A sentence for each commodity that the scenario stops, at most three, those whose users go short
  /// before others, and of these those that limit most value added; in the catalogue's order.
  static func list(_ study: RiskStudy, _ region: Int) -> [Bilingual] {
    let found = study.shownCommodities.compactMap { index in
      sentence(index, study, region).map { (index: index, sentence: $0) }
    }
    let isShort = found.map { study.commodity($0.index, in: region)?.firstShortDay != nil }
    let limited = found.map { valueAdded(limitedBy: $0.index, study, region) }
    let short = found.indices.filter { isShort[$0] }.sorted {
      (limited[$1], $0) < (limited[$0], $1)
    }
    let told = Set((short + found.indices.filter { !isShort[$0] }).prefix(3))
    return found.indices.filter { told.contains($0) }.map { found[$0].sentence }
  }

  /// Value added that a region's sectors lose for want of a commodity, money.
  private static func valueAdded(
    limitedBy index: Int, _ study: RiskStudy, _ region: Int
  ) -> Double {
    let regions = study.economy.table.nodeRegion
    return study.base.assessment.nodes.reduce(0) {
      $1.limitedBy == .commodity(index) && regions[$1.node] == region
        ? $0 + $1.valueAddedLoss : $0
    }
  }

  private static func sentence(_ index: Int, _ study: RiskStudy, _ region: Int) -> Bilingual? {
    let commodity = study.commodities[index]
    let market = stopped(index, study)
    let own = study.commodity(index, in: region)
    let arrivals = own.flatMap { fewer($0, of: commodity, study) }
    guard market != nil || arrivals != nil else { return nil }
    let missing = [market, arrivals].compactMap { $0 }
    let cover = own.map { lasting($0, of: commodity, study) }
    return Bilingual(
      FindingText.capitalised(missing.map { $0.en }.joined(separator: "; ")) + "."
        + (cover.map { " " + $0.en } ?? ""),
      missing.map { $0.ja }.joined(separator: "、") + "。" + (cover?.ja ?? ""))
  }

  /// What cannot be shipped on the worst day, of a world market: a bloc's supply is not known so well.
  private static func stopped(_ index: Int, _ study: RiskStudy) -> Bilingual? {
    let commodity = study.commodities[index]
    guard commodity.price.market == .world,
      let market = study.base.assessment.markets.first(where: { $0.commodity == index }),
      market.blockedPeak > 1e-6 * market.supply
    else { return nil }
    let flow = FindingText.flow(market.blockedPeak, of: commodity.unit)
    let share = FindingText.percent(market.blockedPeak / market.supply)
    return Bilingual(
      "Up to \(flow.en) of \(commodity.name), \(share.en) of the world's supply, cannot be shipped (\(market.blockedDays) days with less than usual)",
      "最大で\(commodity.nameJa)\(flow.ja)（世界供給の\(share.ja)）が出荷できず（影響は\(market.blockedDays)日間）")
  }

  /// What fewer imports arrive on the worst day.
  private static func fewer(
    _ m: CommodityMeasures, of commodity: Commodity, _ study: RiskStudy
  ) -> Bilingual? {
    let lost = m.importsBefore - m.importsLowest
    guard m.importsBefore > 0, lost > 1e-6 * m.importsBefore else { return nil }
    let name = study.name(of: m.region).possessive
    let flow = FindingText.flow(lost, of: commodity.unit)
    let share = FindingText.percent(lost / m.importsBefore)
    let drawn = drawn(m, of: commodity, lost: lost / m.importsBefore, study)
    return Bilingual(
      "\(name.en) imports of \(commodity.name) fall by up to \(flow.en), \(share.en) of what it imports\(drawn.en)",
      "\(name.ja)\(commodity.nameJa)輸入は最大\(flow.ja)（輸入の\(share.ja)）減る\(drawn.ja)")
  }

  /// Where more is missing than passes the one chokepoint that is closed: who takes the rest.
  private static func drawn(
    _ m: CommodityMeasures, of commodity: Commodity, lost: Double, _ study: RiskStudy
  ) -> Bilingual {
    let blocked = study.base.scenario.blockages(study.commodities).filter {
      $0.links.product.commodity == m.commodity
    }
    guard blocked.count == 1, case .route(_, let chokepoint, let set) = blocked[0].links,
      let share = set.first(where: { $0.importer.code == m.importer })?.share
        ?? commodity.importers.first(where: { $0.code == m.importer })?.shareThrough(chokepoint)?
        .value, lost > share + 0.005
    else { return Bilingual(same: "") }
    let passing = FindingText.percent(share)
    let place = PlaceName.chokepoint(chokepoint, of: commodity)
    return Bilingual(
      ", more than the \(passing.en) that pass \(place.inSentence.en), since others who are short buy from its suppliers",
      "（\(place.ja)を通る\(passing.ja)より多いのは、不足する他国も同じ供給元から買うため）")
  }

  /// Until when users have enough, and who else has not.
  private static func lasting(
    _ m: CommodityMeasures, of commodity: Commodity, _ study: RiskStudy
  ) -> Bilingual {
    let name = study.name(of: m.region)
    let released = FindingText.amount(m.released, of: commodity.unit)
    let stocks =
      m.released > 0
      ? Bilingual(
        "Its users' stocks and \(released.en) of releases", "在庫と備蓄放出\(released.ja)で")
      : Bilingual("Its users' stocks", "在庫で")
    let others = others(than: m, study)
    guard let first = m.firstShortDay else {
      let lowest = FindingText.number(m.stockDaysLowest)
      let day = FindingText.day(m.lowestDay, of: study)
      return Bilingual(
        "\(stocks.en) cover its use throughout, at the least \(lowest) days of use on \(day.en)\(others.en).",
        "\(name.ja)は\(stocks.ja)期間を通じて使用量を賄える（最低は\(day.ja)の\(lowest)日分）\(others.ja)。")
    }
    let day = FindingText.day(first, of: study)
    let isListed = study.base.scenario.slices.contains {
      $0.commodity == m.commodity && $0.importer.code == m.importer
    }
    let who = isListed ? Bilingual("some of them", "一部の需要者で") : Bilingual("users", "")
    return Bilingual(
      "\(stocks.en) cover its use until \(day.en); \(who.en) then go short on \(m.shortDays) days\(others.en).",
      "\(name.ja)は\(stocks.ja)\(day.ja)まで使用量を賄えるが、その後\(who.ja)\(m.shortDays)日間は不足する\(others.ja)。")
  }

  /// Other importers whose users go short.
  private static func others(than m: CommodityMeasures, _ study: RiskStudy) -> Bilingual {
    let short = study.base.assessment.commodities.filter {
      $0.commodity == m.commodity && $0.region != m.region && study.base.isComputed($0.region)
    }.compactMap { other in
      other.firstShortDay.map { first in
        let name = study.name(of: other.region)
        let day = FindingText.day(first, of: study)
        return Bilingual("\(name.en) from \(day.en)", "\(name.ja)は\(day.ja)から")
      }
    }
    guard !short.isEmpty else { return Bilingual(same: "") }
    let list = FindingText.list(short)
    return Bilingual("; short as well: \(list.en)", "。ほかに\(list.ja)不足")
  }
}
