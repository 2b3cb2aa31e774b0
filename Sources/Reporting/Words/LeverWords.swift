package import Commodities
package import Diagnostics
internal import RiskMetrics
package import Scenarios

/// Shocks and responses in words, and who pays for them.
package enum LeverWords {
  /// The kind of a lever; its name in the file where there are no other words.
  static func kind(_ lever: LeverEntry) -> Bilingual {
    let kind = lever.path.split(separator: ".").last.map(String.init) ?? lever.path
    return self.kind(named: kind)
  }

  /// The kind of a lever by its name in a file, which stands where there are no other words.
  package static func kind(named name: String) -> Bilingual { names[name] ?? Bilingual(same: name) }

  /// A policy's name with its response in words, numbered where a file has several of a kind, and the holder
  /// of a stock by its name.
  static func policy(_ policy: PolicyResult, _ study: RiskStudy) -> Bilingual {
    let name = policy.name
    if let (index, holder) = policy.stockDay {
      let (commodity, place) = (study.commodities[index], PlaceName.words(holder))
      return Bilingual(
        "a day more of stock: \(commodity.name), \(place.en)",
        "備蓄を1日分増やす：\(commodity.nameJa)、\(place.ja)")
    }
    let responses = study.base.scenario.levers.filter { $0.list == .responses }
    guard let lever = responses.first(where: { name.en.hasPrefix($0.path + " ") }) else {
      return name
    }
    let words = numbered(lever, among: responses, commodities: study.commodities).words
    return Bilingual(
      words.en + name.en.dropFirst(lever.path.count),
      words.ja + name.ja.dropFirst(lever.path.count))
  }

  /// The kind of one of several levers, with its commodity where others of its kind have another, and
  /// numbered where there are more like it.
  package static func numbered(
    _ lever: LeverEntry, among levers: [LeverEntry], commodities: [Commodity]
  ) -> NumberedName {
    let context = LeverContext(commodities: commodities, levers: levers.map { $0.lever })
    let own = subject(lever, in: context)
    let kind = kind(lever)
    let ofKind = levers.filter { self.kind($0) == kind }
    let alike = ofKind.filter { subject($0, in: context) == own }
    let commodity = alike.count < ofKind.count ? own.map { commodities[$0] } : nil
    return NumberedName(
      name: commodity.map {
        Bilingual("\(kind.en) (\($0.name))", "\(kind.ja)（\($0.nameJa)）")
      } ?? kind,
      number: alike.count > 1 ? (alike.firstIndex { $0.path == lever.path } ?? 0) + 1 : nil)
  }

  /// The commodity that a lever acts on, index into the catalogue; nil: none, or several.
  private static func subject(_ lever: LeverEntry, in context: LeverContext) -> Int? {
    let found = Set(lever.lever.effects(in: context).compactMap { $0.commodity })
    return found.count == 1 ? found.first : nil
  }

  /// A payer of the ledger such as `government:JPN`.
  static func payer(_ code: String) -> Bilingual {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let who = payers[parts[0]] else { return Bilingual(same: code) }
    let place = PlaceName.words(parts[1])
    return Bilingual("\(place.en): \(who.en)", "\(place.ja)：\(who.ja)")
  }

  private static let payers: [String: Bilingual] = [
    "government": Bilingual("government", "政府"), "buyers": Bilingual("buyers", "需要者"),
    "consumers": Bilingual("consumers", "消費者"), "insurers": Bilingual("insurers", "保険者"),
    "users": Bilingual("users", "利用者"), "suppliers": Bilingual("suppliers", "供給者"),
    "industry": Bilingual("industry", "民間企業"),
  ]

  private static let names: [String: Bilingual] = [
    "dependency": Bilingual("dependency", "依存度"), "stock": Bilingual("stock", "在庫"),
    "closure": Bilingual("closure", "封鎖"), "ban": Bilingual("export ban", "輸出禁止"),
    "capacity": Bilingual("lost capacity", "生産能力の喪失"),
    "destruction": Bilingual("destruction", "設備の破壊"),
    "demand": Bilingual("demand", "需要の変化"), "review": Bilingual("review", "輸出審査"),
    "licence": Bilingual("licences", "輸出許可"), "reroute": Bilingual("detour", "迂回"),
    "contagion": Bilingual("restrictions spread", "規制の波及"),
    "re-export rule": Bilingual("re-export rule", "再輸出規制"),
    "price": Bilingual("price", "価格"), "currency": Bilingual("currency", "為替"),
    "premium": Bilingual("premium", "保険料"), "hoard": Bilingual("hoarding", "買い占め"),
    "release": Bilingual("release", "備蓄放出"), "pool": Bilingual("pool", "共同備蓄"),
    "stockpile": Bilingual("stockpile", "備蓄積み増し"),
    "obligation": Bilingual("stock obligation", "備蓄義務"),
    "diversify": Bilingual("diversify", "調達先多角化"),
    "recycle": Bilingual("recycling", "リサイクル"), "thrift": Bilingual("thrift", "節約技術"),
    "substitute": Bilingual("substitutes", "代替"), "restrain": Bilingual("restraint", "需要抑制"),
    "project": Bilingual("project", "開発事業"), "floor": Bilingual("price floor", "価格下支え"),
    "subsidy": Bilingual("subsidy", "補助金"), "offtake": Bilingual("offtake", "引取契約"),
    "insure": Bilingual("insurance", "保険"), "swap": Bilingual("currency swap", "通貨スワップ"),
    "escort": Bilingual("escort", "護衛"), "priority": Bilingual("priority", "優先配分"),
    "shield": Bilingual("price shield", "価格転嫁抑制"), "standards": Bilingual("standards", "規格"),
    "capacity building": Bilingual("capacity building", "能力構築"),
    "share information": Bilingual("shared information", "情報共有"),
  ]
}
