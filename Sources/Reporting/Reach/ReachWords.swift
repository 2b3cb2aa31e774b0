internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation
internal import Quantities
internal import Scenarios

/// Says in words why an effect finds nothing, or not all that it names.
struct ReachWords {
  private let economy: Economy
  private let commodities: [Commodity]
  private var table: InputOutputTable { economy.table }

  init(_ economy: Economy, _ commodities: [Commodity]) {
    self.economy = economy
    self.commodities = commodities
  }

  /// Why an effect acts on nothing; nil if the file's reader has said it already.
  func reason(_ touch: Touch) -> Bilingual? {
    switch touch.effect {
    case .open(let blockage): reason(blockage.links)
    case .wait(let waiting): reason(waiting.links)
    case .cap(let loss): silent(loss.nodes)
    case .share(.set(let share)): figures(share.commodity, of: share.importer)
    case .share(.move(let move)): figures(move.commodity, of: move.importer)
    case .use(let saving): figures(saving.commodity, of: saving.importer)
    case .stock(.days(let days)): figures(days.commodity, of: days.importer)
    case .stock(.release(let release)): stock(release)
    case .money(.imports(let region, _, _, _, _)): buysNothing(region)
    case .money(.commodity(let index, _, _)), .money(.base(let index, _)): noImporter(of: index)
    case .demand(let change): demand(change.regions, change.sectors)
    }
  }

  /// What an effect that acts on something does not find, silent nodes aside.
  func parts(of touch: Touch) -> [Bilingual] {
    touch.missed.compactMap { part in
      switch part {
      case .partner(let partner): touch.effect.commodity.map { figures($0, of: partner) }
      case .region(let region): demand([region], [])
      case .sector(let sector): suppliesNothing(sector)
      case .node, .finalDemand, .rebuilding: nil
      }
    } + uncounted(touch.effect)
  }

  /// Regions whose own purchases no file states, where an effect is meant for every buyer.
  private func uncounted(_ effect: Effect) -> [Bilingual] {
    guard case .open(let blockage) = effect, let index = effect.commodity else { return [] }
    if case .trade(_, _, .some) = blockage.links { return [] }
    let commodity = commodities[index]
    let known = commodity.importers.filter {
      $0.use.value != nil && !$0.origins.isEmpty && !$0.users.isEmpty
    }.map(\.code)
    let missing = table.regions.map(\.code).filter { !known.contains($0) }
    guard !missing.isEmpty else { return [] }
    let names = missing.map { "`\($0)`" }.joined(separator: ", ")
    return [
      Bilingual(
        "`\(commodity.name)` has no figures of what \(names) buy and use: what hits them directly is not counted, their losses are what reaches them through others",
        "`\(commodity.name)` には \(names) の購入と使用の数値がありません。直接の影響は数えず、損失は他地域から伝わる分のみです")
    ]
  }

  /// Nodes among an effect's that make nothing; nil if there are none.
  func silentNodes(of touch: Touch) -> Bilingual? {
    let nodes = touch.missed.compactMap { if case .node(let node) = $0 { node } else { nil } }
    return nodes.isEmpty ? nil : silent(nodes)
  }

  private func code(_ region: Int) -> String { "`\(table.regions[region].code)`" }
}

// MARK: - Rebuilding

extension ReachWords {
  /// Why a rebuilding cannot be run at all; empty if it can.
  func mistakes(in touch: Touch) -> [Bilingual] {
    guard case .cap(let loss) = touch.effect, case .capital(let rebuild?) = loss.kind else {
      return []
    }
    let names = rebuild.sectors.map { "`\(table.sectors[$0.sector].code)`" }
      .joined(separator: ", ")
    let unserved = loss.nodes.filter { !isServed($0, by: rebuild) }
    let columns = touch.missed.compactMap { part in
      if case .finalDemand(let column) = part { column } else { nil }
    }
    var found: [Bilingual] = []
    if touch.missed.contains(.rebuilding), loss.window.days == nil {
      found.append(
        Bilingual(
          "it starts when the full force ends, and no `for` says when that is",
          "再建は全面的な被害の終了後に始まりますが、`for` がありません"))
    }
    if !unserved.isEmpty {
      let labels = list(unserved.map { table.nodeLabels[$0] })
      found.append(
        Bilingual(
          "none of the sectors \(names) supplies \(labels)",
          "部門 \(names) のいずれも \(labels) に供給していません"))
    }
    if !columns.isEmpty {
      let labels = list(columns.map { table.finalDemandLabels[$0] })
      found.append(
        Bilingual(
          "none of the sectors \(names) supplies the final demand \(labels)",
          "部門 \(names) のいずれも最終需要 \(labels) に供給していません"))
    }
    return found
  }

  /// Whether a listed sector sells to a node; a node without capital needs none.
  private func isServed(_ node: Int, by rebuild: Rebuild) -> Bool {
    let j = economy.position[node]
    guard economy.valueAdded[j] > 0 else { return true }
    return rebuild.sectors.contains { part in
      economy.suppliers(of: part.sector).contains { economy.supplierShares[$0, j] > 0 }
    }
  }

  private func suppliesNothing(_ sector: Int) -> Bilingual {
    let code = table.sectors[sector].code
    return Bilingual(
      "`\(code)` supplies nothing of what is damaged: the other sectors rebuild its share",
      "`\(code)` は被害部門に供給していないため、その分は他の部門が再建します")
  }
}

// MARK: - The table

extension ReachWords {
  private func silent(_ nodes: [Int]) -> Bilingual {
    let labels = list(nodes.map { table.nodeLabels[$0] })
    return Bilingual("\(labels): nothing is made there", "\(labels) には産出がありません")
  }

  private func demand(_ regions: [Int], _ sectors: [Int]) -> Bilingual {
    let buyers = list(regions.map { table.regions[$0].code })
    let products = sectors.isEmpty ? "" : list(sectors.map { table.sectors[$0].code })
    return Bilingual(
      "there is no final demand of \(buyers) for \(products.isEmpty ? "these products" : products)",
      "\(buyers) には\(products.isEmpty ? "これらの製品" : products)への最終需要がありません")
  }

  private func buysNothing(_ region: Int) -> Bilingual {
    Bilingual(
      "the table has no imports of \(code(region))", "経済表に \(code(region)) の輸入がありません")
  }

  private func reason(_ links: LinkSet) -> Bilingual? {
    switch links {
    case .trade(.commodity(let index), let exporter, let importer):
      return trade(index, from: exporter, into: importer)
    case .route(let index, _, _): return noImporter(of: index)
    case .trade(.sector(let sector), let exporter, let importer):
      // A partner that is no region of the table was named when the file was read.
      guard exporter.region != nil, importer.map({ $0.region != nil }) ?? true else { return nil }
      let product = "`\(table.sectors[sector].code)`"
      let (from, to) = ("`\(exporter.code)`", importer.map { "`\($0.code)`" })
      return Bilingual(
        "the table has no trade in \(product) from \(from)" + (to.map { " to \($0)" } ?? ""),
        "経済表に \(from) から\(to.map { " \($0) へ" } ?? "")の \(product) の取引がありません")
    }
  }
}

// MARK: - Commodities

extension ReachWords {
  /// Importers with figures, and those of them that the table has as regions.
  private func importers(of commodity: Int) -> (all: [String], inTable: [String]) {
    let all = commodities[commodity].importers.filter {
      $0.use.value != nil && !$0.users.isEmpty && !$0.origins.isEmpty
    }.map(\.code)
    let regions = Set(table.regions.map(\.code))
    return (all, all.filter { regions.contains($0) })
  }

  private func noImporter(of commodity: Int) -> Bilingual {
    let name = commodities[commodity]
    let all = importers(of: commodity).all
    guard !all.isEmpty else {
      return Bilingual(
        "`\(name.name)` has no figures for any importer", "`\(name.nameJa)`には輸入国の数値がありません")
    }
    return Bilingual(
      "no importer of `\(name.name)` with figures (\(list(all))) is a region of the table with users of it: regions meet by ISO3 code, users by sector",
      "`\(name.nameJa)`の数値がある輸入国（\(list(all))）で、経済表に利用部門を持つ地域がありません（地域はISO3コード、利用部門は部門コードで対応）")
  }

  private func figures(_ commodity: Int, of partner: Partner) -> Bilingual {
    let (all, here) = importers(of: commodity)
    guard !here.isEmpty, !here.contains(partner.code) else { return noImporter(of: commodity) }
    let name = commodities[commodity]
    return Bilingual(
      "`\(name.name)` has no figures for `\(partner.code)`; it has \(list(all))",
      "`\(name.nameJa)`には`\(partner.code)`の数値がありません。あるのは \(list(all)) です")
  }

  private func trade(
    _ commodity: Int, from exporter: Partner, into importer: Partner?
  ) -> Bilingual {
    let here = importers(of: commodity).inTable
    if here.isEmpty { return noImporter(of: commodity) }
    if let importer, !here.contains(importer.code) { return figures(commodity, of: importer) }
    let name = commodities[commodity]
    let buyers = importer.map { "`\($0.code)`" } ?? list(here)
    return Bilingual(
      "the figures of `\(name.name)` have no supply from `\(exporter.code)` to \(buyers)",
      "`\(name.nameJa)`の数値には`\(exporter.code)`から \(buyers) への供給がありません")
  }

  private func stock(_ release: StockRelease) -> Bilingual {
    let name = commodities[release.commodity]
    let holder = "`\(release.holder.code)`"
    guard release.volume != nil else {
      return Bilingual(
        "there is no figure of a stock of `\(name.name)` in \(holder)",
        "\(holder) の`\(name.nameJa)`の備蓄量の数値がありません")
    }
    return figures(release.commodity, of: release.holder)
  }

  private func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 5 ? shown + ", …" : shown
  }
}
