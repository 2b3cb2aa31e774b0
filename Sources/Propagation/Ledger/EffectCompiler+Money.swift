internal import Commodities
internal import InputOutputTables
internal import Quantities
internal import Scenarios

// Primitive `money`: prices that are set, currencies, and who pays for what.
extension EffectCompiler {
  /// Primitive `money`.
  mutating func pay(_ change: MoneyChange, _ touch: inout Touch) {
    switch change {
    case .imports(
      let region, let depreciation, let passThrough, let exportPassThrough, let window):
      touchImports(of: region, &touch)
      rises.append(
        ImportPriceRise(
          scenario: touch.scenario, region: region, depreciation: depreciation,
          passThrough: passThrough, exportPassThrough: exportPassThrough, window: window))
    case .base(let commodity, let price):
      guard let index = touchUse(of: commodity, &touch) else { return }
      overlays[index].basePrice[touch.scenario] = price
    case .commodity(let commodity, let price, let window):
      guard let index = touchUse(of: commodity, &touch) else { return }
      if overlays[index].basePrice[touch.scenario] == nil { touch.missed.append(.price) }
      overlays[index].statedPrices.append(
        Overlay.StatedPrice(scenario: touch.scenario, level: price, window: window))
    case .swap(let swap):
      // The lines hold all currencies of the scenario together, once all are known.
      let moves = effects.contains {
        if case .money(.imports(swap.region, _, _, _, _)) = $0 { true } else { false }
      }
      if moves {
        touchImports(of: swap.region, &touch)
      } else {
        touch.missed = [.region(swap.region)]
      }
    case .shield(let region, let share, let window):
      touchImports(of: region, &touch)
      shields.append(
        ImportShield(scenario: touch.scenario, region: region, share: share, window: window))
      ledger.append(
        LedgerItem(
          scenario: touch.scenario, entry: touch.entry,
          payer: "government:\(economy.table.countryCodes[region])", region: region,
          amount: .shield(region: region, share: share), window: window))
    case .floor(let floor): guarantee(floor, &touch)
    case .cost(let payment): book(payment, &touch)
    }
  }

  private mutating func touchImports(of region: Int, _ touch: inout Touch) {
    let flow = imports(of: region)
    if flow > 0 { touch.add(flow) } else { touch.missed.append(.region(region)) }
  }

  private func touchUse(of commodity: Int, _ touch: inout Touch) -> Int? {
    guard let index = overlay(of: commodity) else { return nil }
    touch.add(overlays[index].importers.reduce(0) { $0 + $1.use })
    return index
  }

  /// Books what a lever costs; nothing where no base price says what a unit is worth.
  private mutating func book(_ payment: Payment, _ touch: inout Touch) {
    guard let index = overlay(of: payment.commodity) else {
      return touch.missed.append(.partner(payment.payer.partner))
    }
    let importers = overlayLinks[index].importers(named: payment.importer)
    let base = overlays[index].basePrice[touch.scenario]
    if payment.needsImporter {
      for b in importers { book(payment, importer: b, of: index, base, &touch) }
      if importers.isEmpty { touch.missed.append(.partner(payment.payer.partner)) }
      return
    }
    guard let amount = payment.amount(base: base) else { return touch.missed.append(.price) }
    touch.add(0)
    ledger.append(
      LedgerItem(
        scenario: touch.scenario, entry: touch.entry, payer: payment.payer.name,
        region: payment.payer.partner.region, overlay: index, importer: importers.first,
        amount: amount, window: payment.window))
  }

  private mutating func book(
    _ payment: Payment, importer b: Int, of index: Int, _ base: Double?, _ touch: inout Touch
  ) {
    guard let base else { return touch.missed.append(.price) }
    let overlay = overlays[index]
    let (k, lever) = (touch.scenario, touch.entry)
    let own = { (scenario: Int, entry: Int) in scenario == k && entry == lever }
    let shifts = overlay.shifts.indices.filter {
      overlay.shifts[$0].importer == b && own(overlay.shifts[$0].scenario, overlay.shifts[$0].entry)
    }
    let use = overlay.importers[b].use
    let amount: LedgerItem.Amount
    switch payment.basis {
    case .moved(let premium, _):
      amount = .moved(shifts: shifts, perShare: premium * base * use)
    case .scarce(let premium):
      guard let shift = shifts.first else { return }
      amount = .scarce(
        scarcity(of: shift, overlay, premium: premium, scenario: touch.scenario),
        perShare: base * use)
    case .saved(let premium):
      let savings = overlay.savings.indices.filter {
        overlay.users[overlay.savings[$0].user].importer == b
          && own(overlay.savings[$0].scenario, overlay.savings[$0].entry)
      }
      amount = .saved(
        savings.map { index in
          let user = overlay.users[overlay.savings[index].user]
          return LedgerItem.Saved(
            saving: index, use: user.requirement * economy.output[user.node])
        }, perUnit: premium * base)
    case .purchase(let days): amount = .purchase(days * use * base)
    case .holding(let days, let perYear): amount = .flat(days * use * base * perYear / 365)
    case .total, .difference: return
    }
    touch.add(0)
    var item = LedgerItem(
      scenario: touch.scenario, entry: touch.entry, payer: payment.payer.name,
      region: overlay.importers[b].region, overlay: index, importer: b, amount: amount,
      window: payment.window)
    if case .moved(_, true) = payment.basis {
      item.dayOfGDP = productPerDay(of: index, importer: overlay.importers[b].code)
    }
    ledger.append(item)
  }

  /// What of a standard can be met, and what the rest does to the price of what can.
  private func scarcity(
    of shift: Int, _ overlay: Overlay, premium: Double?, scenario: Int
  ) -> LedgerItem.Scarcity {
    let move = overlay.shifts[shift]
    let before = move.to.reduce(0) {
      $0 + overlay.shares[overlay.link(move.importer, $1.origin) * overlay.width + scenario]
    }
    return LedgerItem.Scarcity(
      shift: shift, before: before, premium: premium,
      responsiveness: overlay.market?.responsiveness, bound: overlay.market?.bound ?? 1)
  }

  /// GDP a day of an importer in the commodity's year, USD; nil if missing.
  private func productPerDay(of index: Int, importer code: String) -> Double? {
    let commodity = commodities[overlays[index].commodity]
    let gdp = commodity.importers.first { $0.code == code }?.gdp.value
    return gdp.map { $0 / Double(CalendarDate.days(ofYear: commodity.year)) }
  }

  /// A floor under a price: what members' producers add, and who pays the gap.
  private mutating func guarantee(_ floor: PriceFloor, _ touch: inout Touch) {
    guard let index = overlay(of: floor.commodity),
      let base = overlays[index].basePrice[touch.scenario]
    else { return touch.missed += floor.zone.map { .partner($0) } }
    let links = overlayLinks[index]
    let members = floor.zone.flatMap { sellers(named: $0, of: index, scenario: touch.scenario) }
    if floor.response > 0, !members.isEmpty {
      overlays[index].priceFloors.append(
        Overlay.PriceFloor(
          scenario: touch.scenario, multiple: floor.level / base, members: members,
          response: floor.response, answersFrom: floor.answersFrom, window: floor.window))
    }
    for partner in floor.zone {
      let buyers = links.importers(named: partner)
      if buyers.isEmpty, sellers(named: partner, of: index, scenario: touch.scenario).isEmpty {
        touch.missed.append(.partner(partner))
      }
      for b in buyers {
        touch.add(overlays[index].importers[b].use)
        book(floor, members: members, buyer: b, of: index, base, touch)
      }
    }
    // Members that only sell are reached all the same.
    if touch.cells == 0, !members.isEmpty { touch.add(0, cells: members.count) }
  }

  private mutating func book(
    _ floor: PriceFloor, members: [Int], buyer b: Int, of index: Int, _ base: Double,
    _ touch: Touch
  ) {
    let importer = overlays[index].importers[b]
    let all = Array(overlays[index].origins.indices)
    let others = all.filter { !members.contains($0) }
    let entries: [(payer: String, origins: [Int], sign: Double)] =
      floor.isPaidByBuyers
      ? [("buyers", all, 1), ("government", others, -1)] : [("government", members, 1)]
    for entry in entries {
      ledger.append(
        LedgerItem(
          scenario: touch.scenario, entry: touch.entry, payer: "\(entry.payer):\(importer.code)",
          region: importer.region, overlay: index, importer: b,
          amount: .gap(
            floor: floor.level, base: base, origins: entry.origins, sign: entry.sign),
          window: floor.window))
    }
  }

  /// Receipts of stocks that are released, which their users pay, and what fills them again.
  mutating func bookReleases() {
    for (index, overlay) in overlays.enumerated() {
      bookPools(index, overlay)
      bookRefills(index, overlay)
    }
  }
}

extension EffectCompiler {
  /// What stocks give: the member's government sells to its users.
  private mutating func bookPools(_ index: Int, _ overlay: Overlay) {
    for (number, pool) in overlay.pools.enumerated() {
      guard let base = overlay.basePrice[pool.scenario] else { continue }
      for (place, member) in pool.members.enumerated() {
        let importer = overlay.importers[member.importer]
        for (payer, sign) in [("government", -1.0), ("buyers", 1.0)] {
          ledger.append(
            LedgerItem(
              scenario: pool.scenario, entry: pool.entry, payer: "\(payer):\(importer.code)",
              region: importer.region, overlay: index, importer: member.importer,
              amount: .released(
                member: overlay.firstMember(of: number) + place, base: sign * base),
              window: .since(0)))
        }
      }
    }
  }

  private mutating func bookRefills(_ index: Int, _ overlay: Overlay) {
    for (number, refilling) in overlay.refillings.enumerated() {
      guard let base = overlay.basePrice[refilling.scenario] else { continue }
      let importer = overlay.importers[refilling.importer]
      ledger.append(
        LedgerItem(
          scenario: refilling.scenario, entry: refilling.entry,
          payer: "government:\(importer.code)", region: importer.region, overlay: index,
          importer: refilling.importer, amount: .refilled(refilling: number, base: base),
          window: .since(0)))
    }
  }

  /// What a public cover of ships costs, less what it asks of them.
  mutating func bookCover(
    _ cover: PublicCover, _ gate: Int, _ index: Int, _ change: GateChange, _ touch: Touch
  ) {
    let overlay = overlays[index]
    let premium = effects.compactMap { effect -> Premium? in
      guard case .gate(let other) = effect, other.chokepoint == change.chokepoint,
        other.commodity == change.commodity, case .premium(let premium) = other.kind
      else { return nil }
      return premium
    }.first
    guard let premium, let flow = overlay.gates.flow[gate],
      let base = overlay.basePrice[touch.scenario]
    else { return }
    ledger.append(
      LedgerItem(
        scenario: touch.scenario, entry: touch.entry,
        payer: "government:\(cover.government?.code ?? "—")",
        region: cover.government?.region, overlay: index,
        amount: .insured(
          gate: gate, premium, cover, transits: flow / premium.cargo, base: base),
        window: change.window))
  }
}

extension Payment {
  /// Whether it follows what an importer moves, saves or stores.
  fileprivate var needsImporter: Bool {
    switch basis {
    case .total, .difference: false
    case .moved, .scarce, .saved, .purchase, .holding: true
    }
  }

  /// Its amount a day where it follows no importer; nil: the price is not known.
  fileprivate func amount(base: Double?) -> LedgerItem.Amount? {
    switch basis {
    case .total(let amount): return .flat(amount / Double(window.days ?? 1))
    case .difference(let strike, let quantity, let upside):
      return base.map {
        .difference(strike: strike, base: $0, quantity: quantity, upside: upside)
      }
    case .moved, .scarce, .saved, .purchase, .holding: return nil
    }
  }
}
