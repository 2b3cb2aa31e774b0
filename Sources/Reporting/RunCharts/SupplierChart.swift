import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios

/// Who depends on whom: from the origins of a commodity to the importers that a report shows.
enum SupplierChart {
  /// Most origins and importers that stand alone; further origins are drawn as others.
  private static let most = (origins: 8, importers: 6)

  /// A chart of the commodity of which the leading region, or else any, runs shortest; none where no
  /// importer that is shown has known origins.
  static func all(_ study: RiskStudy) -> [Chart] {
    let charted = study.shownCommodities.compactMap { index -> Int? in
      importers(of: index, study).isEmpty ? nil : index
    }
    let shortfall = { (index: Int, region: Int?) in
      study.base.assessment.commodities
        .filter { $0.commodity == index && (region ?? $0.region) == $0.region }
        .map { $0.shortfallShare }.max() ?? 0
    }
    let leading = study.leadingRegion
    let ranked = charted.map { ($0, shortfall($0, leading), shortfall($0, nil)) }
    guard let index = ranked.max(by: { ($0.1, $0.2, $1.0) < ($1.1, $1.2, $0.0) })?.0 else {
      return []
    }
    return [chart(of: index, study)].compactMap { $0 }
  }

  /// An importer, its use, units a day, and the shares of its origins, largest first.
  typealias Buyer = (
    region: Int, use: Double, origins: [(origin: String, share: Double)]
  )

  /// Importers that the report shows and whose use is known, the leading region first.
  private static func importers(of index: Int, _ study: RiskStudy) -> [Buyer] {
    let shown = [study.leadingRegion] + study.shownRegions.filter { $0 != study.leadingRegion }
    let measured = study.base.assessment.commodities.filter { $0.commodity == index }
    return Array(
      shown.compactMap { region -> Buyer? in
        guard let found = measured.first(where: { $0.region == region }), !found.dependency.isEmpty,
          let importer = study.commodities[index].importers.first(where: {
            $0.code == found.importer
          }), let use = importer.use.value, use > 0
        else { return nil }
        return (region, use, found.dependency)
      }.prefix(most.importers))
  }

  private static func chart(of index: Int, _ study: RiskStudy) -> Chart? {
    let buyers = importers(of: index, study)
    let commodity = study.commodities[index]
    guard let leading = buyers.first,
      let largest = leading.origins.first(where: { isAbroad($0.origin, of: leading, study) })
    else { return nil }
    let flows = allStages(flows(buyers, study), of: index, buyers, study)
    let (buyer, seller) = (study.name(of: leading.region), PlaceName.words(largest.origin))
    let share = FindingText.percent(largest.share)
    let name = RiskReport.name(index, study)
    let scale = RiskReport.scale(index, study)
    let unit = RiskReport.scaledUnit(index, study)
    return Chart(
      name: "suppliers", before: "dependency",
      title: Bilingual(
        "\(FindingText.capitalised(buyer.possessive.en)) largest supplier of \(name.en) is \(seller.inSentence.en): \(share.en) of its use",
        "\(buyer.ja)の\(name.ja)の最大の供給元は\(seller.ja)：使用量の\(share.ja)"),
      subtitle: Bilingual(
        "Use before the shock, from origins to importers and their users, \(commodity.year)",
        "ショック前の使用量、供給元から輸入国とその利用部門まで、\(commodity.year)年"),
      axis: .flows(flows.map { $0.flow }),
      unit: Bilingual("\(unit) a day", "\(unit)/日"), style: .significant,
      series: [
        Chart.Series(
          key: "use", name: Bilingual("Use", "使用量"), values: flows.map { $0.value / scale })
      ],
      notes: [
        Bilingual("Only importers that the report shows.", "本報告に示す輸入国のみ。")
      ] + (commodity.chain.isEmpty ? [] : [stages]))
  }

  private static let stages = Bilingual(
    "Stages before the last are counted in what is made of them.",
    "前の段階の量は、それから作られる最終段階の量で表す。")

  /// Whether an origin is a single place abroad.
  private static func isAbroad(_ origin: String, of buyer: Buyer, _ study: RiskStudy) -> Bool {
    origin != "OTHER" && origin != study.economy.table.countryCodes[buyer.region]
  }

  /// Use by origin and importer, units a day; origins beyond the largest are summed up as others.
  private static func flows(
    _ buyers: [Buyer], _ study: RiskStudy
  ) -> [(flow: Chart.Flow, value: Double)] {
    var totals: [String: Double] = [:]
    for buyer in buyers {
      for origin in buyer.origins {
        totals[origin.origin, default: 0] += origin.share * buyer.use
      }
    }
    let order = totals.filter { $0.key != "OTHER" }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    let own = Set(order.prefix(most.origins).map { $0.key })
    return buyers.flatMap { buyer -> [(flow: Chart.Flow, value: Double)] in
      var amounts: [String: Double] = [:]
      for origin in buyer.origins {
        let code = own.contains(origin.origin) ? origin.origin : "OTHER"
        amounts[code, default: 0] += origin.share * buyer.use
      }
      let name = study.name(of: buyer.region)
      return amounts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        .map { (Chart.Flow(from: PlaceName.words($0.key), to: name), $0.value) }
    }
  }
}
