internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation
internal import Quantities
internal import Scenarios

/// Says in words why an effect finds nothing, or not all that it names.
struct ReachWords {
  let economy: Economy
  let commodities: [Commodity]
  var table: InputOutputTable { economy.table }

  /// What all levers of the scenario do.
  let effects: [Effect]

  /// Commodities whose price the scenario sets.
  let priced: Set<Int>

  /// Whether starved suppliers limit their customers, so that an observed fall would count twice.
  let scenarioHasVarieties: Bool

  init(
    _ economy: Economy, _ commodities: [Commodity], effects: [Effect], hasVarieties: Bool
  ) {
    scenarioHasVarieties = hasVarieties
    self.economy = economy
    self.commodities = commodities
    self.effects = effects
    let priced = effects.compactMap { effect -> Int? in
      if case .money(.commodity(let index, _, _)) = effect { index } else { nil }
    }
    self.priced = Set(priced)
  }

  /// Why an effect acts on nothing; nil if the file's reader has said it already.
  func reason(_ touch: Touch) -> Bilingual? {
    switch touch.effect {
    case .open(let blockage): reason(blockage.links)
    case .gate(let change): noPassage(change)
    case .permit(let permit): reason(permit)
    case .wait(let waiting): reason(waiting.links)
    case .cap(.nodes(let loss)): silent(loss.nodes)
    case .cap(.origins(let loss)): supply(loss.commodity, from: loss.origins)
    case .share(.set(let share)): figures(share.commodity, of: share.importer)
    case .cap(.growth(let growth)):
      growth.stage.map { noMaker($0, of: growth.commodity, from: growth.origin, into: nil) }
        ?? supply(growth.commodity, from: [growth.origin])
    case .share(.move(let move)):
      move.stage.map { noMaker($0, of: move.commodity, from: nil, into: move.importer) }
        ?? figures(move.commodity, of: move.importer)
    case .share(.hold(let hold)): figures(hold.commodity, of: hold.importer)
    case .use(let saving): figures(saving.commodity, of: saving.importer)
    case .stock(.days(let days)): figures(days.commodity, of: days.importer)
    case .stock(.built(let stock)):
      // Where nothing draws on a government's stock the lever has said it.
      stock.isWithUsers || effects.contains { $0.draws(on: stock) }
        ? figures(stock.commodity, of: stock.holder) : nil
    case .stock(.release(let release)): stock(release)
    case .stock(.pool(let pool)): noImporter(of: pool.commodity)
    case .rank(.users(let priority)): figures(priority.commodity, of: priority.importer)
    case .rank(.importers(let priority)): noImporter(of: priority.commodity)
    case .stock(.keep(let floor)): figures(floor.commodity, of: floor.holder)
    case .stock(.hoard(let hoarding)): figures(hoarding.commodity, of: hoarding.importer)
    case .stock(.inform(let known)):
      Bilingual(
        "`\(known.importer.code)` does not hoard `\(commodities[known.commodity].name)`, so that knowing stocks changes nothing",
        "`\(known.importer.code)`は`\(commodities[known.commodity].nameJa)`を買いだめせず、情報共有は何も変えません")
    case .money(.imports(let region, _, _, _, _)), .money(.shield(let region, _, _)):
      buysNothing(region)
    case .money(.swap(let swap)): moves(swap.region) ? buysNothing(swap.region) : nil
    case .money(.floor(let floor)): supply(floor.commodity, from: floor.zone)
    case .money(.cost(let payment)): unpriced(payment, touch)
    case .money(.commodity(let index, _, _)), .money(.base(let index, _)): noImporter(of: index)
    case .demand(let change): demand(change.regions, change.sectors)
    }
  }

  /// Why a lever's cost is not booked.
  private func unpriced(_ payment: Payment, _ touch: Touch) -> Bilingual {
    touch.missed.contains(.price)
      ? noPrice(of: payment.commodity) : figures(payment.commodity, of: payment.payer.partner)
  }

  private func tooLittle(_ asked: Double, _ found: Double) -> Bilingual {
    let (asked, found) = (
      NumberFormat.rounded(asked, as: .percent), NumberFormat.rounded(found, as: .percent)
    )
    return Bilingual(
      "\(asked) of the importer's supply is to move, and whom it leaves sells \(found): no more moves; name another in `displaces`, or `pro rata`",
      "輸入国の供給の\(asked)を移す設定ですが、移し元の供給は\(found)で、それ以上は移りません。`displaces` を変えるか `pro rata` としてください")
  }

  private func noPrice(of commodity: Int) -> Bilingual {
    Bilingual(
      "`\(commodities[commodity].name)` has no base price, so that what it costs is not known; `baseline: - price: {commodity: \(commodities[commodity].name), at: … USD/\(commodities[commodity].unit)}` gives one",
      "`\(commodities[commodity].nameJa)`の基準価格がないため、費用は分かりません（`baseline: - price: {commodity: \(commodities[commodity].name), at: … USD/\(commodities[commodity].unit)}` で与えられます）"
    )
  }

  /// What an effect that acts on something does not find, silent nodes aside.
  func parts(of touch: Touch) -> [Bilingual] {
    touch.missed.compactMap { part in
      switch part {
      case .partner(let partner): reason(touch.effect, missing: partner)
      case .otherBuyers(let origins): touch.effect.commodity.flatMap { others($0, from: origins) }
      case .otherPassage(let gate): touch.effect.commodity.flatMap { others($0, through: gate) }
      case .region(let region): demand([region], [])
      case .sector(let sector): missingSector(sector, of: touch.effect)
      case .supply(let asked, let found): tooLittle(asked, found)
      case .price: touch.effect.commodity.map { noPrice(of: $0) }
      case .node, .finalDemand, .rebuilding: nil
      }
    } + uncounted(touch.effect)
  }

  /// Regions all of whose producers lose capacity by a loss that is not said to be measured.
  func wholeRegions(of touch: Touch) -> [String] {
    guard case .cap(.nodes(let loss)) = touch.effect,
      case .capacity(isMeasured: false) = loss.kind
    else { return [] }
    let struck = Set(loss.nodes)
    return table.regions.indices.filter { region in
      let makers = table.nodeLabels.indices.filter {
        table.nodeRegion[$0] == region && table.grossOutput[$0] > 0
      }
      return makers.count > 1 && struck.isSuperset(of: makers)
    }.map { table.regions[$0].code }
  }

  private func reason(_ effect: Effect, missing partner: Partner) -> Bilingual? {
    if case .cap(.origins(let loss)) = effect { return supply(loss.commodity, from: [partner]) }
    return effect.commodity.map { figures($0, of: partner) }
  }

  /// Nodes among an effect's that make nothing; nil if there are none.
  func silentNodes(of touch: Touch) -> Bilingual? {
    let nodes = touch.missed.compactMap { if case .node(let node) = $0 { node } else { nil } }
    return nodes.isEmpty ? nil : silent(nodes)
  }

  private func code(_ region: Int) -> String { "`\(table.regions[region].code)`" }

  func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 5 ? shown + ", …" : shown
  }
}

// MARK: - Rebuilding

extension ReachWords {
  /// Why a rebuilding cannot be run at all; empty if it can.
  func mistakes(in touch: Touch) -> [Bilingual] {
    guard case .cap(.nodes(let loss)) = touch.effect, case .capital(let rebuild?) = loss.kind else {
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

  /// Whether the scenario moves a region's currency; where it does not, the file's reader has said so.
  private func moves(_ region: Int) -> Bool {
    effects.contains { effect in
      if case .money(.imports(region, _, _, _, _)) = effect { true } else { false }
    }
  }

  /// A sector that an effect names and finds nothing in.
  private func missingSector(_ sector: Int, of effect: Effect) -> Bilingual {
    guard let index = effect.commodity else { return suppliesNothing(sector) }
    let (code, name) = ("`\(table.sectors[sector].code)`", commodities[index])
    return Bilingual(
      "\(code) is no known user of `\(name.name)` there",
      "\(code) は`\(name.nameJa)`の利用部門として数値がありません")
  }

  /// Why a licence opens nothing.
  private func reason(_ permit: Permit) -> Bilingual? {
    guard case .trade(let product, let exporter, let importer) = permit.links else { return nil }
    let name =
      product.commodity.map { commodities[$0].name } ?? "`\(exporter.code)`"
    let to = importer.map { "`\($0.code)`" } ?? "any importer"
    return Bilingual(
      "no ban or review in the file stops `\(name)` from `\(exporter.code)` to \(to): a licence opens what they stop",
      "このファイルには`\(exporter.code)`から \(to) への`\(name)`を止める禁輸や審査がありません。許可はそれらが止める分を通すものです")
  }

  /// Why nothing of a stage is sold.
  private func noMaker(
    _ stage: Int, of index: Int, from exporter: Partner?, into importer: Partner?
  ) -> Bilingual {
    let name = commodities[index].chain.stages[stage]
    let to = importer.map { "`\($0.code)`" }
    let from = exporter.map { "`\($0.code)`" }
    return Bilingual(
      "no maker\(to.map { " in \($0)" } ?? "") that is known buys \(name.name)\(from.map { " of \($0)" } ?? "")",
      "\(to.map { "\($0) で" } ?? "")\(from.map { "\($0) の" } ?? "")\(name.nameJa)を買う者として数値がありません")
  }

  private func reason(_ links: LinkSet) -> Bilingual? {
    switch links {
    case .trade(.commodity(let index), let exporter, let importer):
      return trade(index, from: exporter, into: importer)
    case .route(let index, let chokepoint, _): return noRoute(of: index, through: chokepoint)
    case .stage(let stage, let index, let exporter, let importer):
      return noMaker(stage, of: index, from: exporter, into: importer)
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
