internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Effects on links and final demand: openness, waiting, demand.
extension EffectCompiler {
  /// Primitive `open`.
  mutating func block(_ blockage: Blockage, _ touch: inout Touch) {
    let scenario = touch.scenario
    switch blockage.links {
    case .trade(.sector(let product), let exporter, let importer):
      let permits = permits(of: .sector(product))
      eachImport(of: product, from: exporter, into: importer, &touch) { compiler, source, region in
        let own = permits.filter {
          $0.exporter.region == source && ($0.importer.map { $0.region == region } ?? true)
        }
        compiler.links.block(
          product: product, from: source, into: region, share: blockage.share,
          permits: own.map { $0.permit }, window: blockage.window, scenario: scenario)
      }
    case .trade(.commodity(let index), let exporter, let importer):
      blockTrade(blockage, commodity: index, from: exporter, into: importer, &touch)
    case .route(let index, let chokepoint, let through):
      close(blockage, commodity: index, chokepoint, through: through, &touch)
    case .stage(let stage, let index, let exporter, let importer):
      blockStage(blockage, stage, of: index, from: exporter, into: importer, &touch)
    }
  }

  /// Licences of the scenario at hand for a product, with whom they name.
  func permits(of product: Product) -> [(exporter: Partner, importer: Partner?, permit: Permit)] {
    effects.compactMap { effect in
      guard case .permit(let permit) = effect,
        case .trade(product, let exporter, let importer) = permit.links
      else { return nil }
      return (exporter, importer, permit)
    }
  }

  /// Primitive `open`, a licence: restrictions of the same links look it up.
  mutating func allow(_ permit: Permit, _ touch: inout Touch) {
    switch permit.links {
    case .route: preconditionFailure("EffectCompiler: no licence opens a chokepoint")
    case .stage(let stage, let index, let exporter, let importer):
      permitStage(stage, of: index, from: exporter, into: importer, &touch)
    case .trade(.commodity(let index), let exporter, let importer):
      permitTrade(index, from: exporter, into: importer, &touch)
    case .trade(.sector(let sector), let exporter, let importer):
      let isBlocked = effects.contains { effect in
        guard case .open(let blockage) = effect,
          case .trade(.sector(sector), let source, let target) = blockage.links
        else { return false }
        return source == exporter && (target == importer || target == nil || importer == nil)
      }
      if isBlocked {
        eachImport(of: sector, from: exporter, into: importer, &touch) { _, _, _ in }
      } else {
        touch.missed.append(.partner(exporter))
      }
    }
  }

  /// Primitive `wait`.
  mutating func hold(_ waiting: Waiting, horizon: Int, _ touch: inout Touch) {
    let days = min(waiting.days, horizon)
    let scenario = touch.scenario
    switch waiting.links {
    case .trade(.sector(let product), let exporter, let importer):
      eachImport(of: product, from: exporter, into: importer, &touch) { compiler, source, region in
        guard days > 0 else { return }
        compiler.links.delay(
          product: product, from: source, into: region, share: waiting.shareOfShipped, days: days,
          window: waiting.window, scenario: scenario)
      }
    case .trade(.commodity(let index), let exporter, let importer):
      holdTrade(
        waiting, days: days, commodity: index, from: exporter, into: importer, &touch)
    case .stage(let stage, let index, let exporter, let importer):
      holdStage(
        waiting, days: days, stage, of: index, from: exporter, into: importer, &touch)
    case .route: preconditionFailure("EffectCompiler: no review is at a chokepoint")
    }
  }

  /// Primitive `demand`.
  mutating func ask(_ change: DemandChange, _ touch: inout Touch) {
    for region in change.regions {
      var isDemanded = false
      for sector in change.sectors {
        let flow = economy.suppliers(of: sector).reduce(0) {
          $0 + economy.regionalFinalDemand[$1, region]
        }
        links.changeDemand(
          product: sector, region: region, by: change.by, window: change.window,
          scenario: touch.scenario)
        guard flow > 0 else { continue }
        isDemanded = true
        touch.add(flow)
      }
      if !isDemanded { touch.missed.append(.region(region)) }
    }
  }

  /// Calls for every pair of regions between which a product's trade is named.
  private mutating func eachImport(
    of product: Int, from exporter: Partner, into importer: Partner?, _ touch: inout Touch,
    _ body: (inout EffectCompiler, _ source: Int, _ region: Int) -> Void
  ) {
    guard let source = exporter.region else {
      touch.missed.append(.partner(exporter))
      return
    }
    if let importer, importer.region == nil { touch.missed.append(.partner(importer)) }
    let regions = importer.map { $0.region.map { [$0] } ?? [] }
    for region in regions ?? (0..<economy.regionCount).filter({ $0 != source }) {
      body(&self, source, region)
      for i in economy.suppliers(of: product) where economy.region[i] == source {
        let flow = flow(from: i, into: region)
        if flow > 0 { touch.add(flow) }
      }
    }
  }
}
