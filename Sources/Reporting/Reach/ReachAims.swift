internal import Commodities
internal import InputOutputTables
internal import Propagation
internal import Scenarios

/// Which regions of the table an effect is meant for.
struct ReachAims {
  private let economy: Economy
  private let commodities: [Commodity]

  init(_ economy: Economy, _ commodities: [Commodity]) {
    self.economy = economy
    self.commodities = commodities
  }

  /// Regions that an effect which found something acts on at first hand.
  func regions(of touch: Touch) -> Set<Int> {
    aims(touch.effect).subtracting(partners(missedBy: touch))
  }

  /// Regions that an effect was meant for and found nothing in.
  func missed(by touch: Touch) -> Set<Int> {
    // A ban against everyone that finds no seller says nothing of what other shocks cost each of them.
    if touch.isNothing, !touch.effect.isOfEverySectorBuyer {
      return aims(touch.effect).union(through(touch.effect))
    }
    return through(touch.effect).intersection(partners(missedBy: touch))
  }

  private func aims(_ effect: Effect) -> Set<Int> {
    switch effect {
    case .open(let blockage): aims(blockage.links)
    case .gate(let change):
      importers(of: change.commodity) {
        $0.passes(change.chokepoint)
      }
    case .permit(let permit): aims(permit.links)
    case .wait(let waiting): aims(waiting.links)
    case .cap(.nodes(let loss)): Set(loss.nodes.map { economy.table.nodeRegion[$0] })
    case .cap(.origins(let loss)): importers(of: loss.commodity)
    case .cap(.growth(let growth)): importers(of: growth.commodity)
    case .demand(let change): Set(change.regions)
    case .money(.imports(let region, _, _, _, _)): [region]
    case .money(.commodity(let index, _, _)): importers(of: index)
    case .money(.swap(let swap)): [swap.region]
    case .money(.shield(let region, _, _)): [region]
    case .money(.floor(let floor)): importers(of: floor.commodity)
    case .share, .use, .stock, .rank, .money(.base), .money(.cost): []
    }
  }

  private func aims(_ links: LinkSet) -> Set<Int> {
    switch links {
    case .trade(_, _, let importer?): Set([importer.region].compactMap { $0 })
    // Whoever buys of the makers feels it.
    case .stage(_, let index, _, _): importers(of: index)
    case .trade(.sector, _, nil): Set(0..<economy.regionCount)
    case .trade(.commodity(let index), _, nil): importers(of: index)
    case .route(let index, let chokepoint, _):
      importers(of: index) { $0.passes(chokepoint) }
    }
  }

  /// Regions whose share through a chokepoint the file states.
  private func through(_ effect: Effect) -> Set<Int> {
    guard case .open(let blockage) = effect, case .route(_, _, let shares) = blockage.links else {
      return []
    }
    return Set(shares.compactMap { $0.importer.region })
  }

  private func partners(missedBy touch: Touch) -> Set<Int> {
    Set(
      touch.missed.compactMap {
        if case .partner(let partner) = $0 { partner.region } else { nil }
      })
  }

  private func importers(
    of commodity: Int, where fits: (Commodity.Importer) -> Bool = { _ in true }
  ) -> Set<Int> {
    Set(
      commodities[commodity].importers.filter(fits).compactMap {
        economy.table.region(ofCountry: $0.code)
      })
  }
}

extension Effect {
  /// Whether it is on a sector's trade and names no buyer.
  fileprivate var isOfEverySectorBuyer: Bool {
    if case .open(let blockage) = self, case .trade(.sector, _, nil) = blockage.links {
      true
    } else {
      false
    }
  }
}
