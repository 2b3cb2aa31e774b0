internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import Propagation
internal import Quantities
internal import Scenarios

// What a commodity's files say too little of.
extension ReachWords {
  /// Importers with figures, those of them that are one region of the table, and those of these with a using
  /// sector in it.
  func importers(
    of commodity: Int
  ) -> (all: [String], inTable: [String], served: [String]) {
    let all = commodities[commodity].importersApart.filter {
      $0.use.value != nil && !$0.users.isEmpty && !$0.origins.isEmpty
    }
    let inTable = all.filter { table.region(ofCountry: $0.code) != nil }
    let served = inTable.filter { importer in
      importer.users.contains { !table.sectors(standingFor: $0.sector).isEmpty }
    }
    return (all.map { $0.code }, inTable.map { $0.code }, served.map { $0.code })
  }

  /// The same of several: a scenario must not run only if the table has users of none of them.
  func missingUsers(ofAny commodities: [Int]) -> [Diagnostic] {
    let found = commodities.compactMap { missingUsers(of: $0) }
    let isNone = found.count { $0.severity == .error } == commodities.count
    return found.map { $0.severity == .error && !isNone ? Diagnostic(.warning, $0.problem) : $0 }
  }

  /// Says which using sectors of a commodity the table has under no code: an error if it has none, a
  /// warning if it has not all; nil if it has all, or no importer's region.
  func missingUsers(of index: Int) -> Diagnostic? {
    let commodity = commodities[index]
    let here = Set(importers(of: index).inTable)
    let users = commodity.importers.filter { here.contains($0.code) }.flatMap { $0.users }
    let missing = users.filter { table.sectors(standingFor: $0.sector).isEmpty }
    guard !missing.isEmpty else { return nil }
    var seen: Set<String> = []
    let sectors = missing.map { $0.sector }.filter { seen.insert($0).inserted }
    let name = Bilingual(commodity.name, commodity.nameJa)
    if missing.count == users.count {
      let standard = Set(SectorConcordance.bundled.standardCodes)
      let problem = ReachProblem.noUsingSectors(
        commodity: name, sectors: sectors,
        areStandard: sectors.allSatisfy { standard.contains($0) })
      return Diagnostic(.error, problem)
    }
    let lost =
      commodity.importers.filter { here.contains($0.code) }.map { importer in
        importer.users.filter { sectors.contains($0.sector) }.reduce(0) { $0 + $1.shareOfUse }
      }.max() ?? 0
    let share = NumberFormat.rounded(lost, as: .percent)
    return Diagnostic(
      .warning, ReachProblem.usersLeftOut(commodity: name, sectors: sectors, share: share))
  }

  func noImporter(of commodity: Int) -> Bilingual {
    let name = commodities[commodity]
    let all = importers(of: commodity).all
    guard !all.isEmpty else {
      let known = name.importers.filter { !$0.origins.isEmpty }.map { $0.code }
      if known.isEmpty {
        return Bilingual(
          "`\(name.name)` has no figures for any importer", "`\(name.nameJa)`には輸入国の数値がありません")
      }
      let reason = name.reasonToStopNobody
      return Bilingual(
        "`\(name.name)` has origins for \(list(known)) but no use or exposed share of users, so that nobody stops for want of it\(reason.map { ": \($0.text)" } ?? "") (`sonae explain \"\(name.name)\"`)",
        "`\(name.nameJa)`は \(list(known)) の供給元のみで、使用量か exposed share がなく、不足しても止まる部門がありません\(reason.map { "：\($0.textJa)" } ?? "")（`sonae explain \"\(name.name)\"`）"
      )
    }
    return Bilingual(
      "no importer of `\(name.name)` with figures (\(list(all))) is a region of the table with users of it: regions meet by code or name of a country or by countries.csv (the country with its territories alone, or all countries of a bundled region such as `REU`), users by sector code",
      "`\(name.nameJa)`の数値がある輸入国（\(list(all))）で、経済表に利用部門を持つ地域がありません（地域は国のコード・名称または countries.csv（その国と属領のみの地域か、`REU` など同梱地域の国すべてを持つ地域）、利用部門は部門コードで対応）"
    )
  }

  func figures(_ commodity: Int, of partner: Partner) -> Bilingual {
    let known = importers(of: commodity)
    let (all, here) = (known.all, known.inTable)
    guard !here.isEmpty, !here.contains(partner.code) else { return noImporter(of: commodity) }
    let name = commodities[commodity]
    if all.contains(partner.code) { return noRegion(name, [partner.code]) }
    return Bilingual(
      "`\(name.name)` has no figures for `\(partner.code)`; it has \(list(all))",
      "`\(name.nameJa)`には`\(partner.code)`の数値がありません。あるのは \(list(all)) です")
  }

  func trade(
    _ commodity: Int, from exporter: Partner, into importer: Partner?
  ) -> Bilingual {
    let here = importers(of: commodity).served
    if here.isEmpty { return noImporter(of: commodity) }
    if let importer, !here.contains(importer.code) { return figures(commodity, of: importer) }
    let name = commodities[commodity]
    let buyers = importer.map { "`\($0.code)`" } ?? list(here)
    return Bilingual(
      "the figures of `\(name.name)`\(covered(name).en) have no supply from `\(exporter.code)` to \(buyers); a `dependency` under `baseline` states one",
      "`\(name.nameJa)`の数値\(covered(name).ja)には`\(exporter.code)`から \(buyers) への供給がありません。`baseline` の `dependency` で与えられます"
    )
  }

  /// What a commodity's figures are of: a form of it that a seller does not ship may be missed for all of it.
  private func covered(_ commodity: Commodity) -> Bilingual {
    guard !commodity.about.isEmpty else { return Bilingual(same: "") }
    return Bilingual(", of \(commodity.about),", "（対象：\(commodity.about)）")
  }

  /// Origins from which no importer with figures buys.
  func supply(_ commodity: Int, from origins: [Partner]) -> Bilingual {
    let here = importers(of: commodity).served
    guard !here.isEmpty else { return noImporter(of: commodity) }
    let name = commodities[commodity]
    let sellers = list(origins.map { $0.code })
    return Bilingual(
      "the figures of `\(name.name)`\(covered(name).en) have no supply from \(sellers) to \(list(here))",
      "`\(name.nameJa)`の数値\(covered(name).ja)には\(sellers)から \(list(here)) への供給がありません")
  }

  /// Origins whose sales to other buyers no figure states; nil where the price does not follow from it.
  func others(_ commodity: Int, from origins: [String]) -> Bilingual? {
    guard !priced.contains(commodity) else { return nil }
    let name = commodities[commodity]
    let buyers = list(importers(of: commodity).inTable)
    let sellers = list(origins)
    return lowerBound(
      name,
      Bilingual(
        "there are no figures of `\(name.name)` that \(sellers) sells to others than \(buyers)",
        "\(sellers) が \(buyers) 以外に売る`\(name.nameJa)`の数値がありません"))
  }

  /// A chokepoint whose flow for other buyers no figure states.
  func others(_ commodity: Int, through gate: String) -> Bilingual? {
    guard !priced.contains(commodity) else { return nil }
    let name = commodities[commodity]
    let buyers = list(importers(of: commodity).inTable)
    return lowerBound(
      name,
      Bilingual(
        "there are no figures of `\(name.name)` that others than \(buyers) ship through `\(gate)`",
        "\(buyers) 以外が `\(gate)` を通して運ぶ`\(name.nameJa)`の数値がありません"))
  }

  private func lowerBound(_ commodity: Commodity, _ unknown: Bilingual) -> Bilingual {
    let line = "price: {commodity: \(commodity.name), to: … USD/\(commodity.unit)}"
    return Bilingual(
      unknown.en
        + ": the market is short of that too, so the price rise is a lower bound; to set the price, add `\(line)` to `shocks`",
      unknown.ja + "。市場ではその分も不足するため、価格上昇は下限です。価格を与えるには `shocks` に `\(line)` を加えてください")
  }

  func stock(_ release: StockRelease) -> Bilingual {
    let name = commodities[release.commodity]
    let holder = "`\(release.holder.code)`"
    guard release.volume != nil else {
      return Bilingual(
        "there is no figure of a stock of `\(name.name)` in \(holder), or of what its part in a coordinated release follows",
        "\(holder) の`\(name.nameJa)`の備蓄量、または協調放出の分担の基準となる数値がありません")
    }
    return figures(release.commodity, of: release.holder)
  }

  /// Regions whose own purchases no file states, and figures that no region takes, where an effect is
  /// meant for every buyer.
  func uncounted(_ effect: Effect) -> [Bilingual] {
    guard effect.isForEveryBuyer, let index = effect.commodity else { return [] }
    let commodity = commodities[index]
    let known = importers(of: index)
    let missing = zip(table.regions, table.countryCodes).filter { !known.all.contains($1) }
      .map { $0.0.code }
    let homeless = known.all.filter { table.regions(ofCountry: $0).isEmpty }
    var found: [Bilingual] = []
    if !missing.isEmpty {
      found.append(
        Bilingual(
          "`\(commodity.name)` has no figures of what \(list(missing)) buy and use\(missing.count > 5 ? ", \(missing.count) of \(table.regions.count) regions" : ""): what hits them directly is not counted, their losses are what reaches them through others",
          "`\(commodity.name)` には \(list(missing))\(missing.count > 5 ? "（\(table.regions.count)地域中\(missing.count)地域）" : "") の購入と使用の数値がありません。直接の影響は数えず、損失は他地域から伝わる分のみです"
        ))
    }
    return found + (homeless.isEmpty ? [] : [noRegion(commodity, homeless)])
  }

  /// Importers with figures that no region of the table is.
  private func noRegion(_ commodity: Commodity, _ codes: [String]) -> Bilingual {
    Bilingual(
      "no region of the table is \(list(codes)), of which `\(commodity.name)` has figures: what they lose is not computed; a region is a country by its code or name, or by countries.csv where that lists the country and its territories alone (or all countries of a bundled region such as `REU`)",
      "`\(commodity.nameJa)`の数値がある \(list(codes)) にあたる地域が経済表にないため、その損失は計算しません（地域と国はコード・名称で対応。countries.csv ではその国と属領のみの地域か、`REU` など同梱地域の国すべてを持つ地域に限る）"
    )
  }

  /// Importers with figures that several regions of the table could be.
  func unclear(_ commodity: Int) -> [Bilingual] {
    importers(of: commodity).all.compactMap { code in
      let regions = table.regions(ofCountry: code).map { table.regions[$0].code }
      guard regions.count > 1 else { return nil }
      let name = commodities[commodity]
      return Bilingual(
        "`\(code)`, of which `\(name.name)` has figures, could be any of the regions \(list(regions)): its figures are not used; give one of them another code or name",
        "`\(name.nameJa)`の数値がある `\(code)` にあたる地域が経済表に複数あります（\(list(regions))）。数値は使いません。コードか名称を変えて一つにしてください"
      )
    }
  }
}
