internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import Propagation
internal import Quantities
internal import RiskMetrics
internal import Scenarios

/// What the numbers of a study assume, in sentences; printed with every result.
enum Assumptions {
  /// All of them: the model first, then each commodity, then what is not covered.
  static func list(_ study: RiskStudy) -> [Bilingual] {
    let scenario = study.base.scenario
    return [table(study)] + study.remarks + ModelAssumptions.list(scenario.model)
      + [negligible(scenario.model)]
      + imports(study) + study.shownCommodities.flatMap { commodity($0, study) }
      + scenario.levers.flatMap { $0.lever.limits }
  }

  private static func table(_ study: RiskStudy) -> Bilingual {
    let about = study.economy.table.description
    return Bilingual(
      "Structure and GDP are the table's: \(about.name), \(about.source.isEmpty ? "source not stated" : about.source). Exporters' lost sales under a closure are not computed.",
      "構造とGDPは経済表（\(about.nameJa)）による。出典：\(about.source.isEmpty ? "記載なし" : about.source)。封鎖による輸出国の売上減は計算していない。"
    )
  }

  private static func negligible(_ model: ModelParameters) -> Bilingual {
    let least = number(CompiledBatch.negligibleRequirement(of: model.preset))
    return Bilingual(
      "An input worth no more than \(least) of a user's output never stops it; the flow is still ordered.",
      "産出に占める割合が\(least)以下の投入は生産を止めない（取引は続く）。")
  }

  /// What a table of some regions does not know of the others.
  private static func imports(_ study: RiskStudy) -> [Bilingual] {
    let table = study.economy.table
    let output = table.grossOutput.reduce(0, +)
    guard table.hasImportedInputs, output > 0 else { return [] }
    let share = percent(table.importedInputs.reduce(0, +) / output)
    return [
      Bilingual(
        "Inputs from outside the table's regions, \(share) of output, arrive as usual: their suppliers are not in the table. They are not part of GDP.",
        "表の地域外からの投入（産出の\(share)）は通常どおり届くとする（供給元は表にない）。GDPには含まない。")
    ]
  }

  private static func commodity(_ index: Int, _ study: RiskStudy) -> [Bilingual] {
    let commodity = study.commodities[index]
    let scenario = study.base.scenario
    var list = [exposure(commodity, at: index, study), links(commodity, at: index, study)]
    list.append(price(commodity, study))
    list.append(
      Bilingual(
        "\(commodity.name): quantities are of \(commodity.year) on a table of \(study.economy.table.description.year.map { "\($0)" } ?? "another year"): each user's output is taken to have grown with its region's GDP and to use the material in today's proportion.",
        "\(commodity.nameJa)：数量は\(commodity.year)年。各部門の産出は地域GDPと同率で伸び、現在の比率で使用すると仮定。"))
    list += scenario.levers.flatMap { $0.lever.sentences(about: commodity, at: index) }
    if !commodity.gaps.isEmpty {
      let gaps = commodity.gaps.joined(separator: " ")
      let named = commodity.omissions.map { $0.words(without: study.commodities).ja }
      let others = commodity.gaps.count - named.count
      let rest = others > 0 ? ["ほか\(others)項目（`sonae explain \"\(commodity.name)\"` に一覧）"] : []
      let gapsJa = (named + rest).joined(separator: "、")
      list.append(
        Bilingual(
          "\(commodity.name) only\(commodity.isPartlyKnown ? ": a lower bound" : ""). \(gaps)",
          "\(commodity.nameJa)のみ\(commodity.isPartlyKnown ? "の下限推計" : "")。数値のない項目：\(gapsJa)。"))
    }
    return list
  }

  private static func exposure(
    _ commodity: Commodity, at index: Int, _ study: RiskStudy
  ) -> Bilingual {
    let dial = study.base.scenario.model.criticalityDial
    let shown = measures(of: index, study).map { $0.importer }
    let importers = commodity.importers.filter { !$0.users.isEmpty && !$0.origins.isEmpty }
    let here = importers.filter { shown.contains($0.code) }
    let texts = (here.isEmpty ? Array(importers.prefix(1)) : here).map { importer in
      importer.users.compactMap { user in
        guard let exposed = user.exposedShare.value else { return nil }
        let c = dial ?? user.criticality.value ?? 0
        return "\(user.sector) e \(number(exposed)) c \(number(c))"
      }.joined(separator: ", ")
    }
    let users = byPlace(texts, of: here.map { $0.code })
    let setting = dial.map { Bilingual(same: number($0)) } ?? Bilingual("central", "中央")
    return Bilingual(
      "\(commodity.name): dial \(setting.en); exposed share e and criticality c by sector: \(users.en). A user's output falls by e·c times what is short once its stock is under the minimum operating stock.",
      "\(commodity.nameJa)：ダイヤル\(setting.ja)。部門別の露出率eと重要度c：\(users.ja)。在庫が最低操業水準を下回ると、不足率×e·cだけ産出が減る。"
    )
  }

  /// One text if all places have it, else each with its places.
  private static func byPlace(_ texts: [String], of codes: [String]) -> Bilingual {
    var distinct: [String] = []
    for text in texts where !distinct.contains(text) { distinct.append(text) }
    guard distinct.count > 1 else { return Bilingual(same: distinct.first ?? "") }
    let groups = distinct.map { text in
      let places = FindingText.list(
        codes.indices.filter { texts[$0] == text }.map { PlaceName.words(codes[$0]) })
      return Bilingual("\(places.en): \(text)", "\(places.ja)：\(text)")
    }
    return Bilingual(
      groups.map { $0.en }.joined(separator: "; "), groups.map { $0.ja }.joined(separator: "；"))
  }

  /// What the first case that has the commodity says of its importers.
  private static func measures(of index: Int, _ study: RiskStudy) -> [CommodityMeasures] {
    for result in study.results {
      let own = result.assessment.commodities.filter { $0.commodity == index }
      if !own.isEmpty { return own }
    }
    return []
  }

  private static func links(
    _ commodity: Commodity, at index: Int, _ study: RiskStudy
  ) -> Bilingual {
    let shown = measures(of: index, study)
    let stocks = FindingText.list(
      shown.map { measures in
        let place = PlaceName.words(measures.importer)
        let days = number(measures.stockDaysStart)
        return Bilingual("\(place.en) \(days)", "\(place.ja)\(days)")
      })
    let minima = byPlace(
      shown.map { measures in
        let own = commodity.importers.first { $0.code == measures.importer }
        return number(own?.minimumOperatingDays.value ?? 0)
      }, of: shown.map { $0.importer })
    let spare = percent(commodity.spareCapacity.value ?? 0)
    return Bilingual(
      "\(commodity.name): users' stock in days of use \(stocks.en), the minimum operating stock among it: \(minima.en); legal stock obligations on industry are taken as lowered when needed; suppliers outside the shock can add \(spare).",
      "\(commodity.nameJa)：利用者在庫（使用日数）\(stocks.ja)、うち最低操業在庫\(minima.ja)日。民間備蓄義務は必要に応じ引き下げられると仮定。ショック外の供給国の増産余力\(spare)。"
    )
  }

  private static func price(_ commodity: Commodity, _ study: RiskStudy) -> Bilingual {
    let price = commodity.price
    if let link = price.link { return followed(link, commodity, study) }
    let shown = study.base.assessment.commodities.filter {
      study.commodities[$0.commodity].name == commodity.name
    }
    let isPriced = shown.contains { $0.priceChangeMean != nil }
    let isKnown = price.supplyElasticity.value != nil && price.demandElasticity.value != nil
    guard isPriced || isKnown else {
      return Bilingual(
        "\(commodity.name) price: not computed, for no figure says how use and supply answer it; what a dearer \(commodity.name) costs is in no number here.",
        "\(commodity.nameJa)の価格：需給が価格にどう反応するかの数値がないため計算していない。値上がりの負担はどの数値にも含まれない。")
    }
    let set = shown.lazy.compactMap { $0.priceBase }.first.flatMap {
      $0 == price.base.value ? nil : $0
    }
    let base = (set ?? price.base.value).map { number($0) } ?? "no figure"
    let about =
      set == nil
      ? Bilingual(
        "\(price.base.basis), \(price.base.year)",
        price.base.year.count == 4 ? "\(price.base.year)年" : price.base.year)
      : Bilingual("as the scenario sets it", "シナリオによる")
    let supply = price.supplyElasticity.value.map { number($0) } ?? "no figure"
    let demand = price.demandElasticity.value.map { number($0) } ?? "no figure"
    let bound = price.bound.value.map { number($0) } ?? "no figure"
    let market = price.market.rawValue
    let marketJa = ["world": "世界", "bloc": "ブロック"][market] ?? market
    return Bilingual(
      "\(commodity.name) price: \(market) market, base \(base) USD/\(commodity.unit) (\(about.en)), supply elasticity \(supply), demand elasticity \(demand), at most \(bound) times the base. It answers what is blocked less bypass, spare capacity and releases, not users' unmet need. A price destroys no output here.",
      "\(commodity.nameJa)の価格：\(marketJa)市場、基準\(base) USD/\(commodity.unit)（\(about.ja)）、供給弾力性\(supply)、需要弾力性\(demand)、上限は基準の\(bound)倍。遮断量から迂回・余力・放出を引いた量に反応する。価格上昇による産出減は含まない。"
    )
  }

  /// A price that follows another commodity's, and what of the propensity that leaves.
  private static func followed(
    _ link: Commodity.Price.Link, _ commodity: Commodity, _ study: RiskStudy
  ) -> Bilingual {
    let named = Set(study.base.assessment.commodities.map { $0.commodity }).sorted()
      .map { study.commodities[$0] }
    guard let leader = named.first(where: { $0.name == link.leader }) else {
      return Bilingual(
        "\(commodity.name) price: follows \(link.leader), which no shock here touches: it does not move.",
        "\(commodity.nameJa)の価格：\(link.leader)に連動するが、本シナリオはそれに作用しないため動かない。")
    }
    let part = number(Commodity.Price.Link.propensityPart(in: named))
    let elasticity = figure(link.elasticity)
    let lag = figure(link.lag)
    return Bilingual(
      "\(commodity.name) price: contracts follow \(link.leader), by \(elasticity) of its change and \(lag) days later (\(link.elasticity.source)); what is missing of \(commodity.name) itself moves no price here. The propensity, calibrated on bills of \(link.leader) alone, is multiplied by \(part) where an importer has both bills.",
      "\(commodity.nameJa)の価格：契約価格は\(leader.nameJa)の変化の\(elasticity)に\(lag)日遅れで連動する（\(link.elasticity.source)）。\(commodity.nameJa)自体の不足は価格を動かさない。所得効果の係数は\(leader.nameJa)の代金だけで較正されているため、両方の代金がある輸入国では\(part)倍とする。"
    )
  }

  /// A figure and its range.
  private static func figure(_ figure: Figure) -> String {
    let value = figure.value.map { number($0) } ?? "?"
    guard let low = figure.low, let high = figure.high else { return value }
    return "\(value) (\(number(low))–\(number(high)))"
  }

  static func range(_ values: [Double]) -> String {
    guard let low = values.min(), let high = values.max() else { return "no" }
    return low == high ? number(low) : "\(number(low))–\(number(high))"
  }

  static func number(_ value: Double) -> String {
    NumberFormat.brief(value)
  }

  static func percent(_ value: Double) -> String {
    NumberFormat.brief(value, as: .percent)
  }
}
