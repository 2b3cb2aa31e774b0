package import Commodities
internal import Propagation
package import Scenarios

/// Runs of one scenario beside it: without any response, with each alone, with each left out, and with a
/// day of stock more (LEVERS.md I).
package struct PolicyRuns: Sendable {
  /// What a policy is measured as.
  enum Kind: Sendable, Hashable {
    /// One response against none, by its place among the responses.
    case alone(Int)
    /// The same response against all of the others.
    case besideOthers(Int)
    /// All responses against none.
    case all
    /// A day more of an importer's stock of a commodity, beside all responses.
    case stockDay(commodity: Int, holder: Partner)

    /// The stock that it is a day more of, and its holder's code.
    var dayOfStock: (commodity: Int, holder: String)? {
      if case .stockDay(let commodity, let holder) = self { (commodity, holder.code) } else { nil }
    }
  }

  /// The scenarios: without responses, then one for each kind but `all`, which is the scenario itself.
  package let scenarios: [Scenario]
  /// What is measured; all of it, in the table's order.
  let kinds: [Kind]
  /// The scenario itself.
  let scenario: Scenario

  /// Finds what to run; nil if there is no response.
  package init?(_ scenario: Scenario, commodities: [Commodity]) {
    let responses = scenario.levers.filter { $0.list == .responses }
    guard !responses.isEmpty else { return nil }
    self.scenario = scenario
    let others = scenario.levers.filter { $0.list != .responses }
    var model = scenario.model
    if model.income.show == .beside { model.income.show = .off }
    let plain = scenario.with(model)
    var kinds: [Kind] = []
    var scenarios = [plain.with(others)]
    for index in responses.indices {
      kinds.append(.alone(index))
      scenarios.append(plain.with(others + [responses[index]]))
    }
    for index in responses.indices where responses.count > 1 {
      var rest = responses
      rest.remove(at: index)
      kinds.append(.besideOthers(index))
      scenarios.append(plain.with(others + rest))
    }
    kinds.append(.all)
    for (commodity, holder) in scenario.holders(in: commodities) {
      kinds.append(.stockDay(commodity: commodity, holder: holder))
      let day = Stockpile(commodity: commodity, holder: holder, days: 1)
      let entry = LeverEntry(day, list: .responses, index: responses.count)
      scenarios.append(plain.with(others + responses + [entry]))
    }
    self.kinds = kinds
    self.scenarios = scenarios
  }
}

extension Scenario {
  /// Importers with figures, of the commodities that the scenario names, in the regions that it reports
  /// first; the worst hit are not known before it runs.
  fileprivate func holders(in commodities: [Commodity]) -> [(commodity: Int, holder: Partner)] {
    let context = LeverContext(commodities: commodities)
    let named = Set(effects(in: context).compactMap { $0.effect.commodity }).sorted()
    let places = levers.flatMap { entry in
      entry.lever.effects(in: context).compactMap { effect -> Partner? in
        switch effect {
        case .open(let blockage):
          if case .trade(_, _, let importer) = blockage.links { importer } else { nil }
        case .stock(.days(let stock)): stock.importer
        case .stock(.release(let release)): release.holder
        case .stock(.built(let stock)): stock.holder
        default: nil
        }
      }
    }
    return named.flatMap { index -> [(commodity: Int, holder: Partner)] in
      var seen: Set<String> = []
      return places.filter { place in
        commodities[index].importers.contains { $0.code == place.code }
          && seen.insert(place.code).inserted
      }.map { (index, $0) }
    }
  }
}
