internal import Commodities
internal import Quantities
internal import Scenarios

// Effects on a commodity's links, users and stocks.
extension EffectCompiler {
  /// Blocks a share of a commodity's links.
  mutating func blockTrade(
    _ blockage: Blockage, commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch
  ) {
    guard let index = overlay(of: commodity) else { return miss(exporter, importer, &touch) }
    let scenario = touch.scenario
    let flow = eachLink(index, from: exporter, into: importer, &touch) { overlay, b, i in
      overlay.restrictions.append(
        Overlay.Restriction(
          importer: b, origin: i, scenario: scenario, share: blockage.share,
          window: blockage.window, relief: blockage.relief))
    }
    overlays[index].market.cuts.append(
      Overlay.Cut(
        scenario: scenario, flow: flow, share: blockage.share, relief: blockage.relief, delay: nil,
        window: blockage.window))
  }

  /// Lets a share of what a commodity's links carry wait.
  mutating func holdTrade(
    _ waiting: Waiting, days: Int, commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch
  ) {
    guard let index = overlay(of: commodity) else { return miss(exporter, importer, &touch) }
    let scenario = touch.scenario
    let flow = eachLink(index, from: exporter, into: importer, &touch) { overlay, b, i in
      guard days > 0, waiting.shareOfShipped > 0 else { return }
      let offset = overlay.delays.reduce(0) { $0 + $1.days }
      overlay.delays.append(
        Overlay.Delay(
          importer: b, origin: i, scenario: scenario, days: days, share: waiting.shareOfShipped,
          window: waiting.window, ringOffset: offset))
    }
    overlays[index].market.cuts.append(
      Overlay.Cut(
        scenario: scenario, flow: flow, share: waiting.share, relief: 0, delay: waiting.days,
        window: waiting.window))
  }

  /// Calls for every link that partners name, and returns what flows through them, units a day.
  private mutating func eachLink(
    _ index: Int, from exporter: Partner, into importer: Partner?, _ touch: inout Touch,
    _ body: (inout Overlay, _ importer: Int, _ origin: Int) -> Void
  ) -> Double {
    let names = overlayLinks[index]
    let before = touch.flow
    for b in names.importers(named: importer) {
      for i in names.origins(named: exporter) where names.origins[i] != names.importers[b].code {
        body(&overlays[index], b, i)
        let flow = flow(index, b, i, scenario: touch.scenario)
        if flow > 0 || openedLinks[index].contains(overlays[index].link(b, i)) { touch.add(flow) }
      }
    }
    if touch.cells == 0 { miss(exporter, importer, &touch) }
    return touch.flow - before
  }

  private func miss(_ exporter: Partner, _ importer: Partner?, _ touch: inout Touch) {
    touch.missed += [exporter, importer].compactMap { $0.map { .partner($0) } }
  }

  /// Baseline flow of a link in a scenario, units a day.
  private func flow(_ index: Int, _ importer: Int, _ origin: Int, scenario: Int) -> Double {
    let overlay = overlays[index]
    let share = overlay.shares[overlay.link(importer, origin) * overlay.width + scenario]
    return overlay.importers[importer].use * share
  }

  /// λ falls by σ·χ: σ spreads the share of imports that passes the chokepoint over its origins.
  mutating func close(
    _ blockage: Blockage, commodity: Int, _ chokepoint: String, through: [ShareThrough],
    _ touch: inout Touch
  ) {
    guard let index = overlay(of: commodity) else { return }
    let names = overlayLinks[index]
    var found: Set<String> = []
    for (b, importer) in names.importers.enumerated() {
      guard let route = importer.routes.first(where: { $0.chokepoint == chokepoint }) else {
        continue
      }
      let stated = through.first { $0.importer.code == importer.code }?.share
      guard let passing = stated ?? route.shareOfImportsThrough?.value else { continue }
      let carriers = names.origins.indices.filter {
        route.carries(names.origins[$0], to: importer.code)
      }
      let use = importer.use.value ?? 0
      let importShare = use > 0 ? (importer.imports.value ?? use) / use : 1
      let supplied = carriers.reduce(0) {
        $0 + share(index, b, $1, scenario: touch.scenario)
      }
      guard supplied > 0 else { continue }
      let sigma = min(1, passing * importShare / supplied)
      found.insert(importer.code)
      for i in carriers {
        overlays[index].restrictions.append(
          Overlay.Restriction(
            importer: b, origin: i, scenario: touch.scenario, share: blockage.share,
            window: blockage.window, exposed: sigma, relief: blockage.relief))
        let flow = flow(index, b, i, scenario: touch.scenario) * sigma
        if flow > 0 { touch.add(flow) }
      }
    }
    touch.missed += through.map(\.importer).filter { !found.contains($0.code) }
      .map { .partner($0) }
    let strait = commodities[commodity].chokepoints.first { $0.name == chokepoint }
    overlays[index].market.cuts.append(
      Overlay.Cut(
        scenario: touch.scenario, flow: strait?.flow.value ?? 0, share: blockage.share,
        relief: blockage.relief, delay: nil, window: blockage.window))
  }

  private func share(_ index: Int, _ importer: Int, _ origin: Int, scenario: Int) -> Double {
    let overlay = overlays[index]
    return overlay.shares[overlay.link(importer, origin) * overlay.width + scenario]
  }
}
