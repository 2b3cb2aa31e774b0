internal import Diagnostics
internal import Quantities
internal import Scenarios

/// What the dynamic model assumes, in sentences.
enum ModelAssumptions {
  /// Stocks and orders, then what the preset adds, then income, then prices where they are not plain.
  static func list(_ model: ModelParameters) -> [Bilingual] {
    [stocks(model), model.variety.map { varieties($0, model) } ?? pooled(model)]
      + (model.income.show == .off ? [] : [income(model.income)])
      + lag(model.prices) + market(model.prices)
  }

  private static func stocks(_ model: ModelParameters) -> Bilingual {
    let stored = model.inventoryDays.filter { $0.isFinite }
    let days = Assumptions.range(stored)
    let restock = Assumptions.range(model.restockDays)
    let psi = Assumptions.range(model.psi)
    let cap = model.restockCap.isFinite ? Assumptions.percent(model.restockCap) : "unlimited"
    let overproduction = Assumptions.percent(model.overproductionMax - 1)
    let over = Assumptions.number(model.overproductionDays)
    let count = model.inventoryDays.count
    let others =
      stored.count < count
      ? Bilingual(" (the others never bind)", "、他は制約なし") : Bilingual("", "")
    return Bilingual(
      "Model, preset \(model.preset.rawValue): inventories \(days) days for \(stored.count) of \(count) products\(others.en), restocking \(restock) days, psi \(psi), overproduction up to \(overproduction) over \(over) days, restocking cap \(cap), rationing \(model.rationing.rawValue), flows \(model.flows ? "on" : "off"). All are assumptions.",
      "モデル（\(model.preset.rawValue)）：在庫\(days)日（\(count)品目中\(stored.count)品目\(others.ja)）、補充\(restock)日、ψ \(psi)、増産は最大\(overproduction)（\(over)日）、補充上限\(cap)、配分\(model.rationing.japanese)、フロー制約\(model.flows ? "あり" : "なし")。すべて仮定。"
    )
  }

  private static func pooled(_ model: ModelParameters) -> Bilingual {
    let choice = model.supplierChoice.rawValue
    let flexibility = Assumptions.number(model.flexibility)
    let speed = Assumptions.percent(model.redirectSpeed)
    let most = Assumptions.percent(model.redirectMax)
    return Bilingual(
      "Stocks of any origin stand for one another; supplier choice \(choice) with flexibility \(flexibility), blocked trade redirected by \(speed) a day up to \(most).",
      "在庫は産地を問わず代替できる。調達先選択\(choice)（柔軟性\(flexibility)）、遮断分の振替は1日\(speed)・最大\(most)。"
    )
  }

  private static func varieties(
    _ variety: VarietyParameters, _ model: ModelParameters
  ) -> Bilingual {
    let reach = Assumptions.range(variety.reach.filter { $0 > 0 })
    let chain = Assumptions.number(variety.chain)
    let most = Assumptions.percent(variety.replaceable)
    let over = Assumptions.range(variety.adaptationDays)
    let speed = Assumptions.percent(model.redirectSpeed)
    let bound = Assumptions.percent(model.redirectMax)
    return Bilingual(
      "A lost variety stops its users: reach k \(reach) by product (1: in proportion; set on the evidence of 2011 to 2023), \(chain) of suppliers' own shortages passes on, buyers replace up to \(most) of a lost supply over \(over) days as far as others can give it; blocked trade in overlay commodities is redirected by \(speed) a day up to \(bound).",
      "失われた品種はその使用者を止める：波及度k \(reach)（品目別、1は比例。2011〜2023年の事例から設定）、供給元自身の不足の\(chain)が顧客に波及、買い手は失われた供給の最大\(most)を\(over)日かけて他から置き換える。重要物資の遮断分の振替は1日\(speed)・最大\(bound)。"
    )
  }

  private static func income(_ income: IncomeParameters) -> Bilingual {
    let m = Assumptions.number(income.propensity)
    let low = Assumptions.number(IncomeParameters.propensityRange.lowerBound)
    let high = Assumptions.number(IncomeParameters.propensityRange.upperBound)
    let lag = Assumptions.number(income.lagDays)
    return Bilingual(
      "Income: private demand falls by \(m) (\(low) to \(high)) of what imports cost more, with a lag of \(lag) days. Calibrated on published slopes of oil prices on Japan's GDP, so no validation; spending of exporters, fiscal and monetary reactions are not in it.",
      "所得効果：輸入代金の増加分の\(m)（\(low)〜\(high)）だけ民間需要が減る（遅れ\(lag)日）。公表された油価の対GDP感応度から較正したもので、検証ではない。産油国の支出、財政・金融政策の反応は含まない。"
    )
  }

  /// How late consumers see costs.
  private static func lag(_ prices: PriceParameters) -> [Bilingual] {
    guard prices.lagDays > 0 else { return [] }
    let days = Assumptions.number(prices.lagDays)
    return [
      Bilingual(
        "Consumer prices follow costs with a lag of \(days) days (90 to 365), set so that a year's mean of a dearer barrel agrees with published estimates (NRI 2026, IMF 2005).",
        "消費者物価は費用に\(days)日の遅れ（90〜365日）で追随する。原油高の初年平均が公表推計（NRI 2026、IMF 2005）に合うように設定。")
    ]
  }

  /// What moves a commodity's price beside what is missing today.
  private static func market(_ prices: PriceParameters) -> [Bilingual] {
    let plain = PriceParameters.plain
    var list: [Bilingual] = []
    if prices.memoryDays > plain.memoryDays {
      let days = Assumptions.number(prices.memoryDays)
      list.append(
        Bilingual(
          "Prices of commodities have a memory: they follow what is missing with a time constant of \(days) days, up and down; an assumption.",
          "重要物資の価格には記憶がある：不足の変化に時定数\(days)日で追随する（上昇も下落も）。仮定値。"))
    }
    if prices.premium > plain.premium {
      let share = Assumptions.percent(prices.premium)
      list.append(
        Bilingual(
          "While anything is missing from a market its price stands \(share) higher than elasticities give; an assumption.",
          "市場に不足がある間、価格は弾力性から求まる水準より\(share)高い。仮定値。"))
    }
    if prices.releaseCredit < plain.releaseCredit {
      let share = Assumptions.percent(prices.releaseCredit)
      list.append(
        Bilingual(
          "Markets count \(share) of each released unit; an assumption. Users receive all of it.",
          "市場は放出量の\(share)だけを価格に織り込む。仮定値。利用者には全量が届く。"))
    }
    return list
  }
}

extension ModelParameters.Rationing {
  /// Who is served first, in Japanese.
  fileprivate var japanese: String {
    switch self {
    case .proportional: "比例"
    case .intermediateFirst: "産業優先"
    case .finalFirst: "最終需要優先"
    case .domesticFirst: "域内優先"
    case .namedFirst: "指定先優先"
    case .waterFilling: "水準充足"
    }
  }
}
