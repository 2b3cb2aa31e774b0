package import Quantities

extension Scenario {
  /// Makes a scenario that no file states.
  package init(
    title: String, titleJa: String?, economy: String, start: CalendarDate?, horizon: Int,
    model: ModelParameters, baseline: [any Lever] = [], shocks: [any Lever],
    responses: [any Lever] = [], report: ReportOptions
  ) {
    let lists: [(LeverList, [any Lever])] = [
      (.baseline, baseline), (.shocks, shocks), (.responses, responses),
    ]
    self.init(
      title: title, titleJa: titleJa, economy: economy, start: start, horizon: horizon,
      model: model,
      levers: lists.flatMap { list, levers in
        levers.enumerated().map { LeverEntry($1, list: list, index: $0) }
      }, report: report)
  }
}
