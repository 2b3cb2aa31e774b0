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
    let words = ReachWords(economy, commodities)
    let entries = scenario.levers.indices.map { index in touches.filter { $0.entry == index } }
    var messages = zip(scenario.levers, entries).flatMap { lever, own in
      Reach.messages(lever, own, words)
    }
    let shocks = zip(scenario.levers, entries).filter { $0.0.list == .shocks }
    let isInForce = { (touch: Touch) in
      !touch.isNothing && touch.effect.firstDay < scenario.horizon
    }
    let effects = shocks.flatMap(\.1)
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
    self.messages = messages
  }

  /// Reviews scenarios before they run, variants with their names; throws what must not run.
  package static func review(
    _ runs: [(name: String?, scenario: Scenario)], in economy: Economy, commodities: [Commodity]
  ) throws(DiagnosticList) -> [Reach] {
    let touches = Touch.all(of: runs.map(\.scenario), in: economy, commodities: commodities)
    let found = zip(runs, touches).map {
      Reach($1, of: $0.scenario, named: $0.name, in: economy, commodities: commodities)
    }
    let errors = distinct(found.flatMap(\.messages).filter { $0.severity == .error })
    guard errors.isEmpty else { throw DiagnosticList(errors) }
    return found
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
    let reasons = touches.filter(\.isNothing).compactMap { words.reason($0) }
    let isAll = !touches.isEmpty && touches.allSatisfy(\.isNothing)
    let acting = touches.filter { !$0.isNothing }
    let parts = acting.flatMap { words.parts(of: $0) }
    let warnings = distinct(reasons + parts).map {
      Diagnostic(
        .warning, isAll ? ReachProblem.actsOnNothing(name, $0) : .actsInPart(name, $0),
        at: lever.place)
    }
    // A pattern such as `JPN.*` names them without meaning them.
    let notes = acting.compactMap { words.silentNodes(of: $0) }.map {
      Diagnostic(.note, ReachProblem.actsInPart(name, $0), at: lever.place)
    }
    return mistakes + warnings + notes
  }

  private static func distinct(_ reasons: [Bilingual]) -> [Bilingual] {
    var seen: Set<Bilingual> = []
    return reasons.filter { seen.insert($0).inserted }
  }
}

extension Effect {
  /// First day on which it may be in force.
  var firstDay: Int {
    switch self {
    case .open(let blockage): blockage.window.from
    case .wait(let waiting): waiting.window.from
    case .cap(let loss): loss.window.from
    case .share(.set), .stock(.days), .money(.base): 0
    case .share(.move(let move)): move.window.from
    case .use(let saving): saving.window.from
    case .stock(.release(let release)):
      if case .day(let day) = release.trigger { day } else { 0 }
    case .money(.commodity(_, _, let window)), .money(.imports(_, _, _, _, let window)): window.from
    case .demand(let change): change.window.from
    }
  }
}
