package import Commodities
package import InputOutputTables
package import Scenarios

extension Touch {
  /// What the levers of scenarios act on, `scenario` counting them; nothing is run.
  package static func all(
    of scenarios: [Scenario], in economy: Economy, commodities: [Commodity]
  ) -> [[Touch]] {
    let context = LeverContext(commodities: commodities)
    return scenarios.map { scenario in
      let plan = EffectPlan(scenario, context)
      var compiler = EffectCompiler(economy, commodities: commodities, [plan])
      compiler.add(plan, scenario: 0)
      return compiler.touches
    }
  }
}
