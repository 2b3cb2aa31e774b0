internal import InputOutputTables
internal import LinearAlgebra
package import Scenarios

// Effects on where a commodity comes from, how much of it is used, and who can make more.
extension EffectCompiler {
  /// Primitive `share`; a share that is set is in the overlay already.
  mutating func shift(_ change: ShareChange, _ touch: inout Touch) {
    switch change {
    case .set(let share):
      eachImporter(share.importer, of: share.commodity, &touch) { overlay, b in
        share.share * overlay.importers[b].use
      }
    case .move(let move): shift(move, &touch)
    case .hold(let hold):
      guard let index = overlay(of: hold.commodity) else { return miss(hold.importer, &touch) }
      let sellers = sellers(named: hold.origin, of: index, scenario: touch.scenario)
      let scenario = touch.scenario
      eachImporter(hold.importer, of: hold.commodity, &touch) { overlay, b in
        for i in sellers {
          overlay.holds.append(
            Overlay.Hold(
              importer: b, origin: i, scenario: scenario,
              share: hold.amount / Double(sellers.count)
                / overlay.countryUse(of: overlay.importers[b].whole),
              window: hold.window))
        }
        return sellers.reduce(0) {
          $0 + overlay.shares[overlay.link(b, $1) * overlay.width + scenario]
            * overlay.importers[b].use
        }
      }
      if sellers.isEmpty { touch.missed.append(.partner(hold.origin)) }
    }
  }

  private mutating func shift(_ move: SupplyMove, _ touch: inout Touch) {
    if let stage = move.stage { return shiftStage(stage, move, &touch) }
    guard let index = overlay(of: move.commodity) else { return miss(move.importer, &touch) }
    let links = overlayLinks[index]
    let scenario = touch.scenario
    let entry = touch.entry
    let start = supplyStarts[index][scenario]
    let place = place
    var missing: [Touch.Part] = []
    eachImporter(move.importer, of: move.commodity, &touch) { overlay, b in
      let row = b * links.origins.count
      let own = Array(start.shares[row..<row + links.origins.count])
      let begun = start.moved[SupplyStart.Key(effect: place, importer: b)]
      var shift = links.shift(
        move, importer: b, use: overlay.countryUse(of: overlay.importers[b].whole),
        shares: begun?.shares ?? own, scenario: scenario, entry: entry,
        before: begun?.share ?? 0)
      if !move.builds { shift = shift.within(overlay.room(for: shift)) }
      overlay.shifts.append(shift)
      // What had moved before the first day is no longer theirs.
      let found = shift.from.reduce(shift.before) { $0 + own[$1] }
      if shift.most < .infinity, shift.most > found + 1e-9 {
        missing.append(.supply(asked: shift.most, found: found))
      }
      return shift.from.reduce(0) { $0 + own[$1] * overlay.importers[b].use }
    }
    touch.missed += missing
  }

  /// Primitive `use`.
  mutating func save(_ saving: UseSaving, _ touch: inout Touch) {
    let scenario = touch.scenario
    let entry = touch.entry
    let economy = economy
    eachImporter(saving.importer, of: saving.commodity, &touch) { overlay, b in
      var use = 0.0
      for u in overlay.importers[b].users {
        let user = overlay.users[u]
        guard saving.sectors.map({ $0.contains(economy.product[user.node]) }) ?? true else {
          continue
        }
        use += user.requirement * economy.output[user.node]
        overlay.savings.append(
          Overlay.Saving(user: u, scenario: scenario, entry: entry, saving: saving))
      }
      return use
    }
    for sector in saving.sectors ?? [] where touch.flow == 0 {
      touch.missed.append(.sector(sector))
    }
  }

  /// New capacity of an origin, of use to whoever buys there.
  mutating func grow(_ growth: OriginGrowth, _ touch: inout Touch) {
    if let stage = growth.stage { return growStage(stage, growth, &touch) }
    guard let index = overlay(of: growth.commodity) else {
      return miss(growth.origin, &touch)
    }
    let sold = sellers(named: growth.origin, of: index, scenario: touch.scenario)
    guard !sold.isEmpty else { return miss(growth.origin, &touch) }
    for i in sold {
      let amount = growth.amount / Double(sold.count)
      overlays[index].growths.append(
        Overlay.Growth(
          origin: i, scenario: touch.scenario, amount: amount, window: growth.window))
      touch.add(amount)
    }
  }

  /// Origins that a partner names and from which an importer buys, or is to.
  func sellers(named partner: Partner, of index: Int, scenario k: Int) -> [Int] {
    let overlay = overlays[index]
    return overlayLinks[index].origins(named: partner).filter { i in
      overlay.importers.indices.contains { b in
        let link = overlay.link(b, i)
        return overlay.shares[link * overlay.width + k] > 0 || openedLinks[index].contains(link)
      }
    }
  }

  /// Volume that the government's building adds to the first release of it.
  func built(for release: StockRelease, in overlay: Overlay) -> Double {
    let first = effects.first {
      if case .stock(.release(let other)) = $0 { other.isOf(release) } else { false }
    }
    guard case .stock(.release(let other)) = first, other == release else { return 0 }
    return effects.reduce(0) { sum, effect in
      guard case .stock(.built(let stock)) = effect,
        Effect.stock(.release(release)).draws(on: stock)
      else { return sum }
      let holder = overlay.importers.firstIndex { $0.code == stock.holder.code }
      return sum + stock.days * (holder.map { overlay.countryUse(of: $0) } ?? 0)
    }
  }
}

extension StockRelease {
  /// Whether two draw on the same stock.
  fileprivate func isOf(_ other: StockRelease) -> Bool {
    commodity == other.commodity && holder.code == other.holder.code
      && isWithUsers == other.isWithUsers
  }
}

extension Effect {
  /// Whether it releases a stock of the government that is built.
  package func draws(on stock: BuiltStock) -> Bool {
    guard case .stock(.release(let release)) = self else { return false }
    return !stock.isWithUsers && !release.isWithUsers && release.commodity == stock.commodity
      && release.holder.code == stock.holder.code
  }
}

extension Overlay {
  /// What the targets of a shift can sell more without building, shares of its importer's supply.
  func room(for shift: Shift) -> [Double] {
    shift.to.map { target in
      let flow = buyers.reduce(0) {
        $0 + use(of: $1, scenario: shift.scenario)
          * shares[link($1, target.origin) * width + shift.scenario]
      }
      return spareCapacity * flow / importers[shift.importer].use
    }
  }
}

extension Overlay.Shift {
  /// The same where each target sells no more than it has room for, and each in proportion to it.
  func within(_ room: [Double]) -> Overlay.Shift {
    let all = room.reduce(0, +)
    return Overlay.Shift(
      importer: importer, scenario: scenario, entry: entry, from: from,
      to: zip(to, room).map { target, room in
        Target(
          origin: target.origin, part: all > 0 ? room / all : target.part,
          most: min(target.most, room))
      }, perDay: perDay, most: most, builds: builds, before: before, window: window)
  }
}
