package import Commodities
package import Diagnostics
package import InputOutputTables
package import Propagation
package import Scenarios

/// What of a scenario the economy and the commodities have anything for: what its levers reach.
///
/// A lever that finds nothing to act on changes no number, and the numbers it was meant to change are
/// not results: they are null, and every lever of the kind is named in a warning.
package struct Reach: Sendable {
  /// What to tell the reader; errors are of scenarios that must not run.
  package let messages: [Diagnostic]
  /// Regions whose losses are no result of the scenario, because the shocks on them find nothing.
  package let uncomputed: Set<Int>

  /// Reviews the touches of one scenario, a variant of a file if it has a name.
  package init(
    _ touches: [Touch], of scenario: Scenario, named variant: String? = nil, in economy: Economy,
    commodities: [Commodity]
  ) {
    let words = ReachWords(
      economy, commodities, effects: touches.map { $0.effect },
      hasVarieties: scenario.model.variety != nil)
    let entries = scenario.levers.indices.map { index in touches.filter { $0.entry == index } }
    let emptied = Reach.emptied(entries, of: scenario, in: economy, commodities: commodities)
    var messages = scenario.levers.indices.flatMap { index -> [Diagnostic] in
      let lever = scenario.levers[index]
      guard emptied[index] != nil else { return Reach.messages(lever, entries[index], words) }
      return [Diagnostic(.warning, ReachProblem.nothingLeft(lever.entryPath), at: lever.place)]
    }
    let shocks = scenario.levers.indices.filter { scenario.levers[$0].list == .shocks }
    let isInForce = { (touch: Touch) in
      !touch.isNothing && touch.effect.firstDay < scenario.horizon
    }
    let effects = shocks.flatMap { emptied[$0] ?? entries[$0] }
    if !shocks.isEmpty, !effects.contains(where: isInForce) {
      uncomputed = Set(0..<economy.regionCount)
      messages.append(Diagnostic(.warning, ReachProblem.nothingHappens(variant: variant)))
    } else {
      let aims = ReachAims(economy, commodities)
      let missed = effects.reduce(into: Set<Int>()) { $0.formUnion(aims.missed(by: $1)) }
      let acted = effects.filter(isInForce)
        .reduce(into: Set<Int>()) { $0.formUnion(aims.regions(of: $1)) }
      uncomputed = missed.subtracting(acted)
      if !uncomputed.isEmpty {
        let codes = uncomputed.sorted().map { economy.table.regions[$0].code }
        messages.append(
          Diagnostic(.warning, ReachProblem.notComputed(regions: codes, variant: variant)))
      }
    }
    if scenario.model.variety != nil { messages += Reach.measuredAlone(scenario) }
    let named = Set(touches.compactMap { $0.effect.commodity }).sorted()
    self.messages = messages + words.missingUsers(ofAny: named)
  }

  /// Reviews one scenario of a batch, a variant of a file if it has a name.
  package init(
    _ batch: CompiledBatch, column: Int, of scenario: Scenario, named variant: String? = nil,
    commodities: [Commodity]
  ) {
    self.init(
      batch.touches.filter { $0.scenario == column }, of: scenario, named: variant,
      in: batch.economy, commodities: commodities)
  }

  /// Throws what of scenarios must not run, before any of them does; variants have names.
  ///
  /// Rebuilding that cannot take place, and a commodity none of whose users' sectors the table has; only
  /// scenarios with rebuilding are compiled for it, the others once, where they run.
  package static func refuse(
    _ runs: [(name: String?, scenario: Scenario)], in economy: Economy, commodities: [Commodity]
  ) throws(DiagnosticList) {
    let context = LeverContext(commodities: commodities)
    let doubtful = runs.filter { run in
      run.scenario.effects(in: context).contains { $0.effect.rebuilds }
    }
    let touches = Touch.all(of: doubtful.map { $0.scenario }, in: economy, commodities: commodities)
    let found = zip(doubtful, touches).map {
      Reach($1, of: $0.scenario, named: $0.name, in: economy, commodities: commodities)
    }
    let words = ReachWords(economy, commodities, effects: [], hasVarieties: false)
    let named = runs.reduce(into: Set<Int>()) { found, run in
      found.formUnion(run.scenario.effects(in: context).compactMap { $0.effect.commodity })
    }
    let missing = words.missingUsers(ofAny: named.sorted())
    let errors = distinct(
      (found.flatMap { $0.messages } + missing).filter { $0.severity == .error })
    guard errors.isEmpty else { throw DiagnosticList(errors) }
  }

  /// The review of one scenario that must not run with errors: throws these.
  package static func refusing(
    _ scenario: Scenario, in economy: Economy, commodities: [Commodity]
  ) throws(DiagnosticList) -> Reach {
    try refuse([(nil, scenario)], in: economy, commodities: commodities)
    let touches = Touch.all(of: [scenario], in: economy, commodities: commodities)[0]
    return Reach(touches, of: scenario, in: economy, commodities: commodities)
  }

  /// A measured fall counts in the measured falls of others, so that it does nothing for one producer alone.
  private static func measuredAlone(_ scenario: Scenario) -> [Diagnostic] {
    let measured = scenario.levers.compactMap { entry -> (entry: LeverEntry, nodes: [Int])? in
      guard case .nodes(let nodes, true)? = entry.lever.as(Capacity.self)?.place else { return nil }
      return (entry, nodes)
    }
    guard Set(measured.flatMap { $0.nodes }).count == 1 else { return [] }
    return measured.map { entry, _ in
      Diagnostic(
        .warning, ReachProblem.measuredAlone("\(entry.list.rawValue)[\(entry.index)]"),
        at: entry.place)
    }
  }

  /// What several scenarios of a file have to say, each message once.
  package static func distinct(_ messages: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Bilingual> = []
    return messages.filter { seen.insert($0.sentence).inserted }
  }

  private static func messages(
    _ lever: LeverEntry, _ touches: [Touch], _ words: ReachWords
  ) -> [Diagnostic] {
    let name = "\(lever.list.rawValue)[\(lever.index)]"
    let mistakes = touches.flatMap { words.mistakes(in: $0) }.map {
      Diagnostic(.error, ReachProblem.cannotRebuild(name, $0), at: lever.place)
    }
    let acting = touches.filter { !$0.isNothing }
    let purchases = Set(acting.compactMap { $0.purchase })
    // Of many sellers of one product to one buyer, those that sell none were not meant.
    let idleLinks = touches.filter { touch in
      touch.isNothing && !(touch.purchase.map { purchases.contains($0) } ?? false)
    }
    let reasons = idleLinks.compactMap { words.reason($0) }
    let isAll = touches.allSatisfy { $0.isNothing }
    let idle =
      touches.isEmpty
      ? [lever.lever.idle(in: LeverContext(commodities: words.commodities))].compactMap { $0 } : []
    let parts = acting.flatMap { words.parts(of: $0) }
    let unclear = touches.compactMap { $0.effect.commodity }.flatMap { words.unclear($0) }
    let warnings = distinct(reasons + parts + unclear + idle).map {
      Diagnostic(
        .warning, isAll ? ReachProblem.actsOnNothing(name, $0) : .actsInPart(name, $0),
        at: lever.place)
    }
    let whole = words.scenarioHasVarieties ? touches.flatMap { words.wholeRegions(of: $0) } : []
    let twice =
      whole.isEmpty
      ? [] : [Diagnostic(.warning, ReachProblem.countsTwice(name, regions: whole), at: lever.place)]
    // A pattern such as `JPN.*` names them without meaning them.
    let notes = acting.compactMap { words.silentNodes(of: $0) }.map {
      Diagnostic(.note, ReachProblem.actsInPart(name, $0), at: lever.place)
    }
    let stated =
      words.statedWays(of: lever.lever, acting, path: name)
      + words.leftAlone(by: lever.lever, path: name)
    let ways = stated.map { Diagnostic(.warning, $0, at: lever.place) }
    return mistakes + warnings + twice + ways + notes
  }

  private static func distinct(_ reasons: [Bilingual]) -> [Bilingual] {
    var seen: Set<Bilingual> = []
    return reasons.filter { seen.insert($0).inserted }
  }
}

extension Effect {
  /// Whether it rebuilds what it destroys.
  var rebuilds: Bool {
    guard case .cap(.nodes(let loss)) = self, case .capital(.some) = loss.kind else { return false }
    return true
  }

  /// Whether it is meant for every buyer of a commodity.
  var isForEveryBuyer: Bool {
    switch self {
    case .open(let blockage):
      switch blockage.links {
      case .trade(_, _, .some), .stage(_, _, _, .some): false
      default: commodity != nil
      }
    case .cap(.origins): true
    default: false
    }
  }

  /// First day on which it may be in force.
  var firstDay: Int {
    switch self {
    case .open(let blockage): blockage.window.from
    case .gate(let change): change.window.from
    case .permit(let permit): permit.window.from
    case .wait(let waiting): waiting.window.from
    case .cap(let loss): loss.window.from
    case .share(.set), .stock(.days), .stock(.built), .money(.base): 0
    case .share(.move(let move)): move.window.from
    case .share(.hold(let hold)): hold.window.from
    case .use(let saving): saving.window.from
    case .stock(.keep): 0
    case .stock(.pool(let pool)):
      if case .day(let day) = pool.trigger { day } else { 0 }
    case .rank(.users(let priority)): priority.window.from
    case .rank(.importers(let priority)): priority.window.from
    case .stock(.hoard(let hoarding)): hoarding.window.from
    case .stock(.inform(let information)): information.window.from
    case .stock(.release(let release)):
      if case .day(let day) = release.trigger { day } else { 0 }
    case .money(.commodity(_, _, let window)), .money(.imports(_, _, _, _, let window)),
      .money(.shield(_, _, let window)):
      window.from
    case .money(.swap(let swap)): swap.window.from
    case .money(.floor(let floor)): floor.window.from
    case .money(.cost(let payment)): payment.window.from
    case .demand(let change): change.window.from
    }
  }
}

extension Touch {
  /// What is bought, and by whom.
  fileprivate struct Purchase: Hashable {
    let product: Product
    let importer: Partner?
  }

  /// The purchase on the table's links that it acts on; nil if it acts on others.
  fileprivate var purchase: Purchase? {
    let links: LinkSet
    switch effect {
    case .open(let blockage): links = blockage.links
    case .wait(let waiting): links = waiting.links
    default: return nil
    }
    guard case .trade(.sector(let sector), _, let importer) = links else { return nil }
    return Purchase(product: .sector(sector), importer: importer)
  }
}
